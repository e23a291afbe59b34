"""The intensity of a tension, 0 to 100: a sum of parts that anyone can recompute.

Each part is a feature with a score from 0 to 1; its weight is the points that a full score gives. The weights add
up to 100.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.records import IntensityPart, Position, Span, Statement
from analysis.scene import origin
from analysis.scoring import Evidence, Feature, parts
from analysis.tensions.pull import Pull

PRIVATE = ("private", "behind closed doors", "phone call", "confidential", "directly with")
MANY_SOURCES = 4
DIRECTION = {"disagreement": 0.8, "demand": 0.8, "accusation": 0.9, "doubt": 0.6, "threat": 1.0, "friction": 0.7}


@dataclass(frozen=True)
class Case:
    """All pulls of one tension, with the records behind them."""

    pulls: tuple[Pull, ...]
    positions: tuple[Position, ...]
    statements: tuple[Statement, ...]
    evidence: tuple[Span, ...]
    past: bool


def opposition(case: Case) -> Evidence:
    """How opposed: a threat or opposed stances count full, a doubt half."""
    if {"support", "oppose"} <= {position.stance for position in case.positions}:
        return Evidence(1.0, "the sides take opposite stances")
    kind = max((pull.type for pull in case.pulls), key=lambda name: DIRECTION[name])
    return Evidence(DIRECTION[kind], f"one acts on the other: {kind}")


def wording(case: Case) -> Evidence:
    """How strongly worded: the strongest word that shows it."""
    strongest = max(case.pulls, key=lambda pull: pull.strength)
    return Evidence(round(min(1.0, strongest.strength), 2), strongest.reason)


def sources(case: Case) -> Evidence:
    """How many independent sources speak of it; all that one outlet's report is the source of counts once."""
    origins = {origin(statement) for statement in case.statements}
    return Evidence(min(1.0, len(origins) / MANY_SOURCES), f"{len(origins)} speaking source{'s' * (len(origins) != 1)}")


def passages(case: Case) -> Evidence:
    """How much of the article shows it."""
    n = len(case.evidence)
    return Evidence(min(1.0, n / MANY_SOURCES), f"{n} passage{'s' * (n != 1)}")


def recency(case: Case) -> Evidence:
    """Whether it goes on or lies in the past."""
    return Evidence(0.3, "told as past") if case.past else Evidence(1.0, "told as current")


def publicity(case: Case) -> Evidence:
    """Whether it is carried on in public."""
    word = next((word for word in PRIVATE for place in case.evidence if word in place.quote.lower()), "")
    return Evidence(0.4, f"in private (“{word}”)") if word else Evidence(1.0, "nothing says that it is private")


def named(case: Case) -> Evidence:
    """How much of it rests on named sources."""
    known = [statement for statement in case.statements if statement.sourcing != "unnamed"]
    if not case.statements:
        return Evidence(0.5, "the outlet's own description")
    share = len(known) / len(case.statements)
    return Evidence(round(share, 2), f"{len(known)} of {len(case.statements)} statements by named sources")


FEATURES: tuple[Feature[Case], ...] = (
    Feature(opposition, 25),
    Feature(wording, 20),
    Feature(sources, 15),
    Feature(passages, 10),
    Feature(recency, 15),
    Feature(publicity, 5),
    Feature(named, 10),
)


def intensity(case: Case) -> tuple[int, tuple[IntensityPart, ...]]:
    """The points of each feature that found something, and their sum, rounded."""
    rows = tuple(
        IntensityPart(feature.name, round(feature.weight * evidence.score, 1), evidence.reason)
        for feature, evidence in parts(FEATURES, case)
    )
    return round(sum(row.points for row in rows)), rows


def case_of(
    pulls: tuple[Pull, ...], positions: Mapping[str, Position], statements: Mapping[str, Statement], past: bool
) -> Case:
    """The case of one tension: `positions` and `statements` are all of the article, by id."""
    ids = dict.fromkeys(one for pull in pulls for one in (*pull.a_records, *pull.b_records))
    held = tuple(positions[one] for one in ids if one in positions)
    said = dict.fromkeys(
        (*(one for one in ids if one in statements), *(one for held_ in held for one in held_.statements))
    )
    evidence = dict.fromkeys(place for pull in pulls for place in (*pull.a_evidence, *pull.b_evidence))
    return Case(pulls, held, tuple(statements[one] for one in said if one in statements), tuple(evidence), past)
