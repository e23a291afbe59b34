"""What to watch: what the article itself says is still to come, in the order in which it falls due."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.briefing.places import Places
from analysis.briefing.saying import named
from analysis.records import Span, Statement, TimeRef

QUOTED_WORDS = 45
# How many are told before the rest is folded away.
SHOWN = 8
NONE = "The article looks at nothing ahead: it holds no forecast, plan or promise, and no date after its own."
# What a speaker does by a cue of each class, in the singular and the plural; else he says it.
VERBS = {
    "predict": ("expects", "expect"),
    "promise": ("promises", "promise"),
    "warn": ("warns", "warn"),
    "threaten": ("threatens", "threaten"),
}


@dataclass(frozen=True)
class Ahead:
    """One thing to come: `when` it falls due or what it hangs on, who says so, and how surely and on whose word."""

    when: str
    iso: str
    claim: Claim
    remarks: str


@dataclass(frozen=True)
class Watch:
    """The section: dated things first, then those on a condition; `gap` speaks where the article looks at nothing."""

    first: tuple[Ahead, ...]
    rest: tuple[Ahead, ...]
    left: str
    gap: str


@dataclass(frozen=True)
class Draft:
    """What may be told, with what it is ordered by: `due` or else a condition, or a likelihood, or neither."""

    due: TimeRef | None
    rank: int
    places: tuple[Span, ...]
    said: Statement | None = None

    @property
    def order(self) -> tuple[bool, date, int, Span]:
        end = self.due.end if self.due else None
        return self.due is None, end or date.max, self.rank, self.places[0]


def build(index: Index, citations: Citations) -> Watch:
    """The section's view."""
    said = _drafts(index)
    drafts = sorted([*said, *_dates(index, said)], key=lambda draft: draft.order)
    told = tuple(_ahead(draft, index, citations) for draft in drafts[: SHOWN + bounds.AHEAD])
    left = bounds.left(len(drafts) - len(told), "statement or time", "data/statements.csv and data/timeline.csv")
    return Watch(told[:SHOWN], told[SHOWN:], left, "" if told else NONE)


def _drafts(index: Index) -> list[Draft]:
    """What somebody says of the time to come, what another's words hold already left out."""
    times = {time.id: time for time in index.annotations.timeline}
    kept: list[Draft] = []
    told: Places[Draft] = Places()
    for item in sorted(index.annotations.statements, key=lambda one: -sum(map(_length, one.content_spans))):
        due = times.get(item.due or "")
        hedged = bool(item.certainty.term)
        if not item.content_spans or not (item.forecast or (item.condition and hedged)) or _is_over(due, index):
            continue
        rank = 0 if item.condition else 1 if item.certainty.low is not None else 2
        if not _is_told(item.content_spans, told):
            kept.append(_add(Draft(due, rank, item.content_spans, item), told))
    return kept


def _dates(index: Index, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Days after publication that the article speaks of, those of one date together, those told of left out."""
    published = index.article.published
    found: dict[tuple[date, date | None], list[TimeRef]] = {}
    told: Places[Draft] = Places()
    for draft in drafts:
        _add(draft, told)
    for time in index.annotations.timeline:
        if published and time.begin and time.begin > published and not _is_told((time.span,), told):
            found.setdefault((time.begin, time.end), []).append(time)
    for times in found.values():
        yield Draft(times[0], 2, tuple(time.span for time in times))


def _length(place: Span) -> int:
    return place.end - place.start


def _add(draft: Draft, told: Places[Draft]) -> Draft:
    for place in draft.places:
        told.add(place, draft)
    return draft


def _is_told(places: Sequence[Span], told: Places[Draft]) -> bool:
    """Whether one draft's words hold all of `places`."""
    first = told.around(places[0])
    return any(all(any(place in one for one in draft.places) for place in places) for draft in first)


def _is_over(due: TimeRef | None, index: Index) -> bool:
    published = index.article.published
    return bool(due and due.end and published and due.end <= published)


def _ahead(draft: Draft, index: Index, citations: Citations) -> Ahead:
    when = _when(draft, index)
    day = draft.due and (draft.due.end or draft.due.begin)
    if draft.said is None:
        return Ahead(when, day.isoformat() if day else "", _date(draft, index, citations), "")
    text = f"{_who(draft.said, index)}: {_words(draft.said)}{_due(draft.due, index)}"
    claim = citations.claim(("watch", draft.said.id), prose.sentence(text), "asserted", draft.places)
    return Ahead(when, day.isoformat() if day else "", claim, prose.capital("; ".join(_remarks(draft.said, index))))


def _when(draft: Draft, index: Index) -> str:
    """When it falls due, in the words of a calendar; what it hangs on, or that no day is named."""
    due, published = draft.due, index.article.published
    if due and due.begin and due.end:
        running = published and due.begin <= published < due.end
        return f"By {prose.day(due.end)}" if running else prose.days(due.begin, due.end)
    if due:
        return f"“{due.span.quote}”"
    return "On a condition" if draft.said and draft.said.condition else "No date given"


def _date(draft: Draft, index: Index, citations: Citations) -> Claim:
    """A day to come that nobody is quoted on."""
    sentence = index.sentence(draft.places[0])
    words = f": {prose.quoted(sentence.quote, QUOTED_WORDS)}" if sentence != draft.places[0] else ""
    text = f"The article looks ahead to {prose.quoted(draft.places[0].quote)}{_due(draft.due, index)}{words}"
    key = ("watch", draft.due.id if draft.due else "")
    return citations.claim(key, prose.sentence(text), "reported", draft.places)


def _who(item: Statement, index: Index) -> str:
    """Who says it and how surely: `One defense official calls it likely (55–80%)`."""
    actor = index.actor(item.source)
    likely = prose.likelihood(item.certainty)
    forms = ("calls", "call") if likely else VERBS.get(item.cue_class, ("says", "say"))
    verb = prose.verb(actor, *forms) if actor else forms[0]
    return f"{prose.capital(named(actor))} {verb}{f' it {likely}' if likely else ''}"


def _words(item: Statement) -> str:
    words = " … ".join(_bare(place.quote) for place in item.content_spans)
    return prose.quoted(words.removeprefix("that "), QUOTED_WORDS)


def _bare(quote: str) -> str:
    """A quotation without the marks around all of it, which ours stand in for."""
    body = quote.strip(' “”",')
    return quote.strip() if re.search('[“”"]', body) else body


def _due(due: TimeRef | None, index: Index) -> str:
    """The days that the text's words for the time stand for; they are in the words quoted."""
    published = index.article.published
    if not due:
        return ""
    if not due.begin:
        return ", a time that the text does not fix"
    counted = ", counted from publication" if due.anchor and published else ""
    if not due.end:
        return f", from {prose.day(due.begin)} on, its end left open"
    by = "by " if published and due.begin <= published < due.end else ""
    days = prose.day(due.end) if by else prose.days(due.begin, due.end)
    return f" ({by}{days}{counted})"


def _remarks(item: Statement, index: Index) -> Iterator[str]:
    if item.condition:
        yield f"on the condition {prose.quoted(item.condition.quote)}"
    if item.certainty.term and item.certainty.low is None:
        yield f"hedged: “{item.certainty.term}”"
    if item.distance:
        yield f"not vouched for by the article: “{item.distance.quote}”"
    if item.anonymous or item.source is None:
        yield "on an unnamed source" if item.n_sources == 1 else "on unnamed sources"
    said = index.time(item.time)
    if said and item.time != item.due:
        yield f"said “{said}”"
