"""Where an act happened, where the sentence says so: the place behind a locative preposition that the act's words govern.

"held talks in Geneva", "clashed off Jeju", "met at the White House", "struck Kharkiv", "visited Tokyo". A country is no place,
and neither is where somebody or something else is ("officials in Geneva", "the attack in Kabul" that is condemned). A name that
several places bear stands for the one in a country that the phrase or the act names, else for the largest if that one dominates,
else for none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import PHYSICAL, VIOLENT
from etl.dictionaries.phrases import PhraseIndex
from etl.dictionaries.places import Spot
from etl.records import Place

_AT = frozenset({"in", "at", "near", "off", "outside", "around", "inside", "within", "aboard", "close"})
_NEAR = frozenset({"near", "off", "outside", "around", "close"})
_ALONG = frozenset({"on", "along", "over", "above", "through", "across"})  # of what has no inside: islands, waters, lines
_OPEN = frozenset({"island", "water", "line"})
_TO = frozenset({"to", "for"})
# Nouns that a place name follows or stands before: "at a hotel in Vienna", "on the sidelines of a summit in Bali".
_VENUES = frozenset(
    (
        "summit meeting conference forum session ceremony gathering talk talks hotel palace airport base port "
        "headquarters residence villa camp hospital stadium hall centre center resort village town city capital border "
        "coast shore water waters outskirts suburb district province region prefecture oblast state area part island "
        "islands sideline sidelines margin margins crossing harbour harbor university museum parliament restaurant "
        "office compound square facility facilities plant site north south east west round opening visit event venue"
    ).split(" ")
)
_OWNED = frozenset({"base", "office", "facility", "parliament"})
_REGIONS = frozenset({"province", "region", "prefecture", "oblast", "state", "district", "governorate"})
# Verbs that lend their place to the act they carry ("held talks in", "the summit took place in", "met for talks in").
_CARRIERS = frozenset(
    (
        "hold take have conduct open begin start resume continue stage carry launch host end conclude do sign attend meet gather "
        "convene be sit stage reach exchange kick get happen join"
    ).split(" ")
)
_MOTION = frozenset("arrive travel fly go come land head return visit tour journey reach".split(" "))
_LEAVING = frozenset("leave depart quit exit flee".split(" "))
_SPEAKING = frozenset("speak address meet gather sit talk".split(" "))
_HELD = frozenset("hold host convene stage sign take open".split(" "))
# Acts that happen where their object is; what is said or decided happens elsewhere.
_TOGETHER = frozenset({"03", "04", "05", "06", "08"})
_GIVING = frozenset({"033"})
_DOMINANT = 5  # times the inhabitants of the next place of the name
_NOT_DWARFED = 10  # a place in a country of the act may be this many times smaller than the largest of its name


@dataclass(frozen=True, slots=True)
class _Found:
    """A place name in a sentence, by the token that heads it; `relation` is what the words make of it: in, near or region."""

    head: int
    relation: str = "in"


class Places:
    """Finds the places of acts in a gazetteer."""

    def __init__(self, index: PhraseIndex[Spot]) -> None:
        self._index = index

    def of(self, grammar: Grammar, act: Act, text: str) -> Place | None:
        """Return where an act happened, None where the sentence does not say so; `text` is the sentence as it was printed."""
        tree = grammar.tree
        spots: dict[int, tuple[tuple[Spot, ...], int, int]] = {}
        for match in self._index.find(text if len(text) == len(tree.text) else tree.text):
            span = tree.token_at(match.start, match.end)
            if span is not None and text[match.start : match.start + 1].isupper():
                spots[tree.span_head(*span)] = (match.values, *span)
        if not spots:
            return None
        for found in _Search(grammar, act, spots).found():
            values, first, last = spots[found.head]
            spot = _choose(values, _named(grammar, first, last), _sides(act), {one.country for one in grammar.cast.all()})
            return None if spot is None else _place(spot, found.relation)
        return None


class _Search:
    """The search for the place of one act: the nearest words first."""

    def __init__(self, grammar: Grammar, act: Act, spots: dict[int, tuple[tuple[Spot, ...], int, int]]) -> None:
        self._grammar = grammar
        self._tree = grammar.tree
        self._act = act
        self._spots = spots
        self._root = act.code[:2]
        # What both sides do together, or one does by force, happens where the words say; what is said or given may not.
        self._is_placed = self._root in PHYSICAL or (self._root in _TOGETHER and act.code[:3] not in _GIVING)

    def found(self) -> Iterator[_Found]:
        """Yield place names that the act's words govern, the surest first."""
        tree, trigger = self._tree, self._act.trigger
        is_visit = self._act.code in {"042", "043"} or tree.lemmas[trigger] in {*_MOTION, "visit", "trip"}
        if self._root in VIOLENT or is_visit:
            yield from self._aim(trigger, is_visit=is_visit)
        yield from self._under(trigger, to=is_visit)
        for below in tree.kids(trigger, "acl", "relcl", "advcl"):
            lemma = tree.lemmas[below]
            if lemma in _HELD if tree.deps[below] != "advcl" else lemma in _SPEAKING:
                yield from self._under(below)
        if self._is_placed:
            for inside in self._objects(trigger):
                yield from self._under(inside)
                for below in tree.kids(inside, "acl"):
                    if tree.lemmas[below] in _HELD:
                        yield from self._under(below)
        yield from self._above(trigger)

    def _objects(self, trigger: int) -> list[int]:
        """Return what the act is done to or with: the parser often hangs the place on it."""
        tree = self._tree
        found = [*tree.kids(trigger, "dobj", "nsubjpass"), *(kid for kid in tree.kids(trigger, "nsubj") if kid > trigger)]
        behind = {"with", "between"} | ({"at", "on", "against"} if self._root in VIOLENT else set())
        for token in (trigger, *found):
            for prep in tree.kids(token, "prep"):
                if tree.lemmas[prep] in behind:
                    found += tree.kids(prep, "pobj")
        return [part for token in found for part in tree.conjuncts(token)]

    def _aim(self, trigger: int, *, is_visit: bool) -> Iterator[_Found]:
        """Yield a place that is itself what is struck or visited."""
        tree = self._tree
        for token in tree.kids(trigger, "dobj", "nsubjpass"):
            if token in self._spots and tree.lemmas[trigger] not in _LEAVING:
                yield _Found(token)
        for prep in tree.kids(trigger, "prep"):
            if tree.lemmas[prep] in ({"to"} if is_visit else {"on", "against", "at"}):
                yield from (_Found(pobj) for pobj in tree.kids(prep, "pobj") if pobj in self._spots)

    def _under(self, token: int, *, to: bool = False) -> Iterator[_Found]:
        """Yield the places behind the prepositions of a word."""
        tree = self._tree
        for prep in tree.kids(token, "prep", "advmod"):
            lemma = tree.lemmas[prep]
            if lemma in _AT or (lemma in _ALONG and self._is_placed) or (to and lemma in _TO):
                if not self._is_placed and not self._is_close(token, prep):
                    continue
                yield from self._behind(prep, lemma)

    def _behind(self, prep: int, lemma: str) -> Iterator[_Found]:
        """Yield the place behind one preposition, through "outside of" and words of venues."""
        tree = self._tree
        for pobj in tree.kids(prep, "pobj"):
            yield from self._at(pobj, lemma, 0)
        for inner in tree.kids(prep, "prep", "pcomp"):
            yield from (found for pobj in tree.kids(inner, "pobj") for found in self._at(pobj, lemma, 0))

    def _at(self, token: int, lemma: str, depth: int) -> Iterator[_Found]:
        """Yield the place that a noun behind a preposition is, or lies in."""
        tree = self._tree
        relation = "near" if lemma in _NEAR else "in"
        if token in self._spots:
            if self._fits(token, lemma):
                yield _Found(token, relation)
            return
        if tree.lemmas[token] not in _VENUES and tree.words[token].lower() not in _VENUES:
            return
        is_region = tree.lemmas[token] in _REGIONS
        for kid in tree.kids(token, "compound", "nmod", "appos", "poss", "amod"):
            if kid in self._spots and not self._acts(kid, token):
                yield _Found(kid, "region" if is_region else relation)
        if depth < 3:
            for prep in tree.kids(token, "prep"):
                inner = tree.lemmas[prep]
                if inner == "of" or inner in _AT:
                    for pobj in tree.kids(prep, "pobj"):
                        yield from self._at(pobj, lemma if inner == "of" else inner, depth + 1)

    def _fits(self, token: int, lemma: str) -> bool:
        """Whether a place name is whole and goes with its preposition: one is on an island, and through a strait."""
        tree = self._tree
        values, first, last = self._spots[token]
        outside = [kid for kid in tree.kids(token, "compound", "nmod") if not first <= kid <= last and tree.pos[kid] == "PROPN"]
        if any(not self._grammar.cast.heads.get(kid) and not self._grammar.cast.owners.get(token) for kid in outside):
            return False
        return lemma not in _ALONG or values[0].kind in _OPEN

    def _acts(self, token: int, venue: int) -> bool:
        """Whether a name in front of a venue is who owns it: the Beijing summit is in Beijing, the Moscow base is not."""
        return bool(self._grammar.cast.heads.get(token)) and self._tree.lemmas[venue] in _OWNED

    def _is_close(self, token: int, prep: int) -> bool:
        """Whether nothing that could own a place stands between a word that says something and the preposition."""
        tree = self._tree
        if prep < token:
            return prep == 0
        between = range(token + 1, prep)
        return not any(tree.pos[part] in {"ADP", "VERB", "SCONJ"} or tree.deps[part] == "mark" for part in between)

    def _above(self, trigger: int) -> Iterator[_Found]:
        """Yield the places of the words that carry the act: "held talks in", "arrived in Istanbul for talks"."""
        tree, token = self._tree, trigger
        if not self._is_placed:
            return
        for above in tree.ancestors(trigger):
            dep, lemma = tree.deps[token], tree.lemmas[above]
            if self._grammar.is_verb(above) or tree.pos[above] == "AUX":
                is_motion = lemma in _MOTION
                if dep in {"conj", "advcl", "xcomp"} and token == trigger and self._grammar.is_verb(trigger):
                    if not is_motion and lemma not in _SPEAKING and dep != "conj":
                        return
                    if tree.kids(trigger, "nsubj", "nsubjpass") and dep == "conj":
                        return
                elif not is_motion and lemma not in _CARRIERS:
                    return
                if is_motion:
                    yield from self._aim(above, is_visit=True)
                yield from self._under(above, to=is_motion)
                return
            if dep not in {"dobj", "nsubj", "nsubjpass", "pobj", "prep", "conj", "compound", "attr", "nmod"}:
                return
            if tree.lemmas[above] in _VENUES:
                yield from self._under(above)
            token = above


