"""The PDF by a real reader (pypdf): what a printed copy has to hold."""

import html
import re

import pytest
from pypdf import PdfReader

TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def pdf(bundled_run):
    return PdfReader(bundled_run / "briefing.pdf")


@pytest.fixture(scope="module")
def page(bundled_run):
    return (bundled_run / "briefing.html").read_text(encoding="utf-8")


def letters(words):
    """Words without what line breaks and hyphenation change."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", words)


@pytest.fixture(scope="module")
def printed(pdf):
    return letters("".join(sheet.extract_text() for sheet in pdf.pages))


def test_title_language_and_tags(pdf):
    assert pdf.metadata.title.startswith("US urges Ukraine to show it is open to talks")
    assert pdf.trailer["/Root"]["/Lang"] == "en"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_outline_holds_the_sections_in_order(pdf, page):
    sections = [
        html.unescape(TAG.sub("", words)).strip() for words in re.findall(r"<h2[^>]*>(.*?)</h2>", page, re.DOTALL)
    ]
    titles = [item.title.strip() for item in flat(pdf.outline)]
    assert sections and [title for title in titles if title in sections] == sections


def flat(outline):
    for item in outline:
        yield from flat(item) if isinstance(item, list) else (item,)


def test_every_page_is_numbered(pdf):
    count = len(pdf.pages)
    assert 3 <= count <= 40
    for number, sheet in enumerate(pdf.pages, 1):
        assert re.search(rf"\b{number}\s*(of|/)\s*{count}\b", sheet.extract_text())


def test_paper_size(pdf):
    box = pdf.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


def test_the_same_claims_as_the_page(page, printed):
    claims = re.findall(r'class="claim" id="(claim-[0-9a-f]{8})">(.*?)<span class="label"', page, re.DOTALL)
    assert len(claims) > 20
    missing = [words for _, words in claims if letters(html.unescape(TAG.sub("", words))) not in printed]
    assert missing == []


def test_links_inside_lead_somewhere(pdf):
    destinations = set(pdf.named_destinations)
    wanted = [
        str(note["/Dest"])
        for sheet in pdf.pages
        for note in (reference.get_object() for reference in sheet.get("/Annots", []))
        if "/Dest" in note
    ]
    assert len(wanted) > 80
    assert {name for name in wanted if name not in destinations} == set()
    assert {name for name in destinations if name.startswith("e-")} and {
        name for name in destinations if name.startswith("claim-")
    }


def test_fonts_are_embedded(pdf):
    fonts = [font.get_object() for sheet in pdf.pages for font in sheet["/Resources"].get("/Font", {}).values()]
    names = {font["/BaseFont"] for font in fonts}
    assert names and all("+" in name and "Faultline" in name for name in names)
