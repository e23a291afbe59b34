"""Boxes, curves and the free room between them, in points from the top left corner."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[float, float]
STEPS, COARSE = 40, 10


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def wider(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, place: Place) -> bool:
        return self.left < place[0] < self.right and self.top < place[1] < self.bottom

    def inside(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def around(place: Place, width: float, height: float) -> Box:
    """The box of that size with `place` in its middle."""
    x, y = place
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@dataclass(frozen=True)
class Bow:
    """A quadratic curve from `start` to `end`, drawn towards `control`."""

    start: Place
    control: Place
    end: Place

    def at(self, part: float) -> Place:
        a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )

    def between(self, first: float, last: float) -> "Bow":
        """The same curve from one part of the way to another."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        # The control point of a stretch is the curve's blossom at its ends.
        weights = ((1 - first) * (1 - last), first + last - 2 * first * last, first * last)
        control = tuple(sum(w * v for w, v in zip(weights, vs, strict=True)) for vs in ((ax, bx, cx), (ay, by, cy)))
        return Bow(self.at(first), (control[0], control[1]), self.at(last))

    def places(self) -> list[Place]:
        return [self.at(step / STEPS) for step in range(STEPS + 1)]

    def crosses(self, other: "Bow") -> bool:
        """Whether the two cross away from their ends."""
        mine, theirs = ([one.at(step / COARSE) for step in range(1, COARSE)] for one in (self, other))
        return any(_meet(a, b, c, d) for a, b in pairwise(mine) for c, d in pairwise(theirs))

    def first_outside(self, centre: Place, radius: float) -> float:
        """The part of the way at which the curve leaves the circle around its start."""
        return next((s / 400 for s in range(400) if math.dist(self.at(s / 400), centre) >= radius), 0.5)

    def last_outside(self, centre: Place, radius: float) -> float:
        """The part of the way at which the curve meets the circle around its end."""
        return next((s / 400 for s in range(400, 0, -1) if math.dist(self.at(s / 400), centre) >= radius), 0.5)


def _meet(a: Place, b: Place, c: Place, d: Place) -> bool:
    """Whether the stretches from `a` to `b` and from `c` to `d` cross."""

    def side(p: Place, q: Place, r: Place) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def bow(start: Place, end: Place, off: float) -> Bow:
    """A curve whose middle lies `off` points to the left of the straight way."""
    (x1, y1), (x2, y2) = start, end
    length = math.dist(start, end) or 1.0
    control = ((x1 + x2) / 2 + 2 * off * (y2 - y1) / length, (y1 + y2) / 2 - 2 * off * (x2 - x1) / length)
    return Bow(start, control, end)


def is_free(wanted: Box, boxes: Iterable[Box], lines: Iterable[Sequence[Place]]) -> bool:
    """Whether `wanted` touches none of `boxes` and no place of `lines`."""
    return not any(wanted.overlaps(one) for one in boxes) and not any(
        wanted.holds(place) for places in lines for place in places
    )