def _sides(act: Act) -> frozenset[str]:
    """Return the countries of both sides; a place in Hong Kong is one of China's too."""
    countries = {act.source.country, act.target.country} - {None}
    return frozenset(str(country) for country in countries) | (frozenset({"HKG", "MAC"}) if "CHN" in countries else frozenset())


def _named(grammar: Grammar, first: int, last: int) -> set[str | None]:
    """Return the countries that the words around a place name give it: "Tripoli, Lebanon", "the Swiss city of Geneva"."""
    tree, cast = grammar.tree, grammar.cast
    found: set[str | None] = set()
    if last + 2 < len(tree) and tree.words[last + 1] == ",":
        found.update(
            one.country for one in cast.heads.get(last + 2, ()) if one.basis == "name" and tree.deps[last + 2] != "nsubj"
        )
    for above in tree.ancestors(tree.span_head(first, last)):
        if tree.lemmas[above] in _VENUES:
            found.update(one.country for one in cast.owners.get(above, ()))
        elif tree.pos[above] != "ADP":
            break
    return found - {None}


def _choose(spots: tuple[Spot, ...], named: set[str | None], sides: Iterable[str], present: Iterable[str | None]) -> Spot | None:
    """Return the place that a name stands for, None where that is open."""
    own = [spot for spot in spots if not spot.population]
    if own:
        return own[0]
    ranked = sorted(spots, key=lambda spot: -spot.population)
    if named:
        inside = [spot for spot in ranked if spot.country in named]
        return inside[0] if inside else None
    largest = ranked[0]
    for countries in (set(sides), set(present)):
        inside = [spot for spot in ranked if spot.country in countries and spot.population * _NOT_DWARFED >= largest.population]
        if len(inside) == 1 or (inside and inside[0].population >= 3 * inside[1].population):
            return inside[0]
        if inside:
            return None
    others = [largest.rival, *(spot.population for spot in ranked[1:])]
    factor = 2 if largest.kind == "capital" else _DOMINANT
    return largest if largest.population >= factor * max(others) else None


def _place(spot: Spot, relation: str) -> Place:
    """Return a place of the gazetteer as the place of an act; precision says how near to it the act was."""
    precision = {"capital": "city", "line": "region", "island": "region"}.get(spot.kind, spot.kind)
    return Place(
        name=spot.name,
        geonames_id=spot.geonames_id,
        kind=spot.kind,
        precision=relation if relation != "in" else precision,
        country=spot.country,
        latitude=spot.latitude,
        longitude=spot.longitude,
    )
