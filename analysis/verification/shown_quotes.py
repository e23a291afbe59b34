"""The quotes that the page shows: the article whole, the words lit in it, the endnotes, and what a key says."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml import html

from analysis.records import Article, Span
from analysis.verification.outcome import brief
from analysis.verification.runfolder import PAGE, RunFolder

ANCHOR = re.compile(r"e-(\d{1,9})-(\d{1,9})")
CUT = " …"


def faults(run: RunFolder, counted: Counter[str]) -> Iterator[str]:
    """Everything on the page that stands for characters of the article, against them."""
    article, page = run.article, run.page
    yield from _of_article(page, article)
    lit = _lit(page)
    counted["words lit on the page"] += len(lit)
    for anchor, words in lit.items():
        place = _place(anchor, article)
        if words != _in_paragraphs(article, place):
            yield f"{PAGE}, #{anchor}: lights {brief(words)}, {_told(place)}"
    yield from _of_notes(page, article, lit.keys(), counted)
    yield from _of_keys(page, article, counted)


def _place(anchor: str, article: Article) -> Span:
    match = ANCHOR.fullmatch(anchor)
    start, end = map(int, match.groups()) if match else (0, 0)
    return Span(start, end, article.text[start:end])


def _told(place: Span) -> str:
    return f"characters {place.start}–{place.end} are {brief(place.quote)}"


def _of_article(page: html.HtmlElement, article: Article) -> Iterator[str]:
    """The text as the page prints it, paragraph by paragraph."""
    shown = page.xpath("//div[@class='article']/p")
    if len(shown) != len(article.paragraphs):
        yield f"{PAGE}: prints {len(shown)} paragraphs of the article, which has {len(article.paragraphs)}"
    for number, (paragraph, bounds) in enumerate(zip(shown, article.paragraphs, strict=False), 1):
        words = "".join(paragraph.xpath(".//text()[not(ancestor::sup or ancestor::a)]"))
        if words != article.text[slice(*bounds)]:
            yield f"{PAGE}, #p-{number}: not paragraph {number} of the article: {brief(words)}"


def _lit(page: html.HtmlElement) -> dict[str, str]:
    """What is lit for each anchor: its pieces, joined."""
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for anchor in page.xpath("//div[@class='article']//span[@class='at']/@id"):
        pieces[str(anchor)] = []
    for piece in page.xpath("//div[@class='article']//span[contains(@class, 'e-')]"):
        for name in piece.get("class").split():
            if ANCHOR.fullmatch(name):
                pieces[name].append(piece.text_content())
    return {anchor: "".join(words) for anchor, words in pieces.items()}


def _in_paragraphs(article: Article, place: Span) -> str:
    """The words of a place without what stands between paragraphs, which the page does not print."""
    first = max(0, bisect_right(article.paragraphs, (place.start, place.start)) - 1)
    words = []
    for start, end in article.paragraphs[first:]:
        if start >= place.end:
            break
        words.append(article.text[max(start, place.start) : min(end, place.end)])
    return "".join(words)


def _of_notes(page: html.HtmlElement, article: Article, lit: object, counted: Counter[str]) -> Iterator[str]:
    """The endnotes: their words, paragraph and characters."""
    for note in page.xpath("//ol[@class='notes']/li"):
        counted["endnotes"] += 1
        where = f"{PAGE}, #{note.get('id')}"
        ways = note.xpath(".//span[@class='place']/a/@href")
        place = _place(ways[0].removeprefix("#") if ways else "", article)
        words = "".join(note.xpath("q//text()"))
        if words != place.quote.strip() or not words:
            yield f"{where}: quotes {brief(words)}, {_told(place)}"
        said = "".join(note.xpath("span[@class='place']/text()|span[@class='place']/a/text()"))
        if f"characters {place.start}–{place.end};" not in said:
            yield f"{where}: says other characters than it leads to, {place.start}–{place.end}"
        if f"paragraph {article.paragraph_of(place)}," not in said:
            yield f"{where}: its words stand in paragraph {article.paragraph_of(place)}"


def _of_keys(page: html.HtmlElement, article: Article, counted: Counter[str]) -> Iterator[str]:
    """What a key shows of its note, whole or cut; and that it has the number of that note."""
    numbers = {
        note.xpath("string(.//span[@class='place']/a/@href)"): note.get("id")
        for note in page.xpath("//ol[@class='notes']/li")
    }
    for key in page.xpath("//a[@class='key']"):
        counted["keys"] += 1
        way = key.get("href", "")
        place = _place(way.removeprefix("#"), article)
        where = f"{PAGE}, key {key.text} to {way}"
        shown = key.get("data-quote", "").rpartition(" [")[0]
        whole = not shown.endswith(CUT) or shown == place.quote
        if not shown or (shown != place.quote if whole else not place.quote.startswith(shown.removesuffix(CUT))):
            yield f"{where}: shows {brief(shown)}, {_told(place)}"
        if numbers.get(way) != f"n-{key.text}":
            yield f"{where}: leads to {numbers.get(way, 'no endnote')}"
