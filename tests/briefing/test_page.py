"""The sections as HTML: escaped, complete, and never empty."""

import re
from dataclasses import replace

import pytest
from lxml import html as parser

from analysis.accuracy import Figure
from analysis.briefing.page import Page
from analysis.provenance import Parameter, Provenance
from analysis.records import Annotations
from analysis.settings import Settings
from tests.briefing.sample import ISSUES, TEXT, bundled, without_tensions
from tests.factory import make_actor, make_article, make_position, make_statement, make_tension, make_time

SECTIONS = (
    "header",
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
HOSTILE = "<script>alert(1)</script> & \"quoted\" 'words' {{ 7 * 7 }} {% raw %} ]]> --> </style>"


def shown(page, section):
    return getattr(page, section)()._repr_html_()


def words(fragment):
    return " ".join(" ".join(parser.fromstring(f"<div>{fragment}</div>").itertext()).split())


@pytest.fixture(scope="module")
def page():
    return Page(bundled(), issues=ISSUES)


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("make", [bundled, without_tensions])
def test_no_section_is_empty(make, section):
    assert len(words(shown(Page(make(), issues=ISSUES), section)).split()) >= 3


def test_every_claim_and_note_has_its_place(page):
    whole = "".join(shown(page, section) for section in SECTIONS)
    ids = re.findall(r'\bid="([^"]+)"', whole)
    assert len(ids) == len(set(ids))
    assert {claim.id for claim in page.outline.claims} <= set(ids)
    assert {note.anchor for note in page.outline.notes} <= set(ids)
    # These headings are the notebook's.
    headings = {"actors", "method", "positions", "provenance", "sourcing", "timeline"}
    assert set(re.findall(r'href="#([^"]+)"', whole)) <= {*ids, *headings}


@pytest.mark.parametrize(
    ("section", "stage"),
    [
        (name, {"sourcing": "statements"}.get(name, name))
        for name in ("actors", "positions", "tensions", "sourcing", "timeline")
    ],
)
def test_each_section_prints_how_well_its_records_are_found(section, stage):
    figures = [
        Figure(stage=stage, measure=f"measure {n}", dataset="a set", n=9, precision=n / 10, recall=0.5, f1=0.4)
        for n in (1, 2, 3)
    ]
    text = words(shown(Page(bundled(), issues=ISSUES, figures=figures), section))
    assert "Measured on a set: measure 1, precision 0.10, recall 0.50; measure 3, precision 0.30" in text
    assert "a person has reviewed none" in text
    assert "Not measured yet" in words(shown(Page(bundled(), issues=ISSUES), section))


def test_every_note_leads_back_to_every_claim_that_cites_it(page):
    article, endnotes = parser.fromstring(shown(page, "article")), parser.fromstring(shown(page, "notes"))
    for note in page.outline.notes:
        claims = [f"#{claim.id}" for claim in page.outline.claims if note in claim.notes]
        assert endnotes.xpath(f"//li[@id='n-{note.number}']//a[starts-with(@href, '#claim-')]/@href") == claims
        ways = article.xpath(f"//sup[@class='back']/a[text()='{note.number}']/@href")
        assert ways == (claims if len(claims) == 1 else [f"#n-{note.number}"])


def test_the_article_is_whole(page):
    tree = parser.fromstring(shown(page, "article"))
    for mark in tree.xpath("//sup|//a[@class='num']"):
        mark.drop_tree()
    paragraphs = [paragraph.text_content() for paragraph in tree.xpath("//div[@class='article']/p")]
    assert paragraphs == TEXT.split("\n")


def test_hostile_text_stays_text():
    text = f"{HOSTILE} said Eve{HOSTILE}.\nThe end {HOSTILE} on Monday."
    eve = make_actor(text, f"Eve{HOSTILE}", role=HOSTILE, side=HOSTILE)
    other = make_actor(text, HOSTILE, kind="government")
    found = make_article(text, title=HOSTILE, outlet=HOSTILE, rights=HOSTILE, url="javascript:alert(1)")
    annotations = Annotations(
        article=found,
        actors=(eve, other),
        timeline=(make_time(text, "Monday", "2022-11-07", begin=found.published, end=found.published),),
        statements=(make_statement(text, eve, HOSTILE),),
        positions=(make_position(text, eve, "", HOSTILE, proposition=HOSTILE),),
        tensions=(make_tension(text, eve, other, HOSTILE, about=HOSTILE), make_tension(text, other, eve, HOSTILE)),
    )
    page = Page(annotations, settings=Settings(tensions_shown=1))
    for section in SECTIONS:
        fragment = shown(page, section)
        assert "<script" not in fragment and "javascript:" not in fragment
        assert fragment.count("</style>") == fragment.count("<style>")
        tree = parser.fromstring(f"<div>{fragment}</div>")
        assert not tree.xpath("//script|//*[starts-with(name(), 'on')]")
    assert "{{ 7 * 7 }}" in shown(page, "header")


def test_moved_parameters_are_marked():
    moved = words(shown(Page(bundled(), issues=ISSUES, settings=Settings(min_confidence=0.7)), "header"))
    assert "min_confidence = 0.7 (default 0.3)" in moved


@pytest.mark.parametrize(("language", "warned"), [("en", False), ("en-GB", False), ("und", True), ("fr", True)])
def test_an_article_that_is_not_english_is_warned_of(language, warned):
    found = bundled()
    annotations = replace(found, article=replace(found.article, language=language))
    assert ("not read like English" in words(shown(Page(annotations, issues=ISSUES), "header"))) == warned


def test_method_prints_figures_and_names_what_is_not_measured():
    figure = Figure(
        stage="statements", measure="content", dataset="PolNeAR dev", n=3000, precision=0.8, recall=0.75, f1=0.777
    )
    method = words(shown(Page(bundled(), figures=(figure,)), "method"))
    assert "statements content PolNeAR dev 3,000 0.80 0.75 0.78" in method
    assert "Not measured yet: model, actors, timeline, positions and tensions." in method
    assert "a person has reviewed none" in method


def test_provenance_gives_the_command_and_the_hashes():
    provenance = Provenance(
        article="seeds/articles/x.txt",
        parameters=(Parameter(name="focus", value="gop-funding", origin="set", changed=True),),
        command='make report SET="focus=gop-funding"',
        commit="abc",
        dirty=True,
        time="2022-11-09T00:00:00+00:00",
        timed_by="commit",
        inputs={"seeds/articles/x.txt": "0" * 64},
        versions={"python": "3.11"},
    )
    told = words(shown(Page(bundled(), provenance=provenance), "provenance"))
    assert 'make report SET="focus=gop-funding"' in told
    assert "0" * 64 in told and provenance.inputs_sha256 in told
    assert "commit abc with uncommitted changes" in told


@pytest.mark.parametrize(("make", "cards"), [(bundled, 5), (without_tensions, 0)])
def test_cards_stand_alone_in_a_notebook(make, cards):
    fragment = Page(make(), issues=ISSUES).cards()._repr_html_()
    assert fragment.count("<article") == cards
    assert cards or "No tension was found." in words(fragment)
    # A rule without the class would reach all of JupyterLab.
    style = fragment[fragment.index("<style>") + 7 : fragment.index("</style>")]
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", re.sub(r"@media[^{]*\{", "", style))
    assert rules and all(rule.strip().startswith((".card", ".cards")) for rule in rules)
