"""The act side of the dictionaries: frames, operators, their composition, word classes and the CAMEO codes."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from etl.dictionaries.overlay import Shelf
from etl.dictionaries.rows import Row, read_rows

POS = frozenset({"verb", "noun", "adj"})
FRAME_KINDS = frozenset({"oneway", "mutual", "visit"})
OPERATORS = frozenset(
    (
        "do undergo agree intend refuse retract threaten demand appeal propose deny accuse fault end resume allow prevent wish "
        "say"
    ).split(" ")
)
PREPOSITIONS = frozenset(
    (
        "aboard about above across after against ahead along alongside amid among around as at away back before behind "
        "beneath beside between beyond by close despite down during for from in inside into near of off on onto "
        "opposite out outside over past round through to toward towards together under until up upon versus via with "
        "within without"
    ).split(" ")
)
SLOTS = frozenset({"subj", "obj", "comp", "poss"}) | PREPOSITIONS
_DOERS = "subj"  # before a list of lemmas in `object`: who must be the subject

FRAME_COLUMNS = tuple("lemma,pos,object,source_slot,target_slot,kind,code,example,expect,source,note".split(","))
OPERATOR_COLUMNS = tuple("lemma,pos,operator,addressee,example,expect,source,note".split(","))
COMPOSITION_COLUMNS = tuple("operator,inner,code,source,note".split(","))
CLASS_COLUMNS = tuple("class,lemma,source,note".split(","))
HISTORY_COLUMNS = tuple("phrase,source,note".split(","))
EXPECTATION = re.compile(r"([A-Z]{3})>([A-Z]{3}):(\d{3,4})")


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code: its name, GDELT quad class (1-4) and PLOVER type (empty for statements)."""

    name: str
    quad_class: int
    plover: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to say an act: the words, where each side stands, and the CAMEO code.

    `conditions` are (preposition, object lemmas) of which one must be met, "" being the direct object; empty where any object
    will do. `doers` are the lemmas of which the subject must be one; empty where anybody will do.
    """

    rule_id: str
    lemma: str
    particle: str
    pos: str
    conditions: tuple[tuple[str, frozenset[str]], ...]
    source_slots: tuple[str, ...]
    target_slots: tuple[str, ...]
    kind: str
    code: str
    doers: frozenset[str] = frozenset()


FREE = frozenset({"dollar", "named person", "named people", "named firm", "joint undertaking"})
"""What a condition may ask of an object beside its lemma: a sum, a person, people of a country, a firm, something shared."""
PEOPLE = frozenset(
    "man woman citizen national diplomat journalist student fisherman soldier activist suspect captain sailor".split(" ")
)
"""Objects for which a pronoun may stand where people are helped, held or hurt."""


class Around(Protocol):
    """What stands around a word: its prepositions ("" for none), and the lemmas behind each."""

    def prepositions(self) -> AbstractSet[str]:
        """Return the prepositions behind which anything stands."""

    def objects(self, preposition: str) -> Iterable[str]:
        """Return the lemmas behind a preposition."""


class FrameIndex:
    """The frames of one word, found by the objects that a sentence gives it: of a hundred frames of "make" few may fit."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Sort the frames by what their conditions ask for."""
        self._frames = tuple(frames)
        self._always: list[int] = []
        self._by_object: dict[str, dict[str, list[int]]] = {}
        for number, frame in enumerate(self._frames):
            asked = frozenset[str]().union(*(lemmas for _, lemmas in frame.conditions))
            if not frame.conditions or asked & (FREE | PEOPLE) or frame.source_slots == ("obj",):
                self._always.append(number)
                continue
            for preposition, lemmas in frame.conditions:
                table = self._by_object.setdefault(preposition, {})
                for lemma in lemmas:
                    table.setdefault(lemma, []).append(number)

    def __iter__(self) -> Iterator[Frame]:
        """Yield all frames in their order."""
        return iter(self._frames)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same frames in the same order."""
        return isinstance(other, FrameIndex) and self._frames == other._frames

    def __hash__(self) -> int:
        """Return the hash of the frames."""
        return hash(self._frames)

    def candidates(self, around: "Around") -> Iterator[Frame]:
        """Return the frames whose conditions may be met by what stands around a word, in order."""
        wanted = set(self._always)
        present = around.prepositions() if self._by_object else frozenset[str]()
        for preposition, table in self._by_object.items():
            if preposition in present:
                for lemma in around.objects(preposition):
                    wanted.update(table.get(lemma, ()))
        return (self._frames[number] for number in sorted(wanted))


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that changes the act it governs."""

    rule_id: str
    lemma: str
    particle: str
    pos: str
    operator: str
    addressee: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A row's own test: a sentence and the (source, target, code) it must give; `overlay` as in Row."""

    rule_id: str
    file: str
    line: int
    sentence: str
    expected: tuple[tuple[str, str, str], ...]
    overlay: str = ""


