"""Two readers of one sentence: the rules propose acts, the relation model votes on each pair, and a judge settles it.

What both say, and how the sentence stands, is the evidence (`evidence`) for each act that one of them sees. The judge
(`judgement`; `data/models/arbitration.csv`, made by `make arbitrate` from our own gold) turns it into the probability
that the act is right: the confidence of the event. Below `KEPT` there is no event; of two readings the likelier stands.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import permutations
from typing import Protocol

from etl.coder.actors import Actor
from etl.coder.acts import VISITS, Act
from etl.coder.roots import HOSTILE, PENALTIES, VIOLENT
from etl.coder.second_reader.asking import Asking
from etl.coder.second_reader.beside import beside
from etl.coder.second_reader.briefing import brief
from etl.coder.second_reader.certainties import carried_out, put_off, settles, timed, told_as_done
from etl.coder.second_reader.claims import bidden, claimed_by_doer, own_word, trails_own_word
from etl.coder.second_reader.company import JOINT, companies, in_company
from etl.coder.second_reader.evidence import Candidate, evidence
from etl.coder.second_reader.findings import fruitless, hinted, joint, undone, unlikely
from etl.coder.second_reader.judgement import Judge
from etl.coder.second_reader.marking import NO_BRIEFING, Briefing, Span, overlap
from etl.coder.second_reader.parties import marked_parties, named, phrase, placed
from etl.coder.second_reader.refinement import alike, refined
from etl.coder.second_reader.scene import Scene
from etl.coder.second_reader.two_sides import two_sided
from etl.coder.sentences import LEAD
from etl.coder.status.doubt import only_striven, presupposed
from etl.coder.vote import NONE, Vote
from etl.records import LIVE, short_hash

KEPT = 0.4
"""An act stays an event if it is at least so likely to be right."""
MADE = 0.48
"""An act that only the model sees becomes an event if it is at least so likely to be right: more than
`KEPT`, since no rule can explain it."""
SURE = 0.6
"""An act that the rules take for doubtful or past is done or to come where the model is so sure of it."""
MOST_ACTORS = 7
"""A sentence that names more parties than this is a list; its pairs are left to the rules."""
_MUTUAL = frozenset({"04"})
_WORDS = frozenset({"02", "10", "11", "13"})
_BIDDING = frozenset({"02", "10", "13"})
_ONLY_ASKED = (("appeal",), ("propose",))  # who is ordered to leave is expelled
_INNER = re.compile(r":(\d\d)\d{1,2}(?:<\w+)?\)+$")  # the act inside of an operator's rule: "refuse=refuse(verb:condemn>obj:111)"


class Reader(Protocol):
    """Whoever votes on a marked pair; `second_reader.model.RelationModel` does."""

    version: str

    def vote(self, text: str, source: Span | None, target: Span | None, briefing: Briefing = NO_BRIEFING) -> Vote:
        """Return the vote on what `source` does to `target` in `text`, told what the rules found."""


class Votes:
    """The votes on one sentence, each pair asked about once."""

    def __init__(self, ask: Callable[[Actor, Actor], Vote | None]) -> None:
        """Take whom to ask what a first actor does to a second."""
        self._ask = ask
        self._known: dict[tuple[Actor, Actor], Vote | None] = {}
        self.ways: dict[tuple[str, str], Vote] = {}

    def on(self, source: Actor, target: Actor) -> Vote | None:
        """Return the vote on a pair, and remember it by their keys: the first that is asked about speaks for all of a name."""
        pair = (source, target)
        if pair not in self._known:
            self._known[pair] = self._ask(source, target)
        vote = self._known[pair]
        if vote is not None:
            self.ways.setdefault((source.key, target.key), vote)
        return vote


class Arbiter:
    """Settles the acts of a sentence between the rules and the model."""

    def __init__(self, reader: Reader, judge: Judge, asking: Asking | None = None) -> None:
        """Take the model, the judge, and what tells whether to read a sentence behind the lead in which the rules see nothing."""
        self.version = short_hash(reader.version, judge.version, *([] if asking is None else [asking.version]))
        self._reader = reader
        self._asking = asking
        self.judge = judge

    def settle(self, scene: Scene) -> list[Act]:
        """Return the acts that stand, each with its vote and confidence: the rules' own, recoded ones, and the model's."""
        votes = self.votes(scene)
        settled = [self._settled(scene, act, votes) for act in scene.acts]
        asked = [_asked_as_well(scene, act, kept) for act, kept in zip(scene.acts, settled, strict=True)]
        settled = [self._with_its_return(act, kept, scene.acts, settled) for act, kept in zip(scene.acts, settled, strict=True)]
        told = list(zip(scene.acts, settled, strict=True))
        kept = [act for act in (*settled, *asked) if act is not None and not carried_out(act, told)]
        kept += self._filled(scene, votes)
        return [*kept, *beside(scene, kept, votes.ways, partial(self.weigh, scene))]

    def candidates(self, scene: Scene) -> Iterator[Candidate]:
        """Yield every act that one of the two readers sees, done or to come: what is weighed, and what the judge learns from."""
        votes = self.votes(scene)
        for act in scene.acts:
            if is_weighed(act):
                own = self.own(scene, act, votes)
                yield own
                if (other := self.other(scene, own, votes)) is not None:
                    yield other
        yield from self.alone(scene, votes)

    def own(self, scene: Scene, act: Act, votes: Votes) -> Candidate:
        """Return an act of the rules as it is weighed."""
        vote = votes.on(act.source, act.target)
        heard = vote if vote is not None and not _unheard(scene, act, vote) else None
        return Candidate(act.source, act.target, act.code[:2], act, heard, votes.ways.get((act.target.key, act.source.key)))

    @staticmethod
    def other(scene: Scene, own: Candidate, votes: Votes) -> Candidate | None:
        """Return what the model takes an act of the rules for, where that is another act and none that they see as well."""
        vote = own.vote
        if vote is None or vote.root in {NONE, own.root} or vote.root in _roots_between(scene, own.source, own.target):
            return None
        return Candidate(own.source, own.target, vote.root, None, vote, votes.ways.get((own.target.key, own.source.key)))

    def alone(self, scene: Scene, votes: Votes) -> Iterator[Candidate]:
        """Yield the acts that the model sees between those whom a sentence names and no act of the rules joins.

        Where the rules let B do to A what the model lets A do to B, the model took the sentence the wrong way round. A meeting
        must be seen from both sides. How far down the sentence stands is weighed like the rest.
        """
        parties = named(scene)
        reverse = {(act.target.key, act.source.key, act.code[:2]) for act in scene.acts}
        joined = {(act.source.key, act.target.key) for act in scene.acts if act.status in LIVE}
        doubted = {(act.source.key, act.target.key, act.code[:2]) for act in scene.acts}
        for (one, other), vote in votes.ways.items():
            if (one, other) in joined or one not in parties or other not in parties or (one, other, vote.root) in doubted:
                continue
            if vote.root == NONE or vote.status not in LIVE or (one, other, vote.root) in reverse:
                continue
            back = votes.ways.get((other, one))
            if vote.root in _MUTUAL and (back is None or back.root != vote.root):
                continue
            yield Candidate(parties[one], parties[other], vote.root, None, vote, back)

    def read(self, text: str, source: Span | None, target: Span | None, briefing: Briefing) -> Vote:
        """Return the model's vote on two spans of a text, of which one may be missing."""
        return self._reader.vote(text, source, target, briefing)

    def vote(self, scene: Scene, marked: Callable[[], Sequence[Span]], source: Actor, target: Actor) -> Vote | None:
        """Return the model's vote on a pair, None where a side stands in another sentence or both are one phrase.

        `marked` gives the parties that are marked in the sentence.
        """
        one, other = (phrase(scene.tree, placed(scene, actor)) for actor in (source, target))
        if one is None or other is None or one == other:
            return None
        parties = tuple(marked())
        sides = _party(one, parties), _party(other, parties)
        if sides[0] == sides[1]:  # one within the other: they are marked as they stand, and the sentence is read once more
            sides = one, other
        briefing = brief(scene.tree, scene.acts, scene.hints, source, target, parties)
        return self._reader.vote(scene.text, *sides, briefing)

    def weigh(self, scene: Scene, candidate: Candidate) -> float:
        """Return how likely a candidate is right."""
        return self.judge.probability(evidence(scene, candidate))

    def votes(self, scene: Scene) -> Votes:
        """Return the votes on all pairs that are asked about: those of the acts that are weighed, and those of all named.

        A sentence that is not read has none.
        """
        if not self.reads(scene):
            return Votes(lambda _source, _target: None)
        parties = named(scene)
        votes = Votes(partial(self.vote, scene, cache(partial(marked_parties, scene))))
        for act in filter(is_weighed, scene.acts):
            votes.on(act.source, act.target)
        if len(parties) <= MOST_ACTORS:
            for one, other in permutations(parties.values(), 2):
                if (one.key, other.key) not in votes.ways:
                    votes.on(one, other)
        return votes

    def reads(self, scene: Scene) -> bool:
        """Whether the model reads a sentence: the lead, what the rules see between two, and where signs of an act promise one."""
        if self._asking is None or scene.index <= LEAD or any(map(is_abroad, scene.acts)):
            return True
        parties = named(scene)
        return 1 < len(parties) <= MOST_ACTORS and self._asking.is_worth_it(scene, parties.values())

    @staticmethod
    def _with_its_return(act: Act, kept: Act | None, acts: Sequence[Act], settled: Sequence[Act | None]) -> Act | None:
        """Return an act that was let go, recoded or thought past, if the same words tell it the other way round and that stands.

        Talks, visits, pacts and battles have two sides, and so has a tie that two have cut. Where both stand, both have the code
        of the surer one.
        """
        ways = (
            one
            for other, one in zip(acts, settled, strict=True)
            if one is not None
            and (other.source.key, other.target.key) == (act.target.key, act.source.key)
            and (other.trigger, other.rule_id) == (act.trigger, act.rule_id)
        )
        back = next(ways, None)
        if back is None or back.code[:2] != act.code[:2]:
            return kept
        if kept is not None and kept.code[:2] == act.code[:2]:
            if (kept.status in LIVE) == (back.status in LIVE) or act.status not in LIVE:
                return alike(kept, back)
            likely = (_likelihood(kept) + _likelihood(back)) / 2  # what two did with each other, both did or neither
            if (likely >= KEPT) == (kept.status in LIVE):
                return kept
        return replace(act, status=back.status, vote=back.vote, confidence=back.confidence)

    def _settled(self, scene: Scene, act: Act, votes: Votes) -> Act | None:
        if not is_weighed(act):
            invited = act.code in VISITS and bidden(scene.tree, act.trigger)
            striven = only_striven(scene.tree, act.trigger)  # "has worked hard to conclude a pact": it is not concluded
            return act if invited or striven else _restored(act, votes.ways.get((act.source.key, act.target.key)))
        vote = votes.on(act.source, act.target)
        own = self.own(scene, act, votes)
        rule = self.weigh(scene, own)
        if own.vote is not None and own.vote.root == own.root and claimed_by_doer(scene, act):
            rule = max(rule, self.weigh(scene, replace(own, vote=None)))  # that it is his own word casts no doubt on it
        elif vote is not None and own.vote is None and claimed_by_doer(scene, act):
            rule = max(rule, KEPT)  # nor that the model hears only what is said
        if vote is not None and (own.vote is None or vote.root != NONE) and told_as_done(scene.tree, act.trigger):
            floor = KEPT if own.vote is None or vote.root == own.root else 0.0
            rule = max(rule, floor, self.weigh(scene, replace(own, vote=None)))
        if vote is not None and settles(act.rule_id, vote.root):
            rule = max(rule, KEPT)
        other = self.other(scene, own, votes)
        model = 0.0 if other is None else self.weigh(scene, other)
        if own.vote is not None and own.vote.root == own.root and own.vote.status not in LIVE and rule < KEPT:
            return replace(act, status=own.vote.status, vote=vote, confidence=1 - rule)
        if other is not None and own.vote is not None and model > rule and not _turned_down(act, own.vote):
            return self._recoded(scene, act, own.vote, model)
        return replace(refined(scene, act, own.vote), vote=vote, confidence=rule) if rule >= KEPT else None

    @staticmethod
    def _recoded(scene: Scene, act: Act, vote: Vote, model: float) -> Act | None:
        """Return an act of the rules with the root that the model gives it, None where that is no event."""
        if model < KEPT:
            return None
        if act.operators[:1] in _ONLY_ASKED and vote.root in HOSTILE:
            return None  # "urged Washington to stop contacts with Taipei" stops none
        if act.code[:2] == "13" and vote.root in VIOLENT:
            return replace(act, status="hypothetical", vote=vote, confidence=model)  # told as to come, so not yet done
        hint = scene.hints.get(vote.root)
        seen = hint.code if hint is not None and hint.status in LIVE else f"{vote.root}0"
        code = vote.sure_code(vote.root) or seen
        status = "announced" if vote.root == "03" else vote.status
        return replace(act, code=code, status=status, rule_id=f"{act.rule_id}|model:{vote.root}", vote=vote, confidence=model)

    def _filled(self, scene: Scene, votes: Votes) -> Iterator[Act]:
        """Yield the acts that only the model sees, where they are likely enough, both ways where they have two."""
        found = list(two_sided(scene, list(self._found(scene, votes))))
        yield from found
        if any(act.code[:2] in JOINT for act in found):
            taken = {(act.source.key, act.target.key) for act in (*scene.acts, *found)}
            yield from in_company(companies(scene.tree, scene.actors), found, taken)

    def _found(self, scene: Scene, votes: Votes) -> Iterator[Act]:
        for one in self.alone(scene, votes):
            share = self.weigh(scene, one)
            if share < MADE or one.vote is None or unlikely(scene, one.root, one.source, one.target):
                continue
            hint = scene.hints.get(one.root)
            seen = hinted(scene, one.root)
            yield Act(
                source=one.source,
                target=one.target,
                code=one.vote.sure_code(one.root) or (hint.code if hint is not None and seen else f"{one.root}0"),
                status="announced" if one.root == "03" else one.vote.status,
                rule_id=f"model:{one.root}~{hint.rule_id}" if hint is not None and seen else f"model:{one.root}",
                trigger=hint.trigger if hint is not None and seen else joint(scene.tree, one.source, one.target),
                rank=0,
                speaker=None,
                operators=(),
                vote=one.vote,
                confidence=share,
            )


