"""Pulls put together to tensions: one for each pair of sides, issue and type."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.codebook import Issue
from analysis.points import POINTS, Points
from analysis.records import Actor, Article, Mention, Position, Span, Statement, Tension
from analysis.scene import known_and_placed
from analysis.tensions.detect import find_pulls
from analysis.tensions.index import Case, case_of, intensity, interval
from analysis.tensions.pull import Pull
from analysis.tensions.view import View

EVIDENCE_SHOWN = 4
SEVERAL_BONUS = 0.1


def find_tensions(
    article: Article,
    sentences: tuple[Span, ...],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    positions: tuple[Position, ...],
    issues: tuple[Issue, ...],
    points: Points = POINTS,
) -> tuple[Tension, ...]:
    """The tensions of the article, in the order of their first evidence; `points` are what intensity's parts give."""
    view = View(article, sentences, *known_and_placed(actors, mentions), statements, positions, issues)
    found = [_tension(view, key, pulls, points) for key, pulls in _groups(view, find_pulls(view)).items()]
    return tuple(sorted(found, key=lambda tension: (tension.evidence[0], tension.id)))


Key = tuple[str, str, str, str]  # a, b, issue, type


def _groups(view: View, pulls: Iterable[Pull]) -> dict[Key, list[Pull]]:
    """Pulls by sides, issue and type; the direction is that of the first pull between the two."""
    groups: dict[Key, list[Pull]] = defaultdict(list)
    for pull in pulls:
        a, b = view.sides(pull.a, pull.b, pull.issue)
        back: Key = (b, a, pull.issue, pull.type)
        groups[back if back in groups else (a, b, pull.issue, pull.type)].append(pull)
    return groups


def _tension(view: View, key: Key, pulls: Sequence[Pull], points: Points) -> Tension:
    a, b, issue, _ = key
    lead = max(pulls, key=lambda pull: (pull.confidence, pull.strength))
    past = all(pull.past for pull in pulls)
    shown = _Sides.of(view, key, pulls)
    case = _case(view, pulls, past)
    total, parts = intensity(case, points)
    low, high = interval(case, points)
    return Tension(
        a=a,
        b=b,
        issue=issue,
        about=lead.about,
        type=lead.type,
        status="past" if past else "current",
        intensity=total,
        low=low,
        high=high,
        parts=parts,
        a_evidence=shown.a_evidence,
        b_evidence=shown.b_evidence,
        a_records=shown.a_records,
        b_records=shown.b_records,
        confidence=round(min(1.0, lead.confidence + SEVERAL_BONUS * (len(pulls) > 1)), 2),
        reason=lead.reason,
        evidence=tuple(sorted({*shown.a_evidence, *shown.b_evidence})),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """What shows each side, over all pulls, those turned round that run from b to a."""

    a_evidence: tuple[Span, ...]
    b_evidence: tuple[Span, ...]
    a_records: tuple[str, ...]
    b_records: tuple[str, ...]

    @classmethod
    def of(cls, view: View, key: Key, pulls: Iterable[Pull]) -> "_Sides":
        evidence: tuple[list[Span], list[Span]] = ([], [])
        records: tuple[list[str], list[str]] = ([], [])
        for pull in pulls:
            turned = view.sides(pull.a, pull.b, pull.issue)[0] != key[0]
            evidence[turned].extend(pull.a_evidence)
            evidence[not turned].extend(pull.b_evidence)
            records[turned].extend(pull.a_records)
            records[not turned].extend(pull.b_records)
        for side in (0, 1):
            for position in [] if evidence[side] else _answers(view, key, side):
                evidence[side].extend(position.evidence)
                records[side].append(position.id)
        places = [_distinct(side)[:EVIDENCE_SHOWN] for side in evidence]
        ids = [tuple(dict.fromkeys(side)) for side in records]
        return cls(tuple(sorted(places[0])), tuple(sorted(places[1])), ids[0], ids[1])


def _answers(view: View, key: Key, side: int) -> list[Position]:
    """What the side that no pull quotes holds on the issue: the other side of a demand or a doubt.

    Friction is left as the text names it: the positions of today are no evidence of a quarrel of the past.
    """
    issue = next((one for one in view.issues if one.id == key[2] and one.sides), None)
    if issue is None or key[3] == "friction":
        return []
    number = view.side_on(issue, key[side])
    return [one for one in view.positions if one.issue == issue.id and view.side_on(issue, one.actor) == number]


def _distinct(places: Iterable[Span]) -> list[Span]:
    """The places that lie in no earlier one and hold none."""
    kept: list[Span] = []
    for place in places:
        if not any(place.overlaps(other) for other in kept):
            kept.append(place)
    return kept


def _case(view: View, pulls: Sequence[Pull], past: bool) -> Case:
    positions = {position.id: position for position in view.positions}
    statements = {statement.id: statement for statement in view.statements}
    return case_of(tuple(pulls), positions, statements, past)
