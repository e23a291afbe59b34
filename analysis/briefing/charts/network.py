"""The tension map: sides, who pulls against whom, and, thin and grey, who works with whom."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from analysis.briefing import prose
from analysis.briefing.drawing import PALETTE, Chart, canvas, finished
from analysis.briefing.index import Index
from analysis.records import Actor, Annotations, Tension

FEWEST_ARROWS = 2
MOST_NODES = 9
# Where an arrow's number may stand along it, how far off it, and how far from other numbers.
ALONG, OFF, APART = (0.36, 0.5, 0.26, 0.64, 0.2, 0.74), 0.15, 0.26
LABEL_WIDTH = 13  # letters of a line
LETTER = 0.08  # its width on the map
Place = tuple[float, float]


@dataclass(frozen=True)
class Arrow:
    """All tensions of one direction and status between two nodes; or, without an intensity, their cooperation."""

    a: str
    b: str
    past: bool
    intensity: int
    count: int


def tension_map(annotations: Annotations) -> Chart | None:
    """Sides as nodes, arrows from who acts to whom it concerns, wide where intense, dashed where past."""
    index = Index(annotations)
    arrows = _arrows(index)
    nodes = list(dict.fromkeys(name for arrow in arrows for name in (arrow.a, arrow.b)))
    if len(arrows) < FEWEST_ARROWS:
        return None
    nodes = nodes[:MOST_NODES]
    arrows = [arrow for arrow in arrows if arrow.a in nodes and arrow.b in nodes]
    places = _circle(nodes)
    with canvas(2.3) as (figure, axes):
        axes.set_axis_off()
        axes.set_aspect("equal")
        axes.set_xlim(-2.3, 2.3)
        axes.set_ylim(-1.1, 1.1)
        numbers = [spot for name in nodes for spot in _under_label(name, places[name])]
        for arrow in arrows:
            _draw_arrow(axes, arrow, places, PALETTE[_node_colour(arrow.a, index)])
            numbers.append(_draw_number(axes, arrow, places, numbers))
        friendly = [arrow for arrow in _cooperation(index) if arrow.a in nodes and arrow.b in nodes]
        for arrow in friendly:
            _draw_arrow(axes, arrow, places, PALETTE[0])
        for name in nodes:
            _draw_node(axes, name, places[name], PALETTE[_node_colour(name, index)])
        top = arrows[0]
        caption = (
            f"The widest pull runs from {prose.with_the(top.a)} to {prose.with_the(top.b)} ({top.intensity} of 100). "
            "Arrows run from who acts to whom it concerns; the number is the highest intensity, dashes mark the past"
            f"{'; thin grey arrows without a number are cooperation' if friendly else ''}."
        )
        alt = "Map of tensions. " + " ".join(_told(arrow) for arrow in (*arrows, *friendly))
        return finished(figure, "tension-map", caption, alt)


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
    own = tuple(actor.name if actor else "not named" for actor in (a, b))
    return own if sides[0] == sides[1] else (sides[0] or own[0], sides[1] or own[1])  # type: ignore[return-value]


def _node_colour(name: str, index: Index) -> int:
    named = [actor for actor in index.annotations.actors if name in (index.side(actor), actor.name)]
    return index.colour(named[0]) if named else 0


def _told(arrow: Arrow) -> str:
    past = ", past" if arrow.past else ""
    if not arrow.intensity:
        return f"{arrow.a} to {arrow.b}: cooperation{past}."
    times = "" if arrow.count == 1 else f", {prose.count(arrow.count, 'tension')}"
    return f"{arrow.a} to {arrow.b}: {arrow.intensity} of 100{past}{times}."


def _circle(nodes: Sequence[str]) -> dict[str, Place]:
    """Nodes round an ellipse, the first on the left; two face each other."""
    steps = [math.pi - 2 * math.pi * place / len(nodes) for place in range(len(nodes))]
    return {name: (1.35 * math.cos(step), 0.8 * math.sin(step)) for name, step in zip(nodes, steps, strict=True)}


def _bend(arrow: Arrow) -> float:
    """How far the arrow's curve bows, as a part of its length: past, present and cooperation lie side by side."""
    if not arrow.intensity:
        return -0.12 if arrow.past else 0.0
    return 0.45 if arrow.past else 0.16


def _draw_arrow(axes: Axes, arrow: Arrow, places: Mapping[str, Place], colour: str) -> None:
    patch = FancyArrowPatch(
        places[arrow.a],
        places[arrow.b],
        connectionstyle=f"arc3,rad={_bend(arrow)}",
        arrowstyle="-|>",
        mutation_scale=9 + arrow.intensity / 16,
        linewidth=0.8 + arrow.intensity / 40,
        linestyle=(0, (4, 3)) if arrow.past else "solid",
        color=colour,
        shrinkA=10,
        shrinkB=11,
    )
    axes.add_patch(patch)


def _draw_number(axes: Axes, arrow: Arrow, places: Mapping[str, Place], taken: Sequence[Place]) -> Place:
    """The arrow's intensity beside it, where no other number stands yet."""
    spots = [_beside_curve(places[arrow.a], places[arrow.b], _bend(arrow), along) for along in ALONG]
    room = [min((math.dist(spot, other) for other in taken), default=math.inf) for spot in spots]
    free = next((place for place, space in enumerate(room) if space > APART), room.index(max(room)))
    spot = spots[free]
    axes.text(*spot, str(arrow.intensity), ha="center", va="center", fontsize=10)
    return spot


def _beside_curve(start: Place, end: Place, bend: float, along: float) -> Place:
    """A place just outside the arrow's curve."""
    (x1, y1), (x2, y2) = start, end
    dx, dy = x2 - x1, y2 - y1
    # The curve is quadratic; its control point lies off the middle of the line by `bend` of its length.
    control = ((x1 + x2) / 2 + bend * dy, (y1 + y2) / 2 - bend * dx)
    on = [
        (1 - along) ** 2 * a + 2 * along * (1 - along) * c + along**2 * b
        for a, c, b in zip(start, control, end, strict=True)
    ]
    length = math.hypot(dx, dy)
    return on[0] + OFF * dy / length, on[1] - OFF * dx / length


def _side(x: float) -> int:
    """On which side of its node a label stands: left, right, or, in the middle, above or below."""
    return 0 if abs(x) < 0.3 else int(math.copysign(1, x))


def _under_label(name: str, place: Place) -> list[Place]:
    """Spots that the node's label covers."""
    x, y = place
    width = LETTER * min(len(name), LABEL_WIDTH)
    if side := _side(x):
        return [(x + side * (0.2 + width * part), y) for part in (0, 0.5, 1)]
    return [(x + width * part, y + math.copysign(0.25, y)) for part in (-0.5, 0, 0.5)]


def _draw_node(axes: Axes, name: str, place: Place, colour: str) -> None:
    x, y = place
    side = _side(x)
    axes.plot([x], [y], "o", markersize=12, color=colour)
    axes.annotate(
        prose.wrapped(prose.capital(name), LABEL_WIDTH),
        (x, y),
        (10 * side, 0 if side else math.copysign(10, y)),
        textcoords="offset points",
        ha={-1: "right", 0: "center", 1: "left"}[side],
        va="center" if side else ("bottom" if y > 0 else "top"),
        fontsize=11,
        fontweight="bold",
    )