def is_weighed(act: Act) -> bool:
    """Whether an act of the rules is weighed: what is neither done nor to come, and a bare statement, is not."""
    return act.status in LIVE and not act.code.startswith("01")


def is_abroad(act: Act) -> bool:
    """Whether an act is weighed and lies between two: what a country does within its borders no dyad shows."""
    return is_weighed(act) and act.source.key != act.target.key


def _party(side: Span, parties: Sequence[Span]) -> Span:
    """Return the marked party of whose words a side is a part, or that is a part of it; itself where there is none."""
    return side if side in parties else next((party for party in parties if overlap(side, party)), side)


def _roots_between(scene: Scene, source: Actor, target: Actor) -> set[str]:
    """Return the roots of the acts, done or to come, that the rules see on one way between two."""
    pair = (source.key, target.key)
    return {act.code[:2] for act in scene.acts if (act.source.key, act.target.key) == pair and act.status in LIVE}


def _unheard(scene: Scene, act: Act, vote: Vote) -> bool:
    """Whether the model's vote is on something else than an act, or knows less of it than the rules."""
    if vote.root == NONE and (act.source.basis == "scene" or act.rule_id.endswith("~likewise")):
        return True  # asked about the place, not about the people there; or about "so did"
    if vote.root == NONE and presupposed(scene.tree, act.trigger):
        return True  # "After the raid on Chad, will Libya ...?": the vote is on what is asked
    if vote.root == NONE and act.code[:2] == "12" and act.rule_id.endswith("~answer"):
        return True  # asked about the "it" that is denied
    if act.rule_id.endswith("~custody") and (vote.status not in LIVE or vote.root in {NONE, "17"}):
        return True  # the vote is on the arrest that was before it
    if vote.root in {NONE, "11"} and claimed_by_doer(scene, act):
        return True  # the vote is on what is said
    if vote.root == NONE and act.code[:3] in {"031", "032"} and own_word(scene.tree, act.trigger):
        return True  # "said it would buy more rice" is no mere remark
    if vote.root == NONE and act.code[:2] in _WORDS and trails_own_word(scene.tree, act.trigger):
        return True  # "said it shot down a drone, accusing Chad of terrorism"
    if vote.root == "13" and vote.status not in LIVE and act.rule_id.startswith("verb:rule_out=threaten"):
        return True  # the threat is made, though what it threatens is only possible
    if vote.root == act.code[:2]:
        later = _foretold(act) and put_off(scene.tree, act.trigger)
        return later or (vote.root == "04" and vote.status not in LIVE and fruitless(scene))
    if act.rule_id.startswith("verb:act>in") and vote.root not in {NONE, "04"}:
        return True  # the vote is on what is said or signed on the visit
    if timed(scene, act, vote):
        return True  # the vote is on what is done before it or said of it, or knows no calendar
    if settles(act.rule_id, vote.root):
        return True
    if vote.status not in LIVE and act.operators[:1] == ("threaten",) and vote.root in HOSTILE:
        return True  # who does not rule out a strike does not strike, but threatens
    if _foretold(act) and vote.root in PENALTIES:
        return True  # "will suspend talks" threatens to, however sure the model is of the act
    return undone(scene, vote.root, act.source)


