import json
import tempfile

import pytest

from analysis import runs, store
from analysis.errors import ParameterError, StorageError
from analysis.records import Annotations
from analysis.settings import read_settings
from tests.factory import make_actor, make_article


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


def test_a_time_given_in_the_environment_is_an_input(plan, monkeypatch):
    make(plan())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1667900000")
    assert not runs.is_current(plan())
    make(plan())
    assert runs.is_current(plan())


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


def test_without_a_folder_for_temporary_files_it_says_so(plan, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/dev/null/none"])
    with runs.building(plan().folder) as place, pytest.raises(StorageError, match="TMPDIR=folder make report"):
        runs.scratch(place)


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


def make_with_records(plan, who="Kyiv"):
    """A run folder with one actor on record."""
    text = f"{who} said no."
    found = Annotations(article=make_article(text), actors=(make_actor(text, who),))
    with runs.building(plan.folder) as place:
        store.save(place / "data", store.Stored(found, "cooperations", plan.provenance.inputs_sha256))
        runs.write_record(place, plan.provenance)
        runs.publish(place, plan.folder)


def test_the_run_compared_with_is_an_input(plan):
    make_with_records(plan())
    before = plan("since=story").provenance
    assert set(before.inputs) - set(plan().provenance.inputs) == {"reports/story"}
    assert before.command.endswith('SET="since=story"')
    make_with_records(plan(), who="Moscow")
    assert plan("since=story").provenance.inputs_sha256 != before.inputs_sha256


def test_the_same_records_make_the_same_input_whatever_they_were_compared_with(plan):
    """So that two runs may each be compared with the other without end."""
    make_with_records(plan())
    make_with_records(plan("since=story"))
    other = plan("since=story").folder.name
    before = plan(f"since={other}").provenance.inputs_sha256
    make_with_records(plan("since=story"))
    assert plan(f"since={other}").provenance.inputs_sha256 == before


def test_an_earlier_run_is_read_with_what_it_was_made_from(plan):
    make_with_records(plan("min_confidence=0.7"))
    folder = plan("min_confidence=0.7").folder
    earlier = runs.read_earlier(folder.parent, folder.name)
    assert earlier.parameters["min_confidence"] == 0.7 and "since" not in earlier.parameters
    assert [actor.name for actor in earlier.annotations.actors] == ["Kyiv"]
    assert "analysis/" in earlier.inputs
    assert runs.read_earlier(folder.parent, "none") is None


def test_a_run_that_is_not_there_is_refused_with_the_nearest_name(plan):
    with pytest.raises(ParameterError, match="there is none to compare with yet"):
        plan("since=story")
    make_with_records(plan())
    with pytest.raises(ParameterError, match="since=storry: no such run under reports; did you mean 'story'") as stop:
        plan("since=storry")
    assert stop.value.status == 2


@pytest.mark.parametrize("name", ["run.json", "data/article.json", "data/annotations.jsonl"])
@pytest.mark.parametrize("broken", ["{", "[]", "", None])
def test_a_run_that_cannot_be_read_is_refused(plan, name, broken):
    make_with_records(plan())
    path = plan().folder / name
    path.unlink() if broken is None else path.write_text(broken)
    with pytest.raises(ParameterError, match="since=story: its records cannot be read"):
        plan("since=story")


def test_a_run_is_not_compared_with_itself(plan, monkeypatch):
    """Its name has a hash of `since` in it, so that only a name made up on purpose could meet itself."""
    make_with_records(plan())
    monkeypatch.setattr(runs, "run_name", lambda slug, settings: "story")
    with pytest.raises(ParameterError, match="since=story: a run cannot be compared with itself"):
        plan("since=story")


def test_a_run_compares_with_its_own_article_s_default_run_from_a_folder_of_its_own(plan):
    make_with_records(plan())
    assert plan("since=story").folder.name.startswith("story--")
    assert (plan().folder / "data" / "article.json").is_file()
