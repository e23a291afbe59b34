"""What axe-core, the engine of most accessibility checkers, finds on the page."""

import pytest

SCHEMES = ("light", "dark")


@pytest.fixture(scope="session")
def axe():
    from axe_playwright_python.sync_playwright import Axe

    return Axe()


def found(axe, page, parts=None):
    results = axe.run(page, context=parts).response
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_no_violation(axe, open_page, width, scheme):
    page = open_page(width, color_scheme=scheme)
    assert found(axe, page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violation_in_what_the_script_shows(axe, open_page, scheme):
    page = open_page(1440, color_scheme=scheme)
    page.select_option(".filter [name=voice]", "direct")
    page.fill(".filter [name=words]", "talks")
    page.wait_for_selector(".filter.active")
    page.locator("a.key").filter(visible=True).first.focus()
    page.wait_for_selector(".preview:not([hidden])")
    page.keyboard.press("Enter")
    page.wait_for_selector(".way-back")
    assert found(axe, page, [".filter", ".legend", ".article", ".preview"]) == []


def test_no_violation_with_the_filter_open_on_a_phone(axe, open_page):
    page = open_page(390)
    page.click(".filter summary")
    assert found(axe, page, [".filter"]) == []
