"""How much a page tells of a very long article, and where the rest stands: in the tables of `data/`, which hold all.

No article of up to some ten thousand words reaches these. Without them a page of a megabyte of text would be one that
nobody opens, and its PDF one of thousands of pages.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from analysis.briefing import prose

Item = TypeVar("Item")
# Characters from which an article is very long, and places that one claim on it then leads to.
LONG, PLACES = 100_000, 12
# Names in one sentence.
NAMES = 40
# Rows and sentences of one kind.
POSITIONS, TENSIONS, ACTORS, OTHERS, SOURCES = 300, 150, 150, 150, 80
TIMES, AHEAD, TOLD = 120, 80, 60


def foremost(items: Sequence[Item], most: int, rank: Callable[[Item], Any]) -> tuple[Item, ...]:
    """The `most` items of the least rank, in the order given."""
    if len(items) <= most:
        return tuple(items)
    kept = sorted(sorted(range(len(items)), key=lambda place: rank(items[place]))[:most])
    return tuple(items[place] for place in kept)


def left(many: int, noun: str, file: str, which: str = "") -> str:
    """Where the rest is: `412 weaker positions stand in data/positions.csv alone.`; empty without any."""
    what = prose.count(many, f"{which} {noun}".strip())
    return f"{prose.capital(what)} {'stands' if many == 1 else 'stand'} in {file} alone." if many > 0 else ""


def some(names: Sequence[str], most: int = NAMES) -> str:
    """The names as a list, the last of very many only counted."""
    more = [prose.count(len(names) - most, "other")] if len(names) > most else []
    return prose.listed([*names[:most], *more])
