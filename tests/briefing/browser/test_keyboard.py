"""Without script and without a mouse: Tab and Enter lead from every claim to its words and back again."""

import pytest

FOCUSED = """() => {
  const at = document.activeElement;
  return {href: at.getAttribute('href') ?? '', number: at.textContent, claim: at.closest('.claim')?.id,
          key: at.matches('a.key'), back: at.matches('.back a')};
}"""
TARGET = "() => document.querySelector(':target')?.id"
# One number a note, so that no more than the notes that begin within the lit words stand before the way back.
REACH = 60


def tab_to(page, wanted):
    """Press Tab until the focus is where `wanted` says."""
    for _ in range(REACH):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if wanted(focused):
            return focused
    raise AssertionError(f"{REACH} presses of Tab from #{page.evaluate(TARGET)} do not reach it")


@pytest.fixture
def every():
    """Of how many claims one is tried: the keys' own test follows all of them, and pressing Tab takes a while."""
    return 3


def test_every_claim_reaches_its_words_and_comes_back(open_page, every):
    page = open_page(1440, script=False)
    claims = page.evaluate("[...document.querySelectorAll('.claim')].map(claim => claim.id)")
    assert len(claims) > 40
    for claim in claims[::every]:
        page.evaluate("claim => { location.hash = claim; }", claim)
        key = tab_to(page, lambda at, claim=claim: at["key"] and at["claim"] == claim)
        page.keyboard.press("Enter")
        assert page.evaluate(TARGET) == key["href"][1:]
        tab_to(page, lambda at, key=key: at["back"] and at["number"] == key["number"])
        page.keyboard.press("Enter")
        if page.evaluate(TARGET) != claim:
            assert page.evaluate(TARGET) == f"n-{key['number']}"
            tab_to(page, lambda at, claim=claim: at["href"] == f"#{claim}")
            page.keyboard.press("Enter")
        assert page.evaluate(TARGET) == claim


def test_the_first_press_offers_to_skip_to_the_briefing(open_page):
    page = open_page(1440, script=False)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["href"] == "#main"
