"""What the intensities are made of: a bar for each tension, its parts side by side, and a line for its interval."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes

from analysis.briefing import prose
from analysis.briefing.drawing import INK, PALETTE, Chart, canvas, finished
from analysis.briefing.index import Index
from analysis.briefing.saying import saying
from analysis.records import Annotations, Tension

FEWEST_STACKS, MOST_STACKS = 2, 12
NAME_WORDS = 9
KEY_COLUMNS = 3
SHADES = (0.75, 0.3, 0.6, 0.2, 0.5, 0.35, 0.65)
GAP = 0.5
NUMBERED = 3.5  # points whose segment has room for their number


def intensity_parts(annotations: Annotations) -> Chart | None:
    """The points of each part in a fixed order, the widest tension first; the line runs from `low` to `high`."""
    index = Index(annotations)
    ranked = sorted(annotations.tensions, key=lambda item: (-item.intensity, item.evidence, item.id))
    rows = [tension for tension in ranked if tension.parts][:MOST_STACKS]
    if len(rows) < FEWEST_STACKS:
        return None
    names = list(dict.fromkeys(part.name for tension in rows for part in tension.parts))
    with canvas(0.46 * len(rows) + 0.9) as (figure, axes):
        axes.set_axis_off()
        axes.set_xlim(0, 106)
        axes.set_ylim(len(rows) + 0.9, -0.6)
        for place, tension in enumerate(rows):
            _draw_stack(axes, place, tension, names, index)
        _draw_key(axes, len(rows) + 0.1, names)
        alt = "Bars of intensity by part. " + " ".join(_told(tension, index) for tension in rows)
        return finished(figure, "intensity-parts", _caption(rows, names), alt)


def _draw_stack(axes: Axes, place: int, tension: Tension, names: Sequence[str], index: Index) -> None:
    points = {part.name: part.points for part in tension.parts}
    label = f"{index.name(tension.a)} – {index.name(tension.b)}, {tension.type}{_past(tension)}"
    axes.text(0, place - 0.2, prose.short(prose.capital(label), NAME_WORDS), va="bottom", fontsize=10)
    left = 0.0
    for number, name in enumerate(names):
        width = points.get(name, 0.0)
        axes.barh(place, max(0.0, width - GAP), left=left, height=0.36, **_look(number))
        if width >= NUMBERED:
            axes.text(left + width / 2, place, f"{width:.0f}", ha="center", va="center", fontsize=9)
        left += width
    axes.plot([tension.low, tension.high], [place + 0.25] * 2, color=INK, linewidth=1.4, solid_capstyle="butt")
    axes.text(max(left, tension.high) + 1.5, place, str(tension.intensity), va="center", fontweight="bold")


def _draw_key(axes: Axes, top: float, names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        x, y = number % KEY_COLUMNS * 36, top + number // KEY_COLUMNS * 0.32
        axes.barh(y, 4, left=x, height=0.22, **_look(number))
        axes.text(x + 5.5, y, name, va="center", fontsize=10)


def _look(number: int) -> dict[str, Any]:
    """Neighbours of clearly different greys: colours belong to sides."""
    return {"color": PALETTE[0], "alpha": SHADES[number % len(SHADES)], "linewidth": 0}


def _caption(rows: Sequence[Tension], names: Sequence[str]) -> str:
    spread = {name: _spread(rows, name) for name in names}
    part = max(spread, key=lambda name: spread[name][1] - spread[name][0])
    least, most = spread[part]
    return (
        f"What tells the tensions apart most is {part}: from {least:g} to {most:g} points. "
        "Parts stand in the order of the key; the line below a bar runs from the least to the most that it comes to "
        "when any one passage is left out; one from the very left rests on a single passage."
    )


def _spread(rows: Sequence[Tension], name: str) -> tuple[float, float]:
    points = [next((part.points for part in tension.parts if part.name == name), 0.0) for tension in rows]
    return min(points), max(points)


def _told(tension: Tension, index: Index) -> str:
    parts = ", ".join(f"{part.name} {part.points:g}" for part in tension.parts)
    return f"{prose.capital(saying(tension, index))}: {tension.intensity}, {tension.low} to {tension.high} ({parts})."


def _past(tension: Tension) -> str:
    return ", past" if tension.status == "past" else ""
