"""The intensity of a tension, 0 to 100: a sum of parts that anyone can recompute.

Each part is a feature with a score from 0 to 1; its weight is the points that a full score gives. The weights add
up to 100; an analyst moves them by the parameter `intensity`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from analysis.points import POINTS, Points, summed
from analysis.records import IntensityPart, Position, Span, Statement
from analysis.scene import origin
from analysis.scoring import Evidence, Feature
from analysis.tensions.pull import Pull

PRIVATE = re.compile(r"private|behind closed doors|phone call|confidential|directly with", re.IGNORECASE)
MANY_SOURCES = 5
MANY_PASSAGES = 8
DIRECTION = {"disagreement": 0.8, "demand": 0.8, "accusation": 0.9, "doubt": 0.6, "threat": 1.0, "friction": 0.7}


@dataclass(frozen=True)
class Case:
    """All pulls of one tension, with the records behind them. No two passages of `evidence` share words."""

    pulls: tuple[Pull, ...]
    positions: tuple[Position, ...]
    statements: tuple[Statement, ...]
    evidence: tuple[Span, ...]
    past: bool


def opposition(case: Case) -> Evidence:
    """How opposed: a threat or opposed stances count full, a doubt half."""
    for one, other in combinations(case.positions, 2):
        if one.issue and one.issue == other.issue and one.actor != other.actor and _opposite(one, other):
            return Evidence(1.0, "the sides take opposite stances", (one.evidence[0], other.evidence[0]))
    widest = max(case.pulls, key=lambda pull: DIRECTION[pull.type])
    return Evidence(DIRECTION[widest.type], f"one acts on the other: {widest.type}", _places(widest)[:1])


def _opposite(one: Position, other: Position) -> bool:
    return {one.stance, other.stance} == {"support", "oppose"}


def wording(case: Case) -> Evidence:
    """How strongly worded: the strongest word that shows it."""
    strongest = max(case.pulls, key=lambda pull: pull.strength)
    return Evidence(round(min(1.0, strongest.strength), 2), strongest.reason, _places(strongest)[:1])


def sources(case: Case) -> Evidence:
    """How many independent sources speak of it; all that one outlet's report is the source of counts once."""
    first = {origin(statement): statement.evidence[0] for statement in reversed(case.statements)}
    n = len(first)
    places = tuple(sorted(first.values()))
    return Evidence(min(1.0, n / MANY_SOURCES), _counted(n, "speaking source"), places)


def passages(case: Case) -> Evidence:
    """How much of the article shows it."""
    n = len(case.evidence)
    return Evidence(min(1.0, n / MANY_PASSAGES), _counted(n, "passage"), case.evidence)


def recency(case: Case) -> Evidence:
    """Whether it goes on or lies in the past."""
    if case.past:
        return Evidence(0.3, "told as past", case.evidence[:1])
    current = next((place for pull in case.pulls if not pull.past for place in _places(pull)), case.evidence[0])
    return Evidence(1.0, "told as current", (current,))


def publicity(case: Case) -> Evidence:
    """Whether it is carried on in public."""
    for place in case.evidence:
        if word := PRIVATE.search(place.quote):
            shown = Span(place.start + word.start(), place.start + word.end(), word[0])
            return Evidence(0.4, f"in private (“{word[0]}”)", (shown,))
    return Evidence(1.0, "nothing says that it is private")


def named(case: Case) -> Evidence:
    """How much of it rests on named sources."""
    known = [statement for statement in case.statements if statement.sourcing != "unnamed"]
    if not case.statements:
        return Evidence(0.5, "the outlet's own description", case.evidence[:1])
    share = round(len(known) / len(case.statements), 2)
    places = tuple(dict.fromkeys(one.source_span for one in known if one.source_span))
    return Evidence(share, f"{len(known)} of {_counted(len(case.statements), 'statement')} by named sources", places)


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"


# The default weights are `analysis.points.POINTS`, where the parameter that moves them is read.
FEATURES: tuple[Feature[Case], ...] = tuple(
    Feature(part, POINTS[part.__name__]) for part in (opposition, wording, sources, passages, recency, publicity, named)
)


def intensity(case: Case, points: Points = POINTS) -> tuple[int, tuple[IntensityPart, ...]]:
    """The points of each part, and their sum, rounded. A case without passages has neither."""
    rows = tuple(_part(feature, case, points[feature.name]) for feature in FEATURES) if case.evidence else ()
    return summed(row.points for row in rows), rows


def _part(feature: Feature[Case], case: Case, most: float) -> IntensityPart:
    found = feature.func(case)
    return IntensityPart(
        name=feature.name,
        points=round(most * found.score, 1),
        reason=found.reason,
        score=found.score,
        most=most,
        evidence=found.spans,
    )


def interval(case: Case, points: Points = POINTS) -> tuple[int, int]:
    """The least and the most that the intensity comes to when all is counted or any one passage is left out."""
    cases = (case, *(without(case, place) for place in case.evidence))
    totals = [intensity(one, points)[0] for one in cases]
    return min(totals), max(totals)


def without(case: Case, passage: Span) -> Case:
    """The case had the article not had `passage`: what rests on it alone is gone, too."""
    left = tuple(place for place in case.evidence if place != passage)
    pulls = tuple(pull for pull in (_shorter(pull, passage) for pull in case.pulls) if _places(pull))
    return replace(
        case,
        pulls=pulls,
        positions=tuple(one for one in case.positions if not _rests_on(one.evidence, passage, left)),
        statements=tuple(one for one in case.statements if not _rests_on(one.evidence, passage, left)),
        evidence=left,
        past=case.past or all(pull.past for pull in pulls),
    )


def _places(pull: Pull) -> tuple[Span, ...]:
    return (*pull.a_evidence, *pull.b_evidence)


def _shorter(pull: Pull, passage: Span) -> Pull:
    sides = (pull.a_evidence, pull.b_evidence)
    a, b = (tuple(place for place in side if not place.overlaps(passage)) for side in sides)
    return replace(pull, a_evidence=a, b_evidence=b)


def _rests_on(places: Iterable[Span], passage: Span, left: Iterable[Span]) -> bool:
    """Whether `places` have words in common with the passage and with none that is left."""
    places = tuple(places)
    return _meet(places, (passage,)) and not _meet(places, left)


def _meet(places: Iterable[Span], others: Iterable[Span]) -> bool:
    others = tuple(others)
    return any(place.overlaps(other) for place in places for other in others)


def case_of(
    pulls: tuple[Pull, ...], positions: Mapping[str, Position], statements: Mapping[str, Statement], past: bool
) -> Case:
    """The case of one tension: `positions` and `statements` are all of the article, by id."""
    ids = dict.fromkeys(one for pull in pulls for one in (*pull.a_records, *pull.b_records))
    held = tuple(positions[one] for one in ids if one in positions)
    said = dict.fromkeys(
        (*(one for one in ids if one in statements), *(one for held_ in held for one in held_.statements))
    )
    spoken = tuple(statements[one] for one in said if one in statements)
    return Case(pulls, held, spoken, _apart(place for pull in pulls for place in _places(pull)), past)


def _apart(places: Iterable[Span]) -> tuple[Span, ...]:
    """The places that share no words with an earlier one."""
    kept: list[Span] = []
    for place in places:
        if not _meet((place,), kept):
            kept.append(place)
    return tuple(kept)
