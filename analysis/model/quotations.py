"""Quotations: the stretches of a text between quotation marks of any style.

One pass over the marks of each paragraph. A mark closes when one of its level is open, whatever its shape
(“We are ready »); else it opens if its shape or surroundings say so. A quotation that is open at the end of a
paragraph goes on if the next begins with an opening mark; otherwise its paragraph is unbalanced and the quotation
is kept to the end of the sentence in which it opens.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import QuotationMarks, quotation_marks

SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
# A word for a thing called so, not a saying: shorter ones in single marks are contractions ('n', 'em).
SHORTEST_SINGLE = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `[start, end)` with their marks. `closed` is False where the closing mark is missing;
    `continues` is True where it goes on from the paragraph before.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark with what stands on its two sides."""

    start: int
    end: int
    shape: str
    before: str
    after: str

    @property
    def may_open(self) -> bool:
        """A word follows, and none stands before."""
        return bool(self.after.strip()) and not self.before.isalnum()

    @property
    def is_apostrophe(self) -> bool:
        """Letters or digits on both sides, or a shortened year."""
        return self.after.isdigit() or (self.before.isalnum() and self.after.isalnum())


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of `text`, in order. Linear in the length of the text."""
    double, single = quotation_marks()
    found: list[Quotation] = []
    going_on = False
    for number, (start, end) in enumerate(paragraphs):
        marks = list(_marks(text, start, end))
        doubles = [mark for mark in marks if mark.shape in _shapes(double)]
        quotations, opened = _pair(doubles, double, _SentenceEnds(text, end))
        next_start = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        goes_on = opened is not None and _opens_at(text, next_start, double)
        if opened:
            quotations.append(
                Quotation(opened.start, end if goes_on else _sentence_end(text, opened, end), closed=goes_on)
            )
        quotations += _single_quotations([mark for mark in marks if mark.shape in _shapes(single)], single, quotations)
        found += _linked(sorted(quotations, key=lambda quotation: quotation.start), start, going_on)
        going_on = goes_on
    return found


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _any_mark().finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        yield Mark(match.start(), match.end(), match.group(), before, after)


@cache
def _any_mark() -> re.Pattern[str]:
    shapes = sorted(
        (shape for marks in quotation_marks() for shape in _shapes(marks)), key=lambda shape: (-len(shape), shape)
    )
    return re.compile("|".join(map(re.escape, shapes)))


def _shapes(marks: QuotationMarks) -> frozenset[str]:
    return marks.open | marks.close | marks.neutral


class _SentenceEnds:
    """The ends of sentences of a text up to its character `end`, asked for from its front to its back."""

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._found = (-1, -1)

    def after(self, mark: Mark) -> int:
        """Where the first sentence after a mark ends. What is found once serves all marks before it."""
        if self._found[0] < mark.end:
            match = SENTENCE_END.search(self._text, mark.end, self._end)
            self._found = match.span() if match else (self._end, self._end)
        return self._found[1]


def _pair(marks: Sequence[Mark], level: QuotationMarks, ends: _SentenceEnds) -> tuple[list[Quotation], Mark | None]:
    """The closed quotations, and the mark that stays open.

    An opening mark while one is open is a quotation inside the quotation, unless a sentence has ended in between:
    then the earlier one was never closed.
    """
    found: list[Quotation] = []
    opened: Mark | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            opened, depth = (mark, 1) if _opens(mark, level) else (None, 0)
        elif mark.shape in level.open and mark.shape == opened.shape and mark.may_open:
            end = ends.after(opened)
            if end < mark.start:
                found.append(Quotation(opened.start, end, closed=False))
                opened, depth = mark, 0
            depth += 1
        else:
            depth -= 1
            if not depth:
                found.append(Quotation(opened.start, mark.end))
                opened = None
    return found, opened


def _opens(mark: Mark, level: QuotationMarks) -> bool:
    """Whether a mark opens where none is open: a closing shape may, if it stands as an opening one does."""
    return mark.shape in level.open or (mark.may_open and (mark.shape in level.neutral or not mark.before.strip()))


def _single_quotations(marks: Sequence[Mark], level: QuotationMarks, double: Sequence[Quotation]) -> list[Quotation]:
    """Quotations in single marks outside the double ones; an open one without a close is an apostrophe."""
    outside = [mark for mark in _outside(marks, double) if not mark.is_apostrophe]
    found: list[Quotation] = []
    opened: Mark | None = None
    for place, mark in enumerate(outside):
        if opened is None or (mark.may_open and not mark.before.strip()):
            opened = mark if mark.may_open and mark.shape not in level.close else opened
        elif not _is_plural_possessive(mark, outside[place + 1 : place + 2]):
            if mark.start - opened.end >= SHORTEST_SINGLE:
                found.append(Quotation(opened.start, mark.end))
            opened = None
    return found


def _outside(marks: Sequence[Mark], quotations: Sequence[Quotation]) -> Iterator[Mark]:
    """The marks that lie in none of the `quotations`; both are in order of place."""
    place = 0
    for mark in marks:
        while place < len(quotations) and quotations[place].end <= mark.start:
            place += 1
        if place == len(quotations) or mark.start < quotations[place].start:
            yield mark


def _is_plural_possessive(mark: Mark, following: Sequence[Mark]) -> bool:
    """Whether the mark is that of "the officials' view": another that can close follows."""
    return mark.before == "s" and mark.after == " " and bool(following) and not following[0].may_open


def _opens_at(text: str, place: int, level: QuotationMarks) -> bool:
    match = _any_mark().match(text, place)
    return bool(match) and match.group() in level.open | level.neutral if match else False


def _sentence_end(text: str, opened: Mark, end: int) -> int:
    match = SENTENCE_END.search(text, opened.end, end)
    return match.end() if match else end


def _linked(quotations: Sequence[Quotation], start: int, going_on: bool) -> Iterator[Quotation]:
    """The quotations of a paragraph, the one at its start marked as going on from the paragraph before."""
    for quotation in quotations:
        goes_on = going_on and quotation.start == start
        yield Quotation(quotation.start, quotation.end, quotation.closed, continues=goes_on)
