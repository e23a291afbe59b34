"""Which candidates of one holder say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from analysis.positions.clauses import Place
from analysis.positions.telling import Telling

SAME = 0.4  # the best F1 on gold/train by cross-validation
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Content words, each with its part of speech.
Words = Mapping[str, str]
Row = TypeVar("Row")


def content_words(scene: Telling, place: Place) -> Words:
    """The content words of what stands at a place."""
    return {token.lower_: token.pos_ for token in scene.doc[place.start : place.end] if token.pos_ in CONTENT}


def likeness(mine: Words, theirs: Words) -> float:
    """The share of words that the one of fewer has in common with the other; names alone are not enough."""
    shared = mine.keys() & theirs.keys()
    if all(mine[word] == "PROPN" for word in shared):
        return 0.0
    return len(shared) / min(len(mine), len(theirs))


def clusters(rows: Sequence[Row], key: Callable[[Row], Hashable], words: Callable[[Row], Words]) -> list[list[Row]]:
    """The rows in groups, each of one key and alike to the first of its group; the earliest group takes a row.

    Only groups whose first shares a word that is no name are compared: without one, likeness is nought.
    """
    found: list[list[Row]] = []
    firsts: list[Words] = []
    naming: dict[tuple[Hashable, str], list[int]] = defaultdict(list)  # groups by key and a word of their first
    for row in rows:
        own = words(row)
        near = sorted({place for word in own for place in naming.get((key(row), word), ())})
        place = next((place for place in near if likeness(firsts[place], own) >= SAME), None)
        if place is not None:
            found[place].append(row)
            continue
        for word, part in own.items():
            if part != "PROPN":
                naming[key(row), word].append(len(found))
        found.append([row])
        firsts.append(own)
    return found
