"""The PDF by a real reader (pypdf): what a printed copy has to hold, and that it is the page's."""

import re
from functools import cached_property
from io import BytesIO

import pytest
from lxml import html as parser
from pypdf import PdfReader

from analysis.briefing.export import to_pdf
from tests.briefing.test_export import short_page

# Below it a page has its foot, in points.
FOOT = 50


class Printed:
    """A PDF as its reader meets it."""

    def __init__(self, source):
        self.reader = PdfReader(source)
        self.root = self.reader.trailer["/Root"]

    @cached_property
    def pages(self):
        """For each page its words, and its lines from top to foot as (height, words)."""
        return [extracted(sheet) for sheet in self.reader.pages]

    @cached_property
    def letters(self):
        return letters("".join(words for words, _ in self.pages))

    @cached_property
    def outline(self):
        """(title, page from 1) of every entry."""
        return [
            (item.title.strip(), self.reader.get_destination_page_number(item) + 1)
            for item in flat(self.reader.outline)
        ]

    @cached_property
    def links(self):
        """Where the links inside lead."""
        notes = [reference.get_object() for sheet in self.reader.pages for reference in sheet.get("/Annots", [])]
        return [str(note["/Dest"]) for note in notes if "/Dest" in note]

    @cached_property
    def tags(self):
        return list(elements(self.root["/StructTreeRoot"]))


def extracted(sheet):
    heights = {}

    def visit(text, outer, inner, *_):
        if text.strip():
            height = outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
            heights.setdefault(round(height), []).append(text.strip())

    words = sheet.extract_text(visitor_text=visit)
    return words, [(height, " ".join(heights[height])) for height in sorted(heights, reverse=True)]


def flat(outline):
    for item in outline:
        yield from flat(item) if isinstance(item, list) else (item,)


def elements(node):
    """The structure's elements, in the order of reading."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def letters(words):
    """Words without what line breaks, hyphenation and capitals for labels change."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", words).lower()


@pytest.fixture(scope="module")
def pdf(bundled_run):
    return Printed(bundled_run / "briefing.pdf")


@pytest.fixture(scope="module")
def page(bundled_run):
    return parser.document_fromstring((bundled_run / "briefing.html").read_text(encoding="utf-8"))


def text(element):
    """What a reader sees of it on paper."""
    unseen = " or ".join(
        f"contains(concat(' ', @class, ' '), ' {name} ')" for name in ("margin", "hidden", "long", "parts")
    )
    screen = (
        f"ancestor::*[{unseen}] or (ancestor::span[@class='label'] and (ancestor::tr or ancestor::p[@class='others']))"
    )
    return "".join(element.xpath(f".//text()[not({screen})]"))


def test_title_language_and_pdf_ua(pdf):
    assert pdf.reader.metadata.title.startswith("US urges Ukraine to show it is open to talks")
    assert pdf.root["/Lang"] == "en"
    assert pdf.root["/MarkInfo"]["/Marked"] and pdf.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in pdf.root["/Metadata"].get_data()


def test_the_structure_holds_headings_tables_and_figures_with_words(pdf, page):
    kinds = [str(element["/S"]) for element in pdf.tags]
    for level in (1, 2, 3, 4):
        assert kinds.count(f"/H{level}") == len(page.xpath(f"//h{level}"))
    printed = "[not(ancestor::*[@class='long'])]"
    assert kinds.count("/Table") >= len(page.xpath(f"//table{printed}"))
    assert kinds.count("/TH") >= len(page.xpath(f"//th{printed}"))
    figures = [element for element in pdf.tags if element["/S"] == "/Figure"]
    assert len(figures) == len(page.xpath("//figure")) > 0
    assert all(len(str(figure["/Alt"]).split()) > 5 for figure in figures)


def test_outline_holds_the_sections_in_order(pdf, page):
    sections = [text(heading).strip() for heading in page.xpath("//h2")]
    assert sections and [title for title, _ in pdf.outline if title in sections] == sections


