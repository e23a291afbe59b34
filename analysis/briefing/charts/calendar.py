"""The timeline: above the line what happened, below it what was said, right of the publication what is to come."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes

from analysis.briefing import lettering, prose
from analysis.briefing.charts.geometry import Box
from analysis.briefing.drawing import INK, PALETTE, SMALL, WIDTH, Chart, box, canvas, disc, finished, line, words
from analysis.briefing.index import Index
from analysis.records import Annotations, Span, Statement, TimeRef

FEWEST_TIMES, MOST_EVENTS, MOST_SAID = 3, 12, 8
# Times further from publication than this would squeeze all others into one spot.
DAYS_SHOWN = 500
NEAR = 31  # days
LEFT, RIGHT = 6.0, WIDTH - 6.0
ROW, TOP, FOOT = 27.0, 17.0, 20.0
MOST_TICKS = 7
MARKS = ",;:’'"  # stand at the word before them
ROOM = WIDTH - 16.0  # for the words of a moment
MOST_WORDS = 120  # more than have room there


@dataclass(frozen=True)
class Moment:
    """A stretch of days. `words` name it in the text, `lead` and `tail` are what is shown before and after them;
    `speaker` said something then, or, if empty, it happened.
    """

    begin: date
    end: date
    words: str
    lead: str
    tail: str
    speaker: str
    colour: int

    @property
    def label(self) -> str:
        return f"{self.lead}{self.words}{self.tail}"


@dataclass(frozen=True)
class Scale:
    """Days to points."""

    first: int
    last: int

    def x(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day.toordinal() - self.first) / (self.last - self.first)


@dataclass(frozen=True)
class Row:
    """A moment in its place: the bar from `left` to `right` at the height `y`, and the box of its words above it."""

    moment: Moment
    left: float
    right: float
    y: float
    label: Box


def timeline(annotations: Annotations) -> Chart | None:
    """When things happened, and when they were said: a dot for a day, a bar for a range, the future shaded."""
    published = annotations.article.published
    moments = _moments(Index(annotations), published)
    if len(moments) < FEWEST_TIMES:
        return None
    events = [one for one in moments if not one.speaker][-MOST_EVENTS:]
    said = [one for one in moments if one.speaker][-MOST_SAID:]
    shown = [*events, *said]
    scale = _scale(shown, published)
    foot = TOP + ROW * len(events) + 4
    bottom = foot + FOOT + ROW * len(said)
    rows = [_row(one, scale, TOP + ROW * n) for n, one in enumerate(events)]
    rows += [_row(one, scale, foot + FOOT + ROW * n) for n, one in enumerate(said)]
    with canvas(bottom + 2) as axes:
        if published:
            _draw_publication(axes, scale.x(published), bottom, rows)
        _draw_calendar(axes, scale, foot, bottom, rows, published)
        for row in rows:
            _draw_row(axes, row)
        return finished(
            axes,
            "timeline",
            made="charts.timeline",
            finding=_finding(events, said, published),
            reading=_reading(said, published, len(moments) - len(shown)),
            alt="Timeline. " + " ".join(_told(one) for one in shown),
            rows=tuple(_line(one) for one in shown),
        )


def _moments(index: Index, published: date | None) -> list[Moment]:
    """The stretches of days that the text fixes, those near publication, by time."""
    dated = [time for time in index.annotations.timeline if time.begin and time.end]
    told: dict[str | None, Statement] = {}
    for item in index.annotations.statements:
        told.setdefault(item.time, item)
    heart = published or max((time.end for time in dated if time.end), default=date.min)
    found: dict[tuple[date, date, str], Moment] = {}
    for time in dated:
        assert time.begin and time.end
        if abs((time.begin - heart).days) <= DAYS_SHOWN and abs((time.end - heart).days) <= DAYS_SHOWN:
            moment = _moment(time, told.get(time.id), index)
            found.setdefault((moment.begin, moment.end, moment.label), moment)
    return sorted(found.values(), key=lambda one: (one.begin, one.end, one.label))


def _moment(time: TimeRef, said: Statement | None, index: Index) -> Moment:
    assert time.begin and time.end
    actor = index.actor(said.source) if said else None
    speaker = prose.capital(index.name(said.source)) if said else ""
    lead, tail = ("", _saying(speaker, said, time.span.quote)) if said else _around(time.span, index)
    return Moment(time.begin, time.end, time.span.quote, lead, tail, speaker, index.colour(actor))


def _saying(speaker: str, said: Statement, when: str) -> str:
    """Who said what, as much of it as there is room for."""
    quote = said.content_spans[0].quote
    for limit in range(min(MOST_WORDS, len(quote.split())), 3, -1):
        text = f", {speaker}: {prose.quoted(quote, limit)}"
        if _width("", when, text) <= ROOM:
            return text
    return f", {speaker}"


def _around(place: Span, index: Index) -> tuple[str, str]:
    """As many words of the sentence before and after its time as there is room for, those before it first."""
    whole = index.sentence(place)
    before = whole.quote[: place.start - whole.start].split()
    after = whole.quote[place.end - whole.start :].rstrip(" .,;:").split()
    best, grown = ("", ""), (0, 0)
    while grown != (len(before), len(after)):
        back = grown[0] < len(before) and (grown[0] <= 2 * grown[1] or grown[1] == len(after))
        grown = (grown[0] + back, grown[1] + (not back))
        lead, tail = " ".join(before[len(before) - grown[0] :]), " ".join(after[: grown[1]])
        lead = f"{'… ' if grown[0] < len(before) else ''}{lead} " if before else ""
        tail = f"{'' if tail[:1] in MARKS else ' '}{tail}{' …' if grown[1] < len(after) else ''}" if after else ""
        if _width(lead, place.quote, tail) > ROOM:
            break
        best = lead, tail
    return best


def _width(lead: str, when: str, tail: str) -> float:
    return lettering.width(lead + tail, SMALL) + lettering.width(when, SMALL, bold=True)


def _scale(moments: Sequence[Moment], published: date | None) -> Scale:
    days = [day.toordinal() for one in moments for day in (one.begin, one.end)]
    days += [published.toordinal()] if published else []
    room = (max(days) - min(days)) * 0.02 + 1
    return Scale(math.floor(min(days) - room), math.ceil(max(days) + room))


def _row(moment: Moment, scale: Scale, top: float) -> Row:
    """The moment's bar under its words, which begin above it where the figure has room for them."""
    left, right = scale.x(moment.begin), scale.x(moment.end)
    length = _width(moment.lead, moment.words, moment.tail)
    x = max(0.0, min(left - 3, WIDTH - 2 - length))
    return Row(moment, left, right, top + ROW - 8, Box(x, top + 1, x + length, top + 14))


