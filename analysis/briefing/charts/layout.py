"""Where the map's nodes, arrows, names and numbers stand, so that none hides another."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.briefing import lettering
from analysis.briefing.charts.geometry import Bow, Box, Place, around, bow, is_free
from analysis.briefing.drawing import SMALL, TEXT, WIDTH

NODE = 7.0  # radius
GAP = 3.0  # between a node and its arrows
LANE, LONE = 24.0, 4.0  # between arrows of one pair, in the middle of their way, and how far a lone one bows
ASIDE, MOST_ASIDE = 6.0, 10.0  # and at their ends
LEADING = 12.5
NAME_ROOM = 84.0
MARGIN = NAME_ROOM + NODE  # room for names left and right of the nodes
# How high the ellipse is for how many nodes.
HEIGHTS = {2: 90.0, 3: 140.0, 4: 185.0, 5: 205.0, 6: 225.0}
HIGHEST = 270.0
# Directions in which a name may stand off its node, straight ones first.
TURNS = (0, 180, 90, 270, 45, 135, 225, 315)
CLEAR, BESIDE = 2.0, 12.0  # around a number, and between it and its line where it does not stand on it


@dataclass(frozen=True)
class Arrow:
    """All tensions of one direction and status between two nodes; or, without an intensity, their cooperation."""

    a: str
    b: str
    past: bool
    intensity: int
    count: int


@dataclass(frozen=True)
class Course:
    """An arrow's way over the map: `number` is the box of its number, and the line has a gap at `hidden`."""

    arrow: Arrow
    bow: Bow
    number: Box | None = None
    hidden: tuple[float, float] = (0, 0)


@dataclass(frozen=True)
class Name:
    """A node's name in lines; `box` is where they stand."""

    lines: tuple[str, ...]
    anchor: str
    box: Box


@dataclass(frozen=True)
class Layout:
    """The map's height and all that stands on it."""

    height: float
    places: Mapping[str, Place]
    names: Mapping[str, Name]
    courses: tuple[Course, ...]


def laid_out(arrows: Sequence[Arrow], nodes: Sequence[str]) -> Layout:
    """The map of `arrows` between `nodes`: round an ellipse, so that no arrow runs through a node."""
    rise = max(LEADING * len(_name_lines(name)) for name in nodes) + NODE + 6
    height = HEIGHTS.get(len(nodes), HIGHEST) + 2 * rise
    places = _ellipse(_untangled(nodes, arrows), height, rise)
    courses = [_trimmed(arrow, curve, places) for arrow, curve in zip(arrows, _bows(arrows, places), strict=True)]
    lines = [course.bow.places() for course in courses]
    discs = {name: around(place, 2 * NODE, 2 * NODE) for name, place in places.items()}
    names: dict[str, Name] = {}
    for name in places:
        taken = [*discs.values(), *(other.box for other in names.values())]
        names[name] = _named(name, places[name], height, taken, lines)
    boxes = [*discs.values(), *(name.box for name in names.values())]
    for place, course in enumerate(courses):
        others = [line for other, line in enumerate(lines) if other != place]
        courses[place] = _numbered(course, boxes, others)
        boxes += [number] if (number := courses[place].number) else []
    return Layout(height, places, names, tuple(courses))


def _name_lines(name: str) -> list[str]:
    return lettering.wrapped(name, NAME_ROOM, TEXT, bold=True)


def _ellipse(nodes: Sequence[str], height: float, rise: float) -> dict[str, Place]:
    """Nodes round an ellipse, the first on the left; two face each other."""
    wide, high = WIDTH / 2 - MARGIN, height / 2 - rise
    steps = [math.pi - 2 * math.pi * place / len(nodes) for place in range(len(nodes))]
    return {
        name: (WIDTH / 2 + wide * math.cos(step), height / 2 + high * math.sin(step))
        for name, step in zip(nodes, steps, strict=True)
    }


def _untangled(nodes: Sequence[str], arrows: Sequence[Arrow]) -> list[str]:
    """The order round the ellipse with the fewest crossings that exchanges of two nodes lead to."""
    pairs = sorted({tuple(sorted((arrow.a, arrow.b))) for arrow in arrows})
    order = list(nodes)
    least = _crossings(order, pairs)
    while True:
        trials = []
        for one, other in combinations(range(1, len(order)), 2):
            trial = order.copy()
            trial[one], trial[other] = trial[other], trial[one]
            trials.append((_crossings(trial, pairs), trial))
        if not trials or min(trials)[0] >= least:
            return order
        least, order = min(trials)


def _crossings(order: Sequence[str], pairs: Sequence[tuple[str, ...]]) -> int:
    ends = [sorted((order.index(a), order.index(b))) for a, b in pairs]
    return sum((a < c < b < d) or (c < a < d < b) for (a, b), (c, d) in combinations(ends, 2) if len({a, b, c, d}) == 4)


def _bows(arrows: Sequence[Arrow], places: Mapping[str, Place]) -> list[Bow]:
    """A curve for each arrow: those of one pair side by side, in that of two orders that crosses others less."""
    turned = {_pair(arrow): 1 for arrow in arrows}
    for pair in turned:
        trials = [turned | {pair: way} for way in (1, -1)]
        turned = min(trials, key=lambda trial: _meetings(arrows, places, trial))
    return [_lane(arrow, arrows, places, turned[_pair(arrow)]) for arrow in arrows]


