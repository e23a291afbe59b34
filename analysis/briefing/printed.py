"""The page made ready for paper: what only a screen needs is taken out, and every way leads to what paper has."""

from lxml import html

# What a reader of paper neither sees nor follows, and styling takes time: classes and elements.
SCREEN_ONLY = ("code", "narrow", "skip", "anchor", "margin", "hidden", "at", "parts", "long")
SCRIPTED = "//script|//template|//*[@hidden]"
# What ends a line of words: see `_box`.
MARKS = ("tail", "label", "quiet", "keys", "back")


def printed(page: str) -> str:
    """The page to set: without the parts for a screen, keys leading to the endnotes, the contents after the
    bottom line.
    """
    tree = html.document_fromstring(page)
    for part in (*_of_class(tree, *SCREEN_ONLY), *tree.xpath(SCRIPTED)):
        part.drop_tree()
    for key in _of_class(tree, "key"):
        key.set("href", f"#n-{key.text}")
        key.attrib.pop("data-quote", None)
    for place in tree.xpath("//ol[@class='notes']//a[starts-with(@href, '#e-')]"):
        place.set("href", f"#p-{place.text.split()[-1]}")
    for parts in tree.xpath("//details"):
        parts.set("open", "")
    _contents(tree)
    for mark in (*_of_class(tree, *MARKS), *tree.xpath("//mark")):
        _box(mark)
    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def _of_class(tree: html.HtmlElement, *names: str) -> list[html.HtmlElement]:
    """The elements inside that have one of the classes."""
    return [item for item in tree.iterdescendants() if not set(names).isdisjoint((item.get("class") or "").split())]


def _contents(tree: html.HtmlElement) -> None:
    """The rail, with page numbers, where the reader has the gist and looks for more."""
    (rail,) = _of_class(tree, "rail")
    rail.set("class", "contents print")
    for name in _of_class(rail, "brand"):
        name.text = "Contents"
    first = tree.xpath("//main/section[1]") or tree.xpath("//main/header")
    first[0].addnext(rail)


def _box(mark: html.HtmlElement) -> None:
    """Put the words before `mark` into a box: where it does not fit the line, WeasyPrint 70 breaks bare words after the
    first of them and boxed words before the last.
    """
    before, parent = mark.getprevious(), mark.getparent()
    words = (parent.text if before is None else before.tail) or ""
    if not words.strip():
        return
    box = html.Element("span")
    box.text = words.rstrip()
    mark.addprevious(box)
    box.tail = words[len(box.text) :]
    if before is None:
        parent.text = None
    else:
        before.tail = None