@dataclass(frozen=True, slots=True)
class ActLexicon:
    """Everything the coder knows about what can be done; frames and operators by (pos, first lemma)."""

    codes: dict[str, Code]
    frames: dict[tuple[str, str], FrameIndex]
    operators: dict[tuple[str, str], tuple[Operator, ...]]
    composition: dict[str, dict[str, str]]
    history: re.Pattern[str]
    classes: dict[str, frozenset[str]]
    examples: tuple[Example, ...]

    def candidates(self, pos: str, lemma: str, around: Callable[[], Around]) -> Iterable[Frame]:
        """Return the frames of a word that may fit what stands around it, which is asked for where it has any."""
        frames = self.frames.get((pos, lemma))
        return () if frames is None else frames.candidates(around())

    def compose(self, operator: str, inner: str | None) -> str | None:
        """Return the code of an operator over an inner code: the longest inner prefix wins, `*` is the last resort."""
        table = self.composition.get(operator, {})
        for size in range(len(inner or ""), 1, -1):
            if inner and inner[:size] in table:
                return table[inner[:size]] or None
        return table.get("*") or None


def load_acts(shelf: Shelf, sources: frozenset[str]) -> ActLexicon:
    """Read and check the act files of a dictionary folder."""
    codes = _codes(shelf.directory)
    classes = _classes(shelf, sources)
    frames: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    operators: dict[tuple[str, str], list[Operator]] = defaultdict(list)
    examples: list[Example] = []
    seen: set[str] = set()
    for row in shelf.rows("frames", FRAME_COLUMNS):
        frame = _frame(row, sources, codes, classes)
        if frame.rule_id in seen:
            raise row.fault("lemma", f"new: an earlier row is already {frame.rule_id}")
        seen.add(frame.rule_id)
        key = frame.lemma.split()[-1] if frame.pos == "noun" else frame.lemma
        frames[(frame.pos, key)].append(frame)
        examples.append(_example(row, frame.rule_id, codes))
    for row in shelf.rows("operators.csv", OPERATOR_COLUMNS):
        row.one_of("source", sources)
        lemma, particle = _lemma(row) if row["pos"] != "noun" else (row["lemma"], "")
        kind = row.one_of("operator", OPERATORS)
        rule_id = f"{row.one_of('pos', POS | {'aux'})}:{row['lemma'].replace(' ', '_')}={kind}"
        operator = Operator(rule_id, lemma, particle, row["pos"], kind, _slots(row, "addressee"))
        operators[(row["pos"], lemma.split()[-1] if row["pos"] == "noun" else lemma)].append(operator)
        if row["example"]:
            examples.append(_example(row, rule_id, codes))
    return ActLexicon(
        codes=codes,
        frames={key: FrameIndex(values) for key, values in frames.items()},
        operators={key: tuple(values) for key, values in operators.items()},
        composition=_composition(shelf, sources, codes),
        history=_history(shelf, sources),
        classes=classes,
        examples=tuple(examples),
    )


def _frame(row: Row, sources: frozenset[str], codes: dict[str, Code], classes: dict[str, frozenset[str]]) -> Frame:
    row.one_of("source", sources)
    pos, kind, code = row.one_of("pos", POS), row.one_of("kind", FRAME_KINDS), row.one_of("code", codes)
    lemma, particle = _lemma(row) if pos != "noun" else (row["lemma"], "")
    conditions = _conditions(row, classes)
    doers = next((lemmas for before, lemmas in conditions if before == _DOERS), frozenset[str]())
    conditions = tuple(condition for condition in conditions if condition[0] != _DOERS)
    targets = _slots(row, "target_slot")
    if not targets and kind != "mutual":
        raise row.fault("target_slot", "filled: only a mutual frame can do without a target slot")
    # A noun's doer does not stand where its target does: "criticism of China" criticises China.
    default_source = tuple(slot for slot in ("poss", "by", "of", "from") if slot not in targets) if pos == "noun" else ("subj",)
    condition = f"+{row['object']}" if row["object"] else ""
    rule_id = f"{pos}:{row['lemma'].replace(' ', '_')}{condition}>{'|'.join(targets)}:{code}"
    if row["source_slot"]:
        rule_id = f"{rule_id}<{row['source_slot']}"
    source_slots = _slots(row, "source_slot") or default_source
    return Frame(rule_id, lemma, particle, pos, conditions, source_slots, targets, kind, code, doers)


