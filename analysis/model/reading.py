"""A Doc as rules read it: lower-case words, quotations and names laid on tokens, and the stretches to search.

A stretch is a sentence, or several where a quotation runs over their boundary: a reporting clause reaches over
the whole quotation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from analysis.layers import PARAGRAPHS
from analysis.lexicon import words
from analysis.model.quotations import Quotation

OPEN = -1

CLOSED_CLASSES = (
    "auxiliary",
    "preposition",
    "coordinator",
    "subordinator",
    "relative",
    "negation",
    "subject",
    "object",
    "determiner",
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `[start, end)` of one paragraph, the blanks at its end left out."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Reading:
    """Parallel lists over the tokens of a Doc.

    `quoted[i]` is the index of the quotation that token `i` lies in, `name_start[i]` the first token of the name that
    holds it; `OPEN` where there is none. `quotes` holds the token bounds of the quotations.
    """

    words: list[str]
    texts: list[str]
    quoted: list[int]
    quotes: list[tuple[int, int]]
    quotations: Sequence[Quotation]
    name_start: list[int]
    stretches: list[Stretch]

    def is_name(self, place: int) -> bool:
        return self.name_start[place] != OPEN

    def is_capitalised(self, place: int) -> bool:
        return self.texts[place][:1].isupper()

    def is_nominal(self, place: int) -> bool:
        """Whether the token can stand in a noun phrase: it is a word and of no closed class."""
        word = self.words[place]
        return self.is_name(place) or (word[:1].isalnum() and word not in closed_words()) or word in ("$", "%", "#")

    def is_adverb(self, place: int) -> bool:
        word = self.words[place]
        return word in words("adverb") or (word.endswith("ly") and len(word) > 4 and not self.is_capitalised(place))

    def is_time(self, place: int) -> bool:
        return self.words[place] in words("day") and (self.is_capitalised(place) or self.words[place][0] == "t")


@cache
def closed_words() -> frozenset[str]:
    """The words that cannot be part of a noun phrase's core."""
    return frozenset().union(*(words(name) for name in CLOSED_CLASSES))


def read(doc: Doc, quotations: Sequence[Quotation]) -> Reading:
    """The reading of `doc`, whose sentence starts and names are set."""
    quotes = [_tokens_of(doc, quotation) for quotation in quotations]
    quoted = _laid(len(doc), quotes)
    return Reading(
        words=[token.lower_ if not token.is_space else "" for token in doc],
        texts=[token.text for token in doc],
        quoted=quoted,
        quotes=quotes,
        quotations=quotations,
        name_start=_name_starts(doc),
        stretches=_stretches(doc, quoted),
    )


def _tokens_of(doc: Doc, quotation: Quotation) -> tuple[int, int]:
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    assert span is not None, "expanding always finds tokens"
    return span.start, span.end


def _laid(length: int, bounds: Iterable[tuple[int, int]]) -> list[int]:
    laid = [OPEN] * length
    for number, (start, end) in enumerate(bounds):
        laid[start:end] = [number] * (end - start)
    return laid


def _name_starts(doc: Doc) -> list[int]:
    starts = [OPEN] * len(doc)
    for name in doc.ents:
        starts[name.start : name.end] = [name.start] * len(name)
    return starts


def _stretches(doc: Doc, quoted: Sequence[int]) -> list[Stretch]:
    found = []
    for number, paragraph in enumerate(doc.spans[PARAGRAPHS]):
        inner = range(paragraph.start + 1, paragraph.end)
        cuts = [place for place in inner if doc[place].is_sent_start and not _inside(doc, quoted, place)]
        for start, end in zip([paragraph.start, *cuts], [*cuts, paragraph.end], strict=True):
            while end > start and doc[end - 1].is_space:
                end -= 1
            if end > start:
                found.append(Stretch(start, end, number))
    return found


def _inside(doc: Doc, quoted: Sequence[int], place: int) -> bool:
    """Whether the sentence start at `place` divides a quotation, or one from its reporting clause (“Why?” X said)."""
    if quoted[place - 1] == OPEN:
        return False
    if quoted[place] != OPEN:
        return quoted[place] == quoted[place - 1]
    return place > 1 and doc[place - 2].text[-1] in "?!,…-—" and not doc[place].is_space
