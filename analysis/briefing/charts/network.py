"""The tension map: sides, who pulls against whom, and, thin and grey, who works with whom."""

import math
from collections import Counter

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from analysis.briefing import prose
from analysis.briefing.bounds import foremost
from analysis.briefing.charts.geometry import Bow
from analysis.briefing.charts.layout import LEADING, NODE, Arrow, Course, Name, laid_out
from analysis.briefing.drawing import PALETTE, SMALL, TEXT, Chart, area, canvas, disc, finished, words
from analysis.briefing.index import Index
from analysis.records import Actor, Annotations, Tension

FEWEST_ARROWS = 2
MOST_NODES, MOST_ARROWS = 9, 16
DASHES = (0, (4, 3))


def tension_map(annotations: Annotations) -> Chart | None:
    """Sides as nodes, arrows from who acts to whom it concerns, wide where intense, dashed where past."""
    index = Index(annotations)
    found = _arrows(index)
    nodes = list(dict.fromkeys(name for arrow in found for name in (arrow.a, arrow.b)))[:MOST_NODES]
    pulls = [arrow for arrow in found if arrow.a in nodes and arrow.b in nodes][:MOST_ARROWS]
    if len(pulls) < FEWEST_ARROWS:
        return None
    # Nodes whose arrows are all left out would stand there without a reason.
    nodes = [name for name in nodes if any(name in (arrow.a, arrow.b) for arrow in pulls)]
    friendly = [arrow for arrow in _cooperation(index) if arrow.a in nodes and arrow.b in nodes]
    left = len(found) - len(pulls) + len(friendly[MOST_ARROWS:])
    friendly = list(foremost(friendly, MOST_ARROWS, lambda arrow: -arrow.count))
    arrows = [*pulls, *friendly]
    layout = laid_out(arrows, nodes)
    with canvas(layout.height) as axes:
        for course in layout.courses:
            _draw_arrow(axes, course, PALETTE[_node_colour(course.arrow.a, index) if course.arrow.intensity else 0])
        for name, place in layout.places.items():
            disc(axes, *place, 2 * NODE, PALETTE[_node_colour(name, index)])
            _draw_name(axes, layout.names[name])
        return finished(
            axes,
            "tension-map",
            made="charts.tension_map",
            finding=_finding(pulls),
            reading=_reading(pulls, friendly, left),
            alt="Map of tensions. " + " ".join(_told(arrow) for arrow in arrows),
            rows=tuple(_row(arrow) for arrow in arrows),
        )


def _arrows(index: Index) -> list[Arrow]:
    groups: dict[tuple[str, str, bool], list[Tension]] = {}
    ranked = sorted(index.annotations.tensions, key=lambda item: (-item.intensity, item.evidence, item.id))
    for tension in ranked:
        a, b = _node_names(index.actor(tension.a), index.actor(tension.b), index)
        if a != b:
            groups.setdefault((a, b, tension.status == "past"), []).append(tension)
    return [Arrow(*key, group[0].intensity, len(group)) for key, group in groups.items()]


def _cooperation(index: Index) -> list[Arrow]:
    groups: Counter[tuple[str, str, bool]] = Counter()
    for one in index.annotations.cooperations:
        a, b = _node_names(index.actor(one.a), index.actor(one.b), index)
        if a != b:
            groups[a, b, one.status == "past"] += 1
    return [Arrow(*key, 0, count) for key, count in groups.items()]


def _node_names(a: Actor | None, b: Actor | None, index: Index) -> tuple[str, str]:
    """The sides of two actors; inside one side, the actors themselves."""
    sides = index.side(a), index.side(b)
    own = [prose.capital(actor.name) if actor else "Not named" for actor in (a, b)]
    if sides[0] == sides[1]:
        return own[0], own[1]
    return prose.capital(sides[0]) or own[0], prose.capital(sides[1]) or own[1]


def _node_colour(name: str, index: Index) -> int:
    named = [a for a in index.annotations.actors if name in map(prose.capital, (index.side(a), a.name))]
    return index.colour(named[0]) if named else 0


