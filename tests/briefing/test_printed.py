"""The page made ready for paper: nothing for a screen is left, nothing to read is lost."""

import pytest
from lxml import html as parser

from analysis.briefing.printed import printed
from tests.briefing.test_export import full_page


@pytest.fixture(scope="module")
def screen():
    return parser.document_fromstring(full_page())


@pytest.fixture(scope="module")
def paper():
    return parser.document_fromstring(printed(full_page()))


def test_nothing_for_a_screen_is_left(paper):
    assert not paper.xpath("//details[@class='code']|//a[@class='skip' or @class='anchor']|//*[@data-quote]")
    assert not paper.xpath("//*[@class='margin' or @class='hidden' or @class='at']|//script|//template")
    assert not paper.xpath("//details[not(@open)]")


def test_keys_lead_to_the_endnotes_and_these_to_paragraph_and_claims(screen, paper):
    keys = paper.xpath("//a[@class='key']")
    assert len(keys) == len(screen.xpath("//a[@class='key']")) > 20
    assert all(key.get("href") == f"#n-{key.text}" for key in keys)
    ids = set(paper.xpath("//@id"))
    for note in paper.xpath("//ol[@class='notes']/li"):
        place, *claims = note.xpath(".//a/@href")
        assert place.startswith("#p-") and claims
        assert {place[1:], *(claim[1:] for claim in claims)} <= ids


def test_the_contents_follow_the_bottom_line(paper):
    (contents,) = paper.xpath("//nav")
    assert contents.getprevious().get("class") == "section-bottom-line"
    assert contents.xpath("p/text()") == ["Contents"]
    assert contents.xpath(".//a/text()") == paper.xpath("//h2/text()")


def test_words_and_drawings_are_kept(screen, paper):
    for gone in screen.xpath(
        "//script|//template|//*[@class='margin' or @class='code' or @class='parts' or @class='long']|//*[starts-with(@class, 'hidden')]|//a[@class='skip']"
    ):
        gone.drop_tree()
    for gone in (*screen.xpath("//nav|//details[starts-with(@class,'contents')]"), *paper.xpath("//nav")):
        if gone.getparent() is not None:
            gone.drop_tree()
    assert "".join(paper.xpath("//body")[0].text_content().split()) == "".join(
        screen.xpath("//body")[0].text_content().split()
    )
    assert len(paper.xpath("//svg//path")) == len(screen.xpath("//svg//path")) > 0


def test_a_page_without_sections_has_its_contents_after_the_head():
    tree = parser.document_fromstring(
        printed("<body><nav class='contents rail'><ol></ol></nav><main><header></header></main></body>")
    )
    assert [part.tag for part in tree.xpath("//main/*")] == ["header", "nav"]
