"""Which candidates of one holder say the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from analysis.positions.clauses import Place
from analysis.positions.telling import Telling

# How alike what stands at two places is, from 0 to 1.
Likeness = Callable[[Place, Place], float]
SAME = 0.4  # the best F1 on gold/train by cross-validation
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
Row = TypeVar("Row")


def shared_words(scene: Telling) -> Likeness:
    """The share of content words that the one of fewer has in common with the other; names alone are not enough."""

    def likeness(one: Place, other: Place) -> float:
        mine, theirs = _content(scene, one), _content(scene, other)
        shared = mine.keys() & theirs.keys()
        if all(mine[word] == "PROPN" for word in shared):
            return 0.0
        return len(shared) / min(len(mine), len(theirs))

    return likeness


def clusters(rows: Sequence[Row], same: Callable[[Row, Row], bool]) -> list[list[Row]]:
    """The rows in groups, each the same as the first of its group."""
    found: list[list[Row]] = []
    for row in rows:
        group = next((group for group in found if same(group[0], row)), None)
        if group is None:
            found.append([row])
        else:
            group.append(row)
    return found


def _content(scene: Telling, place: Place) -> dict[str, str]:
    """The content words, each with its part of speech."""
    return {token.lower_: token.pos_ for token in scene.doc[place.start : place.end] if token.pos_ in CONTENT}
