"""The notebook's outputs as one page: self-contained, in order, and the same bytes twice."""

import base64
import hashlib
import re
from functools import cache
from itertools import pairwise

import nbformat
import pytest
from lxml import html as parser

from analysis.briefing.export import to_html, to_pdf
from analysis.briefing.page import Page
from analysis.errors import MissingLibraryError
from tests.briefing.sample import ISSUES, TITLE, bundled

SOME = (("Bottom line", "bottom_line"), ("Tensions", "tensions"), ("The article", "article"))
ALL = (
    ("Bottom line", "bottom_line"),
    ("What to watch", "watch"),
    ("Tensions", "tensions"),
    ("Actors", "actors"),
    ("Positions", "positions"),
    ("Sourcing", "sourcing"),
    ("Timeline", "timeline"),
    ("Gaps and uncertainty", "gaps"),
    ("What changed", "changes"),
    ("The article, annotated", "article"),
    ("Evidence", "notes"),
    ("Method", "method"),
    ("Provenance", "provenance"),
)


def notebook(sections=SOME):
    """An executed notebook of the product's shape; its cells get random ids, as papermill's do."""
    page = Page(bundled(), issues=ISSUES)
    new = nbformat.v4
    cells = [new.new_markdown_cell("# Briefing"), new.new_code_cell("limit = 1 < 2  # </code>"), shown(page, "header")]
    for title, section in sections:
        cells += [new.new_markdown_cell(f"## {title}\n\nA *word* before."), shown(page, section)]
    return new.new_notebook(cells=cells)


def shown(page, section):
    output = nbformat.v4.new_output("execute_result", {"text/html": getattr(page, section)()._repr_html_()})
    return nbformat.v4.new_code_cell(f"page.{section}()", outputs=[output])


@cache
def full_page():
    """All sections of the bundled article's annotations by hand, so that every link has its target."""
    return to_html(notebook(ALL), title=TITLE, paper="a4")


def short_page(paper):
    return to_html(notebook([("Bottom line", "bottom_line")]), title=TITLE, paper=paper)


@pytest.fixture(scope="module")
def html():
    return to_html(notebook(), title=TITLE, paper="a4")


def test_equal_notebooks_give_equal_pages(html):
    assert to_html(notebook(), title=TITLE, paper="a4") == html


def test_nothing_is_loaded_from_outside(html):
    tree = parser.document_fromstring(html)
    loaded = tree.xpath("//@src|//link/@href|//*[local-name()='use' or local-name()='image']/@href|//@srcset")
    assert [address for address in loaded if not address.startswith(("#", "data:"))] == []
    assert not tree.xpath("//script/@src|//iframe|//object|//embed|//base")
    styles = " ".join(tree.xpath("//style/text()") + tree.xpath("//@style"))
    assert "@import" not in styles
    assert all(address.startswith(("data:", "#")) for address in re.findall(r"url\(\s*['\"]?([^)]{0,9})", styles))


def test_the_policy_allows_the_scripts_of_the_page_and_nothing_else(html):
    tree = parser.document_fromstring(html)
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    texts = [script.text for script in tree.xpath("//script")]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    assert rules.pop("script-src") == " ".join(f"'sha256-{one}'" for one in hashes)
    assert rules.pop("style-src") == "'unsafe-inline'" and rules.pop("font-src") == rules.pop("img-src") == "data:"
    assert set(rules.values()) == {"'none'"} and "default-src" in rules
    assert not tree.xpath("//*[@*[starts-with(name(), 'on')]]")


def test_the_page_has_its_landmarks(html):
    tree = parser.document_fromstring(html)
    assert tree.get("lang") == "en" and tree.xpath("string(//title)") == TITLE
    assert len(tree.xpath("//h1")) == 1 and len(tree.xpath("//main")) == 1
    assert tree.xpath("//body/a[1]/@href") == ["#main"]
    assert tree.xpath("//h2/text()") == ["Bottom line", "Tensions", "The article"]
    for nav in tree.xpath("//nav"):
        assert nav.xpath(".//a/@href") == ["#bottom-line", "#tensions", "#the-article"]


def test_headings_skip_no_level(html):
    levels = [int(heading.tag[1]) for heading in parser.document_fromstring(html).xpath("//h1|//h2|//h3|//h4|//h5")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_inside_has_its_target():
    tree = parser.document_fromstring(full_page())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in tree.xpath("//a/@href") if address.startswith("#")} <= set(ids)


def test_a_claim_holds_its_keys_and_its_link_and_shows_evidence_beside_it():
    tree = parser.document_fromstring(full_page())
    claims = tree.xpath("//*[contains(concat(' ', @class, ' '), ' claim ')]")
    assert len(claims) > 20
    for claim in claims:
        assert claim.xpath(".//a[@class='anchor']/@href") == [f"#{claim.get('id')}"]
        assert claim.xpath(".//a[@class='anchor']/@aria-label") == ["Link to this claim"]
    for claim in tree.xpath("//section[1]//*[@class='claim']"):
        (note,) = claim.xpath(".//span[@class='margin']")
        assert note.get("aria-hidden") == "true" and note.xpath("string(b)") in claim.xpath(".//a[@class='key']/text()")
        assert len(note.xpath("string(text())").split()) <= 24


def test_endnotes_hold_their_words_whole_and_lead_to_every_claim():
    page = Page(bundled(), issues=ISSUES)
    tree = parser.document_fromstring(full_page())
    notes = tree.xpath("//ol[@class='notes']/li")
    assert [note.get("id") for note in notes] == [f"n-{note.number}" for note in page.outline.notes]
    assert [note.xpath("string(q)") for note in notes] == [note.span.quote.strip() for note in page.outline.notes]
    for note, shown_note in zip(page.outline.notes, notes, strict=True):
        citing = [f"#{claim.id}" for claim in page.outline.claims if note in claim.notes]
        assert shown_note.xpath(".//span[@class='cited']/a/@href") == citing
        assert f"characters {note.span.start}–{note.span.end}" in shown_note.text_content()
    assert bundled().article.text_sha256 in tree.xpath("string(//p[contains(@class, 'source')])")


def test_code_is_folded_and_escaped(html):
    tree = parser.document_fromstring(html)
    assert "page.tensions()" in tree.xpath("string(//section[2]/details[last()])")
    assert "limit = 1 < 2  # </code>" in tree.xpath("string(//main/details)")
    assert not tree.xpath("//details[@class='code'][@open]")


def test_text_under_a_heading_is_kept(html):
    assert parser.document_fromstring(html).xpath("//section[1]//em/text()") == ["word"]


def test_styles_of_sections_go_to_the_head(html):
    tree = parser.document_fromstring(html)
    assert not tree.xpath("//body//style")
    assert ":target~" in tree.xpath("string(//head/style)")


def test_a_title_is_escaped():
    page = to_html(notebook(), title='<b> & "x"', paper="letter")
    assert parser.document_fromstring(page).xpath("string(//title)") == '<b> & "x"'
    assert "size:letter" in page


def test_a_missing_library_is_named(monkeypatch, html):
    import builtins

    real = builtins.__import__

    def without_pango(name, *rest, **more):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(MissingLibraryError, match=r"libpango-1\.0-0 libpangoft2-1\.0-0.*brew install pango"):
        to_pdf(html)