def _restored(act: Act, vote: Vote | None) -> Act:
    """Return an act that the rules take for neither done nor to come, done or to come where the model is sure of act and status.

    In some 1,400 unseen articles of ours that was so 40 times, and right 35 times. What the rules see denied stays so; but who
    "did not want him in his capital" has turned him down.
    """
    denied = act.status == "negated" and (act.code[:2] != "12" or act.rule_id.startswith("verb:rule_out"))
    if vote is None or vote.root != act.code[:2] or vote.status not in LIVE or denied:
        return replace(act, vote=vote)
    share = min(vote.roots[vote.root], vote.statuses[vote.status])
    return replace(act, status=vote.status, vote=vote, confidence=share) if share >= SURE else replace(act, vote=vote)


def _asked_as_well(scene: Scene, act: Act, kept: Act | None) -> Act | None:
    """Return the appeal that the model takes for the displeasure in the clause before: "condemned the raid and urged Chad".

    Where the first clause names nobody, the model hears both acts at once and says the first.
    """
    if kept is None or act.code[:2] not in _BIDDING or kept.code[:2] != "11":
        return None
    hint = scene.hints.get("11")
    if hint is None or hint.targets or scene.tree.head[act.trigger] != hint.trigger or scene.tree.deps[act.trigger] != "conj":
        return None
    return replace(act, vote=kept.vote, confidence=kept.confidence)


def _turned_down(act: Act, vote: Vote) -> bool:
    """Whether the model only sees the act that was refused ("refused to condemn"), or a threat in "determined to withdraw"."""
    inner = _INNER.search(act.rule_id)
    if inner is not None and act.operators[:1] == ("intend",) and vote.root == "13":
        return inner[1] in {"06", "07", "08"}
    return act.code[:2] == "12" and "refuse" in act.operators and inner is not None and inner[1] == vote.root


def _foretold(act: Act) -> bool:
    """Whether a threat is told by a verb's own future: "will suspend talks", but not "decided to suspend"."""
    return act.code[:2] == "13" and act.operators[:1] == ("intend",) and "=" not in act.rule_id


def _likelihood(act: Act) -> float:
    """Return how likely an act is done or to come: of one that is let go as past its confidence is in that."""
    confidence = act.confidence or 0.0
    return confidence if act.status in LIVE else 1 - confidence
