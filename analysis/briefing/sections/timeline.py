"""When what the article tells happened, as far as its words fix it."""

from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.records import TimeRef

SENTENCE_WORDS = 40


@dataclass(frozen=True)
class When:
    """One time expression: the days it stands for, its own words, and the sentence they stand in."""

    claim: Claim
    days: str
    iso: str
    words: str
    before: str
    after: str
    ahead: bool


@dataclass(frozen=True)
class Timeline:
    """The section; `resolved` in order of time. `gap` says what is missing."""

    resolved: tuple[When, ...]
    unresolved: tuple[When, ...]
    gap: str


def build(index: Index, citations: Citations) -> Timeline:
    """The section's view."""
    times = index.annotations.timeline
    resolved = sorted(
        (item for item in times if item.begin and item.end),
        key=lambda item: (item.begin, item.end, item.span),
    )
    unresolved = [item for item in times if not (item.begin and item.end)]
    return Timeline(
        resolved=tuple(_when(item, index, citations) for item in resolved),
        unresolved=tuple(_when(item, index, citations) for item in unresolved),
        gap=_gap(index),
    )


def _gap(index: Index) -> str:
    if not index.annotations.timeline:
        return "The article names no day, month, year or span of time."
    if not index.article.published:
        return "The article has no publication date, so “last week” and the like stay unresolved."
    return ""


def _when(time: TimeRef, index: Index, citations: Citations) -> When:
    published = index.article.published
    around = index.sentence(time.span)
    text = index.article.text
    days = prose.days(time.begin, time.end) if time.begin and time.end else ""
    return When(
        claim=citations.claim(
            ("time", time.id),
            f"{days or 'Not resolved'}: {prose.quoted(time.span.quote)}.",
            "inferred" if time.anchor else "reported",
            [time.span],
        ),
        days=days,
        iso=time.begin.isoformat() if time.begin else "",
        words=time.span.quote,
        before=_tail(text[around.start : time.span.start]),
        after=_head(text[time.span.end : around.end]),
        ahead=bool(published and time.end and time.end > published),
    )


def _tail(text: str) -> str:
    """The last words before the expression."""
    words = text.split(" ")
    return text if len(words) <= SENTENCE_WORDS // 2 else "… " + " ".join(words[-SENTENCE_WORDS // 2 :])


def _head(text: str) -> str:
    """The first words after the expression."""
    words = text.split(" ")
    return text if len(words) <= SENTENCE_WORDS // 2 else " ".join(words[: SENTENCE_WORDS // 2]) + " …"
