"""The section of positions: a table by issue, and sentences that are true."""

from dataclasses import replace

from analysis.briefing.page import Page
from tests.briefing.sample import ISSUES, bundled
from tests.factory import make_actor, make_position


def does(proposition, stance="support", kind="person", **fields):
    found = bundled()
    text = found.article.text
    actor = make_actor(text, "Ukraine", kind=kind)
    held = make_position(text, actor, "", "Kyiv", stance, proposition=proposition, **fields)
    page = Page(
        replace(found, actors=(actor,), positions=(held,), statements=(), tensions=(), cooperations=(), mentions=())
    )
    return page.outline.positions.further[0].does


def test_positions_in_the_article_s_own_words_read_as_sentences():
    assert does("the talks are off") == "holds that “the talks are off”."
    assert does("the talks are off", "oppose") == "rejects that “the talks are off”."
    assert does("that the talks are off") == "holds that “the talks are off”."
    assert does("war messaging", "oppose") == "is against “war messaging”."
    assert does("Ukraine’s advances") == "is for “Ukraine’s advances”."
    assert does("it’s over", "mixed") == "is of two minds on whether “it’s over”."
    assert does("war messaging", status="past") == "used to be for “war messaging”."


def test_positions_stand_in_one_table_by_issue_and_further_ones_are_folded():
    page = Page(bundled(), issues=ISSUES)
    html = page.positions()._repr_html_()
    assert html.count("<tbody>") == 3 and html.count('scope="rowgroup"') == 3
    assert '<table class="sortable held">' in html and 'href="data/positions.csv"' in html
    assert '<details class="further">' in html and "One further position, in the article’s own words" in html
    assert "Ned Price" in html[html.index("<details") :]
    assert "Nobody takes a position on" not in html
    view = Page(replace(bundled(), positions=bundled().positions[:3]), issues=ISSUES).outline.positions
    assert view.silent == "Nobody takes a position on GOP funding signals or battlefield assessment."
    assert not view.further
