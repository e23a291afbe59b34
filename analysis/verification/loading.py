"""V6: nothing was fetched while the run was built, and nothing is fetched by whoever opens it."""

import base64
import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from typing import Any

from lxml import html

from analysis.briefing import prose
from analysis.briefing.scripts import scripts
from analysis.errors import RunError
from analysis.offline import REFUSED
from analysis.verification import printed_copy, remade
from analysis.verification.outcome import Outcome, brief, outcome
from analysis.verification.rebuild import rebuilt
from analysis.verification.runfolder import PAGE, PDF, RunFolder

# The page's own policy but for its scripts' hashes; what it does not name, `default-src` forbids.
POLICY = {
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
LOADERS = {
    "applet",
    "audio",
    "base",
    "embed",
    "frame",
    "iframe",
    "link",
    "object",
    "portal",
    "source",
    "track",
    "video",
}
# Attributes whose address is fetched without being asked for; `href` on anything but a link to follow.
FETCHED = {"action", "archive", "background", "cite", "codebase", "data", "formaction", "longdesc", "manifest", "ping",
           "poster", "profile", "src", "srcset"}  # fmt: skip
INSIDE = re.compile(r"#|data:(?:image|font)/|$", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f]")
CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
CSS_LOADS = re.compile(r"@import|(?:url|image|image-set|src)\((?![\"']?(?:data:(?:image|font)/|#))[^)]{0,60}")
# What a PDF can do of itself.
ACTIONS = {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound"}
ACTIVE = {"/AA", "/JS", "/JavaScript", "/RichMediaContent", "/XFA", "/EmbeddedFiles", "/FFilter"}


def check(run: RunFolder) -> Outcome:
    """The build's own record, the page's policy and elements, the PDF's objects."""
    told = "the build ran with the network refused"
    if run.rebuild:
        told += ", the clean builds in a network of their own" if _isolated(run) else ", and the clean builds too"
    links = len(run.page.xpath("//a[starts-with(@href, 'http')]"))
    out = (
        f" of themselves; {prose.count(links, 'link')} to follow" if links else ", and no link leads out of the folder"
    )
    return outcome(
        chain(_of_build(run), _of_page(run), _of_pdf(run)),
        f"{told}; {PAGE} and {PDF} load nothing{out}",
    )


def _isolated(run: RunFolder) -> bool:
    try:
        return bool(rebuilt(run).isolated)
    except RunError:
        return False


def _of_build(run: RunFolder) -> Iterator[str]:
    if run.record.get("network") != REFUSED:
        yield f"run.json: does not say that the network was {REFUSED} while it was built"


def _of_page(run: RunFolder) -> Iterator[str]:
    page = run.page
    yield from _of_policy(page, run)
    if (there := run.text_of(PAGE).lower().count("<script")) != (read := len(page.xpath("//script"))):
        yield f"{PAGE}: begins {there} scripts and has {read}"
    for element in page.iter():
        if isinstance(element.tag, str):
            yield from _of_element(element)


def _of_policy(page: html.HtmlElement, run: RunFolder) -> Iterator[str]:
    """The policy stands first in the head, is the strict one, and lets no other script run than those there."""
    first = page.xpath("(/html/head/*[self::meta[@http-equiv] or self::script or self::style])[1]")
    if not first or first[0].get("http-equiv", "").lower() != "content-security-policy":
        yield f"{PAGE}: no content security policy, or not before everything it is for"
        return
    parts = (part.split(None, 1) for part in first[0].get("content", "").split(";") if part.strip())
    policy = {name: " ".join(sources) for name, *sources in parts}
    allowed = policy.pop("script-src", "")
    if policy != POLICY or not all(source.startswith("'sha256-") for source in allowed.split()):
        yield f"{PAGE}: its content security policy is not that of a briefing"
    for script in page.xpath("//script"):
        digest = base64.b64encode(sha256((script.text or "").encode()).digest()).decode()
        if f"'sha256-{digest}'" not in allowed.split():
            told = (script.text or "").strip() or " ".join(map(str, script.attrib.values()))
            yield f"{PAGE}: a script that its policy does not allow: {brief(told)}"
    if allowed != scripts().sources and not remade.why_not(run):
        yield f"{PAGE}: its policy allows other scripts than a briefing has"


def _of_element(element: html.HtmlElement) -> Iterator[str]:
    tag, where = str(element.tag).lower(), f"{PAGE}, line {element.sourceline}"
    if tag in LOADERS or (tag == "meta" and element.get("http-equiv", "").lower() == "refresh"):
        yield f"{where}: <{tag}> {brief(' '.join(map(str, element.attrib.values())))}"
        return
    for name, value in element.attrib.items():
        local = str(name).lower().rpartition(":")[2]
        if local.startswith("on"):
            yield f"{where}: <{tag}> runs {brief(value)} ({name})"
        elif local == "href" and tag in ("a", "area"):
            if not _may_lead(value):
                yield f"{where}: a link to {brief(value)}"
        elif (local in FETCHED or local == "href") and not INSIDE.match(UNSEEN.sub("", value)):
            yield f"{where}: <{tag}> loads {brief(value)} ({name})"
        elif local == "style":
            yield from _of_style(value, where)
    if tag == "style":
        yield from _of_style(element.text or "", where)


def _may_lead(address: str) -> bool:
    """Whether a link is one to read on: to the web, to a place of the page, or to a file of the folder."""
    plain = UNSEEN.sub("", address).lower()
    steps = re.split(r"[/\\\\]", plain)
    return plain.startswith(("http://", "https://", "#")) or not (":" in steps[0] or steps[0] == "" or ".." in steps)


def _of_style(rules: str, where: str) -> Iterator[str]:
    plain = CSS_ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), CSS_COMMENT.sub("", rules))
    for match in CSS_LOADS.finditer(UNSEEN.sub("", plain).lower()):
        yield f"{where}: a style loads {brief(match[0])}"


def _of_pdf(run: RunFolder) -> Iterator[str]:
    try:
        for found in printed_copy.objects(run):
            yield from _of_object(found)
    except RunError as error:
        yield str(error)


def _of_object(found: Any) -> Iterator[str]:
    does = str(found.get("/S", ""))
    if does in ACTIONS:
        yield f"{PDF}: an action {does[1:]}"
    if does == "/URI" and not _may_lead(str(found.get("/URI", ""))):
        yield f"{PDF}: a link to {brief(str(found.get('/URI')))}"
    for name in sorted(ACTIVE & set(found)):
        yield f"{PDF}: an object with {name[1:]}"
    if found.get("/FS") == "/URL" or (found.get("/Type") == "/XObject" and "/F" in found):
        yield f"{PDF}: an object whose contents lie elsewhere"
    # A plain place to open at is an array or a name.
    if "/OpenAction" in found and "/S" in getattr(found["/OpenAction"], "keys", tuple)():
        yield f"{PDF}: an action on opening"
