"""ACCURACY.md names each set for what it is, and says whether its figures are of the readers that coded the release."""

import json
import re

import pytest

from etl.errors import InputError
from etl.release.accuracy import BASELINE, SETS, write_accuracy

SAID = json.loads(BASELINE.read_text(encoding="utf-8"))


def page(folder, model_hash):
    """Return the page that is written for a build of this relation model."""
    write_accuracy(folder, "0.0.0+abc", model_hash)
    return (folder / "ACCURACY.md").read_text(encoding="utf-8")


def test_every_set_of_the_gate_has_a_title_and_no_title_is_idle():
    """The prefixes of the gate's figures are those that have a title, none more and none less."""
    measured = {re.match(r"(.*?)(?:dyad_f1|root_macro_f1)$", name) for name in SAID["floors"]}
    assert {match[1] for match in measured if match} == set(SETS)


def test_every_row_stands_under_the_title_of_its_set(tmp_path):
    """The figures of the whole gold, of its test half and of the rest stand each in the row of their own set."""
    text, floors = page(tmp_path, SAID["model_version"]), SAID["floors"]
    for prefix, title in SETS.items():
        if prefix != "pairs_":
            figures = " | ".join(f"{floors[f'{prefix}dyad_{name}']:.3f}" for name in ("precision", "recall", "f1"))
            assert f"| {title} | source, target | {figures} |" in text, prefix
            assert f"| {title} | status right | floor | {floors[f'{prefix}status_right']:,} |" in text, prefix
    assert f"| {SETS['pairs_']} | root macro f1 | floor | " in text
    assert "test half" in SETS[""]


@pytest.mark.parametrize("without", ["", None])
def test_a_build_of_the_rules_alone_says_that_the_figures_are_of_both(tmp_path, without):
    """Where no model was used the page says so, with the hash of the model that was measured."""
    text = page(tmp_path, without)
    assert f"by the rules alone: the figures are with the relation model `{SAID['model_version']}`" in text
    assert "which this build did not use" in text


def test_a_build_of_another_model_says_so(tmp_path):
    """A model of one's own is not the one that was measured; the shipped one is."""
    assert f"with the relation model `0123`; the figures are with the relation model `{SAID['model_version']}`" in page(
        tmp_path, "0123"
    )
    same = page(tmp_path, SAID["model_version"])
    assert "as the figures are" in same
    assert "did not use" not in same


def test_what_is_no_baseline_is_refused(tmp_path):
    """A file without floors is named with what is wrong."""
    (tmp_path / "baseline.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="is not the baseline of the gate: KeyError"):
        write_accuracy(tmp_path, "0.0.0+abc", "", tmp_path / "baseline.json")
