"""What a page of untrusted text must keep: the source's words as text, its own markup and nothing else."""

import csv
from collections import Counter
from pathlib import Path

from lxml import html

from analysis import store
from analysis.briefing.printed import printed
from analysis.records import Article, check_evidence

# Nothing that the page itself has, and all that it could be made to run, load or leave by.
FOREIGN = {"iframe", "frame", "frameset", "object", "embed", "base", "link", "img", "video", "audio", "source", "math",
           "marquee", "portal", "dialog", "slot", "noscript", "foreignobject", "animate", "use", "x-card"}  # fmt: skip
# Everything that the page leads to: its own places, its own files, and the web address of the article.
WAYS = ("#", "data/", "notebooks/", "briefing.", "run.json", "ro-crate", "https://", "http://")


def check_run(folder: Path) -> Article:
    """Every record is verbatim, the page's article is the text, and its markup is ours. Returns the article."""
    annotations = store.load(folder / "data").annotations
    article = annotations.article
    check_evidence(article.text, annotations.records())
    for sentence in annotations.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.quote
    with (folder / "data" / "mentions.csv").open(encoding="utf-8", newline="") as file:
        # As it is, also where a spreadsheet would take it for a formula: README.md says how to open it.
        rows = list(csv.DictReader(file))
    assert all(article.text[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows)
    page = (folder / "briefing.html").read_text(encoding="utf-8")
    tree = html.document_fromstring(page)
    assert written(tree) == [article.text[start:end] for start, end in article.paragraphs]
    check_markup(tree)
    assert printed(page)
    return article


def written(tree: html.HtmlElement) -> list[str]:
    """The annotated article as the page has it, without the numbers in its margin and after its words."""
    paragraphs = tree.xpath("//div[@class='article']/p")
    return [
        "".join(paragraph.xpath(".//text()[not(ancestor::a[@class='num'] or ancestor::sup)]"))
        for paragraph in paragraphs
    ]


def check_markup(tree: html.HtmlElement) -> None:
    """No element, handler or way out that the page does not have of itself."""
    count = Counter(element.tag for element in tree.iter("*"))
    assert not FOREIGN & count.keys()
    assert (count["script"], count["title"] - count["svg"], count["body"]) == (2, 1, 1)
    assert len(tree.xpath("//meta[@http-equiv]")) == 1
    for element in tree.iter("*"):
        assert not [name for name in element.attrib if name.lower().startswith("on") or name == "srcdoc"]
        assert "src" not in element.attrib and "action" not in element.attrib and "formaction" not in element.attrib
        assert element.get("href", "#").startswith(WAYS)
