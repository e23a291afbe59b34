"""The page's own words, each sentence with what it is about: a card, a claim, or a section at large."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from lxml import html

from analysis.briefing import lint
from analysis.verification.shown_quotes import ANCHOR

# Inline elements that end what stands before them: words on both sides are no one phrase.
APART = "//span[@class='sub' or @class='by' or @class='question' or starts-with(@class, 'name') or @class='quiet']"
# Other checks see to what these print: parameters and hashes, the numbers of notes, the words of choices,
# the names of files.
ELSEWHERE = ("//div[@aria-label='Parameters']", "//p[@class='citation']", "//details[@class='hashed']", "//option",
             "//span[@class='margin']/b", "//a[@class='csv']")  # fmt: skip


About = Literal["comparison", "card", "claim", "section"]
# In this order: what is read is taken out of what stands around it.
ABOUT: dict[str, About] = {
    "//section[@aria-labelledby='what-changed']": "comparison",
    "//article": "card",
    "//*[contains(concat(' ', @class, ' '), ' claim ')]": "claim",
    "//section": "section",
}


@dataclass(frozen=True)
class Told:
    """A sentence of ours. `places` are the characters that its claims cite; `id` is that of its card, which is the
    tension's, or of its claim.
    """

    sentence: str
    about: About
    id: str
    places: tuple[tuple[int, int], ...] = ()


def own_words(page: html.HtmlElement) -> Iterator[Told]:
    """Every sentence of ours, cards first, then claims, then what is left of each section."""
    tree = deepcopy(page)
    for part in tree.xpath(APART):
        part.text = f" | {part.text or ''}"
        part.tail = f" | {part.tail or ''}"
    for path in ELSEWHERE:
        for part in tree.xpath(path):
            part.drop_tree()
    for part in tree.xpath("//p[@class='particulars']"):
        part.set("class", "")
    for path, about in ABOUT.items():
        for part in tree.xpath(path):
            yield from _sentences(part, about)
            part.drop_tree()
    yield from _sentences(tree, "section")


def _sentences(element: html.HtmlElement, about: About) -> Iterator[Told]:
    anchors = map(ANCHOR.fullmatch, (way.removeprefix("#") for way in element.xpath(".//a[@class='key']/@href")))
    places = tuple((int(match[1]), int(match[2])) for match in anchors if match)
    name = element.get("id") or element.get("aria-labelledby") or "around the sections"
    for block in lint.blocks_of(element):
        for sentence in lint.SENTENCE_END.split(lint.ours(block)):
            yield Told(sentence, about, name, places)