def _finding(arrows: list[Arrow]) -> str:
    top = arrows[0]
    widest = f"he widest pull runs from {prose.with_the(top.a)} to {prose.with_the(top.b)} ({top.intensity} of 100)."
    pullers = {name: {arrow.a for arrow in arrows if arrow.b == name} for name in {arrow.b for arrow in arrows}}
    most = max(len(found) for found in pullers.values())
    [first, *others] = sorted(name for name, found in pullers.items() if len(found) == most)
    if most == 1 or others:
        return f"T{widest}"
    drawn = prose.number(len({name for arrow in arrows for name in (arrow.a, arrow.b)}))
    where = f"{prose.with_the(first)} than at anyone else ({prose.number(most)} of the {drawn} drawn)"
    return f"More pull at {where}; t{widest}"


def _reading(pulls: list[Arrow], friendly: list[Arrow], left: int) -> str:
    past = any(arrow.past for arrow in pulls)
    return (
        "An arrow runs from who acts to whom it concerns; it is as wide as its strongest tension is intense, which is "
        f"its number{'; dashes mark the past' if past else ''}"
        f"{'; thin grey arrows without a number are cooperation' if friendly else ''}."
        + (
            f" {prose.capital(prose.count(left, 'weaker arrow'))} {'is' if left == 1 else 'are'} left out."
            if left
            else ""
        )
    )


def _told(arrow: Arrow) -> str:
    past = ", past" if arrow.past else ""
    if not arrow.intensity:
        return f"{arrow.a} to {arrow.b}: cooperation{past}."
    times = "" if arrow.count == 1 else f", {prose.count(arrow.count, 'tension')}"
    return f"{arrow.a} to {arrow.b}: {arrow.intensity} of 100{past}{times}."


def _row(arrow: Arrow) -> dict[str, object]:
    return {
        "from": arrow.a,
        "to": arrow.b,
        "kind": "tension" if arrow.intensity else "cooperation",
        "status": "past" if arrow.past else "current",
        "intensity": arrow.intensity or "",
        "records": arrow.count,
    }


def _draw_arrow(axes: Axes, course: Course, colour: str) -> None:
    """The line, with a gap for its number, and a head that grows with it."""
    width = 1.0 + course.arrow.intensity / 30
    head = 5.0 + 1.6 * width
    whole = course.bow
    tip = whole.last_outside(whole.end, head)
    first, last = course.hidden
    pieces = [(0.0, first), (last, tip)] if last else [(0.0, tip)]
    for start, end in pieces:
        if end > start:
            _draw_curve(axes, whole.between(start, end), colour, width, past=course.arrow.past)
    _draw_head(axes, whole, tip, head, colour)
    if box := course.number:
        words(axes, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 3.4, str(course.arrow.intensity),
              size=SMALL, bold=True, anchor="center")  # fmt: skip


def _draw_curve(axes: Axes, piece: Bow, colour: str, width: float, *, past: bool) -> None:
    curve = Path([piece.start, piece.control, piece.end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    look = DASHES if past else "solid"
    axes.add_artist(PathPatch(curve, fill=False, edgecolor=colour, linewidth=width, linestyle=look, clip_on=False))


def _draw_head(axes: Axes, whole: Bow, tip: float, head: float, colour: str) -> None:
    (x1, y1), (x2, y2) = whole.at(tip), whole.end
    length = math.dist((x1, y1), (x2, y2)) or 1.0
    across, along = (y2 - y1) / length * head * 0.45, (x2 - x1) / length * head * 0.45
    area(axes, [(x1 - across, y1 + along), (x1 + across, y1 - along), (x2, y2)], colour)


def _draw_name(axes: Axes, name: Name) -> None:
    x = {"left": name.box.left, "right": name.box.right}.get(name.anchor, (name.box.left + name.box.right) / 2)
    for number, text in enumerate(name.lines):
        words(axes, x, name.box.top + 9.5 + LEADING * number, text, size=TEXT, bold=True, anchor=name.anchor)
