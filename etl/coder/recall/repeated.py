"""Definite nouns that repeat what the text told: "the boat" of a Chinese boat, "the letter" of those who wrote it."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from etl.coder.actors import Actor, Cast
from etl.coder.sentences import Sentence
from etl.coder.tree import Tree

PAPERS = frozenset(
    (
        "statement resolution letter declaration communique communiqué editorial article commentary report release memorandum "
        "petition appeal message note motion document"
    ).split(" ")
)
"""What somebody writes or adopts, and what then itself "urges" and "condemns"."""
_ISSUING = frozenset(
    "issue publish release adopt sign pass approve carry make write send print run post put deliver address circulate".split(" ")
)
_ENTERPRISES = frozenset("paper newspaper daily magazine broadcaster company firm bank airline group".split(" "))
_SUBJECTLESS = frozenset({"conj", "xcomp", "pcomp", "prep", "advcl"})  # "accused Peru of lying in a statement"
_POINTERS = frozenset({"the", "this", "that", "these", "those"})
_DESCRIBING = ("compound", "amod", "nmod")
_SINGLING_OUT = ("poss", "prep", "relcl", "acl", "appos")
_NARROWING = (*_DESCRIBING, *_SINGLING_OUT, "nummod")
_NOBODY = frozenset({"people", "side", "other", "group", "party", "part"})
_UNREPEATED = PAPERS | _NOBODY
_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)) (?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|[A-Z]+-\d+\w*) ){0,2}([a-z]+)\b"
)
_UNSIGNED = frozenset({"study", "survey", "poll", "analysis", "book", "paper", "dossier", "investigation", "inquiry"})
_PAPER_FIRST = re.compile(rf"(?:An?|The|One|Another)(?: [a-z-]+){{0,2}}? (?:{'|'.join(sorted(PAPERS | _UNSIGNED))})\b")
_NEAR = 2  # sentences back that a paper is remembered
_VESSELS = frozenset(
    (
        "ship boat vessel tanker trawler freighter frigate destroyer warship submarine yacht ferry barge dhow carrier "
        "supertanker cutter corvette"
    ).split()
)
_AIRCRAFT = frozenset("plane aircraft jet airliner helicopter warplane fighter bomber airplane".split())
_CRAFT = _VESSELS | _AIRCRAFT | frozenset({"drone", "balloon", "tank"})
_KINDS = dict.fromkeys(("ship", "vessel", "boat"), _VESSELS) | dict.fromkeys(("plane", "aircraft", "jet"), _AIRCRAFT)
"""What a thing may be called when it is named again: "seized a tanker ... released the ship"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A noun of an earlier sentence: in which, its lemma and tag, whom it named or who wrote it, and what described it."""

    sentence: int
    lemma: str
    tag: str
    actors: tuple[Actor, ...]
    described: frozenset[str] = frozenset()


def opens_with_paper(text: str) -> bool:
    """Whether a text goes on about what the one before it says was written: "The letter urged ..."."""
    first = text.split(maxsplit=2)[:2]
    return len(first) == 2 and first[0].lower() in _POINTERS and first[1] in PAPERS


def repeats(text: str, before: Iterable[Sentence], roles: Container[str]) -> bool:
    """Whether a text has a definite noun for people or things that act which a sentence before it has too."""
    words = {match[1] for match in _DEFINITE.finditer(text)}
    words = {word for word in words if word in roles or word.removesuffix("s") in roles}
    return bool(words) and any(not words.isdisjoint(sentence.text.split()) for sentence in before)


def nouns(tree: Tree, cast: Cast, sentence: int) -> Iterator[Told]:
    """Yield the common nouns of a sentence that name somebody of one country: "two Chinese boats"."""
    owned = {token: actors for token, actors in cast.owners.items() if tree.lemmas[token] in _ENTERPRISES | _CRAFT}
    for token, actors in sorted((owned | {token: actors for token, actors in cast.heads.items() if actors}).items()):
        if tree.pos[token] == "NOUN" and len(actors) == 1 and actors[0].country and tree.lemmas[token] not in _NOBODY:
            one = replace(actors[0], head=token, start=None, end=None)
            yield Told(sentence, tree.lemmas[token], tree.tags[token], (one,), _description(tree, token))


def papers(tree: Tree, cast: Cast, sentence: int) -> Iterator[Told]:
    """Yield what somebody wrote or adopted in a sentence, with its authors."""
    for token in tree.places(PAPERS):
        if tree.pos[token] == "NOUN" and (authors := _authors(tree, cast, token)):
            yield Told(sentence, tree.lemmas[token], tree.tags[token], _elsewhere(authors))


def meant(tree: Tree, cast: Cast, token: int, told: Iterable[Told], sentence: int) -> list[Actor]:
    """Return whom a definite noun repeats, the nearest before it; an empty list where they are of several countries."""
    if not _points_back(tree, token) or tree.kids(token, *_SINGLING_OUT) or tree.lemmas[token] in _UNREPEATED:
        return []
    doers = tree.kids(tree.head[token], "nsubj") if tree.deps[token] == "dobj" else []  # "two jets intercepted the plane"
    here = [one for one in nouns(tree, cast, sentence) if one.actors[0].head < token and one.actors[0].head not in doers]
    lemma, tag = tree.lemmas[token], tree.tags[token]
    known = [one for one in (*told, *here) if one.tag == tag and _description(tree, token) <= one.described]
    alike = [one for one in known if one.lemma == lemma] or [one for one in known if one.lemma in _KINDS.get(lemma, ())]
    last = [one.actors[0] for one in alike if one.sentence == alike[-1].sentence]
    return last[-1:] if len({actor.key for actor in last}) == 1 else []


def writers(tree: Tree, token: int, told: Iterable[Told], sentence: int) -> list[Actor]:
    """Return who wrote the paper that a sentence is about: "The letter urged Peru", and "it" where only one was written."""
    if tree.deps[token] not in {"nsubj", "nsubjpass"}:
        return []
    near = [one for one in told if sentence - one.sentence <= _NEAR]
    if tree.words[token].lower() == "it":
        last = [one for one in near if sentence - one.sentence == 1]
        return list(last[0].actors) if len(last) == 1 else []
    if not _is_definite(tree, token):
        return []
    same = [one for one in near if one.lemma == tree.lemmas[token]]
    return list(same[-1].actors) if same else []


def unsigned(tree: Tree, cast: Cast) -> bool:
    """Whether a sentence is about a paper of which nothing tells who wrote it: "A new report said", "the study found"."""
    subjects = [noun for verb in range(len(tree)) if tree.head[verb] == verb for noun in tree.kids(verb, "nsubj", "nsubjpass")]
    return any(
        tree.lemmas[noun] in PAPERS | _UNSIGNED
        and not cast.heads.get(noun)
        and not cast.owners.get(noun)
        and not _authors(tree, cast, noun)
        for noun in subjects
    )


def opens_unsigned(text: str) -> bool:
    """Whether a text that names nobody is about a paper: "A new report said the curbs would hurt both"."""
    return _PAPER_FIRST.match(text) is not None


def _is_definite(tree: Tree, token: int) -> bool:
    """Whether a common noun points back: "the boat", but not "the second boat" or "the boat that sank"."""
    return _points_back(tree, token) and not tree.kids(token, *_NARROWING)


def _points_back(tree: Tree, token: int) -> bool:
    return tree.pos[token] == "NOUN" and any(tree.words[word].lower() in _POINTERS for word in tree.kids(token, "det"))


def _description(tree: Tree, token: int) -> frozenset[str]:
    """Return what describes a noun, numbers aside: "the two B-1 bombers" are those B-1 bombers that were told of."""
    return frozenset(tree.words[word].lower() for word in tree.kids(token, *_DESCRIBING))


def _authors(tree: Tree, cast: Cast, noun: int) -> list[Actor]:
    """Return who wrote a paper: "a letter by a union", "The union issued a statement", "said in an editorial"."""
    for preposition in tree.kids(noun, "prep"):
        if tree.lemmas[preposition] in {"by", "from"} and (found := _named(tree, cast, tree.kids(preposition, "pobj"))):
            return found
    verb = tree.head[noun]
    if tree.deps[noun] == "nsubjpass":
        return _named(tree, cast, [pobj for agent in tree.kids(verb, "agent") for pobj in tree.kids(agent, "pobj")])
    if tree.deps[noun] == "pobj" and tree.lemmas[verb] == "in":
        verb = tree.head[verb]
    elif tree.deps[noun] != "dobj" or tree.lemmas[verb] not in _ISSUING:
        return []
    while tree.deps[verb] in _SUBJECTLESS and not tree.kids(verb, "nsubj") and tree.head[verb] != verb:
        verb = tree.head[verb]
    return _named(tree, cast, tree.kids(verb, "nsubj"))


def _named(tree: Tree, cast: Cast, tokens: Iterable[int]) -> list[Actor]:
    """Return whom some nouns name, "members of a union" included."""
    found: dict[str, Actor] = {}
    for token in (part for one in tokens for part in tree.conjuncts(one)):
        members = [pobj for of in tree.kids(token, "prep") for pobj in tree.kids(of, "pobj") if tree.lemmas[of] == "of"]
        for actor in next((who for word in (token, *members) if (who := cast.heads.get(word))), cast.owners.get(token, ())):
            found.setdefault(actor.key, actor)
    return list(found.values())


def _elsewhere(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(replace(actor, start=None, end=None) for actor in actors)
