"""The words of a text as the network reads them: where they stand, what is before them, whether they are quoted."""

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.model.encode import GAPS, Words
from analysis.model.quotations import Quotation

# One line of text, as `analysis.articles` cuts an article.
PARAGRAPH = re.compile(r"\S[^\n]*")
JOINED, BLANK, LINE = range(len(GAPS))


def words_at(text: str, spans: Sequence[tuple[int, int]], quotations: Sequence[Quotation]) -> Words:
    """The words at character `spans`, in order, with the outermost `quotations` of the text, in order."""
    return Words([text[start:end] for start, end in spans], _gaps(text, spans), _quoted(spans, quotations))


def _gaps(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    gaps = [LINE] if spans else []
    for (_, end), (start, _) in pairwise(spans):
        gaps.append(JOINED if start == end else LINE if "\n" in text[end:start] else BLANK)
    return gaps


def _quoted(spans: Sequence[tuple[int, int]], quotations: Sequence[Quotation]) -> list[bool]:
    quoted, place = [], 0
    for start, _ in spans:
        while place < len(quotations) and quotations[place].end <= start:
            place += 1
        quoted.append(place < len(quotations) and quotations[place].start <= start)
    return quoted