def _draw_publication(axes: Axes, x: float, bottom: float, rows: Sequence[Row]) -> None:
    box(axes, x, 0, WIDTH, bottom, PALETTE[0], 0.13)
    for top, end in _free(x, 0, bottom, rows):
        line(axes, [(x, top), (x, end)], INK, 0.9)
    left = x > WIDTH / 2
    words(axes, x - 5 if left else x + 5, 11, "published", size=SMALL, anchor="right" if left else "left")


def _draw_calendar(
    axes: Axes, scale: Scale, foot: float, bottom: float, rows: Sequence[Row], published: date | None
) -> None:
    """Months along the line, and hairlines from them to the bars, with gaps for words."""
    line(axes, [(0, foot), (WIDTH, foot)], PALETTE[0], 1)
    months = _months(date.fromordinal(scale.first), date.fromordinal(scale.last))
    shown = months[:: math.ceil(len(months) / MOST_TICKS) or 1]
    for number, month in enumerate(shown):
        x = scale.x(month)
        named = f"{month:%b} {month.year}" if number == 0 or month.year != shown[number - 1].year else f"{month:%b}"
        end = x + 4 + lettering.width(named, SMALL)
        if end <= WIDTH and not (published and x < scale.x(published) < end):
            words(axes, x + 2, foot + 12, named, size=SMALL, colour=PALETTE[0])
        line(axes, [(x, foot), (x, foot + 14)], PALETTE[0], 0.8)
        for top, end in _free(x, TOP, foot, rows) + _free(x, foot + FOOT, bottom, rows):
            line(axes, [(x, top), (x, end)], PALETTE[0], 0.5, alpha=0.45)


def _months(first: date, last: date) -> list[date]:
    months = []
    month = date(first.year, first.month, 1)
    while month <= last:
        months.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return [month for month in months if month >= first]


def _free(x: float, top: float, bottom: float, rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The stretches of an upright line that no words hide."""
    labels = [row.label.wider(2) for row in rows if top <= row.label.top <= bottom]
    hidden = sorted((label.top, label.bottom) for label in labels if label.left < x < label.right)
    edges = [top, *(edge for pair in hidden for edge in pair), bottom]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 2]


def _draw_row(axes: Axes, row: Row) -> None:
    colour = PALETTE[row.moment.colour] if row.moment.speaker else INK
    if row.moment.begin == row.moment.end:
        disc(axes, row.left, row.y, 7, colour)
    else:
        line(axes, [(row.left, row.y), (max(row.right, row.left + 1), row.y)], colour, 5, solid_capstyle="round")
    x, y = row.label.left, row.label.bottom - 4
    for text, bold in ((row.moment.lead, False), (row.moment.words, True), (row.moment.tail, False)):
        blank = len(text) - len(text.lstrip())
        words(axes, x + lettering.width(" " * blank, SMALL), y, text.strip(), size=SMALL, bold=bold)
        x += lettering.width(text, SMALL, bold=bold)


def _finding(events: Sequence[Moment], said: Sequence[Moment], published: date | None) -> str:
    shown = [*events, *said]
    many = prose.capital(prose.count(len(shown), "dated moment"))
    if not published:
        return f"{many} from {prose.day(shown[0].begin)} on; when it was published, the article does not say."
    ahead = sum(one.end > published for one in shown)
    near = sum(one.end <= published and (published - one.begin).days <= NEAR for one in shown)
    past = f"{prose.capital(prose.share(near, len(shown), 'dated moment'))} {'falls' if near == 1 else 'fall'}"
    future = f"{prose.number(ahead) if ahead else 'none'} {'reaches' if ahead == 1 else 'reach'} past it"
    return f"{past} in the month before publication; {future}."


def _reading(said: Sequence[Moment], published: date | None, left: int) -> str:
    return (
        "Above the line stands what happens, by its time"
        + (", below it what was said, by when it was said" if said else "")
        + "; a dot is a day, a bar the range in which an uncertain date lies"
        + ("; what is to come is shaded." if published else ".")
        + (
            f" {prose.capital(prose.count(left, 'earlier moment'))} {'is' if left == 1 else 'are'} left out."
            if left
            else ""
        )
    )


def _told(one: Moment) -> str:
    return f"{prose.capital(prose.days(one.begin, one.end))}: {prose.sentence(one.label)}"


def _line(one: Moment) -> dict[str, object]:
    return {
        "begin": one.begin,
        "end": one.end,
        "words": one.words,
        "kind": "said" if one.speaker else "event",
        "speaker": one.speaker,
        "label": one.label,
    }
