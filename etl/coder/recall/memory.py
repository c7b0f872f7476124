"""What an article has told so far: whom its sentences named, who spoke, who did what; coreference reads it."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from etl.coder.actors import Actor, Cast
from etl.coder.recall.repeated import Told, nouns, opens_unsigned, papers, unsigned
from etl.coder.roots import ARMED, OBJECTING
from etl.coder.sentences import Sentence
from etl.coder.tree import Tree

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACTIONS = frozenset({"02", "05", "10", "11", "12", "13"})
"""CAMEO roots of what others say or vow once something has been done: that is not "the move" of which the next one speaks."""
_SAYING = frozenset({"say", "tell", "add", "state"})
_MEDIATING = frozenset(
    {"host", "broker", "mediate", "facilitate", "sponsor", "negotiate", "chair", "arrange", "organise", "organize"}
)
REACH = 3
"""Sentences back that are remembered; wire paragraphs are one or two sentences long."""


@dataclass(slots=True)
class Seen:
    """An actor as a sentence named it, whether as subject, as a town in which others meet, or as where something took place."""

    actor: Actor
    sentence: int
    subject: bool
    staged: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Doing:
    """An act told earlier: in which sentence, by whom, to whom (None where nobody is named), and its CAMEO code or root."""

    sentence: int
    source: Actor
    target: Actor | None
    code: str

    @property
    def root(self) -> str:
        """The CAMEO root of the act."""
        return self.code[:2]

    def culprit(self, own: AbstractSet[str]) -> Actor:
        """Return whom others speak of as well: whoever was criticised, protested against or praised; else who acted."""
        judged = (self.root in OBJECTING or self.code[:3] == "051") and self.target is not None and self.target.country
        return self.target if judged and self.target and self.target.country not in own else self.source


@dataclass(slots=True)
class Memory:
    """What an article has said so far: its actors in order, its speaker, and the people it has introduced."""

    known: dict[str, Actor] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    speaker: Actor | None = None
    writer: Actor | None = None
    """Whose commentary the sentence goes on with, None where it does with nobody's."""
    groups: list[tuple[int, list[Actor]]] = field(default_factory=list)
    doings: list["Doing"] = field(default_factory=list)
    afflicted: list[tuple[int, Actor]] = field(default_factory=list)
    """Whom a disaster struck, by the sentence that tells it."""
    nouns: list[Told] = field(default_factory=list)
    papers: list[Told] = field(default_factory=list)
    strangers: set[tuple[int, str]] = field(default_factory=set)
    """The pronouns, with their sentences, that were subjects and meant nobody known."""
    unsigned: int | None = None
    """The last sentence that was about a paper of which nothing tells who wrote it."""

    def remember(self, tree: Tree, cast: Cast, sentence: int, pronouns: Mapping[str, Sequence[Actor]]) -> None:
        """Add the actors of a finished sentence.

        `pronouns` tells whom those meant that were its subject: the next sentence goes on about them, or about a stranger.
        """
        self.strangers |= {(sentence, word) for word, meant in pronouns.items() if not meant}
        found = [group for _token, group in grouped(tree, cast)]
        if not found and not cast.heads and self.groups and self.groups[-1][0] == sentence - 1:
            found = [self.groups[-1][1]]  # "They signed a pact. They also agreed": a sentence that names nobody is about the same
        self.groups += [(sentence, group) for group in found]
        self.nouns += nouns(tree, cast, sentence)
        self.papers += papers(tree, cast, sentence)
        self.unsigned = sentence if unsigned(tree, cast) else self.unsigned
        resumed = [actor for meant in pronouns.values() for actor in meant]
        self.seen += [Seen(replace(actor, start=None, end=None), sentence, True) for actor in resumed]
        for actor in cast.all():
            subject = tree.deps[actor.head] in SUBJECTS
            bare = replace(actor, start=None, end=None)
            self.seen.append(Seen(bare, sentence, subject, venue(tree, actor), staged(tree, actor)))

    def glimpse(self, actors: Iterable[tuple[Actor, bool, bool]], sentence: Sentence) -> None:
        """Add the actors of a sentence that was not parsed: each with whether it is a town others meet in, and a mere place."""
        found = [Seen(actor, sentence.index, False, town, inside) for actor, town, inside in actors]
        self.seen += found
        self.unsigned = sentence.index if not found and opens_unsigned(sentence.text) else self.unsigned

    def hear(self, tree: Tree, cast: Cast) -> None:
        """Note who is speaking, for "we" and "our" in a quotation."""
        for token in tree.places(_SAYING):
            for subject in tree.kids(token, "nsubj"):
                for actor in cast.heads.get(subject, ()):
                    self.speaker = replace(actor, start=None, end=None)

    def authors(self, roots: AbstractSet[str], sentence: int, own: AbstractSet[str], *, loose: bool = False) -> list[Actor]:
        """Return who did last what a noun of some roots points to, none of `own` (keys); empty where that is not clear.

        A `loose` noun ("the move") means a deed, and not what others said of it.

        What was done to one of `own` goes first. Several did it who are told to have done the same: "the move" of three states.
        "The launch" or "the raid" is not theirs who only urged something.
        """
        near = [
            doing
            for doing in (self.deeds() if loose else self.doings)
            if (doing.target is not None or doing.root in roots or (loose and not roots))
            and sentence - doing.sentence <= REACH
            and doing.culprit(own).key not in own
        ]
        # A noun tells force apart from mere words: "the launch", "the raid"; "the charge" (17) may be of words.
        near = [doing for doing in near if doing.root in roots] or [
            doing for doing in near if roots.isdisjoint(ARMED) or doing.culprit(own) is not doing.source
        ]
        near.sort(key=lambda doing: (doing.target is not None and doing.target.key in own, doing.sentence))
        if not near:
            return []
        last = near[-1]
        return [last.culprit(own), *(one.source for one in near if self._alike(one, last) and one.source.key not in own)]

    @staticmethod
    def _alike(one: Doing, last: Doing) -> bool:
        """Whether an act is another's share in the last one: both struck the same, or both drilled with each other."""
        if one.sentence != last.sentence or one.root != last.root or one.source.key == last.source.key or last.root in OBJECTING:
            return False
        if one.target is None or last.target is None:
            return one.target is last.target
        each_other = one.target.key == last.source.key and last.target.key == one.source.key
        return one.target.key == last.target.key or (each_other and last.root not in ARMED)

    def deeds(self) -> list[Doing]:
        """Return the acts told, without what was said with a deed, or said or vowed to a country of which one had been told.

        "Lithuania expelled three diplomats, accusing them of spying. Beijing warned of reprisals. Taiwan backed the decision":
        that of Lithuania.
        """
        found: list[Doing] = []
        acted: set[str | None] = set()
        done = {(one.sentence, one.source.country) for one in self.doings if one.root not in _REACTIONS}
        for doing in self.doings:
            if doing.root not in _REACTIONS:
                acted.add(doing.source.country)
            answered = acted if doing.target is None else acted & {doing.target.country}
            if doing.root not in _REACTIONS or not (answered or (doing.sentence, doing.source.country) in done):
                found.append(doing)
        return found

    def record(self, doings: Iterable[tuple[Actor, Actor | None, str]], sentence: int) -> None:
        """Add who did what (a CAMEO code or root) to whom, or to nobody named, in a finished sentence."""
        self.doings += [Doing(sentence, replace(one, start=None, end=None), other, code) for one, other, code in doings]

    def recent(self, sentence: int) -> list[Seen]:
        """Return what was seen within reach, nearest sentence first, subjects first in each."""
        near = [seen for seen in self.seen if sentence - seen.sentence <= REACH]
        return sorted(near, key=lambda seen: (-seen.sentence, not seen.subject))


