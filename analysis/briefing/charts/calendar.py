"""The timeline: when what the article tells happened."""

import math
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes

from analysis.briefing import prose
from analysis.briefing.drawing import INK, PALETTE, Chart, beside, canvas, finished
from analysis.records import Annotations

FEWEST_TIMES, MOST_TIMES = 3, 14
# Times further from publication than this would squeeze all others into one spot.
DAYS_SHOWN = 500
MOST_TICKS = 7


@dataclass(frozen=True, order=True)
class Moment:
    """A stretch of days with the first words that name it."""

    begin: date
    end: date
    words: str


def timeline(annotations: Annotations) -> Chart | None:
    """When things happened: a dot for a day, a bar for a range, the future shaded."""
    published = annotations.article.published
    moments = _moments(annotations, published) if published else []
    if not published or len(moments) < FEWEST_TIMES:
        return None
    first, last = moments[0].begin.toordinal(), max(moment.end.toordinal() for moment in moments)
    room = (last - first) * 0.03 + 2
    with canvas(0.32 * len(moments) + 0.7) as (figure, axes):
        axes.set_position((0.02, 0.14, 0.96, 0.84))
        axes.set_xlim(first - room, last + room)
        axes.set_ylim(len(moments) - 0.4, -1.1)
        _draw_publication(axes, published.toordinal(), last + room)
        for place, moment in enumerate(moments):
            _draw_moment(axes, place, moment, (first + last) / 2)
        _draw_calendar(axes, moments[0].begin, last)
        ahead = sum(moment.end > published for moment in moments)
        caption = (
            f"{prose.capital(prose.count(len(moments), 'dated moment'))} from {moments[0].begin.year} on; "
            f"{prose.number(ahead) if ahead else 'none'} of them {'reaches' if ahead == 1 else 'reach'} "
            f"past publication (shaded)."
        )
        alt = "Timeline. " + " ".join(f"{item.words}: {prose.days(item.begin, item.end)}." for item in moments)
        return finished(figure, "timeline", caption, alt)


def _moments(annotations: Annotations, published: date) -> list[Moment]:
    """The latest stretches of days near publication, each once."""
    moments: dict[tuple[date, date], Moment] = {}
    for time in annotations.timeline:
        if time.begin and time.end and abs((time.begin - published).days) <= DAYS_SHOWN:
            moments.setdefault((time.begin, time.end), Moment(time.begin, time.end, time.span.quote))
    return sorted(moments.values())[-MOST_TIMES:]


def _draw_publication(axes: Axes, published: int, last: float) -> None:
    axes.axvspan(published, max(last, published), color=PALETTE[0], alpha=0.14, linewidth=0)
    axes.axvline(published, color=INK, linewidth=0.8)
    beside(axes, published, -0.85, "published", left=True)


def _draw_moment(axes: Axes, place: int, moment: Moment, middle: float) -> None:
    begin, end = moment.begin.toordinal(), moment.end.toordinal()
    axes.plot([begin, end], [place, place], color=PALETTE[1], linewidth=5, solid_capstyle="round")
    if begin < middle:
        beside(axes, end, place, moment.words)
    else:
        beside(axes, begin, place, moment.words, left=True)


def _draw_calendar(axes: Axes, begin: date, last: int) -> None:
    """Month names along the foot, at most `MOST_TICKS` of them, with the year where it begins or changes."""
    months = []
    month = date(begin.year, begin.month, 1)
    while month.toordinal() <= last:
        months.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    months = [item for item in months if item.toordinal() >= axes.get_xlim()[0]]
    shown = months[:: math.ceil(len(months) / MOST_TICKS) or 1]
    labels = [f"{item:%b}\n{item.year}" if item in shown[:1] or item.month == 1 else f"{item:%b}" for item in shown]
    axes.set_xticks([item.toordinal() for item in shown], labels)
    axes.set_yticks([])
    axes.spines["bottom"].set_color(PALETTE[0])
