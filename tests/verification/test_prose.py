"""Articles unlike the bundled one, with parameters moved, raise no false alarm."""

import pytest

from analysis import runs
from analysis.provenance import collect
from analysis.settings import read_settings
from analysis.verification import prose
from analysis.verification.own_words import own_words
from analysis.verification.runfolder import RunFolder
from tests.briefing import other_articles

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
