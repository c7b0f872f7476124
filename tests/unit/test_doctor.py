"""`comity doctor`: what it looks at, and that a fault is an answer and not a crash."""

import json
from collections import Counter
from datetime import datetime

import pytest

from etl import paths
from etl.batches import NAME
from etl.coder import parser as parser_module
from etl.doctor import examine, list_unmatched
from etl.engines.equipment import Equipment, load_coder
from etl.errors import QueryError
from etl.pipeline import Build
from etl.records import Article, CodedArticle
from etl.unmatched import count_unmatched, write_unmatched


def faults(findings) -> dict[str, str]:
    """Return what was found wrong."""
    return {finding.what: finding.found for finding in findings if finding.is_fault}


def test_a_sound_installation_has_no_fault(tmp_path):
    """Versions, model, dictionaries and folder are in order, and each dictionary stands there with its rows and hash."""
    findings = examine(tmp_path / "none", Equipment())
    assert faults(findings) == {}
    said = "\n".join(finding.line() for finding in findings)
    assert "weights are the pinned ones" in said
    assert "nothing built in" in said
    files = [path.relative_to(paths.DICTIONARIES).as_posix() for path in paths.DICTIONARIES.rglob("*.csv")]
    assert files
    assert all(file in said for file in files)


def test_an_unknown_model_is_a_fault(tmp_path):
    """A model that is not known is named, with those that are."""
    assert "en_core_web_lg" in faults(examine(tmp_path, Equipment(parser="en_core_web_huge")))["parser"]


def test_other_weights_are_a_fault(tmp_path, monkeypatch):
    """Weights that are not the pinned ones are found out."""
    monkeypatch.setitem(parser_module.PINNED_WEIGHTS, "tagger/model", "0" * 64)
    assert "pinned is 000" in faults(examine(tmp_path, Equipment()))["parser"]


def test_a_file_in_the_folder_s_place_is_a_fault(tmp_path):
    """A dataset cannot be written below a file."""
    (tmp_path / "file").touch()
    assert "is a file" in faults(examine(tmp_path / "file" / "data", Equipment()))["folder"]


def test_a_built_dataset_is_summed_up_and_checked(tmp_path):
    """The dataset's counts are shown, and a file that went missing is a fault."""
    article = {"id": "a", "date": "2026-01-05", "language": "en", "text": "China condemned Japan."}
    (tmp_path / "news.jsonl").write_text(json.dumps(article) + "\n")
    Build([tmp_path / "news.jsonl"], out=tmp_path / "out").run()
    findings = examine(tmp_path / "out", Equipment())
    assert faults(findings) == {}
    assert any("1 articles read = 1 coded + 0 skipped + 0 rejected" in finding.found for finding in findings)
    (tmp_path / "out" / "build.parquet").unlink()
    assert "build" in faults(examine(tmp_path / "out", Equipment()))["dataset"]


def test_an_overlay_is_listed_and_its_examples_are_run(tmp_path):
    """The files of an overlay stand among the dictionaries; a row whose example gives something else, or nothing, is a fault."""
    overlay = tmp_path / "mine"
    (overlay / "frames").mkdir(parents=True)
    rows = [
        "lemma,pos,object,source_slot,target_slot,kind,code,example,expect,source,note",
        "honk at,verb,,,at,oneway,111,China honked at Japan.,CHN>JPN:111,own,",
        "hoot at,verb,,,at,oneway,111,China hooted at Japan.,JPN>CHN:111,own,",
    ]
    (overlay / "frames" / "horns.csv").write_text("\n".join(rows[:2]) + "\n")
    equipment = Equipment(model=None, overlays=(overlay,))
    findings = examine(tmp_path / "none", equipment)
    assert faults(findings) == {}
    said = "\n".join(finding.line() for finding in findings)
    assert "mine/frames/horns.csv" in said
    assert "1 examples run, 0 rows fail" in said
    (overlay / "frames" / "horns.csv").write_text("\n".join([rows[0], rows[2]]) + "\n")
    load_coder.cache_clear()
    (fault,) = faults(examine(tmp_path / "none", equipment)).values()
    assert fault.startswith("mine/frames/horns.csv, line 2: 'China hooted at Japan.' expects JPN>CHN:111, gives CHN>JPN:111")


def test_a_broken_overlay_is_one_fault(tmp_path):
    """An overlay that cannot be read is named once, and the other looks go on."""
    overlay = tmp_path / "mine"
    overlay.mkdir()
    (overlay / "leaders.csv").touch()
    findings = examine(tmp_path / "none", Equipment(model=None, overlays=(overlay,)))
    assert list(faults(findings)) == ["dictionaries"]
    assert "mine/leaders.csv: an overlay cannot hold" in faults(findings)["dictionaries"]


def coded(*names: str) -> CodedArticle:
    """Return a coded article with these unmatched names."""
    return CodedArticle(Article("a", datetime(2026, 1, 5), "Wire", None, "Text."), 1, 1, (), None, names)


def test_unmatched_names_are_counted_over_batches(tmp_path):
    """Names come back with their counts, summed over batches, most frequent first, whatever they are made of."""
    directory = tmp_path / NAME
    directory.mkdir()
    write_unmatched([coded("Old  Name", "Ōdd\nName"), coded("Old Name")], directory, "one")
    write_unmatched([coded("Old Name", "Third")], directory, "two")
    assert count_unmatched(directory) == Counter({"Old Name": 3, "Ōdd Name": 1, "Third": 1})
    lines = list_unmatched(tmp_path).splitlines()
    assert lines[0] == "3 names went unmatched, 5 times"
    assert lines[1].split(maxsplit=1) == ["3", "Old Name"]
    assert len(list_unmatched(tmp_path, at_most=1).splitlines()) == 2


def test_unmatched_names_need_a_dataset(tmp_path):
    """Where nothing is built there is nothing to list."""
    with pytest.raises(QueryError, match="comity build"):
        list_unmatched(tmp_path)
