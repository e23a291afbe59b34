"""What holds of the bundled article's briefing without script, on articles of other kinds."""

import pytest
from pypdf import PdfReader

from tests.briefing.browser.test_accessibility import axe, found  # noqa: F401
from tests.briefing.browser.test_keyboard import test_every_claim_reaches_its_words_and_comes_back  # noqa: F401
from tests.briefing.browser.test_reading import (  # noqa: F401
    test_every_claim_has_a_key,
    test_every_key_lands_on_its_highlighted_words_and_leads_back,
    test_every_link_inside_the_page_has_its_target,
    test_one_h1_and_no_level_skipped,
    test_the_bottom_line_comes_first_and_is_short,
    text,
)
from tests.briefing.other_articles import OTHERS

pytestmark = pytest.mark.parametrize("run_folder", OTHERS, indirect=True)


@pytest.fixture
def page(open_page):
    return open_page(834, script=False)


@pytest.mark.parametrize("width", [390, 834, 1440])
def test_nothing_is_wider_than_the_page_or_logged_or_asked_for_outside(open_page, width):
    page = open_page(width)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.complaints == []


@pytest.fixture
def every():
    return 9


# A look for each, so that not all are waited for.
LOOKS = {"wikinews": (390, "dark"), "campaign": (1440, "light"), "opinion": (834, "dark")}


def test_no_violation(axe, open_page, request):  # noqa: F811
    width, scheme = LOOKS[request.node.callspec.params["run_folder"]]
    assert found(axe, open_page(width, color_scheme=scheme)) == []


def test_the_prose_passes_the_lint(run_folder):
    from analysis import store
    from analysis.briefing import lint
    from analysis.codebook import read_issues

    annotations = store.load(run_folder / "data").annotations
    issues = read_issues("auto", annotations.article.text)
    page = (run_folder / "briefing.html").read_text(encoding="utf-8")
    assert [*lint.faults(page, lint.words_taken_over(annotations, issues))] == []


def test_the_pdf_has_the_same_claims_and_endnotes(page, run_folder):
    ids = set(page.eval_on_selector_all(".claim, ol.notes > li", "all => all.map(one => one.id)"))
    printed = set(PdfReader(run_folder / "briefing.pdf").named_destinations)
    assert len(ids) > 40 and ids == {name for name in printed if name.startswith(("claim-", "n-"))}
