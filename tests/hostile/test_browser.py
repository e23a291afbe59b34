"""Pages of hostile texts in real Chromium and as PDF: nothing runs and nothing is asked for, with the page's own policy
and without it.
"""

import re

import pytest
from pypdf import PdfReader

from analysis.briefing import catalogue
from analysis.provenance import collect
from analysis.runs import write_record
from analysis.settings import Settings
from tests.briefing.other_articles import brief
from tests.hostile.corpus import cases

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
ACTIVE = list(cases("markup").values())
# What a page could be made to run by: looked at, pointed at, searched, and its keys followed.
TOUCH = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'mouseenter', 'focusin', 'pointerover']) one.dispatchEvent(new Event(kind, {bubbles: true}));
  }
  return document.querySelectorAll('.article p').length;
}"""


def write(folder, story, snippets):
    path = folder / "a.txt"
    path.write_text(story(case.text for case in snippets), encoding="utf-8")
    path.with_suffix(".yml").write_bytes(cases("seeds")["metadata markup"].content)
    return path


@pytest.fixture(scope="module")
def run(tmp_path_factory, story):
    """A run of one article with every active snippet and hostile metadata, and the list of runs that it stands in."""
    folder = tmp_path_factory.mktemp("reports") / "a"
    folder.mkdir()
    path = write(folder, story, ACTIVE)
    brief(path, folder, paper=False)
    write_record(folder, collect(path, Settings(), dict.fromkeys(Settings.model_fields, "default")))
    catalogue.write(folder.parent)
    return folder


@pytest.mark.parametrize("file", ["briefing.html", "../index.html"])
@pytest.mark.parametrize("policy", ["kept", "removed"])
def test_nothing_runs_and_nothing_is_asked_for(file, policy, run, chromium, tmp_path):
    html = (run / file).read_text(encoding="utf-8")
    page_file = tmp_path / "page.html"
    page_file.write_text(html if policy == "kept" else POLICY.sub("", html, count=1), encoding="utf-8")
    context = chromium.new_context(offline=True)
    page, complaints = context.new_page(), []
    for event in ("console", "dialog", "download", "pageerror", "popup", "frameattached", "websocket", "worker"):
        page.on(event, lambda what, event=event: complaints.append((event, str(what))))
    page.on(
        "request",
        lambda asked: complaints.append(("request", asked.url)) if not asked.url.startswith("data:") else None,
    )
    page.goto(page_file.as_uri())
    page.evaluate(TOUCH)
    for key in page.locator(".bottom-line a.key").all()[:3]:
        key.hover()
    page.wait_for_timeout(200)
    assert complaints == [("request", page_file.as_uri())]
    assert page.evaluate("window.__pwned") is None and page.evaluate("typeof document.getElementById") == "function"
    assert page.url == page_file.as_uri() and len(page.frames) == 1
    context.close()


def test_the_canary_would_be_seen(chromium, tmp_path):
    (tmp_path / "page.html").write_text(f"<p>{cases('markup')['html image-error'].text}")
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_function("window.__pwned === 1")
    page.close()


def test_the_pdf_holds_no_action_but_ways_to_its_own_places_and_to_the_web(story, tmp_path):
    ways = [case for case in ACTIVE if "link" in case.name or "address" in case.name]
    reader = PdfReader(brief(write(tmp_path, story, ways), tmp_path) / "briefing.pdf")
    assert not {"/OpenAction", "/AA", "/AcroForm"} & reader.root_object.keys()
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    actions = [note["/A"] for note in notes if "/A" in note]
    assert {str(note["/Subtype"]) for note in notes} == {"/Link"}
    assert {str(action["/S"]) for action in actions} <= {"/URI", "/GoTo"}
    assert not [
        action["/URI"]
        for action in actions
        if "script" in str(action.get("/URI", "")) or "evil" in str(action.get("/URI", ""))
    ]
