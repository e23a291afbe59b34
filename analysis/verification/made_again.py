"""The page's sections against those made again from the records, element by element."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from lxml import html

from analysis.errors import InputError
from analysis.verification import remade
from analysis.verification.outcome import apart, brief
from analysis.verification.runfolder import PAGE, RunFolder

# The notebook's headings with the parts that stand under them; the first stands above all headings.
PARTS = {
    "": "header",
    "bottom-line": "bottom_line",
    "what-to-watch": "watch",
    "tensions": "tensions",
    "actors": "actors",
    "positions": "positions",
    "sourcing": "sourcing",
    "timeline": "timeline",
    "gaps-and-uncertainty": "gaps",
    "what-changed": "changes",
    "the-article-annotated": "article",
    "evidence": "notes",
    "method": "method",
    "provenance": "provenance",
}
Piece = tuple[str, tuple[tuple[str, str], ...], str, str]
BLANKS = re.compile(r"\s+")


def faults(run: RunFolder) -> Iterator[str]:
    """The first place of each section that is not as the records give it."""
    try:
        page = remade.page(run)
    except InputError as error:
        yield f"the page cannot be made again from the records: {error}"
        return
    there = {part.get("aria-labelledby"): part for part in run.page.xpath("//main/section")}
    for name in sorted(there.keys() ^ (PARTS.keys() - {""})):
        yield f"{PAGE}: {'a section of its own' if name in there else 'lacks the section'}, {name}"
    for heading, part in PARTS.items():
        shown = there.get(heading) if heading else next(iter(run.page.xpath("//main/header")), None)
        if shown is not None:
            made = html.fragment_fromstring(getattr(page, part)().html, create_parent="section")
            yield from _first_difference(f"{PAGE}, section {heading or 'header'}", shown, made)


def _first_difference(where: str, shown: html.HtmlElement, made: html.HtmlElement) -> Iterator[str]:
    for one, other in zip_longest(_pieces(shown), _pieces(made)):
        if one != other:
            own, given = _told(one, other)
            yield f"{where}: has {own}, the records give {given}"
            return


def _pieces(section: html.HtmlElement) -> Iterator[Piece]:
    """The elements in order, with attributes and words; the notebook's heading and code are not the records'."""
    for child in section:
        if child.tag == "h2" or child.get("class") == "code":
            continue
        for element in child.iter():
            # Styles of a section stand in the head of the page.
            if isinstance(element.tag, str) and element.tag != "style":
                attributes = tuple(sorted((str(name), str(value)) for name, value in element.attrib.items()))
                tail = "" if element is child else element.tail
                yield (element.tag, attributes, _plain(element.text), _plain(tail))


def _plain(words: str | None) -> str:
    return BLANKS.sub(" ", words or "").strip()


def _told(one: Piece | None, other: Piece | None) -> tuple[str, str]:
    """What of two pieces is not the same."""
    if one is None or other is None or one[0] != other[0]:
        own, given = (f"<{piece[0]}> {brief(piece[2])}" if piece else "nothing more" for piece in (one, other))
        return own, given
    for words, theirs in zip(one[2:], other[2:], strict=True):
        if words != theirs:
            return apart(words, theirs)
    pairs = zip_longest(one[1], other[1], fillvalue=("no attribute", ""))
    mine, its = next((a, b) for a, b in pairs if a != b)
    return f"{mine[0]} {brief(mine[1])}", f"{its[0]} {brief(its[1])}"