def _meetings(arrows: Sequence[Arrow], places: Mapping[str, Place], turned: Mapping[tuple[str, str], int]) -> int:
    """How often arrows of different pairs cross."""
    curves = [(_pair(arrow), _lane(arrow, arrows, places, turned[_pair(arrow)])) for arrow in arrows]
    return sum(one.crosses(other) for (a, one), (b, other) in combinations(curves, 2) if a != b)


def _pair(arrow: Arrow) -> tuple[str, str]:
    return min(arrow.a, arrow.b), max(arrow.a, arrow.b)


def _lane(arrow: Arrow, arrows: Sequence[Arrow], places: Mapping[str, Place], turn: int) -> Bow:
    """The arrow's curve among those of its pair: those there on one side, those back on the other."""
    first = _pair(arrow)[0]
    # Cooperation runs innermost, then the widest.
    same = sorted((one for one in arrows if _pair(one) == _pair(arrow)), key=lambda o: (o.intensity > 0, -o.intensity))
    lanes = [*reversed([one for one in same if one.a != first]), *(one for one in same if one.a == first)]
    rank = (lanes.index(arrow) - (len(lanes) - 1) / 2) * turn * (1 if arrow.a == first else -1)
    aside = max(-MOST_ASIDE, min(MOST_ASIDE, ASIDE * rank))
    start, end = _beside_each_other(places[arrow.a], places[arrow.b], aside)
    # A lone arrow bows a little, so that it is seen as an arrow and not as an edge of the map.
    return bow(start, end, LANE * rank - aside if len(lanes) > 1 else LONE * turn)


def _beside_each_other(start: Place, end: Place, off: float) -> tuple[Place, Place]:
    """Both ends moved to the left of the way, so that heads of arrows to one node do not lie on each other."""
    (x1, y1), (x2, y2) = start, end
    length = math.dist(start, end) or 1.0
    right, down = off * (y2 - y1) / length, -off * (x2 - x1) / length
    return (x1 + right, y1 + down), (x2 + right, y2 + down)


def _trimmed(arrow: Arrow, whole: Bow, places: Mapping[str, Place]) -> Course:
    first = whole.first_outside(places[arrow.a], NODE + GAP)
    last = whole.last_outside(places[arrow.b], NODE + GAP)
    return Course(arrow, whole.between(first, last))


def _named(name: str, place: Place, height: float, taken: Sequence[Box], lines: Sequence[Sequence[Place]]) -> Name:
    """The name beside its node, in the direction that hits the least, outwards before inwards."""
    out = math.degrees(math.atan2(height / 2 - place[1], place[0] - WIDTH / 2))
    page = Box(0, 0, WIDTH, height)
    trials = [
        _beside(name, place, turn) for turn in sorted(TURNS, key=lambda turn: abs((turn - out + 180) % 360 - 180))
    ]
    return min(
        trials,
        key=lambda one: (
            sum(one.box.overlaps(other) for other in taken) * 100
            + (not one.box.inside(page)) * 50
            + sum(one.box.wider(2).holds(spot) for line in lines for spot in line)
        ),
    )


def _beside(name: str, place: Place, turn: float) -> Name:
    """The name off its node in the direction `turn`, in degrees from the right against the clock."""
    lines = _name_lines(name)
    width, height = lettering.widest(lines, TEXT, bold=True), LEADING * len(lines)
    right, up = round(math.cos(math.radians(turn)), 2), round(math.sin(math.radians(turn)), 2)
    off = NODE + 4
    x = place[0] + off * right + (width / 2 if right > 0 else -width / 2 if right < 0 else 0)
    y = place[1] - off * up + (-height / 2 if up > 0 else height / 2 if up < 0 else 0)
    anchor = "left" if right > 0 else "right" if right < 0 else "center"
    return Name(tuple(lines), anchor, around((x, y), width, height))


def _numbered(course: Course, boxes: Sequence[Box], lines: Sequence[Sequence[Place]]) -> Course:
    """The course with its number where nothing else is: in a gap of its line, or beside it, or without."""
    if not course.arrow.intensity:
        return course
    width, height = lettering.width(str(course.arrow.intensity), SMALL, bold=True), SMALL * 0.75
    parts = sorted((step / 40 for step in range(6, 34)), key=lambda part: abs(part - 0.5))
    for part in parts:
        wanted = around(course.bow.at(part), width, height).wider(CLEAR)
        if is_free(wanted, boxes, lines):
            return Course(course.arrow, course.bow, wanted, _behind(course.bow, wanted))
    own = course.bow.places()
    for part in parts:
        for spot in _off(course.bow, part):
            wanted = around(spot, width, height).wider(1)
            if is_free(wanted.wider(2), boxes, [*lines, own]):
                return Course(course.arrow, course.bow, wanted)
    return course


def _off(curve: Bow, part: float) -> tuple[Place, Place]:
    """The places beside a curve, on either hand."""
    (x, y), (x2, y2) = curve.at(part), curve.at(part + 0.05)
    length = math.dist((x, y), (x2, y2)) or 1.0
    across, along = (y2 - y) / length * BESIDE, (x2 - x) / length * BESIDE
    return (x - across, y + along), (x + across, y - along)


def _behind(curve: Bow, hidden: Box) -> tuple[float, float]:
    """The part of the way that runs behind a box."""
    steps = [step / 200 for step in range(201) if hidden.holds(curve.at(step / 200))]
    return steps[0], steps[-1]
