import json

import pytest

from analysis import runs
from analysis.settings import read_settings


@pytest.fixture
def plan(tmp_path):
    article = tmp_path / "story.txt"
    article.write_text("Talks went on.")
    return lambda words="": runs.plan(article, *read_settings(words), reports=tmp_path / "reports")


def make(plan):
    """A run folder as `build` leaves it."""
    with runs.building(plan.folder) as place:
        (place / "briefing.html").write_text("page")
        (place / "briefing.pdf").write_text("pages")
        runs.write_record(place, plan.provenance, outputs=runs.outputs(place))
        runs.publish(place, plan.folder)


def test_a_run_is_current_until_an_input_a_parameter_or_an_output_changes(plan, tmp_path):
    assert not runs.is_current(plan())
    make(plan())
    assert runs.is_current(plan())
    assert not runs.is_current(plan("paper=letter"))
    (plan().folder / "briefing.html").write_text("touched")
    assert not runs.is_current(plan())
    make(plan())
    (tmp_path / "story.txt").write_text("Talks stopped.")
    assert not runs.is_current(plan())


def test_metadata_is_an_input(plan, tmp_path):
    make(plan())
    (tmp_path / "story.yml").write_text("title: T")
    assert not runs.is_current(plan())


def test_a_run_without_its_pdf_is_not_current(plan):
    make(plan())
    (plan().folder / "briefing.pdf").unlink()
    assert not runs.is_current(plan())


def test_a_failed_build_leaves_the_earlier_run_and_no_rubbish(plan):
    make(plan())
    before = (plan().folder / "run.json").read_bytes()
    with pytest.raises(RuntimeError), runs.building(plan().folder) as place:
        (place / "briefing.html").write_text("half")
        raise RuntimeError
    assert (plan().folder / "run.json").read_bytes() == before
    assert [path.name for path in plan().folder.parent.iterdir()] == ["story"]


def test_a_broken_record_is_no_record(plan):
    make(plan())
    (plan().folder / "run.json").write_text("{")
    assert not runs.is_current(plan())


def test_record_says_what_the_run_was_made_from(plan):
    make(plan("min_confidence=0.7"))
    record = json.loads((plan("min_confidence=0.7").folder / "run.json").read_text())
    changed = [row for row in record["parameters"] if row["changed"]]
    assert changed == [{"name": "min_confidence", "value": 0.7, "origin": "set", "changed": True}]
    assert record["command"].endswith('SET="min_confidence=0.7"') and "ARTICLE=" in record["command"]
    assert {"analysis/", "requirements.lock", "seeds/codebooks/general.yml"} <= set(record["inputs"])
