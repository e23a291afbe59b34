"""What the page does by itself: nothing it loads, logs, moves or widens."""

import pytest

SIZES = (390, 834, 1440)
WATCH_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => entry.value)))
    .observe({type: 'layout-shift', buffered: true});
"""
STEP = 600


@pytest.mark.parametrize("script", [False, True], ids=["plain", "scripted"])
@pytest.mark.parametrize("width", SIZES)
def test_nothing_is_logged_or_asked_for_outside_or_wider_than_the_page(open_page, width, script):
    page = open_page(width, script=script)
    page.wait_for_load_state("networkidle")
    # A script that the page's policy kept from running would leave a message.
    assert page.complaints == []
    assert page.locator("html.scripted").count() == script
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", SIZES)
def test_nothing_moves_while_it_loads_and_is_scrolled(open_page, width):
    page = open_page(width, before=WATCH_SHIFTS)
    page.mouse.move(width / 2, 400)
    for _ in range(page.evaluate("document.documentElement.scrollHeight") // STEP + 1):
        page.mouse.wheel(0, STEP)
        page.evaluate("new Promise(requestAnimationFrame)")
    assert page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
    assert sum(page.evaluate("window.shifts")) == 0


def test_the_policy_allows_no_other_script(open_page):
    page = open_page(1440)
    page.evaluate(
        "() => { const other = document.createElement('script'); other.textContent = 'window.intruder = true';"
        " document.body.append(other); }"
    )
    assert page.evaluate("window.intruder") is None
    assert "Content Security Policy" in " ".join(page.complaints)


def test_print_shows_nothing_of_the_script_and_all_of_the_page(open_page):
    page = open_page(1440)
    page.fill(".filter [name=words]", "zzz")
    page.wait_for_selector(".filter.active")
    page.emulate_media(media="print")
    assert not page.locator(".filter, .preview, .news, .way-back").filter(visible=True).count()
    assert page.evaluate("[...document.querySelectorAll('.claim')].every(claim => claim.getClientRects().length)")
