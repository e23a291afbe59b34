"""What the intensities are made of: a bar for each tension, its parts side by side, and a line for its interval."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from analysis.briefing import lettering, prose
from analysis.briefing.drawing import INK, PALETTE, SMALL, WIDTH, Chart, box, canvas, finished, line, words
from analysis.briefing.index import Index
from analysis.briefing.saying import saying
from analysis.records import Annotations, Tension

FEWEST_STACKS, MOST_STACKS = 2, 12
ROW, THICK, KEY = 34.0, 12.0, 16.0
KEY_COLUMNS = 3
SHADES = (0.75, 0.3, 0.6, 0.2, 0.5, 0.35, 0.65)
GAP = 1.2
NUMBERED = 4.5  # points whose segment has room for their number
UNIT = (WIDTH - 24) / 100  # a point of intensity


def intensity_parts(annotations: Annotations) -> Chart | None:
    """The points of each part in a fixed order, the widest tension first; the line runs from `low` to `high`."""
    index = Index(annotations)
    ranked = sorted(annotations.tensions, key=lambda item: (-item.intensity, item.evidence, item.id))
    rows = [tension for tension in ranked if tension.parts][:MOST_STACKS]
    if len(rows) < FEWEST_STACKS:
        return None
    names = list(dict.fromkeys(part.name for tension in rows for part in tension.parts))
    bottom = ROW * len(rows)
    with canvas(bottom + KEY * (1 + (len(names) - 1) // KEY_COLUMNS) + 4) as axes:
        for place, tension in enumerate(rows):
            _draw_stack(axes, ROW * place, tension, names, index)
        _draw_key(axes, bottom, names)
        finding, reading = _caption(rows, names)
        return finished(
            axes,
            "intensity-parts",
            made="charts.intensity_parts",
            finding=finding,
            reading=reading,
            alt="Bars of intensity by part. " + " ".join(_told(tension, index) for tension in rows),
            rows=tuple(_row(tension, index) for tension in rows),
        )


def _draw_stack(axes: Axes, top: float, tension: Tension, names: Sequence[str], index: Index) -> None:
    points = {part.name: part.points for part in tension.parts}
    past = ", past" if tension.status == "past" else ""
    label = prose.capital(f"{index.name(tension.a)} – {index.name(tension.b)}, {tension.type}{past}")
    words(axes, 0, top + 10, lettering.cut(label, WIDTH, SMALL), size=SMALL)
    left, middle = 0.0, top + 21
    for number, name in enumerate(names):
        right = left + points.get(name, 0.0) * UNIT
        if right - left > GAP:
            box(
                axes,
                left,
                middle - THICK / 2,
                right - GAP,
                middle + THICK / 2,
                PALETTE[0],
                SHADES[number % len(SHADES)],
            )
        if right - left >= NUMBERED * UNIT:
            words(axes, (left + right) / 2, middle + 3.5, f"{points[name]:.0f}", size=SMALL, anchor="center")
        left = right
    foot = middle + THICK / 2 + 2
    line(axes, [(tension.low * UNIT, foot), (tension.high * UNIT, foot)], INK, 1.4)
    words(axes, max(left, tension.high * UNIT) + 5, middle + 4, str(tension.intensity), bold=True)


def _draw_key(axes: Axes, top: float, names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        x, y = number % KEY_COLUMNS * WIDTH / KEY_COLUMNS, top + number // KEY_COLUMNS * KEY + 4
        box(axes, x, y, x + 12, y + 9, PALETTE[0], SHADES[number % len(SHADES)])
        words(axes, x + 17, y + 8, name, size=SMALL)


def _caption(rows: Sequence[Tension], names: Sequence[str]) -> tuple[str, str]:
    spread = {name: _spread(rows, name) for name in names}
    part = max(spread, key=lambda name: spread[name][1] - spread[name][0])
    least, most = spread[part]
    return (
        f"What tells the tensions apart most is {part}: from {least:g} to {most:g} points.",
        "Parts stand in the order of the key; the line below a bar runs from the least to the most that it comes to "
        "when any one passage is left out; one from the very left rests on a single passage.",
    )


def _spread(rows: Sequence[Tension], name: str) -> tuple[float, float]:
    points = [next((part.points for part in tension.parts if part.name == name), 0.0) for tension in rows]
    return min(points), max(points)


def _told(tension: Tension, index: Index) -> str:
    parts = ", ".join(f"{part.name} {part.points:g}" for part in tension.parts)
    return f"{prose.capital(saying(tension, index))}: {tension.intensity}, {tension.low} to {tension.high} ({parts})."


def _row(tension: Tension, index: Index) -> dict[str, object]:
    known: dict[str, object] = {
        "a": index.name(tension.a),
        "b": index.name(tension.b),
        "type": tension.type,
        "status": tension.status,
    }
    parts: dict[str, object] = {part.name: part.points for part in tension.parts}
    return known | {"intensity": tension.intensity, "low": tension.low, "high": tension.high} | parts