def staged(tree: Tree, actor: Actor) -> bool:
    """Whether a country is only named as where something happens: "in Tehran", "at talks in Tehran, Iran"."""
    token = actor.head
    while tree.deps[token] in {"appos", "conj", "compound", "npadvmod"} and tree.head[token] != token:
        token = tree.head[token]
    return tree.deps[token] == "pobj" and tree.lemmas[tree.head[token]] in {"in", "at", "near"}


def venue(tree: Tree, actor: Actor) -> bool:
    """Whether a country is only the town in which others meet: "in Vienna", "in Minsk, Belarus", but not "in Ukraine"."""
    return staged(tree, actor) and (
        actor.basis in {"capital", "city", "territory"} or tree.deps[actor.head] in {"appos", "npadvmod"}
    )


def _mediates(tree: Tree, token: int) -> bool:
    """Whether a word names who only brings others together: "talks hosted by Turkey and Qatar"."""
    by = tree.head[token]
    return tree.deps[token] == "pobj" and tree.deps[by] == "agent" and tree.lemmas[tree.head[by]] in _MEDIATING


def grouped(tree: Tree, cast: Cast) -> list[tuple[int, list[Actor]]]:
    """Return the actors named together ("Russia and China", "the two ministers"), with the token of the first."""
    found: list[tuple[int, list[Actor]]] = []
    for token in sorted(cast.heads):
        if tree.deps[token] == "conj" or _mediates(tree, token):
            continue
        members = {actor.key: actor for part in tree.conjuncts(token) for actor in cast.heads.get(part, ())}
        if len(members) > 1:
            found.append((token, [replace(actor, start=None, end=None) for actor in members.values()]))
    return found
