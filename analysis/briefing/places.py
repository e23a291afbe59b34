"""Places of the article with what is told of them, so that those at another place are found without a look at all."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from analysis.records import Span

Told = TypeVar("Told")
# Characters that are looked at together: about a sentence.
BLOCK = 256


class Places(Generic[Told]):
    """Spans with something told of each; all answers keep the order in which they were added."""

    def __init__(self, rows: Iterable[tuple[Span, Told]] = ()) -> None:
        self._rows: list[tuple[Span, Told]] = []
        self._blocks: dict[int, list[int]] = {}
        for place, told in rows:
            self.add(place, told)

    def add(self, place: Span, told: Told) -> None:
        for block in _blocks(place):
            self._blocks.setdefault(block, []).append(len(self._rows))
        self._rows.append((place, told))

    def around(self, place: Span) -> Iterator[Told]:
        """What is told of the spans that hold `place`."""
        for number in self._blocks.get(place.start // BLOCK, ()):
            span, told = self._rows[number]
            if place in span:
                yield told

    def across(self, place: Span) -> Iterator[Told]:
        """What is told of the spans that share characters with `place`."""
        return (told for _, told in self.met(place))

    def met(self, place: Span) -> Iterator[tuple[Span, Told]]:
        """The spans that share characters with `place`, each with what is told of it."""
        for number in sorted({number for block in _blocks(place) for number in self._blocks.get(block, ())}):
            if self._rows[number][0].overlaps(place):
                yield self._rows[number]


def _blocks(place: Span) -> range:
    return range(place.start // BLOCK, max(place.start, place.end - 1) // BLOCK + 1)
