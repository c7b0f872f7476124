"""What each reader is worth: rules alone, model alone, both, by root and by status, with examples each way.

    python -m tests.gold.readers > docs/two_readers.md

Figures are of the test half of the gold and the hold-out; the examples are of the development half, so that the page gives
nothing of the test half away.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.coder.coder import Coder
from etl.coder.relation import classify
from etl.coder.staging import Marked, briefings
from etl.coder.vote import NONE
from etl.engines.equipment import Equipment, load_coder
from etl.evaluate import GoldItem, Report, evaluate, load_gold, load_pairs, to_articles, to_predictions
from etl.evaluate.gold import half
from etl.evaluate.pairs import PairItem, label_of
from etl.evaluate.report import Counts
from etl.records import LIVE, CodedArticle, Mention
from tests.gold.gate import FOLDER, HOLDOUT, PAIRS

_N_EXAMPLES = 10
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

_HEAD = """# Two readers

What the rules and the relation model are worth alone and together, and where each is right against the other. This page is made
by `python -m tests.gold.readers`; the figures are of our own gold, whose [agreement](../tests/gold/AGREEMENT.md) between two
coders is the ceiling. How the readers are brought together is told in [how the coder decides](how_the_coder_decides.md).
"""


_LEARNT = """
## What was learnt from them

- The model knows wordings that no frame has, and sees that two who are named side by side act together and not on each other.
  Rules that came of it: reactions to what an earlier sentence told, comma-cut lists of nationalities, guests, measures that
  somebody complains of, talks that end; frames for asylum, permission, peacekeepers, recognition, entry bans.
- Many of its wordings stood in our own training corpus. What the rules missed there was listed by the way through the parse, and
  2,500 frames were written from such lists.
- Alone it was weak where three countries or more are named, for it reads syntax badly: so it is told what the rules found for the
  pair and for the others, and the way from one to the other (`etl/coder/second_reader/briefing.py`). "Model" here means the
  model so briefed.
- The rules know who holds an office, which place is whose, and what "fears that", "before any" and a record "since" make of an
  act; the model still takes venues for parties. That is why behind the lead it is asked only where signs of an act are, and is
  believed the less the more countries are named.
"""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a reader: directed dyad, root, status, confidence and the sentence."""

    source: str
    target: str
    root: str
    status: str
    confidence: float
    evidence: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Dyad and root."""
        return self.source, self.target, self.root


def acts(coded: Sequence[CodedArticle]) -> list[list[Act]]:
    """Return the acts of each article between two sides: what a country does within itself the gold labels nowhere."""
    return [[act for act in map(_act, article.mentions) if act.source != act.target] for article in coded]


def _act(mention: Mention) -> Act:
    source, target = (side.country or side.role for side in (mention.source, mention.target))
    return Act(source, target, mention.event_code[:2], mention.status, mention.confidence, mention.evidence)


def wanted(item: GoldItem) -> set[tuple[str, str, str]]:
    """Return the gold's live acts by dyad and root, without root 01; an alternative code of another root counts as well."""
    return {
        (event.source, event.target, code[:2])
        for event in item.events
        if event.status in LIVE
        for code in filter(None, (event.code, event.alt))
        if not code.startswith("01")
    }


def measured(items: Sequence[GoldItem], coded: Sequence[CodedArticle]) -> Report:
    """Score coded articles as the gate does: each act is found or missed by itself, its own alternative is as good."""
    return evaluate(items, to_predictions(coded))


def _pair_labels(coder: Coder, pairs: Sequence[PairItem], reader: str) -> list[str]:
    labels = []
    for pair in pairs:
        if reader == "model" and coder.arbiter is not None:
            sums: defaultdict[str, float] = defaultdict(float)
            told = next(briefings(coder, [Marked(pair.text, pair.source, pair.target)]))
            vote = coder.arbiter.read(pair.text, pair.source, pair.target, told)
            for root, share in vote.roots.items():
                if root != NONE:
                    sums[label_of(vote.code(root))] += share
            labels.append(max(sums, key=sums.__getitem__))
        else:
            labels.append(label_of(str(classify(coder, pair.text, pair.source, pair.target)["event_code"])))
    return labels


def _f1(found: Sequence[str], gold: Sequence[str], label: str) -> float:
    pairs = list(zip(found, gold, strict=True))
    hits = sum(pair == (label, label) for pair in pairs)
    return 2 * hits / ((sum(f == label for f, _ in pairs) + sum(g == label for _, g in pairs)) or 1)


def _pairs_table(rules: Coder, both: Coder) -> Iterator[str]:
    pairs = [pair for pair in load_pairs(PAIRS) if pair.source and pair.target]
    gold = [pair.root for pair in pairs]
    found = {
        "rules": _pair_labels(rules, pairs, "rules"),
        "model": _pair_labels(both, pairs, "model"),
        "both": _pair_labels(both, pairs, "both"),
    }
    yield f"\n## Marked pairs\n\nF1 by type of act on the {len(pairs)} marked pairs of `tests/gold/pairs.jsonl`.\n"
    yield "| act | n | rules | model | both |\n|---|--:|--:|--:|--:|"
    labels = sorted(set(gold))
    for label in labels:
        shown = " | ".join(f"{_f1(found[name], gold, label):.2f}" for name in found)
        yield f"| {label} | {gold.count(label)} | {shown} |"
    means = " | ".join(f"{sum(_f1(found[name], gold, label) for label in labels) / len(labels):.3f}" for name in found)
    yield f"| **mean** | {len(pairs)} | {means} |"


