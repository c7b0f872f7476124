"""Words shot back at who threatens: "Cuban leader tells Trump: 'Walls fall' in response to sanctions threat"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_TELLING = frozenset({"tell"})
_THREATS = frozenset({"threat", "warning", "ultimatum"})
_QUOTES = frozenset({"'", "‘", '"', "“", "''", "``"})
_SOFT = frozenset(
    "friend friends talk talks talking ready want peace hope love welcome partner partners deal negotiate sorry dialogue will "
    "'ll ’ll agree listen calm".split(" ")
)
"""Words of a quote that offers something, or says what will be done."""
_TRADE = frozenset({"sanction", "tariff", "trade", "embargo", "ban", "boycott"})
_BEFORE = frozenset({"after", "amid", "over", "following"})


class Retorts:
    """Finds who answers a threat with a quoted word in one parsed sentence."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar

    def told(self) -> Iterator[Proto]:
        """Yield the rebuke of who answers, and the threat that is answered: "tells Trump: 'Tariffs fail' after threat"."""
        tree, grammar = self._grammar.tree, self._grammar
        for verb in tree.places(_TELLING):
            told = tree.kids(verb, "dobj", "dative")
            if not grammar.is_title or not told:
                continue
            answered = [threat for threat in tree.places(_THREATS) if self._answered(threat, told[0])]
            doers = tuple(actor for actor in grammar.doers(verb) if actor.country)
            own = {actor.key for actor in doers}
            others = tuple(actor for actor in grammar.actors(told[0]) if actor.country and actor.key not in own)
            if doers and others and answered:
                yield Proto("111", doers, others, "oneway", "verb:tell>obj:111~retort", verb, rank=8)
                trade = {tree.lemmas[kid] for kid in tree.kids(answered[0], "compound", "amod")} & _TRADE
                yield Proto(
                    "1312" if trade else "130", others, doers, "oneway", "verb:threaten>obj:130~retort", answered[0], rank=8
                )

    def _answered(self, threat: int, told: int) -> bool:
        """Whether a quoted word behind who is told it comes after a threat of nobody else's."""
        tree = self._grammar.tree
        between = tree.words[told + 1 : threat]
        prep = tree.head[threat]
        answer = tree.lemmas[prep] in _BEFORE or (tree.lemmas[prep] == "to" and tree.lemmas[tree.head[prep]] == "response")
        owned = tree.kids(threat, "poss") or self._grammar.cast.owners.get(threat)
        sharp = bool(_QUOTES & set(between)) and _SOFT.isdisjoint(word.lower() for word in between)
        return len(between) > 1 and sharp and tree.deps[threat] == "pobj" and answer and not owned
