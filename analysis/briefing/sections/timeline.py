"""When what the article tells happened, when it was said, and what is still ahead, as far as its words fix it."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.briefing.saying import named
from analysis.records import Span, Statement, TimeRef

SENTENCE_WORDS = 40
# What is shorter was hardly a sentence.
FEWEST_WORDS = 4
PUBLISHED = "published "
FILE = "data/timeline.csv"


@dataclass(frozen=True)
class When:
    """One time expression: the days it stands for, how they were found, its own words, and the sentence around them.
    `teller` is who said something then.
    """

    claim: Claim
    days: str
    iso: str
    basis: str
    teller: str
    words: str
    before: str
    after: str


@dataclass(frozen=True)
class Group:
    """The times of one kind, earliest first."""

    title: str
    caption: str
    rows: tuple[When, ...]
    left: str


@dataclass(frozen=True)
class Timeline:
    """The section: events, tellings and what is ahead apart from one another. `gap` says what is missing."""

    groups: tuple[Group, ...]
    unresolved: tuple[When, ...]
    left: str
    gap: str


def build(index: Index, citations: Citations) -> Timeline:
    """The section's view."""
    times = sorted(index.annotations.timeline, key=lambda item: (_first_day(item), _last_day(item), item.span))
    fixed = [item for item in times if item.begin or item.end]
    told = {item.time: item for item in index.annotations.statements if item.time}
    due = {item.due for item in index.annotations.statements if item.due}
    ahead = [item for item in fixed if _is_ahead(item, item.id in due, index)]
    rest = [item for item in fixed if not _is_ahead(item, item.id in due, index)]
    said = [item for item in rest if item.id in told]
    happened = [item for item in rest if item.id not in told]
    open_ = [item for item in times if not (item.begin or item.end)]
    heart = (index.article.published or date.max).toordinal()
    groups = [
        Group(
            title,
            caption,
            # Of very many those nearest to publication.
            tuple(
                _when(item, told.get(item.id), index, citations)
                for item in bounds.foremost(items, bounds.TIMES, lambda one: abs(_first_day(one).toordinal() - heart))
            ),
            bounds.left(len(items) - bounds.TIMES, "time", FILE, "further"),
        )
        for title, caption, items in (
            ("When it happened", "What the article’s words fix in time, earliest first.", happened),
            ("When it was said", "The days on which somebody in the article said something.", said),
            ("Still ahead at publication", "What lies after the day of publication.", ahead),
        )
    ]
    return Timeline(
        groups=tuple(group for group in groups if group.rows),
        unresolved=tuple(_when(item, None, index, citations) for item in open_[: bounds.TIMES]),
        left=bounds.left(len(open_) - bounds.TIMES, "time", FILE, "further"),
        gap=_gap(index),
    )


def _first_day(time: TimeRef) -> date:
    return time.begin or time.end or date.max


def _last_day(time: TimeRef) -> date:
    return time.end or time.begin or date.max


def _is_ahead(time: TimeRef, is_due: bool, index: Index) -> bool:
    """Whether it begins after publication, or is when something falls due and reaches past it."""
    published = index.article.published
    if not published:
        return False
    return _first_day(time) > published or (is_due and (time.end is None or time.end > published))


def _gap(index: Index) -> str:
    if not index.annotations.timeline:
        return "The article names no day, month, year or span of time."
    if not index.article.published:
        return "The article has no publication date, so “last week” and the like stay unresolved."
    return ""


def _when(time: TimeRef, told: Statement | None, index: Index, citations: Citations) -> When:
    around = _around(time, index)
    text = index.article.text
    days = _days(time)
    return When(
        claim=citations.claim(
            ("time", time.id),
            f"{prose.capital(days) or 'Not resolved'}: {prose.quoted(time.span.quote)}.",
            "inferred" if time.anchor else "reported",
            [time.span],
        ),
        days=prose.capital(days),
        iso=day.isoformat() if (day := time.begin or time.end) else "",
        basis=_basis(time) if days else "",
        teller=named(index.actor(told.source)) if told else "",
        words=time.span.quote,
        before=_tail(text[around.start : time.span.start]),
        after=_head(text[time.span.end : around.end]),
    )


def _around(time: TimeRef, index: Index) -> Span:
    """The sentence of a time expression; with the next one where it is but a few words, as in "On Monday,"."""
    sentence = index.sentence(time.span)
    if len(sentence.quote.split()) >= FEWEST_WORDS:
        return sentence
    sentences = index.annotations.sentences
    behind = bisect_left(sentences, sentence.end, key=lambda one: one.start)
    after = sentences[behind] if behind < len(sentences) else None
    if after and index.article.paragraph_of(after) == index.article.paragraph_of(sentence):
        return Span(sentence.start, after.end, index.article.text[sentence.start : after.end])
    return sentence


def _days(time: TimeRef) -> str:
    """The days it stands for, also where one end is open; empty where it stands for none."""
    if time.begin and time.end:
        return prose.days(time.begin, time.end)
    if time.begin:
        return f"from {prose.day(time.begin)} on"
    return f"up to {prose.day(time.end)}" if time.end else ""


def _basis(time: TimeRef) -> str:
    """What it was counted from, in words."""
    if time.anchor.startswith(PUBLISHED):
        return "counted from publication"
    return f"counted from {time.anchor}" if time.anchor else "from its own words"


def _tail(text: str) -> str:
    """The last words before the expression."""
    words = text.split(" ")
    return text if len(words) <= SENTENCE_WORDS // 2 else "… " + " ".join(words[-SENTENCE_WORDS // 2 :])


def _head(text: str) -> str:
    """The first words after the expression."""
    words = text.split(" ")
    return text if len(words) <= SENTENCE_WORDS // 2 else " ".join(words[: SENTENCE_WORDS // 2]) + " …"
