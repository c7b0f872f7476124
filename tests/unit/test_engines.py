"""Batches and engines: where the stream is cut, how a batch is named, and what survives the death of a worker."""

import ast
import os
import shutil
import signal
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from etl import paths
from etl.coder import coder as coder_module
from etl.engines import choose, process
from etl.engines.batch import MAX_RECORDS, Batch, cut
from etl.engines.equipment import Equipment, load_coder
from etl.engines.process import ProcessEngine
from etl.engines.serial import SerialEngine
from etl.engines.worker import BatchReport, Job, code_all, code_batch, code_hash
from etl.errors import ComityError
from etl.records import Article, Reject

ROOT = Path(__file__).resolve().parents[2]


def article(number: int, text: str = "China criticised Japan.") -> Article:
    """Return a small article."""
    return Article(f"a{number}", datetime(2026, 1, 5), "Harbour Post", None, text, language="en")


def job_in(directory: Path) -> Job:
    """Return a job for the real coder."""
    return Job(directory, Equipment(), load_coder(Equipment()).version)


def test_cutting_loses_and_doubles_nothing():
    """The batches together hold the stream, in order, articles and rejects alike."""
    stream = [article(number) if number % 7 else Reject("read", "f", number, None, "why") for number in range(1500)]
    batches = list(cut(iter(stream)))
    assert len(batches) > 5
    assert [one for batch in batches for one in batch.articles] == [one for one in stream if isinstance(one, Article)]
    assert [one for batch in batches for one in batch.rejects] == [one for one in stream if isinstance(one, Reject)]


def test_cuts_fall_in_the_same_places_again():
    """Articles put in front of a stream change the first batches only; the others keep their names."""
    stream = [article(number) for number in range(3000)]
    before = {batch.key("v") for batch in cut(stream)}
    after = {batch.key("v") for batch in cut([article(number) for number in range(-40, 0)] + stream)}
    assert len(before - after) <= 2


def test_a_batch_is_bounded():
    """Neither many small articles nor a few huge ones make a batch that does not fit in memory."""
    assert max(len(batch.articles) for batch in cut(article(number) for number in range(5000))) <= MAX_RECORDS
    huge = [article(number, "x" * 1_500_000) for number in range(9)]
    assert max(len(batch.articles) for batch in cut(huge)) <= 3


def test_an_empty_stream_has_no_batch():
    """Nothing in, nothing out."""
    assert list(cut([])) == []


def test_the_key_is_over_content_and_coder():
    """A batch keeps its key when its records come in another order, and changes it with any field, reject or coder."""
    one, two = article(1), article(2)
    key = Batch((one, two), ()).key("v1")
    assert Batch((two, one), ()).key("v1") == key
    assert Batch((one, two), ()).key("v2") != key
    assert Batch((one, article(2, "China criticised Japan")), ()).key("v1") != key
    assert Batch((one, two), (Reject("read", "f", 1, None, "why"),)).key("v1") != key


def test_one_worker_needs_no_pool():
    """With one worker coding stays in this process; with more it goes to a pool."""
    assert isinstance(choose(1), SerialEngine)
    assert isinstance(choose(2), ProcessEngine)


def test_the_serial_engine_codes_for_real(tmp_path):
    """A batch becomes a folder with mentions, and its report adds up."""
    job = job_in(tmp_path)
    batch = Batch((article(1), article(2, "")), (Reject("read", "f", 3, None, "broken"),))
    (report,) = SerialEngine().run(job, [batch])
    assert report == BatchReport(batch.key(job.cache_key), 3, 1, 1, 1, report.n_mentions)
    mentions = pq.read_table(tmp_path / report.key / "mention.parquet").to_pylist()
    assert [(one["source_country"], one["target_country"], one["event_root_code"]) for one in mentions] == [("CHN", "JPN", "11")]


def test_the_pool_gives_what_the_serial_engine_gives(tmp_path):
    """Two processes write byte for byte the files that one writes."""
    batches = [Batch((article(number),), ()) for number in range(8)]
    names = {}
    for name, engine in (("serial", SerialEngine()), ("pool", ProcessEngine(2))):
        job = job_in(tmp_path / name)
        job.directory.mkdir()
        assert len(list(engine.run(job, iter(batches)))) == 8
        names[name] = {str(path.relative_to(job.directory)): path.read_bytes() for path in job.directory.rglob("*.*")}
    assert len(names["serial"]) == 8 * 5
    assert names["serial"] == names["pool"]


