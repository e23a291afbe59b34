"""Milliseconds until the briefing of the bundled article is first painted from disk: `make bench`.

Medians of fresh Chromium contexts, in which nothing is cached. Needs Debian's chromium.
"""

import shutil
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

PAGE = Path(__file__).resolve().parents[2] / "reports" / "cnn-us-ukraine-talks" / "briefing.html"
WIDTHS = (390, 834, 1440)
RUNS = 9
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def first_paint(browser: Browser, width: int, script: bool) -> float:
    """When words are first seen, in a context of its own."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    page.goto(PAGE.as_uri())
    page.wait_for_timeout(500)
    painted = float(page.evaluate(PAINT))
    context.close()
    return painted


def main() -> None:
    print(f"{'first paint of words':<48} {'ms':>8}         target")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for width in WIDTHS:
            for script in (True, False):
                name = f"{width} px wide, {'with' if script else 'without'} script"
                print(
                    f"{name:<48} {median(first_paint(browser, width, script) for _ in range(RUNS)):>8.0f}         500"
                )
        browser.close()


if __name__ == "__main__":
    main()
