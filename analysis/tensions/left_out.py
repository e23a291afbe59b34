"""What the intensity of a tension comes to where the article had not had one of its passages.

To make each such case anew takes square time and worse. Here what rests on each passage alone is found once; what the
scores are made from is counted once, and less this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from analysis.overlaps import Overlaps
from analysis.points import POINTS, Points, summed
from analysis.records import Position, Span, Statement
from analysis.scene import origin
from analysis.tensions.index import DIRECTION, OPPOSITE, Case, Tally, intensity, is_known, is_private, places_of


def interval(case: Case, points: Points = POINTS) -> tuple[int, int]:
    """The least and the most that the intensity comes to when all is counted or any one passage is left out."""
    totals = [intensity(case, points)[0], *(_total(tally, points) for tally in tallies(case))]
    return min(totals), max(totals)


def _total(tally: Tally, points: Points) -> int:
    scores = tally.scores() if tally.passages else {}
    return summed(round(points[name] * score, 1) for name, score in scores.items())


@dataclass(slots=True)
class _Lost:
    """What goes with a passage; of pulls, their places in the case."""

    pulls: list[int] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def tallies(case: Case) -> Iterator[Tally]:
    """The tally of a case without each of its passages, in their order."""
    lost, counted = _lost(case), _Counted(case)
    for number, place in enumerate(case.evidence):
        yield counted.without(place, lost[number])


def _lost(case: Case) -> dict[int, _Lost]:
    """By the number of a passage what rests on it alone: pulls that keep no place, records that meet no other."""
    passages: Overlaps[int] = Overlaps()
    for number, place in enumerate(case.evidence):
        passages.add(place.start, place.end, number)

    def met(place: Span) -> set[int]:
        return set(passages.at(place.start, place.end))

    lost: dict[int, _Lost] = defaultdict(_Lost)
    for pull_number, pull in enumerate(case.pulls):
        for number in set.intersection(*map(met, places_of(pull))):
            lost[number].pulls.append(pull_number)
    for position in case.positions:
        for number in _only(met, position.evidence):
            lost[number].positions.append(position)
    for statement in case.statements:
        for number in _only(met, statement.evidence):
            lost[number].statements.append(statement)
    return lost


def _only(met: Callable[[Span], set[int]], places: Iterable[Span]) -> set[int]:
    """The one passage that the places meet; none where they meet several."""
    numbers = {number for place in places for number in met(place)}
    return numbers if len(numbers) == 1 else set()


class _Counted:
    """What a whole case holds, in a form that a little is soon taken from."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._directions = _falling(DIRECTION[pull.type] for pull in case.pulls)
        self._strengths = _falling(pull.strength for pull in case.pulls)
        self._current = sum(not pull.past for pull in case.pulls)
        self._origins = Counter(map(origin, case.statements))
        self._known = sum(map(is_known, case.statements))
        self._private = sum(map(is_private, case.evidence))
        self._stances = _Stances(case.positions)

    def without(self, place: Span, lost: _Lost) -> Tally:
        """The tally of what is left without a passage."""
        case, pulls = self._case, set(lost.pulls)
        current = self._current - sum(not case.pulls[one].past for one in pulls)
        gone = Counter(map(origin, lost.statements))
        return Tally(
            opposed=self._stances.opposed(lost.positions),
            direction=_greatest(self._directions, pulls),
            strength=_greatest(self._strengths, pulls),
            origins=len(self._origins) - sum(self._origins[one] == times for one, times in gone.items()),
            passages=len(case.evidence) - 1,
            past=case.past or not current,
            private=self._private > is_private(place),
            statements=len(case.statements) - len(lost.statements),
            known=self._known - sum(map(is_known, lost.statements)),
        )


def _falling(numbers: Iterable[float]) -> list[tuple[float, int]]:
    """Numbers with their places, the greatest first."""
    return sorted(((number, place) for place, number in enumerate(numbers)), reverse=True)


def _greatest(falling: Sequence[tuple[float, int]], but: set[int]) -> float:
    """The greatest number but for those at some places; nought where none is left."""
    return next((number for number, place in falling if place not in but), 0.0)


class _Stances:
    """How many positions each actor has for and against each issue."""

    def __init__(self, positions: Iterable[Position]) -> None:
        self._held: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)  # by issue and stance
        self._add(positions, 1)
        self._opposed = {issue for issue, _ in [*self._held] if self._is_opposed(issue)}

    def opposed(self, but: Sequence[Position]) -> bool:
        """Whether two actors take opposite stances on an issue, some positions left out."""
        touched = {one.issue for one in but}
        self._add(but, -1)
        found = bool(self._opposed - touched) or any(map(self._is_opposed, touched))
        self._add(but, 1)
        return found

    def _add(self, positions: Iterable[Position], number: int) -> None:
        for one in positions:
            if one.issue and one.stance in OPPOSITE:
                actors = self._held[one.issue, one.stance]
                actors[one.actor] += number
                if not actors[one.actor]:
                    del actors[one.actor]

    def _is_opposed(self, issue: str) -> bool:
        support, oppose = (self._held[issue, stance].keys() for stance in OPPOSITE)
        return bool(support and oppose) and not (len(support) == 1 and support == oppose)
