"""Things by the places that they take, to be found by a place that shares some of it.

To compare each with each takes square time; here a place asks only those that lie near it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
# Places are kept by the stretches of so many characters, or tokens, that they touch: about as many as most places have.
STRETCH = 64


class Overlaps(Generic[Thing]):
    """Things at places `[start, end)`, none of them empty; `add` takes them in, `at` finds them."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, int, Thing]] = []
        self._touching: dict[int, list[int]] = defaultdict(list)

    def add(self, start: int, end: int, thing: Thing) -> None:
        """Keep that the thing takes `[start, end)`."""
        for stretch in range(start // STRETCH, (end - 1) // STRETCH + 1):
            self._touching[stretch].append(len(self._kept))
        self._kept.append((start, end, thing))

    def __iter__(self) -> Iterator[Thing]:
        return (thing for _, _, thing in self._kept)

    def taken(self, start: int, end: int) -> bool:
        """Whether a part of some thing lies in `[start, end)`."""
        return any(True for _ in self.at(start, end))

    def at(self, start: int, end: int) -> Iterator[Thing]:
        """The things of which a part lies in `[start, end)`, in the order in which they were added."""
        stretches = range(start // STRETCH, (end - 1) // STRETCH + 1)
        near = sorted({number for stretch in stretches for number in self._touching.get(stretch, ())})
        for number in near:
            begin, stop, thing = self._kept[number]
            if begin < end and start < stop:
                yield thing
