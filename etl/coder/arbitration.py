"""Two readers of one sentence: the rules propose acts, the relation model votes on each pair, and a small table settles it.

Every pair of actors falls into a `case` (what the rules say against what the model says), a family of rules and a band of the
model's probability. The table (`data/models/arbitration.csv`, made by `make train` from our own gold) tells how often the rule's
root and the model's root were right there. Who was right more often wins; the share is the confidence of the event; below
`KEPT` there is no event.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import Protocol

from etl.coder.actors import Actor
from etl.coder.acts import Act
from etl.coder.briefing import brief
from etl.coder.company import JOINT, companies, in_company
from etl.coder.findings import Scene, fruitless, hinted, joint, two_sided, undone, unlikely
from etl.coder.futures import lies_ahead, timetabled
from etl.coder.marking import NO_BRIEFING, Briefing, Span
from etl.coder.model import NONE, Vote
from etl.coder.sentences import LEAD
from etl.coder.tree import Tree
from etl.errors import ModelError
from etl.records import LIVE, short_hash

KEPT = 0.5
"""An act stays an event if it was right in at least this share of such cases."""
MADE = 0.65
"""An act that only the model sees becomes an event if it was right in at least this share of such cases: more than `KEPT`, since
no rule can explain it."""
BANDS = (0.0, 0.5, 0.7, 0.85, 0.95)
"""Lower ends of the bands of probability."""
MOST_ACTORS = 5
"""A sentence that names more countries than this is a list; its pairs are left to the rules."""
_BEFORE = ("compound", "amod", "nmod", "poss", "nummod", "det")
_BREAKS = frozenset({",", ";", ":", "(", ")", "-", "–", "—"})
_LONGEST = 8  # words of a party; longer ones are mostly parsed wrongly
_MUTUAL = frozenset({"04"})
_FORCE = frozenset({"18", "19", "20"})
_HARM = frozenset({"14", "15", "16", "17", "18", "19", "20"})
_MEASURES = frozenset({"16", "17"})
_ONLY_ASKED = (("appeal",), ("propose",))  # who is ordered to leave is expelled
_INNER = re.compile(r":(\d\d)\d{1,2}(?:<\w+)?\)+$")  # the act inside of an operator's rule: "refuse=refuse(verb:condemn>obj:111)"
_ENOUGH = 30  # cases below which a row of the table leans on the wider row above it


class Reader(Protocol):
    """Whoever votes on a marked pair; `etl.coder.model.RelationModel` does."""

    version: str

    def vote(self, text: str, source: Span | None, target: Span | None, briefing: Briefing = NO_BRIEFING) -> Vote:
        """Return the vote on what `source` does to `target` in `text`, told what the rules found."""


@dataclass(frozen=True, slots=True)
class Case:
    """Where a pair stands: `agree`, `unlive` (the same root, but neither done nor announced), `other` (another root), `none` (no
    act, says the model), `alone` (only the model) or `unheard` (a side stands in another sentence: no vote); with the family of
    the rule and a band.
    """  # noqa: D205 - the summary lists the cases

    name: str
    family: str
    band: int


@dataclass(frozen=True, slots=True)
class Record:
    """How many such cases the gold holds, in how many the rule's root was right, and in how many the model's."""

    n: int
    rule: int
    model: int


class Table:
    """The arbitration table; a case that is rare is judged with the help of wider ones."""

    def __init__(self, records: dict[Case, Record]) -> None:
        """Take the counts by case."""
        self._records = records
        self.version = short_hash(*sorted(map(repr, records.items())))
        self._wide: dict[tuple[str, str, int], Record] = {}
        for case, record in records.items():
            for key in ((case.name, "", case.band), (case.name, "", -1)):
                old = self._wide.get(key, Record(0, 0, 0))
                self._wide[key] = Record(old.n + record.n, old.rule + record.rule, old.model + record.model)

    def shares(self, case: Case) -> tuple[float, float]:
        """Return how often the rule and how often the model was right in such a case."""
        shares = (0.5, 0.5)
        steps = (
            self._wide.get((case.name, "", -1)),
            self._wide.get((case.name, "", case.band)),
            self._records.get(case),
        )
        for record in steps:
            if record is not None:
                weight = record.n + _ENOUGH
                shares = ((record.rule + _ENOUGH * shares[0]) / weight, (record.model + _ENOUGH * shares[1]) / weight)
        return shares


COLUMNS = ("case", "family", "band", "n", "rule_right", "model_right")


def read_table(path: Path) -> Table:
    """Read the table. Raises ModelError where the file is missing or a row is not of its form."""
    if not path.is_file():
        raise ModelError(f"{path}: no arbitration table; `make train` makes one, --no-model goes without.")
    records: dict[Case, Record] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            try:
                counts = Record(int(row["n"]), int(row["rule_right"]), int(row["model_right"]))
                records[Case(row["case"], row["family"], int(row["band"]))] = counts
            except (KeyError, TypeError, ValueError):
                raise ModelError(f"{path}, line {number}: wanted are {', '.join(COLUMNS)}, not {row}") from None
    return Table(records)


def band(probability: float) -> int:
    """Return the number of the band that a probability falls into."""
    return max(number for number, low in enumerate(BANDS) if probability >= low)


def family(rule_id: str) -> str:
    """Return the kind of a rule: verb, noun, operator, occasion (an implied target)."""
    if rule_id.endswith("~occasion"):
        return "occasion"
    if "=" in rule_id:
        return "operator"
    return "noun" if rule_id.startswith("noun:") else "verb"


def judged(act: Act, vote: Vote | None, beside: AbstractSet[str] = frozenset()) -> Case:
    """Return the case of an act that the rules propose; `beside` are the roots of other acts between the same two.

    A vote is on a pair: where the sentence tells two acts between them ("condemned Iran and recalled its envoy"), it names one
    and says nothing on the other.
    """
    if vote is None or (vote.root != act.code[:2] and vote.root in beside and not _on_the_way(act)):
        return Case("unheard", family(act.rule_id), 0)
    if _refused_alike(act, vote) or _intended_alike(act, vote):
        return Case("agree", family(act.rule_id), band(vote.roots[vote.root]))
    if vote.root == act.code[:2]:
        if vote.status not in LIVE:
            return Case("unlive", family(act.rule_id), band(vote.statuses[vote.status]))
        return Case("agree", family(act.rule_id), band(vote.roots[vote.root]))
    if act.rule_id.startswith("verb:act>in") and vote.root not in {NONE, "04"}:
        return Case("unheard", family(act.rule_id), 0)  # the vote is on what is said or signed on the visit
    if vote.root == NONE and (act.source.basis == "scene" or act.rule_id.endswith("~likewise")):
        return Case("unheard", family(act.rule_id), 0)  # asked about the place, not about the people there; or about "so did"
    name = "none" if vote.root == NONE else "other"
    return Case(name, family(act.rule_id), band(vote.roots[vote.root]))


def _on_the_way(act: Act) -> bool:
    """Whether an act is only what a journey is for: "flew to Sochi for talks" tells of one visit."""
    return act.code == "036" and family(act.rule_id) == "noun"


def roots_beside(act: Act, acts: Sequence[Act]) -> frozenset[str]:
    """Return the roots of what else a sentence tells between the two sides of an act, done or to come."""
    return frozenset(
        other.code[:2]
        for other in acts
        if (other.source.key, other.target.key) == (act.source.key, act.target.key)
        and other.trigger != act.trigger
        and other.status in LIVE
    )


def _refused_alike(act: Act, vote: Vote) -> bool:
    """Whether the rules call a refusal what the model calls an act that is denied: "no plans to meet", "will not send"."""
    return act.code[:2] == "12" and vote.status == "negated" and vote.root not in {NONE, "12"}


def _intended_alike(act: Act, vote: Vote) -> bool:
    """Whether the rules call an intent what the model calls an act that is announced: "on the eve of a visit"."""
    return act.code[:2] == "03" and vote.status == "announced" and vote.root in {"04", "06", "07", "08"}


def _turned_down(act: Act, vote: Vote) -> bool:
    """Whether the model only sees the act that the rules say was refused: "refused to condemn" is no condemnation."""
    inner = _INNER.search(act.rule_id)
    return act.code[:2] == "12" and "refuse" in act.operators and inner is not None and inner[1] == vote.root


def alone(vote: Vote, scene: Scene, n_countries: int) -> Case:
    """Return the case of a pair that no rule joins, by how many countries the sentence names and where it stands.

    Where two are named, the act is between them or there is none; among three it is mostly taken for one between the wrong two.
    `bare` is running text in which no rule sees any act, `deep` is fresh text behind the lead.
    """
    crowd = {2: "pair", 3: "three"}.get(n_countries, "many")
    return Case("alone", f"{crowd} {_where(scene)}", band(vote.roots[vote.best_act]))


def _where(scene: Scene) -> str:
    if scene.index == 0:
        return "title"
    if scene.index > LEAD:
        return "deep"
    return "text" if set(scene.hints) - {"01"} else "bare"


class Arbiter:
    """Settles the acts of a sentence between the rules and the model."""

    def __init__(self, reader: Reader, table: Table) -> None:
        """Take the model and the table."""
        self.version = short_hash(reader.version, table.version)
        self._reader = reader
        self.table = table

    def settle(self, scene: Scene) -> list[Act]:
        """Return the acts that stand, each with its vote and confidence: the rules' own, recoded ones, and the model's."""
        settled = [self._settled(scene, act) for act in scene.acts]
        settled = [self._with_its_return(act, kept, scene.acts, settled) for act, kept in zip(scene.acts, settled, strict=True)]
        return [act for act in settled if act is not None] + list(self._filled(scene))

    @staticmethod
    def _with_its_return(act: Act, kept: Act | None, acts: Sequence[Act], settled: Sequence[Act | None]) -> Act | None:
        """Return an act that was let go, recoded or thought past, if the same words tell it the other way round and that stands.

        Talks and visits have two sides.
        """
        same = kept is not None and kept.code[:2] == act.code[:2]
        past = kept is not None and same and act.status in LIVE and kept.status not in LIVE
        if (same or act.code[:2] not in _MUTUAL | {"03"}) and not past:
            return kept
        ways = (
            one
            for other, one in zip(acts, settled, strict=True)
            if one is not None
            and (other.source.key, other.target.key) == (act.target.key, act.source.key)
            and (other.trigger, other.rule_id) == (act.trigger, act.rule_id)
        )
        back = next(ways, None)
        if back is None or back.code[:2] != act.code[:2] or (past and kept is not None and not _surer(back.vote, kept.vote)):
            return kept
        return replace(act, status=back.status, vote=back.vote, confidence=back.confidence)

    def ballots(self, scene: Scene) -> Iterator[tuple[Actor, Actor, Vote, Case]]:
        """Yield the votes on pairs of countries that a sentence names and no act of the rules joins, where a vote finds an act.

        Bodies and bands without a country are left to the rules. Behind the lead, where most is background, the sentence must
        give a day near the publication and a rule must have seen the act, though not between whom: of 25 acts between two
        countries that only the model saw there in our gold for development 7 were right, of 19 others 15.
        Where the rules let B do to A what the model lets A do to B, the model took the sentence the wrong way round. A meeting
        must be seen from both sides.
        """
        named: dict[str, Actor] = {}
        for actor in scene.actors:
            if actor.start is not None and actor.country is not None:
                named.setdefault(actor.key, actor)
        if len(named) > MOST_ACTORS or (scene.index > LEAD and not self._worth_asking(scene)):
            return
        joined = {(act.source.key, act.target.key) for act in scene.acts}
        reverse = {(act.target.key, act.source.key, act.code[:2]) for act in scene.acts}
        votes = {
            (source.key, target.key): vote
            for source, target in permutations(named.values(), 2)
            if (source.key, target.key) not in joined and (vote := self.vote(scene, source, target)) is not None
        }
        for (one, other), vote in votes.items():
            if vote.root == NONE or vote.status not in LIVE or (one, other, vote.root) in reverse:
                continue
            if scene.index > LEAD and not hinted(scene, vote.best_act):
                continue
            back = votes.get((other, one))
            if vote.root in _MUTUAL and (back is None or back.root != vote.root):
                continue
            yield named[one], named[other], vote, alone(vote, scene, len(named))

    @staticmethod
    def _worth_asking(scene: Scene) -> bool:
        """Whether a sentence behind the lead may hold an act that only the model sees: asking is what costs time."""
        return scene.fresh and any(hint.status in LIVE for root, hint in scene.hints.items() if root != "01")

    def read(self, text: str, source: Span | None, target: Span | None, briefing: Briefing) -> Vote:
        """Return the model's vote on two spans of a text, of which one may be missing."""
        return self._reader.vote(text, source, target, briefing)

    def vote(self, scene: Scene, source: Actor, target: Actor) -> Vote | None:
        """Return the model's vote on a pair, None where a side stands in another sentence or both are one phrase."""
        one, other = phrase(scene.tree, source), phrase(scene.tree, target)
        if one is None or other is None or one == other:
            return None
        briefing = brief(scene.tree, scene.actors, scene.acts, scene.hints, source, target)
        return self._reader.vote(scene.text, one, other, briefing)

    def _settled(self, scene: Scene, act: Act) -> Act | None:
        vote = self.vote(scene, act.source, act.target)
        if act.status not in LIVE or act.code.startswith("01"):
            return replace(act, vote=vote)
        case = judged(act, vote, roots_beside(act, scene.acts))
        if case.name == "other" and act.code == "036" and _to_come(scene.tree, act.trigger):
            case = Case("unheard", case.family, 0)  # the vote is on what is done before it, or knows no calendar
        if vote is not None and vote.status not in LIVE and act.operators[:1] == ("threaten",) and vote.root in _HARM:
            case = Case("unheard", case.family, 0)  # who does not rule out a strike does not strike, but threatens
        if vote is not None and _foretold(act) and vote.root in _MEASURES:
            case = Case("unheard", case.family, 0)  # "will suspend talks" threatens to, however sure the model is of the act
        if vote is not None and undone(scene, vote.root, act.source):
            case = Case("unheard", case.family, 0)
        if vote is not None and case.name == "unlive" and vote.root == "04" and fruitless(scene):
            case = Case("agree", case.family, band(vote.roots[vote.root]))
        rule, model = self.table.shares(case)
        if vote is not None and case.name == "unlive" and rule < KEPT:
            return replace(act, status=vote.status, vote=vote, confidence=1 - rule)
        if vote is not None and case.name == "other" and model > rule and not _turned_down(act, vote):
            if model < KEPT or scene.index > LEAD:
                return None
            if act.operators[:1] in _ONLY_ASKED and vote.root in _HARM:
                return None  # "urged Washington to stop contacts with Taipei" stops none
            if act.code[:2] == "13" and vote.root in _FORCE:
                return replace(act, status="hypothetical", vote=vote, confidence=model)  # told as to come, so not yet done
            hint = scene.hints.get(vote.root)
            code = hint.code if hint is not None and hint.status in LIVE else vote.code(vote.root)
            status = "announced" if vote.root == "03" else vote.status
            rule_id = f"{act.rule_id}|model:{vote.root}"
            return replace(act, code=code, status=status, rule_id=rule_id, vote=vote, confidence=model)
        return replace(act, vote=vote, confidence=rule) if rule >= KEPT else None

    def _filled(self, scene: Scene) -> Iterator[Act]:
        """Yield the acts that only the model sees, where it was right often enough, both ways where they have two."""
        found = list(two_sided(scene, list(self._found(scene))))
        yield from found
        if any(act.code[:2] in JOINT for act in found):
            taken = {(act.source.key, act.target.key) for act in (*scene.acts, *found)}
            yield from in_company(companies(scene.tree, scene.actors), found, taken)

    def _found(self, scene: Scene) -> Iterator[Act]:
        for source, target, vote, case in self.ballots(scene):
            _, share = self.table.shares(case)
            if share < MADE:
                continue
            root = vote.best_act
            hint = scene.hints.get(root)
            seen = hinted(scene, root)
            if unlikely(scene, root, source, target):
                continue
            yield Act(
                source=source,
                target=target,
                code=hint.code if hint is not None and seen else vote.code(root),
                status="announced" if root == "03" else vote.status,
                rule_id=f"model:{root}~{hint.rule_id}" if hint is not None and seen else f"model:{root}",
                trigger=hint.trigger if hint is not None and seen else joint(scene.tree, source, target),
                rank=0,
                speaker=None,
                operators=(),
                vote=vote,
                confidence=share,
            )


