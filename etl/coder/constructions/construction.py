"""What a construction works with: the frames, and one parsed sentence with its slots and what becomes of its verbs."""

from collections.abc import Callable

from etl.coder.acts import Proto
from etl.coder.assertion import Assertion
from etl.coder.grammar.slots import Grammar
from etl.dictionaries import ActLexicon


class Construction:
    """One way in which a sentence tells an act that no frame finds; each kind says in `told` what it finds."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion) -> None:
        """Take the frames, the sentence's slots, and what becomes of its verbs."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._assertion = assertion


class Extension(Construction):
    """A construction that goes on from the acts that were found elsewhere in the sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        """Take as well the acts found at each token."""
        super().__init__(lexicon, grammar, assertion)
        self._protos = protos
