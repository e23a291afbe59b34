"""Articles unlike the bundled one, with parameters moved, raise no false alarm; nor does a run compared with another."""

import shutil
from dataclasses import replace

import pytest
from lxml import html

from analysis import runs, store
from analysis.provenance import collect
from analysis.records import span
from analysis.settings import read_settings
from analysis.verification import claims, prose, remade
from analysis.verification.own_words import own_words
from analysis.verification.runfolder import RunFolder
from tests.briefing import other_articles
from tests.verification.spoiling import outcome, spoil, swap

MOVED = {
    "wikinews": "min_confidence=0.5 countries=one",
    "campaign": "unnamed_sources=fold tensions_shown=3 intensity=wording=30",
    "opinion": "min_actor=0.3 codebook=general",
}


@pytest.mark.skipif(not other_articles.is_there(), reason="needs the development sets: GOLD=")
@pytest.mark.parametrize("name", MOVED)
def test_other_articles_raise_no_false_alarm(name, tmp_path):
    article = other_articles.write_article(name, tmp_path)
    settings, origins = read_settings(MOVED[name])
    folder = tmp_path / "run"
    folder.mkdir()
    other_articles.brief(article, folder, settings, paper=False)
    runs.write_record(folder, collect(article, settings, origins))
    run = RunFolder(folder)
    sentences = list(own_words(run.page))
    assert len(sentences) > 100
    assert list(prose._faults(run, sentences)) == []


def test_a_run_compared_with_another_is_checked_by_the_records_of_both(folder, bundled_run):
    """The earlier one read some things otherwise, and lacked others."""
    earlier = folder.with_name("earlier")
    shutil.copytree(folder, earlier)
    spoil(earlier, "run.json", swap('"value": 0.3', '"value": 0.6'))
    stored = store.load(earlier / "data")
    tensions = [replace(one, intensity=one.intensity - 13) for one in stored.annotations.tensions[3:]]
    actors = [replace(one, role="Envoy") for one in stored.annotations.actors[2:]]
    actors[0] = replace(actors[0], evidence=(span(stored.annotations.article.text, 0, 3000),))
    then = replace(stored.annotations, tensions=tuple(tensions), actors=tuple(actors))
    shutil.rmtree(earlier / "data")
    store.save(earlier / "data", replace(stored, annotations=then))
    spoil(folder, "run.json", swap('"name": "since",\n   "value": "none"', '"name": "since",\n   "value": "earlier"'))
    run = RunFolder(folder)
    told = remade.page(run).changes().html
    assert "the role was Envoy" in told and "the intensity was" in told and "min_confidence was 0.6" in told

    def faults(section):
        page = html.document_fromstring(f"<main><section aria-labelledby='what-changed'>{section}</section></main>")
        return list(prose._faults(run, list(own_words(page))))

    assert faults(told) == []
    gone = {"claim-00000000": {"start": "0", "end": "3000"}}
    assert list(claims._of_evidence(gone, run)) == []
    assert list(claims._of_evidence(gone, RunFolder(bundled_run))) != []
    assert "Ghost" in faults(told.replace("the role was Envoy", "the role was Ghost", 1))[0]
    shutil.rmtree(earlier)
    assert "no such run" in outcome("V4", folder).findings[0]
