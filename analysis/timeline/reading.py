"""What a rule is given, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from analysis.records import TimexType
from analysis.timeline.lexicon import lexicon
from analysis.timeline.periods import Period

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

Match = re.Match[str]
INTRODUCED = re.compile(
    r"\b(?:after|before|by|during|every|from|in|of|since|through|to|until)(?: the)? (?:early |late )?$", re.IGNORECASE
)
OWNED = re.compile(r"\b(?:my|our|your|his|her|its|their) $", re.IGNORECASE)
REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
NAME_GOES_ON = re.compile(r" [A-Z](?!\w* (?:will|would|has|said|is|was)\b)")  # Easter Island, the Winter Olympics


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: the article, its date, and the time last named before.

    `text` is the article's, folded (see `patterns`). `people` are the last words of the names of people in the article,
    in lower case: some are called May. `ancient` says that a number of three figures can be a year, `looks_back` that
    the article tells of other times than its own (see `anchoring`).
    """

    doc: Doc
    text: str
    published: date | None
    focus: Period | None = None
    focus_words: str = ""
    people: frozenset[str] = frozenset()
    ancient: bool = False
    looks_back: bool = False

    def tokens(self, match: Match) -> Span:
        """The tokens that a match covers, in whole or in part."""
        return cast("Span", self.doc.char_span(*match.span(), alignment_mode="expand"))

    @property
    def anchor(self) -> str:
        return f"published {self.published}" if self.published else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression means. `evidence_end` is set where words after the expression belong to its reason."""

    type: TimexType
    value: str
    reason: str
    confidence: float
    begin: date | None = None
    end: date | None = None
    anchor: str = ""
    evidence_end: int | None = None

    @property
    def period(self) -> Period | None:
        """The days it stands for, where both ends are known."""
        return Period(self.value, self.begin, self.end) if self.begin and self.end else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar: a pattern (see `patterns`) and what a match of it means; None: not a time at all."""

    name: str
    pattern: str
    read: Callable[[Match, Context], Reading | None]


def stated(period: Period, reason: str, confidence: float = 0.95) -> Reading:
    """A date that the words give in full."""
    return Reading("DATE", period.value, reason, confidence, period.begin, period.end, "stated")


def counted(period: Period, reason: str, context: Context, confidence: float = 0.9) -> Reading:
    """A date counted from the day of publication."""
    return replace(stated(period, reason, confidence), anchor=context.anchor)


def followed(period: Period, reason: str, context: Context, confidence: float = 0.6) -> Reading:
    """A date counted from the time last named before it."""
    return replace(stated(period, reason, confidence), anchor=f"after “{context.focus_words}”")


def unresolved(value: str, reason: str, type: TimexType = "DATE", confidence: float = 0.6) -> Reading:
    """A time whose days the text does not give."""
    return Reading(type, value, reason, confidence)


def undated(value: str, reason: str, type: TimexType = "DATE") -> Reading:
    """A relative time in an article without a date of publication."""
    return unresolved(value, f"{reason}; unresolved: the article has no date of publication", type)


def with_part(reading: Reading, part: str | None) -> Reading:
    """The reading narrowed to a part of its day: type TIME, `2022-11-07TNI`."""
    if not part:
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{lexicon().parts[part.lower()]}")


def introduced(match: Match, context: Context) -> bool:
    """Whether a preposition of time stands before it."""
    return bool(INTRODUCED.search(context.text, max(0, match.start() - 14), match.start()))


def owned(match: Match, context: Context) -> bool:
    """Whether it is somebody's own time, which is not counted from publication: `his last year`."""
    return bool(OWNED.search(context.text, max(0, match.start() - 8), match.start()))


def part_note(part: str) -> str:
    """What a reason adds for a part of a period."""
    return f", its {part} part" if part else ""
