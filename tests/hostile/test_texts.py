"""Hostile texts through the whole chain down to the page: shown as text, offsets exact."""

import pytest

from analysis.articles import normalise
from tests.briefing.other_articles import brief
from tests.hostile.corpus import cases
from tests.hostile.shown import check_run

SNIPPETS = cases("markup") | cases("characters")
# So many in an article of their own: a page each would take a minute.
TOGETHER = 12
BATCHES = [list(SNIPPETS.values())[first : first + TOGETHER] for first in range(0, len(SNIPPETS), TOGETHER)]
FILES = cases("files")
PAGE_STORY = "".join(
    f"<p>The minister said on day {n} that talks would go on. “We are ready,” she told reporters.</p>" for n in range(6)
)


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0].name)
def test_snippets_are_shown_as_text(batch, story, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(story([snippet.text for snippet in batch]).encode())
    article = check_run(brief(path, tmp_path, paper=False))
    for snippet in batch:
        seen = "".join(letter for letter in snippet.text if letter not in snippet.row.get("gone", ""))
        assert normalise(snippet.text) == normalise(seen), snippet.name
        assert normalise(f"x{snippet.text}x")[1:-1].rstrip() in article.text, snippet.name
        if "gone" in snippet.row:
            assert not set(snippet.row["gone"]) & set(article.text)


@pytest.mark.parametrize("name", FILES)
def test_files_are_shown_or_refused(name, tmp_path, main):
    case = FILES[name]
    path = tmp_path / f"a.{name.split()[0]}"
    path.write_bytes(case.file(PAGE_STORY))
    if case.refused:
        assert case.refused in main("annotate", str(path), "--out", str(tmp_path / "out"))
        assert not (tmp_path / "out").exists()
        return
    article = check_run(brief(path, tmp_path, paper=False))
    assert case.row.get("holds", "") in article.text
    assert case.row.get("absent", "\0") not in article.text
    assert "\n" not in article.title and len(article.title) <= 300
