"""The page made ready for paper: what only a screen needs is taken out, and every way leads to what paper has."""

from lxml import html

from analysis.briefing.bounds import LONG

# What a reader of paper neither sees nor follows, and styling takes time: classes and elements.
SCREEN_ONLY = ("code", "narrow", "skip", "anchor", "margin", "hidden", "at", "parts", "long")
SCRIPTED = "//script|//template|//*[@hidden]"
SHORTENED = (
    "Of this very long article paper has the paragraphs that the first claims cite. The others stand in briefing.html "
    "alone, and what claims cite of them under Evidence."
)
# What ends a line of words: see `_box`.
MARKS = ("tail", "label", "quiet", "keys", "back")


def printed(page: str) -> str:
    """The page to set: without the parts for a screen, keys leading to the endnotes, the contents after the
    bottom line.
    """
    tree = html.document_fromstring(page)
    for article in _of_class(tree, "article"):
        _shorten(article)
    for part in (*_of_class(tree, *SCREEN_ONLY), *tree.xpath(SCRIPTED)):
        part.drop_tree()
    for key in _of_class(tree, "key"):
        key.set("href", f"#n-{key.text}")
        key.attrib.pop("data-quote", None)
    paragraphs = {place.removeprefix("p-") for place in tree.xpath("//div[@class='article']/p/@id")}
    for place in tree.xpath("//ol[@class='notes']//a[starts-with(@href, '#e-')]"):
        number = place.text.split()[-1]
        if number in paragraphs:
            place.set("href", f"#p-{number}")
        else:
            place.drop_tag()
    for parts in tree.xpath("//details"):
        parts.set("open", "")
    _contents(tree)
    for mark in (*_of_class(tree, *MARKS), *tree.xpath("//mark")):
        _box(mark)
    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def _shorten(article: html.HtmlElement) -> None:
    """Of a very long article, leave the paragraphs that the first claims of the page cite, and say which are gone."""
    if len(article.text_content()) <= LONG:
        return
    room = LONG
    kept: set[html.HtmlElement] = set()
    for paragraph in sorted((one for one in article if _first_note(one)), key=_first_note):
        room -= len(paragraph.text_content())
        if room < 0:
            break
        kept.add(paragraph)
    gone: list[html.HtmlElement] = []
    for paragraph in list(article):
        if paragraph in kept:
            _say_gone(gone)
            gone = []
        else:
            gone.append(paragraph)
    _say_gone(gone)
    article.insert(0, _line(SHORTENED))


def _line(words: str) -> html.HtmlElement:
    line = html.Element("p", {"class": "small"})
    line.text = words
    return line


def _first_note(paragraph: html.HtmlElement) -> int:
    """The least number of the notes that end in it, nought without any: notes are numbered in the page's order."""
    return min((int(link.text) for link in paragraph.xpath("./sup[@class='back']/a")), default=0)


def _say_gone(gone: list[html.HtmlElement]) -> None:
    """A line in the place of paragraphs that follow one another."""
    if not gone:
        return
    first, last = (paragraph.get("id", "").removeprefix("p-") for paragraph in (gone[0], gone[-1]))
    which = f"Paragraph {first}" if len(gone) == 1 else f"Paragraphs {first} to {last}"
    gone[0].addprevious(_line(f"{which} left out."))
    for paragraph in gone:
        paragraph.drop_tree()


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
