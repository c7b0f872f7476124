"""Names that are no party where they stand: they tell which branch acts, whose side somebody takes, what tongue is spoken."""

import re
from collections.abc import Container, Iterable
from itertools import islice

from etl.coder.tree import Tree
from etl.dictionaries import Name

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_UNDER_WAY = frozenset("flight plane airliner jet train bus ferry ship vessel tanker convoy".split(" "))
_TONGUE_VERBS = frozenset(
    "speak learn teach study read write translate say tell shout chant broadcast publish sing understand post tweet reply".split()
)


def turned_against(tree: Tree, span: tuple[int, int]) -> bool:
    """Whether a name is that of whom something is against: "anti-Japan rally", "a DPRK-targeted drill"."""
    hyphens, words = {"-", "–"}, [word.lower() for word in tree.words]
    behind = words[span[1] + 1 : span[1] + 3]
    return _prefixed(words, span, "anti") or (
        len(behind) == 2 and behind[0] in hyphens and behind[1] in {"targeted", "targeting"}
    )


def only_in_favour(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a name only tells whose side somebody is on: "a pro-Palestinian group" may be anybody's.

    Who bears arms for a country ("pro-Russian rebels"), or stands by its government ("pro-Kremlin youths"), is taken for its own.
    """
    if name.kind not in {"name", "adjective", "demonym", "prefix"} or not _prefixed(
        [word.lower() for word in tree.words], span, "pro"
    ):
        return False
    head = tree.span_head(*span)
    above = {tree.lemmas[token] for token in (tree.head[head], *islice(tree.ancestors(tree.head[head]), 1))}
    return above.isdisjoint(_IN_ARMS)


_IN_ARMS = frozenset("rebel separatist militia militiaman fighter gunman force troop insurgent militant army commander".split())


def only_signed_there(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a capital or city only tells where a text was signed: "quit the Paris accord" is nothing against France.

    Who signed it with somebody, or is named as one of its two sides ("the Tokyo-Seoul pact"), is a party.
    """
    head = tree.span_head(*span)
    noun = tree.head[head]
    if name.kind not in {"capital", "city"} or tree.deps[head] not in {"compound", "nmod", "amod"} or noun < span[1]:
        return False
    while tree.deps[noun] == "compound" and tree.head[noun] > noun:
        noun = tree.head[noun]
    text = next((token for token in range(span[1] + 1, noun + 1) if tree.lemmas[token].lower() in _TEXTS), None)
    if text is None or tree.words[span[1] + 1] in {"-", "–", "/"} or tree.kids(head, "conj"):
        return False
    if span[0] and tree.words[span[0] - 1] in {"-", "–", "/"}:
        return False
    parting = {"with", "to", "by", "of"} if tree.lemmas[text].lower() == "declaration" else {"with", "to", "by"}
    return not any(tree.lemmas[kid] in parting for kid in tree.kids(text, "prep")) and not tree.kids(text, "acl")


_TEXTS = frozenset("accord accords agreement protocol treaty pact convention declaration statute memorandum communique".split())


def _prefixed(words: list[str], span: tuple[int, int], prefix: str) -> bool:
    return span[0] > 1 and words[span[0] - 2] == prefix and words[span[0] - 1] in {"-", "–"}


def only_its_branch(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a place only tells which part of a body acts: "the Osaka branch of the union", "the Geneva office of the UN"."""
    noun = tree.head[tree.span_head(*span)]
    if name.kind not in {"name", "capital", "city", "territory"} or tree.deps[tree.span_head(*span)] not in MODIFIERS:
        return False
    behind = [part for prep in tree.kids(noun, "prep") if tree.lemmas[prep] == "of" for part in tree.kids(prep, "pobj")]
    of_a_body = any(tree.tags[token] in {"NNP", "NNPS"} for part in behind for token in tree.subtree(part))
    return noun > span[1] and tree.lemmas[noun] in _PARTS and of_a_body


_PARTS = frozenset(
    "branch chapter office bureau headquarters committee subsidiary affiliate unit arm desk association section council".split()
)


def only_accredited_there(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a body is only where a state's envoy sits: "China's U.N. mission", "Chinese U.N. envoy Fu Cong"."""
    if name.kind != "body" or not span[0] or tree.lemmas[tree.head[tree.span_head(*span)]] not in _ACCREDITED:
        return False
    before = span[0] - 1
    return "POS" in tree.tags[before] or tree.tags[before] == "JJ"


_ACCREDITED = frozenset("mission representative envoy delegation delegate representation diplomat ambassador".split())


def only_its_maker(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a country only made a weapon that others use or lose: "Iranian-made drones struck Kyiv"; a ban on them hits it."""
    behind = [word.lower() for word in tree.words[span[1] + 1 : span[1] + 3]]
    if name.kind == "person" or len(behind) < 2 or behind[0] not in {"-", "–"} or behind[1] not in _MADE:
        return False
    noun = next((above for above in tree.upward(span[1] + 2) if tree.pos[above] in {"NOUN", "PROPN"}), None)
    if noun is None or tree.lemmas[noun].lower() not in _ARMS:
        return False
    while tree.deps[noun] in {"compound", "nmod"} and tree.head[noun] > noun:
        noun = tree.head[noun]
    lost = tree.deps[noun] in {"dobj", "nsubjpass"} and tree.lemmas[tree.head[noun]] in _DESTROYING
    return (
        lost
        or tree.deps[noun] == "nsubj"
        or (
            tree.deps[noun] == "pobj"
            and tree.deps[tree.head[noun]] in {"agent", "prep"}
            and (tree.lemmas[tree.head[noun]] in {"by", "with"})
        )
    )


_MADE = frozenset("made built supplied designed produced manufactured donated provided".split())
_ARMS = frozenset(
    (
        "drone missile rocket tank jet fighter warplane plane aircraft helicopter gun howitzer shell artillery bomber bomb weapon"
        " launcher battery rifle torpedo vehicle javelin patriot himars atacms rafale"
    ).split()
)
_DESTROYING = frozenset("destroy down shoot hit strike intercept knock lose blow burn".split())


def only_its_court(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a city is only where judges of many states sit: "a tribunal in The Hague", "The Hague-based court"."""
    if name.kind not in {"city", "seat", "capital"} or tree.words[span[1]] not in _COURT_TOWNS:
        return False
    head = tree.span_head(*span)
    prep = tree.head[head]
    inside = tree.deps[head] == "pobj" and tree.lemmas[prep] in {"in", "at"} and tree.lemmas[tree.head[prep]] in _COURTS
    based = tree.words[span[1] + 1 : span[1] + 3] in (["-", "based"], ["–", "based"])
    return inside or (based and any(tree.lemmas[noun] in _COURTS | _BODIES for noun in islice(tree.upward(span[1] + 2), 3)))


_COURT_TOWNS = frozenset({"Hague", "Geneva", "Luxembourg", "Strasbourg", "Vienna", "Brussels", "Montreal", "Lyon"})
_COURTS = frozenset({"tribunal", "court", "judge", "panel", "prosecutor", "arbitrator"})
_BODIES = frozenset({"agency", "alliance", "body", "organisation", "organization", "bloc", "union", "watchdog"})


def only_based_there(tree: Tree, span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a place is only where a body or another's national sits: "Brussels-based NATO officials".

    `others` are the characters of the other names in the sentence.
    """
    if tree.words[span[1] + 1 : span[1] + 2] not in (["-"], ["–"]) or tree.words[span[1] + 2 : span[1] + 3] not in (
        ["based"],
        ["headquartered"],
    ):
        return False
    noun = tree.head[span[1] + 2]
    if noun <= span[1] + 2:
        return False
    return any(tree.ends[span[1] + 2] < start <= tree.starts[noun] for start, _ in others)


def only_on_ones_mind(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a country is only what somebody has on his mind meanwhile: "begins tour with China concerns in focus"."""
    head = tree.span_head(*span)
    noun = tree.head[head]
    if name.kind == "person" or tree.deps[head] not in MODIFIERS - {"poss"} or tree.lemmas[noun] not in _CARES:
        return False
    return tree.deps[noun] in {"pobj", "nsubj", "pcomp"} and any(
        tree.words[before].lower() == "with" for before in range(max(0, span[0] - 2), span[0])
    )


_CARES = frozenset("concern fear worry anxiety tension jitter jitters threat question crisis".split())


def only_ends_a_name(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a house is the last word of another body's name: "the Trades Union Congress", "the Roman Senate"."""
    before = span[0] - 1
    if span[0] != span[1] or name.name not in _HOUSES or before < 0:
        return False
    return tree.words[before][:1].isupper() and tree.pos[before] in {"PROPN", "NOUN"} and before > 0


_HOUSES = frozenset({"Congress", "Senate"})


def only_befriended(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a country is what an association is called after: "the Committee for Solidarity with the DPRK" is of elsewhere."""
    return name.kind != "person" and _LEAGUE.search(tree.text, 0, tree.starts[span[0]]) is not None


_LEAGUE = re.compile(
    r"\b(?:Committee|Association|Society|Group|Council|League|Federation|Institute|Organi[sz]ation|Movement|Network|Foundation)"
    r" (?:for|of) (?:the )?(?:[A-Z]\w+ (?:and )?(?:the )?){1,4}with (?:the )?\Z"
)


def only_lays_claim(tree: Tree, span: tuple[int, int], name: Name) -> bool:
    """Whether a country only claims what is named behind it: "China's Taiwan island"; but "China's Taiwan policy" is its own."""
    place = span[1] + 2
    if name.kind != "name" or place >= len(tree) or tree.words[place] not in _CLAIMED or tree.deps[span[1]] != "poss":
        return False
    return tree.deps[place] not in MODIFIERS or tree.lemmas[tree.head[place]] in {"island", "region", "province"}


_CLAIMED = frozenset({"Taiwan", "Crimea"})


def en_route(tree: Tree, noun: int) -> bool:
    """Whether "from" tells where something came from on its way: "a flight from Athens to Vilnius" is not of Greece."""
    if tree.lemmas[noun] not in _UNDER_WAY:
        return False
    starts = [end for prep in tree.kids(noun, "prep") if tree.lemmas[prep] == "from" for end in tree.kids(prep, "pobj")]
    behind = {after for start in starts for after in (start + 1, max(tree.subtree(start)) + 1)}
    return any(after + 1 < len(tree) and tree.words[after] == "to" and tree.pos[after + 1] == "PROPN" for after in behind)


def yoked(tree: Tree, span: tuple[int, int]) -> bool:
    """Whether a hyphen joins a person to another before what both hold: "the Biden-Xi summit"."""
    other = span[1] + 2
    return other < len(tree) and tree.words[span[1] + 1] in {"-", "–"} and tree.words[other][:1].isupper()


def stands_alone(tree: Tree, span: tuple[int, int], present: Container[str] | None) -> bool:
    """Whether the short form of a country is its name in a headline: "Pak expels envoy", where no Korean may be called so."""
    behind = tree.words[span[1] + 1 : span[1] + 2]
    korean = present is not None and ("PRK" in present or "KOR" in present)
    return not korean and (not behind or behind[0][:1].islower() or not behind[0].isalpha())


def is_tongue(tree: Tree, span: tuple[int, int]) -> bool:
    """Whether an adjective of nationality names a language: "spoke perfect French", "said in Arabic"."""
    head = tree.span_head(*span)
    above = tree.head[head]
    if tree.deps[head] == "dobj":
        return (tree.lemmas[above] in _TONGUE_VERBS and not tree.kids(head, "amod")) or tree.lemmas[above] in {"speak", "learn"}
    if tree.deps[head] != "pobj":
        return False
    bare = not tree.kids(head, "det", "nummod") and tree.tags[head] not in {"NNS", "NNPS"}
    return bare and tree.lemmas[above] in {"in", "into", "from"} and tree.lemmas[tree.head[above]] in _TONGUE_VERBS


ASIDES = (
    only_in_favour,
    only_signed_there,
    only_its_branch,
    only_accredited_there,
    only_its_maker,
    only_its_court,
    only_on_ones_mind,
    only_ends_a_name,
    only_befriended,
    only_lays_claim,
)
"""What a name may be besides a party."""
