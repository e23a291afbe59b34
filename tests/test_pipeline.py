import json

import pytest

from analysis import pipeline, runs
from analysis.errors import ArticleError
from analysis.paths import RUN_FOLDER
from analysis.pipeline import Analysis, NotebookAnalysis, open_analysis
from analysis.settings import Settings, read_settings

STORY = "Kyiv barred talks.\n\n“We are ready,” Ned Price told reporters in Kyiv on Monday, one official said.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    return path


def opened(article, **settings):
    return NotebookAnalysis(article, Settings(**settings), article.parent / "work")


def test_what_one_notebook_saves_the_next_takes_up(article, monkeypatch):
    saved = opened(article)
    assert saved.save("statements")["statements"] == len(saved.statements) > 0
    monkeypatch.setattr(pipeline, "find_statements", None)  # making them again would fail
    assert opened(article).statements == saved.statements


def test_a_changed_article_parameter_or_file_is_not_taken_up(article):
    opened(article).save("statements")
    assert opened(article, min_confidence=1.0).statements == ()
    article.write_text(STORY.replace("Price", "Pryce"))
    assert "Ned Pryce" in {actor.name for actor in opened(article).actors}


@pytest.mark.parametrize("broken", ["", "{", '{"record": "actor"}\n', '{"upto": 1}\n{"record": "actor", "id": "x"}\n'])
def test_records_of_another_version_are_made_anew(article, broken):
    opened(article).save()
    (article.parent / "work" / "data" / "annotations.jsonl").write_text(broken)
    assert opened(article).statements


def test_an_earlier_run_never_stands_in_for_the_article(article, tmp_path):
    """A run folder of the same name holds records of what the article said before."""
    plan = runs.plan(article, *read_settings(), reports=tmp_path)
    Analysis(article, plan.settings).save_to(plan.folder)
    runs.write_record(plan.folder, plan.provenance)
    article.write_text("")
    with pytest.raises(ArticleError, match="empty"):
        Analysis(article, plan.settings).check()


def test_a_notebook_of_a_run_works_in_its_folder_with_its_provenance(article, tmp_path, monkeypatch):
    plan = runs.plan(article, *read_settings("min_confidence=0.4"), reports=tmp_path)
    plan.folder.mkdir()
    runs.write_record(plan.folder, plan.provenance)
    monkeypatch.setenv(RUN_FOLDER, str(plan.folder))
    analysis = open_analysis(str(article), min_confidence=0.4)
    assert analysis.folder == plan.folder
    assert json.dumps(analysis.provenance.to_json()) == json.dumps(plan.provenance.to_json())


def test_stages_keep_to_the_threshold_and_to_named_sources(article):
    sure = Analysis(article, Settings(min_confidence=0.9))
    assert all(record.confidence >= 0.9 for record in sure.annotations().records())
    named = Analysis(article, Settings(unnamed_sources="exclude"))
    assert not [statement for statement in named.statements if statement.anonymous]


def test_no_record_points_to_one_that_was_left_out(article):
    for threshold in (0.0, 0.5, 0.7, 0.9):
        found = Analysis(article, Settings(min_confidence=threshold)).annotations()
        ids = {record.id for record in found.records()}
        assert {actor.affiliation for actor in found.actors} - {None} <= ids
        assert {mention.actor for mention in found.mentions} <= ids
        assert {one.source for one in found.statements} - {None} <= ids
        assert {one.addressee for one in found.statements} - {None} <= ids
        assert {key for one in found.statements for key in (one.time, one.due, one.credit, one.within)} - {None} <= ids
        assert {one.actor for one in found.omissions} - {None} <= ids
        assert {key for one in found.positions for key in (one.actor, *one.statements)} <= ids
        assert {key for one in found.tensions for key in (one.a, one.b, *one.a_records, *one.b_records)} <= ids