def test_a_batch_that_breaks_the_coder_costs_one_article():
    """The article the coder fails on becomes a reject that names the failure; its neighbours are coded."""

    class Failing:
        """A coder with a fault."""

        def __init__(self):
            self.inner = load_coder(Equipment())

        def code(self, articles):
            """Fail on one article."""
            for one in articles:
                if one.article_id == "a2":
                    raise RecursionError("too deep")
                yield from self.inner.code([one])

    results = list(code_all(Failing(), (article(1), article(2), article(3))))
    assert [type(result).__name__ for result in results] == ["CodedArticle", "Reject", "CodedArticle"]
    assert results[1].record_id == "a2"
    assert results[1].reason == "coder failed: RecursionError: too deep"


def test_another_coder_than_the_job_names_is_refused(tmp_path):
    """A worker whose dictionaries are not the job's stops, or one dataset would mix two coders."""
    job = Job(tmp_path, Equipment(), "another version")
    with pytest.raises(ComityError, match="dictionaries changed"):
        code_batch(job, Batch((article(1),), ()))


def die_once(job: Job, batch: Batch) -> BatchReport:
    """Kill this worker with the first batch; afterwards answer without coding."""
    marker = job.directory / "died"
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return BatchReport(batch.articles[0].article_id, 1, 1, 0, 0, 0)


def die_always(_: Job, batch: Batch) -> BatchReport:
    """Kill the worker whenever batch a5 comes."""
    if batch.articles[0].article_id == "a5":
        os.kill(os.getpid(), signal.SIGKILL)
    return BatchReport(batch.articles[0].article_id, 1, 1, 0, 0, 0)


def ready(_: Job) -> None:
    """Load nothing: the workers of these tests do not code."""


def test_a_killed_worker_loses_nothing(tmp_path, monkeypatch):
    """When a worker is killed, every batch that was out is handed out again and reported once."""
    monkeypatch.setattr(process, "code_batch", die_once)
    monkeypatch.setattr(process, "prepare", ready)
    job = Job(tmp_path, Equipment(), "v")
    reports = list(ProcessEngine(2).run(job, (Batch((article(number),), ()) for number in range(30))))
    assert sorted(report.key for report in reports) == sorted(f"a{number}" for number in range(30))


def test_a_batch_that_kills_every_worker_is_named(tmp_path, monkeypatch):
    """A batch over which three workers died ends the run with a sentence that names it and says what to do."""
    monkeypatch.setattr(process, "code_batch", die_always)
    monkeypatch.setattr(process, "prepare", ready)
    job = Job(tmp_path, Equipment(), "v")
    with pytest.raises(ComityError, match=r"died 3 times .*first article: a5.*fewer --workers"):
        list(ProcessEngine(1).run(job, (Batch((article(number),), ()) for number in range(20))))


@pytest.mark.parametrize("module", ["coder/coder.py", "coder/days/owners.py", "dictionaries/__init__.py"])
def test_a_changed_module_is_another_coder(tmp_path, monkeypatch, module):
    """A build knows the coder by every module of it, in whatever folder; what another one has coded is not taken for done."""
    package = tmp_path / "etl"
    for name in ("coder", "dictionaries", "engines"):
        shutil.copytree(paths.modules_of(name)[0][1].parent, package / name)
    before = coder_module._source_hash.__wrapped__(), code_hash.__wrapped__()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert (coder_module._source_hash.__wrapped__(), code_hash.__wrapped__()) == before
    with (package / module).open("a", encoding="utf-8") as changed:
        changed.write("# changed\n")
    after = coder_module._source_hash.__wrapped__(), code_hash.__wrapped__()
    assert before[0] != after[0]
    assert before[1] != after[1]


def imported_by(path):
    """Return the files of etl and schemas that a module imports, in functions too."""
    wanted = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            wanted.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            wanted.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    found = {ROOT / f"{name.replace('.', '/')}.py" for name in wanted if name.split(".")[0] in {"etl", "schemas"}}
    found |= {file.with_suffix("") / "__init__.py" for file in found}
    return {file for file in found if file.exists()}


def test_the_code_of_a_batch_is_hashed_whole(monkeypatch):
    """Each module that coding and writing a batch imports, in whatever function, is in the hash that names the batch."""
    read = set()

    def noted(path: Path) -> bytes:
        read.add(path)
        return b""

    monkeypatch.setattr(Path, "read_bytes", noted)
    code_hash.__wrapped__()
    reached, new = set(), {ROOT / "etl/engines/worker.py"}
    while new:
        reached |= new
        new = set().union(*map(imported_by, new)) - reached
    ground = {ROOT / f"etl/{name}.py" for name in ("__init__", "errors", "paths")}  # the version, messages and places of files
    assert ROOT / "etl/unmatched.py" in reached
    assert reached - ground <= read
