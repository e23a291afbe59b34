"""The intensity of a tension, 0 to 100: a sum of parts that anyone can recompute.

Each part is a feature with a score from 0 to 1; its weight is the points that a full score gives. The weights add
up to 100; an analyst moves them by the parameter `intensity`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.overlaps import Overlaps
from analysis.points import POINTS, Points, summed
from analysis.records import IntensityPart, Position, Span, Statement
from analysis.scene import origin
from analysis.scoring import Evidence, Feature
from analysis.tensions.pull import Pull

PRIVATE = re.compile(r"private|behind closed doors|phone call|confidential|directly with", re.IGNORECASE)
MANY_SOURCES = 5
MANY_PASSAGES = 8
OPPOSITE = {"support": "oppose", "oppose": "support"}
DIRECTION = {"disagreement": 0.8, "demand": 0.8, "accusation": 0.9, "doubt": 0.6, "threat": 1.0, "friction": 0.7}


@dataclass(frozen=True, slots=True)
class Tally:
    """What the scores of a case are made from."""

    opposed: bool
    direction: float
    strength: float
    origins: int
    passages: int
    past: bool
    private: bool
    statements: int
    known: int

    def scores(self) -> dict[str, float]:
        """The score of each part, from 0 to 1."""
        return {
            "opposition": 1.0 if self.opposed else self.direction,
            "wording": round(min(1.0, self.strength), 2),
            "sources": min(1.0, self.origins / MANY_SOURCES),
            "passages": min(1.0, self.passages / MANY_PASSAGES),
            "recency": 0.3 if self.past else 1.0,
            "publicity": 0.4 if self.private else 1.0,
            "named": round(self.known / self.statements, 2) if self.statements else 0.5,
        }


@dataclass(frozen=True)
class Case:
    """All pulls of one tension, with the records behind them. No two passages of `evidence` share words."""

    pulls: tuple[Pull, ...]
    positions: tuple[Position, ...]
    statements: tuple[Statement, ...]
    evidence: tuple[Span, ...]
    past: bool

    @cached_property
    def scores(self) -> dict[str, float]:
        return Tally(
            opposed=_opposed(self.positions) is not None,
            direction=max(DIRECTION[pull.type] for pull in self.pulls),
            strength=max(pull.strength for pull in self.pulls),
            origins=len({origin(statement) for statement in self.statements}),
            passages=len(self.evidence),
            past=self.past,
            private=any(is_private(place) for place in self.evidence),
            statements=len(self.statements),
            known=sum(map(is_known, self.statements)),
        ).scores()


def is_private(place: Span) -> bool:
    """Whether words say that something is not carried on in public."""
    return PRIVATE.search(place.quote) is not None


def is_known(statement: Statement) -> bool:
    """Whether a statement counts as a named source's."""
    return statement.sourcing != "unnamed"


def opposition(case: Case) -> Evidence:
    """How opposed: a threat or opposed stances count full, a doubt half."""
    score, opposed = case.scores["opposition"], _opposed(case.positions)
    if opposed:
        return Evidence(score, "the sides take opposite stances", tuple(one.evidence[0] for one in opposed))
    widest = max(case.pulls, key=lambda pull: DIRECTION[pull.type])
    return Evidence(score, f"one acts on the other: {widest.type}", places_of(widest)[:1])


def _opposed(positions: Sequence[Position]) -> tuple[Position, Position] | None:
    """The first two, of different actors, that are for and against one issue."""
    later: dict[tuple[str, str], dict[str, Position]] = {}  # by issue and stance: of each actor the first to come
    found = None
    for one in reversed(positions):
        if not one.issue or one.stance not in OPPOSITE:
            continue
        others = later.get((one.issue, OPPOSITE[one.stance]), {})
        nearest = next((other for actor, other in reversed(others.items()) if actor != one.actor), None)
        found = (one, nearest) if nearest else found
        own = later.setdefault((one.issue, one.stance), {})
        own.pop(one.actor, None)
        own[one.actor] = one
    return found


def wording(case: Case) -> Evidence:
    """How strongly worded: the strongest word that shows it."""
    strongest = max(case.pulls, key=lambda pull: pull.strength)
    return Evidence(case.scores["wording"], strongest.reason, places_of(strongest)[:1])


def sources(case: Case) -> Evidence:
    """How many independent sources speak of it; all that one outlet's report is the source of counts once."""
    first = {origin(statement): statement.evidence[0] for statement in reversed(case.statements)}
    return Evidence(case.scores["sources"], _counted(len(first), "speaking source"), tuple(sorted(first.values())))


def passages(case: Case) -> Evidence:
    """How much of the article shows it."""
    return Evidence(case.scores["passages"], _counted(len(case.evidence), "passage"), case.evidence)


def recency(case: Case) -> Evidence:
    """Whether it goes on or lies in the past."""
    score = case.scores["recency"]
    if case.past:
        return Evidence(score, "told as past", case.evidence[:1])
    current = next((place for pull in case.pulls if not pull.past for place in places_of(pull)), case.evidence[0])
    return Evidence(score, "told as current", (current,))


def publicity(case: Case) -> Evidence:
    """Whether it is carried on in public."""
    score = case.scores["publicity"]
    for place in case.evidence:
        if word := PRIVATE.search(place.quote):
            shown = Span(place.start + word.start(), place.start + word.end(), word[0])
            return Evidence(score, f"in private (“{word[0]}”)", (shown,))
    return Evidence(score, "nothing says that it is private")


def named(case: Case) -> Evidence:
    """How much of it rests on named sources."""
    score, known = case.scores["named"], [statement for statement in case.statements if is_known(statement)]
    if not case.statements:
        return Evidence(score, "the outlet's own description", case.evidence[:1])
    places = tuple(dict.fromkeys(one.source_span for one in known if one.source_span))
    return Evidence(score, f"{len(known)} of {_counted(len(case.statements), 'statement')} by named sources", places)


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


def places_of(pull: Pull) -> tuple[Span, ...]:
    """All words that show a pull."""
    return (*pull.a_evidence, *pull.b_evidence)


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
    return Case(pulls, held, spoken, apart(place for pull in pulls for place in places_of(pull)), past)


def apart(places: Iterable[Span]) -> tuple[Span, ...]:
    """The places that share no words with an earlier one that is kept."""
    kept: Overlaps[Span] = Overlaps()
    for place in places:
        if not kept.taken(place.start, place.end):
            kept.add(place.start, place.end, place)
    return tuple(kept)
