"""Hostile texts through the whole chain down to the page: shown as text, offsets exact."""

import pytest

from analysis.articles import normalise, read_article
from analysis.document import tokenize
from analysis.model.quotations import find_quotations
from tests.briefing.other_articles import brief
from tests.hostile.corpus import cases
from tests.hostile.shown import check_run

SNIPPETS = cases("markup") | cases("characters")
# So many in an article of their own: a page each would take a minute.
TOGETHER = 24
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
    article = read_article(path)
    assert case.row.get("holds", "") in article.text
    assert case.row.get("absent", "\0") not in article.text
    assert "\n" not in article.title and len(article.title) <= 300
    check_tokens(article)
    if path.suffix == ".txt" and not case.row.get("reads"):
        assert check_run(brief(path, tmp_path, paper=False)) == article


def check_tokens(article):
    """Paragraphs, tokens and quotations are the text's, character by character."""
    lines = [line.lstrip() for line in article.text.split("\n") if line.strip()]
    assert [article.text[start:end] for start, end in article.paragraphs] == lines
    assert tokenize(article).text == article.text
    for quotation in find_quotations(article.text, article.paragraphs):
        assert 0 <= quotation.start < quotation.end <= len(article.text)
