"""Who does something that is only the circumstance of what a sentence tells: "Lee, on a visit to China, said"."""

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import SPEAKING_TO, Filling

_CIRCUMSTANCES = frozenset("in at during for on after before following throughout amid via through ahead as".split(" "))
_TERMS = frozenset("minute hour day week month year round night decade series".split(" "))
_HEADWAY = frozenset({"progress", "headway", "breakthrough", "gain", "advance", "step"})
_EMPTY = frozenset({"it", "this", "that", "there", "what"})


class Circumstances:
    """Finds the sides of nouns that stand behind "on", "at", "in" or "ahead of" in one parsed sentence."""

    def __init__(self, grammar: Grammar, filling: Filling) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._filling = filling
        self._tree = grammar.tree

    def circumstance(self, noun: int) -> list[Actor]:
        """Return who holds a meeting that is only the circumstance: "Lee, on a visit to China, said"."""
        tree = self._tree
        above = tree.head[noun]
        if tree.deps[noun] == "pobj" and tree.lemmas[above] == "of" and tree.lemmas[tree.head[above]] in _TERMS:
            noun = tree.head[above]  # "after four days of talks"
            above = tree.head[noun]
        if tree.deps[noun] == "pobj" and tree.lemmas[above] == "of" and tree.words[tree.head[above]].lower() in {"eve", "ahead"}:
            noun = tree.head[above]  # "on the eve of a visit to Moscow, Tillerson said"
            above = tree.head[noun] if tree.words[noun].lower() == "eve" else noun
        if (tree.deps[noun] in {"pobj", "pcomp"} or above == noun) and tree.lemmas[above] in _CIRCUMSTANCES:
            governor = self._speaking(tree.head[above])
            if tree.lemmas[governor] in _HEADWAY and tree.lemmas[above] == "in":  # "made a bit of progress in trade talks"
                governor = next((verb for verb in tree.ancestors(governor) if self._grammar.is_verb(verb)), governor)
            if self._grammar.is_verb(governor) or tree.pos[governor] == "AUX":
                if tree.lemmas[governor] == "be" and {tree.words[s].lower() for s in tree.kids(governor, "nsubj")} & _EMPTY:
                    return []  # "It was one of the questions during a meeting"
                doers = self._grammar.agents(governor) or self._grammar.grammatical_subjects(
                    governor
                )  # "was honoured during a visit"
                return [actor for part in doers for actor in self._grammar.actors(part)]
            if self._grammar.cast.heads.get(governor):
                return self._grammar.actors(governor)
        return []

    def manner(self, noun: int) -> list[Actor]:
        """Return who does something by the way he does something else: "expanded drills in warning to Pyongyang"."""
        tree = self._tree
        above = tree.head[noun]
        verb = tree.head[above]
        if tree.deps[verb] == "pobj" and tree.pos[verb] == "PROPN" and tree.deps[tree.head[verb]] == "prep":
            verb = tree.head[tree.head[verb]]  # "drilled off Peru on Sunday in a show of force", hung on the day
        if tree.deps[noun] != "pobj" or tree.lemmas[above] != "in" or not self._grammar.is_verb(verb):
            return []
        if any(tree.words[det].lower() not in {"a", "an"} for det in tree.kids(noun, "det")):
            return []
        return [actor for part in self._grammar.agents(verb) for actor in self._grammar.actors(part)]

    def addressed(self, noun: int) -> list[Actor]:
        """Return who is spoken to in a meeting that is only the circumstance: "told Takaichi in a call", "urged Lee at talks"."""
        tree = self._tree
        governor = self._speaking(tree.head[tree.head[noun]])
        return self._filling.named(self._grammar.objects(governor)) if tree.lemmas[governor] in SPEAKING_TO else []

    def _speaking(self, governor: int) -> int:
        """Return the verb of speaking whose object a phrase was hung on: "urged Netanyahu during a call"."""
        above = self._tree.head[governor]
        spoken = self._tree.deps[governor] in {"dobj", "dative"} and self._tree.lemmas[above] in SPEAKING_TO
        return above if spoken else governor
