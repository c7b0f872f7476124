"""In whose hands somebody is: by a clause that says who holds him, or by what the text told of his arrest."""

from collections.abc import Set as AbstractSet

from etl.coder.actors import Actor
from etl.coder.days.owners import HOLDING
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import Filling
from etl.dictionaries import Frame

_SUFFERED = ("116", "173", "174", "0841")
_ACCUSING = frozenset({"accuse", "suspect", "indict", "charge"})
_RULING = frozenset({"GOV", "LEG"})
_POINTING = frozenset({"the", "that", "this", "those", "these", "both"})


class Custody:
    """Finds in one parsed sentence who has somebody in his power."""

    def __init__(self, grammar: Grammar, filling: Filling) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._filling = filling
        self._tree = grammar.tree

    def keepers(self, verb: int, frame: Frame, captives: list[Actor]) -> list[Actor]:
        """Return who does to a captive what nobody is named for: "A tourist held in Venezuela was expelled", "He was jailed".

        What happens to him next, in court or in prison, is done by those who hold him.
        """
        accused = frame.code[:3] == "112" and self._tree.lemmas[verb] in _ACCUSING
        undergone = "subj" in frame.target_slots or self._grammar.passive(verb)  # "went on trial", "was sentenced"
        if not captives or not undergone or not (accused or frame.code.startswith(_SUFFERED)):
            return []
        if self._tree.kids(verb, "agent") or self._filling.fill(verb, ("in", "at")):
            return []
        keys = {actor.key for actor in captives}
        return self.captors(verb, keys, clauses_only=True) or self._told(verb, captives)

    def captors(self, verb: int, captives: AbstractSet[str], *, clauses_only: bool = False) -> list[Actor]:
        """Return who held those that are set free by nobody named: "An American jailed in Iran was freed"."""
        tree, grammar = self._tree, self._grammar
        found: list[Actor] = []
        for subject in self._subjects(verb):
            clauses = [clause for clause in tree.kids(subject, "acl", "relcl", "amod") if tree.lemmas[clause] in HOLDING]
            for holder in clauses if clauses_only else (subject, *clauses):
                heads = [part for way in ("by", "in") for part in grammar.prepositional(holder, way)]
                heads += [part for agent in tree.kids(holder, "agent") for part in tree.kids(agent, "pobj")]
                found += [actor for actor in self._filling.named(heads) if actor.key not in captives]
        return found[:1]

    def _subjects(self, verb: int) -> list[int]:
        tree = self._tree
        own = self._grammar.grammatical_subjects(verb) or tree.kids(verb, "nsubj")
        # a headline's second participle: "American held in Russia sentenced"
        return own or ([tree.head[verb]] if tree.deps[verb] in {"acl", "relcl"} else [])

    def _told(self, verb: int, captives: list[Actor]) -> list[Actor]:
        """Return who seized, in the sentences before, the one whom a pronoun or "the man" stands for."""
        tree = self._tree
        for subject in self._subjects(verb):
            meant = tree.pos[subject] == "PRON" or any(tree.words[kid].lower() in _POINTING for kid in tree.kids(subject, "det"))
            if not meant or captives[0].role in _RULING:
                continue
            found = self._grammar.coreference.deeds.captors(subject, captives[0])
            others = {actor.key for actor in captives} - {captives[0].key}
            if others <= {actor.key for actor in found}:  # "the ship and its crew"
                return found
        return []