def test_the_contents_give_the_pages_of_the_sections(pdf, page):
    places = dict(reversed(pdf.outline))
    first, _ = pdf.pages[0]
    for heading in page.xpath("//h2"):
        title = text(heading).strip()
        printed = re.search(rf"^{re.escape(title)} ?\.[. ]*(\d+)$", first, re.MULTILINE)
        assert printed and int(printed[1]) == places[title], title


def test_every_page_is_numbered_and_names_its_section(pdf, page):
    count = len(pdf.reader.pages)
    assert 3 <= count <= 30
    sections = {text(heading).strip() for heading in page.xpath("//h2")}
    for number, (words, _) in enumerate(pdf.pages, 1):
        around = re.search(rf"(.*)\n?Faultline page {number} of {count}$", words.strip())
        assert around and (number == 1 or any(around[1].strip().endswith(title) for title in sections))


def test_paper_size(pdf):
    assert [round(float(side)) for side in pdf.reader.pages[0].mediabox[2:]] == [595, 842]


def test_letter_paper_holds_the_same():
    letter = Printed(BytesIO(to_pdf(short_page("letter"))))
    assert [round(float(side)) for side in letter.reader.pages[0].mediabox[2:]] == [612, 792]
    page = parser.document_fromstring(short_page("letter"))
    assert len(letter.outline) == len(page.xpath("//h1|//h2|//h3"))


def test_the_same_claims_as_the_page(page, pdf):
    claims = page.xpath("//*[contains(concat(' ', @class, ' '), ' claim ')]")
    assert len(claims) > 20
    assert {claim.get("id") for claim in claims} == {
        name for name in pdf.reader.named_destinations if name.startswith("claim-")
    }
    parts = [(claim, part) for claim in claims for part in (claim.xpath("th|td") or [claim])]
    missing = [claim.get("id") for claim, part in parts if letters(text(part)) not in pdf.letters]
    assert missing == []


def test_the_same_endnotes_as_the_page(page, pdf):
    notes = page.xpath("//ol[@class='notes']/li")
    assert {note.get("id") for note in notes} == {
        name for name in pdf.reader.named_destinations if re.fullmatch(r"n-\d+", name)
    }
    missing = [note.get("id") for note in notes if letters(text(note)) not in pdf.letters]
    assert missing == []


def test_keys_lead_to_the_endnotes_and_these_to_paragraph_and_claims(page, pdf):
    numbers = [f"n-{key}" for key in page.xpath("//a[@class='key']/text()")]
    # A link that goes over two lines is there twice.
    assert set(numbers) == {name for name in pdf.links if name.startswith("n-")}
    assert len([name for name in pdf.links if name.startswith("n-")]) >= len(numbers)
    assert not [name for name in pdf.links if name.startswith("e-")]
    assert {name for name in pdf.links if name.startswith("p-")} >= {
        f"p-{words.split()[-1]}" for words in page.xpath("//span[@class='place']/a/text()")
    }
    cited = page.xpath("//span[@class='cited']/a/@href")
    assert {address[1:] for address in cited} <= set(pdf.links)


def test_links_inside_lead_somewhere(pdf):
    assert len(pdf.links) > 80
    assert set(pdf.links) <= set(pdf.reader.named_destinations)


def test_no_heading_ends_a_page(pdf, page):
    headings = {letters(text(heading)) for heading in page.xpath("//h1|//h2|//h3|//h4")}
    for number, (_, found) in enumerate(pdf.pages, 1):
        last = [words for height, words in found if height > FOOT][-1]
        assert letters(last) not in headings, number


def test_tables_repeat_their_heads(pdf, page):
    places = dict(reversed(pdf.outline))
    sheets = pdf.pages[places["Positions"] - 1 : places["Sourcing"]]
    asked = [letters(text(question)) for question in page.xpath("//table//span[@class='question']")]
    over = [words for words in (letters(words) for words, _ in sheets) if any(one in words for one in asked)]
    assert len(over) > 1
    assert all(letters("Who Stance In which words") in words for words in over)


def test_fonts_are_embedded(pdf):
    fonts = [font.get_object() for sheet in pdf.reader.pages for font in sheet["/Resources"].get("/Font", {}).values()]
    names = {font["/BaseFont"] for font in fonts}
    assert names and all("+" in name and "Faultline" in name for name in names)
