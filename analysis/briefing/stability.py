"""How far a tension would stand had the article, or its reading, been a little different.

Computed from the records alone. A trial changes one thing: a passage is left out; unnamed sources are; the records
have to be surer; a part of the intensity counts for nothing or twice. The tension holds where every side that had
words still has some and its rank among all tensions moves by one at most.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from analysis.briefing import prose
from analysis.briefing.index import Index
from analysis.briefing.sensitivity import LEFT_OUT, ranks, trials
from analysis.records import Span, Tension

CONFIDENCES = (0.5, 0.7)
# How far the rank may move, and how many failures are told by name.
NEAR, NAMED = 1, 3


@dataclass(frozen=True)
class Stability:
    """In how many of how many trials a tension holds, and in words each in which it does not."""

    held: int
    tried: int
    fails: tuple[str, ...]

    def __str__(self) -> str:
        if not self.fails:
            return f"Holds in all {prose.count(self.tried, 'trial')}."
        ways = Counter(self.fails)
        told = list(ways)[:NAMED]
        more = len(self.fails) - sum(ways[way] for way in told)
        told += [f"in {prose.count(more, 'other')}"] if more else []
        held = f"{prose.number(self.held) if self.held else 'none'} of {prose.count(self.tried, 'trial')}"
        return f"Holds in {held}; not {prose.listed(told, 'or')}."


def stabilities(index: Index) -> dict[str, Stability]:
    """The stability of each tension by its id."""
    weights = list(_weights(index.annotations.tensions))
    found = {}
    for tension in index.annotations.tensions:
        results = [*_passages(tension), *_sources(tension, index), *_confidences(tension, index)]
        results += [(name, abs(moves[tension.id]) <= NEAR) for name, moves in weights if tension.id in moves]
        fails = tuple(name for name, holds in results if not holds)
        found[tension.id] = Stability(sum(holds for _, holds in results), len(results), fails)
    return found


def _weights(tensions: Sequence[Tension]) -> Iterator[tuple[str, dict[str, int]]]:
    """Each part of the intensity left out and doubled, with the ranks by which each tension moves."""
    before = ranks({tension.id: tension.intensity for tension in tensions if tension.parts})
    for trial in trials(tensions):
        name = f"where the part “{trial.part}” counts {'for nothing' if trial.factor == LEFT_OUT else 'twice'}"
        yield name, {key: trial.ranks[key] - rank for key, rank in before.items()}


def _passages(tension: Tension) -> Iterator[tuple[str, bool]]:
    for place in tension.evidence:
        yield "without the only passage of a side", _stands(tension, partial(_apart, place))


def _sources(tension: Tension, index: Index) -> Iterator[tuple[str, bool]]:
    yield "without unnamed sources", _stands(tension, lambda place: not _nameless(place, index))


def _confidences(tension: Tension, index: Index) -> Iterator[tuple[str, bool]]:
    sides = (tension.a_records, tension.b_records)
    surest = [max(_confidence(one, index) for one in side) for side in sides if side]
    sure = min([tension.confidence, *surest])
    fails = next((least for least in CONFIDENCES if sure < least), 1)
    for minimum in CONFIDENCES:
        yield f"from a minimum confidence of {fails:g} on", sure >= minimum


def _apart(place: Span, other: Span) -> bool:
    return not place.overlaps(other)


def _confidence(record: str, index: Index) -> float:
    found = index.position(record) or index.statement(record)
    return found.confidence if found else 0.0


def _stands(tension: Tension, keeps: Callable[[Span], bool]) -> bool:
    """Whether every side that is shown is still shown by a passage that is kept."""
    return all(not side or any(map(keeps, side)) for side in (tension.a_evidence, tension.b_evidence))


def _nameless(place: Span, index: Index) -> bool:
    """Whether only unnamed sources tell what stands there; the article itself has a name."""
    told = list(index.contents.across(place))
    return bool(told) and all(one.anonymous for one in told)