def roots_table(items: Sequence[GoldItem], rules: Sequence[CodedArticle], both: Sequence[CodedArticle]) -> Iterator[str]:
    """Yield the lines of the table of precision, recall and F1 by root, rules alone beside both readers."""
    one, two = measured(items, rules), measured(items, both)
    yield (
        f"\n## Events, by root\n\nEnd to end on the {len(items)} articles of the test half and the hold-out, counted as "
        "`comity evaluate` does.\n"
    )
    yield "| root | wanted | rules P | R | F1 | both P | R | F1 |\n|---|--:|--:|--:|--:|--:|--:|--:|"
    roots = sorted(one.roots.keys() | two.roots.keys())
    rows = [(root, one.roots.get(root, Counts()), two.roots.get(root, Counts())) for root in roots]
    rows.append(("**all**", *(report.levels["root"].counts for report in (one, two))))
    for root, left, right in rows:
        shown = " | ".join(f"{c.precision:.2f} | {c.recall:.2f} | {c.f1:.2f}" for c in (left, right))
        yield f"| {root} | {left.hits + left.missed} | {shown} |"


def _statuses_table(items: Sequence[GoldItem], rules: Sequence[list[Act]], both: Sequence[list[Act]]) -> Iterator[str]:
    yield "\n## By status\n\nActs of the gold that a reader sees (dyad and root), and the share whose status it gets right.\n"
    yield "| status | acts | rules see | right | both see | right |\n|---|--:|--:|--:|--:|--:|"
    total: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = {"rules": Counter(), "both": Counter()}
    right: dict[str, Counter[str]] = {"rules": Counter(), "both": Counter()}
    for item, *found in zip(items, rules, both, strict=True):
        for event in item.events:
            key = (event.source, event.target, event.code[:2])
            total[event.status] += 1
            for name, acts in zip(seen, found, strict=True):
                statuses = {act.status for act in acts if act.key == key}
                seen[name][event.status] += bool(statuses)
                right[name][event.status] += event.status in statuses
    for status, number in total.most_common():
        shown = " | ".join(
            f"{seen[name][status]} | {right[name][status] / seen[name][status]:.2f}" if seen[name][status] else "0 | -"
            for name in seen
        )
        yield f"| {status} | {number} | {shown} |"


def _calibration(items: Sequence[GoldItem], both: Sequence[list[Act]]) -> Iterator[str]:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for item, acts in zip(items, both, strict=True):
        labelled = wanted(item)
        for act in acts:
            if act.status in LIVE and act.root != "01":
                number = max(n for n, low in enumerate(_BINS[:-1]) if act.confidence >= low)
                bins[number].append((act.confidence, act.key in labelled))
    told = [pair for pairs in bins.values() for pair in pairs]
    brier = sum((confidence - right) ** 2 for confidence, right in told) / len(told)
    yield (
        f"\n## Confidence\n\nThe `confidence` of {len(told)} live mentions of these articles against the share that was right. "
        f"Brier score {brier:.3f}; {sum(right for _, right in told) / len(told):.3f} of all were right.\n"
    )
    yield "| confidence | mentions | mean | right |\n|---|--:|--:|--:|"
    for number in sorted(bins):
        pairs = bins[number]
        mean, right = sum(c for c, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs)
        yield f"| {_BINS[number]:.1f} to {min(1.0, _BINS[number + 1]):.1f} | {len(pairs)} | {mean:.2f} | {right:.2f} |"


def _examples(items: Sequence[GoldItem], rules: Sequence[list[Act]], both: Sequence[list[Act]]) -> Iterator[str]:
    gained: list[str] = []
    lost: list[str] = []
    for item, left, right in zip(items, rules, both, strict=True):
        labelled = wanted(item)
        one = {act.key: act for act in left if act.status in LIVE and act.root != "01"}
        two = {act.key: act for act in right if act.status in LIVE and act.root != "01"}
        for key in sorted(one.keys() ^ two.keys()):
            act = one.get(key) or two[key]
            added, good = key in two, key in labelled
            line = f"| {act.evidence.replace('|', '/')} | {key[0]} > {key[1]} {key[2]} | {'added' if added else 'taken out'} |"
            (gained if added == good else lost).append(line)
    for title, lines in (
        ("The model was right, the rules were wrong", gained),
        ("The rules were right, the model was wrong", lost),
    ):
        yield f"\n## {title}\n\n{len(lines)} such acts in {len(items)} articles of the development half; {_N_EXAMPLES} of them:\n"
        yield "| sentence | act | by the model |\n|---|---|---|"
        step = max(1, len(lines) // _N_EXAMPLES)
        yield from lines[::step][:_N_EXAMPLES]


def main() -> int:
    """Print the page; returns the exit code."""
    files = sorted(path for path in FOLDER.glob("*.jsonl") if path != PAIRS) + sorted((FOLDER / "items").glob("*.jsonl"))
    items = load_gold(files)
    test = [item for item in items if half(item) == "test"]
    dev = [item for item in items if half(item) == "dev" and not item.id.startswith(HOLDOUT.stem)]
    rules, both = load_coder(Equipment(model=None)), load_coder(Equipment())
    coded = {
        name: [list(reader.code(to_articles(part))) for reader in (rules, both)] for name, part in (("test", test), ("dev", dev))
    }
    found = {name: [acts(one) for one in readers] for name, readers in coded.items()}
    out = [_HEAD, *_pairs_table(rules, both), *roots_table(test, *coded["test"]), *_statuses_table(test, *found["test"])]
    out += [*_calibration(test, found["test"][1]), *_examples(dev, *found["dev"])]
    sys.stdout.write("\n".join([*out, _LEARNT]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
