"""Bars by actor: how often each is referred to, and in which voice each is heard."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes

from analysis.briefing import prose
from analysis.briefing.drawing import PALETTE, Chart, beside, canvas, finished
from analysis.briefing.evidence import Voice
from analysis.briefing.index import Index
from analysis.records import Actor, Annotations

FEWEST_BARS, MOST_BARS = 2, 10


def mentions_by_actor(annotations: Annotations) -> Chart | None:
    """How often the text refers to each actor."""
    index = Index(annotations)
    counts = Counter(mention.actor for mention in annotations.mentions)
    ranked = sorted((actor for actor in annotations.actors if counts[actor.id]), key=lambda actor: -counts[actor.id])
    rows = ranked[:MOST_BARS]
    if len(rows) < FEWEST_BARS:
        return None
    with canvas(0.42 * len(rows) + 0.2) as (figure, axes):
        for place, actor in enumerate(rows):
            _draw_bar(axes, place, actor, [counts[actor.id]], PALETTE[index.colour(actor)])
        _set_bars(axes, len(rows), counts[rows[0].id])
        first = rows[0]
        caption = (
            f"{prose.capital(prose.named(first))} {prose.verb(first, 'is', 'are')} referred to most: "
            f"{prose.count(counts[first.id], 'time')}."
        )
        alt = "Bars of mentions by actor. " + " ".join(f"{prose.capital(a.name)}: {counts[a.id]}." for a in rows)
        return finished(figure, "mentions", caption, alt)


def _set_bars(axes: Axes, rows: int, longest: int) -> None:
    axes.set_xlim(0, longest * 1.08)
    axes.set_ylim(rows + 0.05, -0.6)
    axes.set_axis_off()


def voices(annotations: Annotations) -> Chart | None:
    """Who speaks how much: quoted, retold, or without a name."""
    index = Index(annotations)
    said = [(actor, index.voices(index.statements_of(actor))) for actor in index.annotations.actors]
    said = sorted((row for row in said if any(row[1].values())), key=lambda row: -sum(row[1].values()))
    # Where everybody is heard once, bars of one length would say nothing.
    if len(said) < FEWEST_BARS or sum(said[0][1].values()) == 1:
        return None
    rows = said[:MOST_BARS]
    with canvas(0.42 * len(rows) + 0.6) as (figure, axes):
        for place, (actor, counts) in enumerate(rows):
            _draw_bar(axes, place, actor, list(counts.values()), PALETTE[index.colour(actor)])
        longest = max(sum(counts.values()) for _, counts in rows)
        _set_bars(axes, len(rows), longest)
        _draw_key(axes, len(rows) - 0.1, longest)
        first, counts = rows[0]
        total = sum(sum(counts.values()) for _, counts in said)
        caption = (
            f"{prose.capital(prose.named(first))} {prose.verb(first, 'is', 'are')} heard most: "
            f"{prose.number(sum(counts.values()))} of {prose.count(total, 'statement')} with a known speaker."
        )
        alt = "Bars of statements by speaker. " + " ".join(_heard(actor, counts) for actor, counts in rows)
        return finished(figure, "voices", caption, alt)


def _heard(actor: Actor, counts: Mapping[Voice, int]) -> str:
    parts = [f"{n} {word}" for n, word in zip(counts.values(), ("quoted", "retold", "unnamed"), strict=True) if n]
    return f"{prose.capital(actor.name)}: {', '.join(parts)}."


LOOKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("quoted", {"alpha": 1.0}),
    ("retold", {"alpha": 0.4}),
    ("unnamed", {"alpha": None, "fill": False, "linestyle": (0, (1, 1.6)), "linewidth": 1.4}),
)


def _draw_bar(axes: Axes, place: int, actor: Actor, counts: Sequence[int], colour: str) -> None:
    axes.text(0, place - 0.16, prose.short(prose.capital(actor.name), 7), va="bottom")
    left = 0
    for n, (_, look) in zip(counts, LOOKS, strict=False):
        if n:
            axes.barh(place, n, left=left, height=0.26, align="center", color=colour, edgecolor=colour, **look)
        left += n
    beside(axes, left, place, str(left), fontweight="bold")


def _draw_key(axes: Axes, place: float, longest: int) -> None:
    for step, (word, look) in enumerate(LOOKS):
        left = step * longest * 0.28
        axes.barh(place, longest * 0.05, left=left, height=0.2, color=PALETTE[0], edgecolor=PALETTE[0], **look)
        axes.text(left + longest * 0.065, place, word, va="center", fontsize=10)
