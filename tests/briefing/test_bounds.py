"""A page of thousands of records tells of the foremost, and says how many more there are and where they stand."""

import re
from dataclasses import replace

import pytest
from lxml import html as parser

from analysis.briefing import bounds
from analysis.briefing.lint import check, words_taken_over
from analysis.briefing.page import Page
from analysis.briefing.printed import printed
from tests.benchmarks.long_records import repeated
from tests.briefing.sample import ISSUES, bundled

COPIES = 64
SECTIONS = (
    "bottom_line",
    "watch",
    "tensions",
    "actors",
    "positions",
    "sourcing",
    "timeline",
    "gaps",
    "changes",
    "article",
    "notes",
    "method",
    "provenance",
)


@pytest.fixture(scope="module")
def long():
    return repeated(bundled(), COPIES)


@pytest.fixture(scope="module")
def page(long):
    return Page(long, issues=ISSUES)


@pytest.fixture(scope="module")
def whole(page):
    """The sections in one document, without nbconvert, which would take most of the time."""
    sections = "".join(
        f'<section><h2 id="{name.replace("_", "-")}">A</h2>{getattr(page, name)().html}</section>' for name in SECTIONS
    )
    return f'<html><body><nav class="rail"></nav><main>{sections}</main></body></html>'


def test_there_are_thousands_of_records(long):
    assert sum(1 for _ in long.records()) > 3000


@pytest.mark.parametrize(
    ("section", "words", "group", "shown"),
    [
        ("positions", "weaker positions stand in data/positions.csv alone.", "positions", bounds.POSITIONS),
        ("tensions", "weaker tensions stand in data/tensions.csv alone.", "tensions", bounds.TENSIONS),
    ],
)
def test_what_is_left_out_is_counted(page, long, section, words, group, shown):
    html = getattr(page, section)().html
    [many] = re.findall(rf"<p class=\"small\">(\d+) {re.escape(words)}", html)
    assert int(many) == len(getattr(long, group)) - shown


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("actors", r"\d+ further actors stand in data/actors\.csv alone\."),
        ("sourcing", r"\d+ further sources stand in data/statements\.csv alone\."),
        ("timeline", r"\d+ further times stand in data/timeline\.csv alone\."),
    ],
)
def test_each_section_says_where_the_rest_is(page, section, words):
    assert re.search(words, getattr(page, section)().html)


def test_the_firmest_positions_are_kept(page, long):
    told = page.outline.index.told_positions
    least = min(one.strength for one in told)
    assert all(one.strength <= least for one in set(long.positions) - set(told))


def test_every_link_of_the_page_leads_somewhere_on_screen_and_on_paper(whole):
    for text in (whole, printed(whole)):
        tree = parser.fromstring(text)
        ids = set(tree.xpath("//@id"))
        targets = {link[1:] for link in tree.xpath("//@href") if link.startswith("#")}
        assert targets <= ids


def test_paper_has_all_claims_and_notes_and_the_paragraphs_that_the_first_cite(whole, page):
    screen, paper = parser.fromstring(whole), parser.fromstring(printed(whole))
    for ids in ("//*[contains(@class, 'claim')]/@id", "//ol[@class='notes']/li/@id"):
        assert screen.xpath(ids) == paper.xpath(ids)
    kept = paper.xpath("//div[@class='article']/p/@id")
    first = {f"p-{note.paragraph}" for claim in page.outline.bottom_line.claims for note in claim.notes}
    assert first <= set(kept)
    assert len(paper.xpath("string(//div[@class='article'])")) < 2 * bounds.LONG
    assert "in briefing.html alone" in paper.xpath("string(//div[@class='article'])")


def test_the_rules_of_language_hold(whole, long):
    check(whole, words_taken_over(long, ISSUES))


def test_a_claim_on_very_many_places_counts_those_it_does_not_lead_to(page):
    many = [claim for claim in page.outline.claims if claim.further]
    assert many
    assert {len(claim.notes) for claim in many} == {bounds.PLACES}
    assert f"and {many[0].further} more" in "".join(getattr(page, name)().html for name in ("sourcing", "gaps"))


def test_a_short_article_is_told_whole():
    page = Page(replace(bundled()), issues=ISSUES)
    assert "alone." not in "".join(
        getattr(page, name)().html for name in ("positions", "tensions", "actors", "sourcing")
    )
    assert not any(claim.further for claim in page.outline.claims)


def test_names_beyond_many_are_counted():
    assert bounds.some(["A", "B", "C"], most=2) == "A, B and one other"
    assert (
        bounds.left(1, "time", "data/timeline.csv", "further") == "One further time stands in data/timeline.csv alone."
    )
    assert bounds.left(0, "time", "data/timeline.csv") == ""