def _foretold(act: Act) -> bool:
    """Whether a threat is told by a verb's own future: "will suspend talks", but not "decided to suspend"."""
    return act.code[:2] == "13" and act.operators[:1] == ("intend",) and "=" not in act.rule_id


def _to_come(tree: Tree, trigger: int) -> bool:
    """Whether the words put an act into the future beyond doubt: "ahead of the visit", "arrives later this week"."""
    return lies_ahead(tree, trigger) or timetabled(tree, trigger)


def _surer(one: Vote | None, other: Vote | None) -> bool:
    """Whether a first vote is surer of its status than a second."""
    return one is not None and other is not None and one.statuses[one.status] > other.statuses[other.status]


def phrase(tree: Tree, actor: Actor) -> Span | None:
    """Return the offsets of the noun phrase that names an actor, which is how the model saw parties marked.

    "Japan's defence minister" where the dictionary found "Japan"; but "Chinese" alone in "Chinese drills", for drills are no
    party; None where the actor stands in another sentence.
    """
    if actor.start is None or actor.end is None:
        return None
    span = tree.token_at(actor.start, actor.end)
    if span is None or actor.head < 0 or actor.head >= len(tree) or actor.head > span[1]:
        return actor.start, actor.end
    first = min([span[0], *(min(tree.subtree(kid)) for kid in tree.kids(actor.head, *_BEFORE) if kid < actor.head)])
    last = max(span[1], actor.head)
    if last - first > _LONGEST or any(tree.words[token] in _BREAKS for token in range(first, last)):
        return actor.start, actor.end
    return tree.starts[first], tree.ends[last]
