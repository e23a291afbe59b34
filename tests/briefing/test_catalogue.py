"""`reports/index.html`: newest article first, and no folder breaks it."""

import json
import re

import pytest
from lxml import html as parser

from analysis.briefing import catalogue, claims
from analysis.briefing.outline import outline
from analysis.provenance import collect, origins_of
from analysis.runs import write_record
from analysis.settings import Settings
from tests.briefing.sample import ISSUES, bundled


@pytest.fixture
def reports(tmp_path):
    for name, title, published in (
        ("old", "Old <b>story</b>", "2021-01-02"),
        ("new", "New story", "2022-11-08"),
        ("undated", "Undated story", None),
    ):
        run(tmp_path / name, {"title": title, "outlet": "CNN", "published": published})
    return tmp_path


def run(folder, article, **settings):
    (folder / "data").mkdir(parents=True)
    (folder / "briefing.html").write_text("page")
    (folder / "data" / "article.json").write_text(json.dumps(article))
    chosen = Settings(**settings)
    write_record(folder, collect(folder / "briefing.html", chosen, origins_of(chosen)))


def listed(reports):
    catalogue.write(reports)
    return parser.parse(str(reports / "index.html")).getroot()


def test_newest_article_first_undated_last(reports):
    assert [link.text_content() for link in listed(reports).xpath("//h2/a")] == [
        "New story",
        "Old <b>story</b>",
        "Undated story",
    ]
    assert "8 November 2022" in (reports / "index.html").read_text()
    assert "no date of publication" in (reports / "index.html").read_text()


def test_a_run_shows_the_first_sentences_of_its_bottom_line_and_what_was_moved(reports):
    view = outline(bundled(), issues=ISSUES)
    run(reports / "moved", {"title": "Moved", "outlet": "", "published": "2023-01-01"}, min_confidence=0.7)
    claims.write(reports / "moved" / "data" / claims.FILE, view)
    (reports / "moved" / "briefing.pdf").write_text("pages")
    [first, *_] = listed(reports).xpath("//ol/li")
    assert [line.text_content() for line in first.xpath("./ul/li")] == [
        claim.text for claim in view.bottom_line.claims[:3]
    ]
    assert "min_confidence=0.7" in first.text_content()
    assert first.xpath(".//a/@href") == ["moved/briefing.html", "moved/briefing.pdf"]


@pytest.mark.parametrize("broken", ["{", "[]", '{"title": "x"}', '{"title": "x", "outlet": "", "published": "soon"}'])
def test_a_folder_that_cannot_be_read_is_passed_over(reports, broken):
    (reports / "old" / "data" / "article.json").write_text(broken)
    (reports / "new" / "run.json").write_text("{")
    (reports / ".building-x").mkdir()
    assert [link.text_content() for link in listed(reports).xpath("//h2/a")] == ["Undated story"]


def test_broken_claims_cost_the_bottom_line_alone(reports):
    (reports / "new" / "data" / claims.FILE).write_bytes(b"id,text\n\xff\xfe")
    assert len(listed(reports).xpath("//h2/a")) == 3


def test_it_loads_nothing_from_elsewhere(reports):
    listed(reports)
    page = (reports / "index.html").read_text()
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page) and "<script" not in page
    assert "Content-Security-Policy" in page


def test_without_a_run_it_says_so(tmp_path):
    catalogue.write(tmp_path)
    assert "No briefing has been made yet." in (tmp_path / "index.html").read_text()
