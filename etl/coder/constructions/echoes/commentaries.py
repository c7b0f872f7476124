"""What a commentary goes on to say: "The paper says in a commentary: Peace is in danger. The US must halt its drills at once"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.assertion import Assertion
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.speech import Speech
from etl.dictionaries import ActLexicon


class Commentaries:
    """Finds the reproaches and demands of a sentence that goes on with what somebody writes."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        """Take the frames, the sentence's slots, what becomes of its verbs, and the acts at each token."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._speech = Speech(lexicon, grammar, assertion, protos)

    def told(self) -> Iterator[Proto]:
        """Yield what the writer says in the main clause, as if "says" stood before it."""
        tree, writer = self._grammar.tree, self._grammar.coreference.writer
        saying = self._lexicon.operators.get(("verb", "say"), ())
        if writer is None or not saying:
            return
        for root in (token for token in range(len(tree)) if tree.head[token] == token and tree.pos[token] in {"VERB", "AUX"}):
            for clause in tree.conjuncts(root):
                meant = replace(writer, start=None, end=None, basis="coreference", head=root)
                yield from self._speech.stated(clause, [meant], saying[0], root)
