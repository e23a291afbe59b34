"""From when, and which way, a time is counted that the words do not give in full.

Two kinds of article differ in this, as HeidelTime's narratives and news do (Strötgen and Gertz 2013): a report tells of
the days around its publication, and a month without a year is the nearest to it on the side the verb points to; what
looks back, such as a life, goes on from the date named last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from analysis.grammar import relation
from analysis.timeline.lexicon import Tense, lexicon
from analysis.timeline.patterns import compiled
from analysis.timeline.periods import Period

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FURTHEST = 10  # steps up the tree: keeps the search linear, and what is further off governs another clause
REACH = 275  # days: a writer who means a month further off adds its year, or "last", "next"
NEAR = (
    r"{weekday}|yesterday|tomorrow|tonight|(?:this|last|next) (?:{part}|{longunit})"
    r"|(?:minute|hour|day|week|month)s? ago|said|says|told"
)
MONTH_TO_MONTH = (
    r"(?:from (?:the )?(?:{early} )?{month} (?:to|through|until|till)|between {month} and|in {month} till)"
    r" (?:{early}[- ])?{month}"
)
OBJECT_FORMS = ("her", "him", "me", "them", "us")  # subjects of infinitives


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 for the past, 1 for the future, 0 where no word tells; and the word.

    `present` says that the governing verb stands in the simple present: a schedule, a state or a habit.
    """

    sign: int
    word: str = ""
    present: bool = False

    @property
    def why(self) -> str:
        return f"“{self.word}” governs it" if self.sign else "no verb tells past from future"


def direction(place: Span) -> Direction:
    """Which way a time points: by the first word above it in the tree that tells, a finite verb or a word for what is
    to come.
    """
    if not place.doc.has_annotation("DEP"):
        return Direction(0)
    for token in islice(_upwards(place.root), FURTHEST):
        told = _told(token, place)
        if told:
            return told
    return Direction(0)


def _upwards(token: Token) -> Iterator[Token]:
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def _told(token: Token, place: Span) -> Direction | None:
    """What one word says; None where the word above it must be asked: nouns, infinitives, participles."""
    tense = lexicon().tense
    if token.lower_ in tense.ahead:
        return Direction(1, token.text)
    for word in (token, *(child for child in token.children if child not in place and _describes(child))):
        if word.lower_ in tense.upcoming:
            return Direction(1, word.text)
        if word.lower_ == "since":
            return Direction(-1, word.text)
    auxiliaries = [child for child in token.children if child.pos_ == "AUX"]
    if token.pos_ not in ("VERB", "AUX") and not auxiliaries:
        return None
    return _by_auxiliaries(token, auxiliaries, tense) or _by_form(token, auxiliaries, tense)


def _describes(word: Token) -> bool:
    """Whether a word belongs to the one it hangs on, rather than to a clause or a phrase of its own."""
    return word.pos_ in ("ADJ", "ADP", "ADV", "SCONJ") or relation(word) in ("modifier", "subject")


def _by_auxiliaries(token: Token, auxiliaries: list[Token], tense: Tense) -> Direction | None:
    words = {word.lower_: word.text for word in auxiliaries}
    modal = next((word for word in words if word in tense.modals), None)
    perfect = next((word for word in words if word in tense.perfect), None)
    past = next((word for word in words if word in tense.past_auxiliaries), None)
    if modal and not perfect:
        return Direction(1, words[modal])
    if _infinitive(token) and not perfect:
        return Direction(1, "to") if words.keys() - {"be"} else None  # is to meet; but: (came) to meet
    if perfect or past:
        return Direction(-1, words[perfect or past or ""])
    if token.lower_.endswith("ing") and words:
        return Direction(1, token.text)  # he is travelling on Friday
    return None


def _infinitive(token: Token) -> bool:
    return any(child.pos_ == "PART" and child.lower_ == "to" for child in token.children)


def _by_form(token: Token, auxiliaries: list[Token], tense: Tense) -> Direction | None:
    if _infinitive(token):
        return None
    helper = next((word for word in auxiliaries if word.lower_ not in ("be", "been", "being", "getting")), None)
    if helper:
        return Direction(0, helper.text, present=True)
    if token.lower_ in tense.past or (token.pos_ == "VERB" and token.lower_.endswith("ed")):
        return Direction(-1, token.text)
    if token.lower_.endswith("ing") or not _finite(token):
        return None
    return Direction(0, token.text, present=True)


def _finite(token: Token) -> bool:
    """Whether a verb without auxiliaries makes a clause of its own; not `endorse` in "would see him endorse her"."""
    subject = next((child.lower_ for child in token.children if relation(child) == "subject"), "")
    return token.head.i == token.i or subject not in ("", *OBJECT_FORMS)


def looks_back(text: str, published: date | None) -> bool:
    """Whether an article tells of other times than its own: it names years, hardly a day around its publication, and
    hardly anyone speaks in it. A biography does; its yearless dates follow the date before them, where a report's
    precede the day of publication.
    """
    years = [int(found[0]) for found in compiled(r"{year}(?![-:.,]\d)").finditer(text)]
    own = sum(1 for year in years if published and year == published.year)
    near = own + sum(1 for _ in compiled(NEAR).finditer(text))
    return len(years) - own > max(1, 2 * near)


def habitual(place: Span) -> bool:
    """Whether a sentence in the present tells what is so every year: from one month to another, or in words of climate
    and custom.
    """
    sentence = place.sent
    custom = any(token.lower_ in lexicon().habit for token in sentence)
    return custom or bool(compiled(MONTH_TO_MONTH).search(sentence.text))


def after_focus(focus: Period, make: Callable[[int], Period | None]) -> Period | None:
    """The nearest to the time last named; a story goes forward, so what lies before it counts as twice as far."""
    years = range(max(1, focus.begin.year - 1), min(9999, focus.begin.year + 1) + 1)
    known = [period for period in map(make, years) if period]

    def distance(period: Period) -> int:
        return max((period.begin - focus.end).days, 2 * (focus.begin - period.end).days, 0)

    return min(known, key=distance, default=None)


def nearest(published: date, candidates: Iterable[Period | None], sign: int) -> Period | None:
    """The candidate nearest to publication on the side of `sign`; on either side where there is none within reach."""

    def distance(period: Period) -> int:
        return max((published - period.end).days, (period.begin - published).days, 0)

    def suits(period: Period) -> bool:
        on_side = sign == 0 or (period.begin <= published if sign < 0 else period.end >= published)
        return on_side and distance(period) <= REACH

    known = [period for period in candidates if period]
    return min([period for period in known if suits(period)] or known, key=distance, default=None)
