"""The real page in headless Chromium, from `file://`, with the network off.

Skipped where Debian's chromium is not installed.
"""

import pytest

from tests.briefing import other_articles

SIZES = {390: (390, 844), 834: (834, 1112), 1440: (1440, 900)}


@pytest.fixture(scope="session")
def other_runs(made_once):
    """By name, the folder with the briefing of an article unlike the bundled one, made when first asked for."""

    def run(name):
        if not other_articles.is_there():
            pytest.skip(f"no articles in {other_articles.GOLD}; GOLD names the folder that holds data/")
        return made_once(name, lambda folder: other_articles.brief(other_articles.write_article(name, folder), folder))

    return run


@pytest.fixture
def run_folder(request, bundled_run, other_runs):
    """The bundled run, or that of the article which a test names as parameter."""
    return other_runs(request.param) if hasattr(request, "param") else bundled_run


@pytest.fixture
def address(run_folder):
    return (run_folder / "briefing.html").as_uri()


@pytest.fixture
def open_page(chromium, address):
    """Opens the page at a width; whatever it logs, throws or asks for outside is collected in `complaints`."""
    contexts = []

    def opened(width, *, script=True, before="", **options):
        size = dict(zip(("width", "height"), SIZES[width], strict=True))
        context = chromium.new_context(viewport=size, offline=True, java_script_enabled=script, **options)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda asked: page.complaints.append(asked.url) if is_outside(asked.url) else None)
        page.add_init_script(before)
        page.goto(address)
        return page

    def is_outside(url):
        return not url.startswith("data:") and url.split("#")[0] != address

    yield opened
    for context in contexts:
        context.close()
