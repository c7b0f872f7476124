"""Text -> what can be compared of it later without its words: a MinHash signature, its lead, its figures, the agency credited.

Signatures lie beside the coded batches, in a file whose name says what made it, so an article is read for them once. They do not
hang on the coder: a new coder leaves them, and a change here leaves what is coded.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import rensa

from etl.dictionaries.rows import read_rows
from etl.parquet import write_file

PERMUTATIONS = 128  # the standard error of a similarity of one half is 0.04
SHINGLE_WORDS = 3  # longer ones tell reports apart better, shorter ones survive more edits; measured in tests/stories
LEAD_WORDS = 40  # about the first two sentences
TITLE_BELOW_WORDS = 20  # publishers rewrite titles, so a title counts only where there is little else
CREDIT_HEAD, CREDIT_TAIL = 240, 120  # characters at either end of a text in which an agency is credited
AGENCY_COLUMNS = tuple("name,aliases,source,note".split(","))

SCHEMA = pa.schema(
    [
        pa.field("content_hash", pa.string(), nullable=False),
        pa.field("n_shingles", pa.int32(), nullable=False),
        pa.field("signature", pa.binary(4 * PERMUTATIONS), nullable=False),
        pa.field("lead", pa.list_(pa.uint32()), nullable=False),
        pa.field("figures", pa.list_(pa.uint32()), nullable=False),
        pa.field("agency", pa.string()),
    ]
)

_SEED = 20_261_124
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(
    r"\d[\d.,:]*\d|\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
)
_MULTIPLIERS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))


class Agencies:
    """The news agencies of `agencies.csv`, found where an article credits one.

    An agency is credited by its name in brackets or before a dash near the beginning of a text, in brackets, behind a dash or as
    a source at its end, or by the name of the source itself. A name inside a sentence ("Xinhua reported") is no credit.
    """

    def __init__(self, directory: Path) -> None:
        path = directory / "agencies.csv"
        self.digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
        rows = list(read_rows(path, AGENCY_COLUMNS)) if path.exists() else []
        self._names = {alias: row["name"] for row in rows for alias in (row["name"], *row.items("aliases"))}
        self._sources = {alias.lower(): name for alias, name in self._names.items()}
        one = "|".join(re.escape(alias) for alias in sorted(self._names, key=lambda alias: (-len(alias), alias))) or r"(?!)"
        self._bracketed = re.compile(rf"\((?:[^()]{{0,40}}[/,] ?)?({one})(?: ?[/,][^()]{{0,40}})?\)")
        self._opening = re.compile(rf"(?:^|^[^\n]{{0,60}}[\s,])({one})\s*(?:--?|[–—:])\s")
        self._closing = re.compile(rf"(?:[-–—]\s*|\b[Ss]ource:\s*)({one})\.?\s*$")

    def credited(self, text: str, source: str) -> str | None:
        """Return the name of the agency whose words these are, None where none is credited."""
        named = source.lower().removeprefix("www.")
        if found := self._sources.get(named):
            return found
        head, tail = text[:CREDIT_HEAD].lstrip(), text[-CREDIT_TAIL:]
        match = (
            self._bracketed.search(head)
            or self._opening.search(head)
            or self._bracketed.search(tail)
            or self._closing.search(tail)
        )
        return self._names[match[1]] if match else None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of one text: hashes of its runs of words (distinct), of the runs in its lead, and of its figures."""

    shingles: npt.NDArray[np.uint64]
    lead: npt.NDArray[np.uint32]
    figures: npt.NDArray[np.uint32]


def sketch(title: str | None, text: str) -> Sketch:
    """Return the sketch of an article. Words are compared without regard to capitals and punctuation."""
    words = _WORD.findall(text.lower())
    if len(words) < TITLE_BELOW_WORDS and title:
        words = _WORD.findall(title.lower()) + words
    runs = _runs([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words])
    figures = {zlib.crc32(figure.encode()) for figure in _FIGURE.findall(text.lower())}
    return Sketch(
        shingles=np.unique(runs),
        lead=np.unique(runs[: LEAD_WORDS - SHINGLE_WORDS + 1] >> np.uint64(32)).astype(np.uint32),
        figures=np.array(sorted(figures), dtype=np.uint32),
    )


def _runs(words: Sequence[int]) -> npt.NDArray[np.uint64]:
    """Return a 64-bit hash of each run of three words; of fewer words, one hash of them all."""
    if not words:
        return np.empty(0, dtype=np.uint64)
    padded = list(words) + [0] * max(0, SHINGLE_WORDS - len(words))
    hashed = np.array(padded, dtype=np.uint64)
    n_runs = len(padded) - SHINGLE_WORDS + 1
    mixed = np.zeros(n_runs, dtype=np.uint64)
    with np.errstate(over="ignore"):  # arithmetic modulo 2 ** 64 is what mixes the bits
        for place, multiplier in enumerate(_MULTIPLIERS):
            mixed = (mixed ^ (hashed[place : place + n_runs] + np.uint64(1))) * multiplier
            mixed ^= mixed >> np.uint64(29)
    return mixed


def signatures(sketches: Sequence[Sketch]) -> list[bytes]:
    """Return the MinHash signature of each sketch, 128 numbers of 32 bits; equal ones are as frequent as runs are shared."""
    if not sketches:
        return []
    flat = np.concatenate([one.shingles for one in sketches])
    offsets = np.cumsum([0, *(len(one.shingles) for one in sketches)], dtype=np.uint64)
    rows = rensa.RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, PERMUTATIONS, _SEED).to_rows()
    return [row.tobytes() for row in np.array(rows, dtype="<u4").reshape(len(sketches), PERMUTATIONS)]


def sign(folders: Iterable[Path], agencies: Agencies) -> list[Path]:
    """See to it that each coded batch has its signatures; return their files, in the order of the folders.

    A folder holds `article.parquet` and `article_text.parquet`. Files made by an older version of this module, or with another
    list of agencies, are replaced.
    """
    name = f"signature-{_version(agencies)}.parquet"
    files = []
    for folder in folders:
        path = folder / name
        if not path.exists():
            write_file(_signed(folder, agencies).to_batches(), SCHEMA, path)
            for old in folder.glob("signature-*.parquet"):
                if old != path:
                    old.unlink()
        files.append(path)
    return files


def _version(agencies: Agencies) -> str:
    """Return 16 hex digits over all that a signature depends on besides its text."""
    parts = (Path(__file__).read_bytes(), agencies.digest.encode(), str(rensa.RMinHash.ALGORITHM_VERSION).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _signed(folder: Path, agencies: Agencies) -> pa.Table:
    """Return the signatures of one batch, sorted by content hash."""
    texts = pq.read_table(folder / "article_text.parquet", columns=["content_hash", "title", "text"], partitioning=None)
    articles = pq.read_table(folder / "article.parquet", columns=["content_hash", "source"], partitioning=None)
    sources = dict(zip(articles["content_hash"].to_pylist(), articles["source"].to_pylist(), strict=True))
    rows = sorted(texts.to_pylist(), key=lambda row: row["content_hash"])
    sketches = [sketch(row["title"], row["text"]) for row in rows]
    return pa.table(
        {
            "content_hash": [row["content_hash"] for row in rows],
            "n_shingles": [len(one.shingles) for one in sketches],
            "signature": signatures(sketches),
            "lead": [one.lead for one in sketches],
            "figures": [one.figures for one in sketches],
            "agency": [agencies.credited(row["text"], sources[row["content_hash"]]) for row in rows],
        },
        SCHEMA,
    )