def _lemma(row: Row) -> tuple[str, str]:
    """Split a verb's or adjective's lemma from its particle ("lash out" -> lash, out)."""
    lemma, _, particle = row["lemma"].partition(" ")
    if not lemma:
        raise row.fault("lemma", "a lemma")
    return lemma, particle


def _conditions(row: Row, classes: dict[str, frozenset[str]]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return a row's object conditions by preposition, classes expanded; a preposition holds until the next one in the list."""
    conditions: dict[str, set[str]] = {}
    preposition = ""
    for part in row.items("object"):
        before, colon, lemma = part.rpartition(":")
        if colon:
            preposition = before
        if preposition and preposition not in {*PREPOSITIONS, _DOERS}:
            allowed = ", ".join(sorted({*PREPOSITIONS, _DOERS}))
            raise row.fault("object", f"a list of lemmas, or preposition:list with one of: {allowed}")
        if lemma.startswith("@") and lemma[1:] not in classes:
            raise row.fault("object", f"a known class; word_classes.csv has: {', '.join(sorted(classes))}")
        conditions.setdefault(preposition, set()).update(classes[lemma[1:]] if lemma.startswith("@") else {lemma})
    return tuple((before, frozenset(lemmas)) for before, lemmas in conditions.items())


def _slots(row: Row, column: str) -> tuple[str, ...]:
    slots = row.items(column)
    if not SLOTS.issuperset(slots):
        raise row.fault(column, f"a | list of: {', '.join(sorted(SLOTS))}")
    return slots


def _example(row: Row, rule_id: str, codes: dict[str, Code]) -> Example:
    """Return a row's own test; an expectation names known codes."""
    expected = tuple(EXPECTATION.findall(row["expect"]))
    if not row["example"] or len(expected) != len(row["expect"].split()) or not {code for *_, code in expected} <= codes.keys():
        raise row.fault("expect", "a blank-separated list of SRC>TGT:code beside an example, with codes of cameo_codes.csv")
    return Example(rule_id, row.file, row.line, row["example"], expected, row.overlay)


def _codes(directory: Path) -> dict[str, Code]:
    """Return the codes of the ontology; only three- and four-digit codes can be given."""
    path = directory / "cameo_codes.csv"
    header = path.read_text(encoding="utf-8").partition("\n")[0].strip() if path.exists() else ""
    rows = read_rows(path, tuple(header.split(",")))
    return {
        row["event_code"]: Code(row["name"], int(row["quad_class"]), row["plover"]) for row in rows if len(row["event_code"]) > 2
    }


def _classes(shelf: Shelf, sources: frozenset[str]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    for row in shelf.rows("word_classes.csv", CLASS_COLUMNS):
        row.one_of("source", sources)
        classes[row["class"]].add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


def _history(shelf: Shelf, sources: frozenset[str]) -> re.Pattern[str]:
    """Return one pattern over the phrases that set a clause in the past ("during World War II")."""
    rows = list(shelf.rows("history.csv", HISTORY_COLUMNS))
    for row in rows:
        row.one_of("source", sources)
    return re.compile(r"\b(?:" + "|".join(re.escape(row["phrase"]) for row in rows) + r")\b")


def _composition(shelf: Shelf, sources: frozenset[str], codes: dict[str, Code]) -> dict[str, dict[str, str]]:
    composition: dict[str, dict[str, str]] = defaultdict(dict)
    for row in shelf.rows("composition.csv", COMPOSITION_COLUMNS):
        row.one_of("source", sources)
        operator, inner = row.one_of("operator", OPERATORS), row["inner"]
        if inner in composition[operator]:
            raise row.fault("inner", f"new: {operator} over {inner} stands in an earlier row")
        composition[operator][inner] = row.one_of("code", codes, empty=True)
    return dict(composition)
