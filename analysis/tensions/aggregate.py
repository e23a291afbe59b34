"""Pulls put together to tensions: one for each pair of sides, and for each issue that has sides of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from analysis.codebook import Issue
from analysis.points import POINTS, Points
from analysis.records import Actor, Alternative, Article, Mention, Position, Span, Statement, Tension, TensionType
from analysis.scene import known_and_placed
from analysis.tensions.detect import find_pulls
from analysis.tensions.index import apart, case_of, intensity
from analysis.tensions.kinds import TYPES
from analysis.tensions.left_out import interval
from analysis.tensions.pull import Pull
from analysis.tensions.tones import Ask
from analysis.tensions.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

# From this chance of all its pulls together on, two sides have a tension: the best F1 on gold/train, to 0.05.
THRESHOLD = 0.2
EVIDENCE_EACH = 6
# Pulls that make a tension, say who speaks and are weighed; fainter ones are shown as further passages, but not where a
# codebook knows the words and the sides.
FIRM_CHANCE = 0.1
ALTERNATIVE_CHANCE = 0.25


def find_tensions(
    doc: Doc,
    article: Article,
    sentences: tuple[Span, ...],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    positions: tuple[Position, ...],
    issues: tuple[Issue, ...],
    ask: Ask,
    points: Points = POINTS,
) -> tuple[Tension, ...]:
    """The tensions of the article, in the order of their first evidence. `ask` tells the tone between two actors,
    `points` are what intensity's parts give.
    """
    view = View(article, sentences, *known_and_placed(actors, mentions), statements, positions, issues)
    groups = _groups(view, find_pulls(view, doc, ask))
    found = [_tension(view, key, pulls, points) for key, pulls in groups if _is_tension(pulls)]
    return tuple(sorted(found, key=lambda tension: (tension.evidence[0], tension.id)))


@dataclass(frozen=True, slots=True)
class Key:
    """Two sides, the one first that acts first, and the issue and time that set a tension of theirs apart."""

    a: str
    b: str
    issue: str
    past: bool


def _groups(view: View, pulls: Iterable[Pull]) -> list[tuple[Key, list[Pull]]]:
    """Pulls by their sides; on an issue with sides past and present are two tensions."""
    sided = {issue.id for issue in view.issues if issue.sides}
    groups: dict[tuple[frozenset[str], str, bool], list[Pull]] = defaultdict(list)
    for pull in pulls:
        apart = pull.issue in sided
        if apart and pull.chance < FIRM_CHANCE:
            continue
        sides = frozenset(view.sides(pull.a, pull.b, pull.issue))
        groups[sides, pull.issue if apart else "", pull.past and apart].append(pull)
    return [
        (_key(view, issue, together), together)
        for (_, issue, _), found in groups.items()
        for together in _by_type(found)
    ]


def _by_type(pulls: Sequence[Pull]) -> list[list[Pull]]:
    """Pulls of a pair by the types that words tell of; what no word tells goes with the likeliest of them."""
    chances: dict[TensionType, float] = defaultdict(float)
    for pull in pulls:
        if pull.told:
            chances[pull.type] += pull.chance
    if len(chances) < 2:
        return [list(pulls)]
    likeliest = max(chances, key=lambda kind: chances[kind])
    groups: dict[TensionType, list[Pull]] = {kind: [] for kind in chances}
    for pull in pulls:
        groups[pull.type if pull.told else likeliest].append(pull)
    return list(groups.values())


def _key(view: View, issue: str, pulls: Sequence[Pull]) -> Key:
    """Who acts more is first."""
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for pull in pulls:
        weights[view.sides(pull.a, pull.b, pull.issue)] += pull.chance
    a, b = max(weights, key=lambda sides: (weights[sides], sides))
    past = sum(pull.chance for pull in pulls if pull.past)
    return Key(a, b, issue, 2 * past > sum(pull.chance for pull in pulls))


def _is_tension(pulls: Sequence[Pull]) -> bool:
    """Whether at least one of the pulls is likely enough to be right, were they independent."""
    together = 1 - prod(1 - pull.chance for pull in pulls)
    return together >= THRESHOLD and max(pull.chance for pull in pulls) >= FIRM_CHANCE


def _tension(view: View, key: Key, pulls: Sequence[Pull], points: Points) -> Tension:
    lead = max(pulls, key=lambda pull: (pull.chance, pull.strength))
    types = _types(pulls)
    kind = max(types, key=lambda one: types[one])
    shown = _Sides.of(view, key, pulls, kind)
    firm = tuple(pull for pull in pulls if pull.chance >= FIRM_CHANCE)
    case = case_of(firm, view.positions_by_id, view.statements_by_id, key.past)
    total, parts = intensity(case, points)
    low, high = interval(case, points)
    return Tension(
        a=key.a,
        b=key.b,
        issue=lead.issue,
        about=lead.about,
        type=kind,
        status="past" if key.past else "current",
        intensity=total,
        low=low,
        high=high,
        parts=parts,
        a_evidence=shown.a_evidence,
        b_evidence=shown.b_evidence,
        a_records=shown.a_records,
        b_records=shown.b_records,
        voices=_voices(key, pulls),
        alternatives=_alternatives(types, kind),
        confidence=round(1 - prod(1 - pull.contested for pull in pulls), 2),
        reason=lead.reason,
        evidence=tuple(sorted({*shown.a_evidence, *shown.b_evidence})),
    )


def _types(pulls: Sequence[Pull]) -> dict[TensionType, float]:
    """The chance of each type over all pulls, each counting by its own chance."""
    total = sum(pull.chance for pull in pulls)
    return {kind: sum(pull.chance * pull.kinds.get(kind, 0.0) for pull in pulls) / total for kind in TYPES}


def _voices(key: Key, pulls: Sequence[Pull]) -> tuple[str, ...]:
    """Who acts or is acted on for a side, in the order of the text."""
    likely = [pull for pull in pulls if pull.chance >= FIRM_CHANCE]
    voices = dict.fromkeys(actor for pull in likely for actor in (pull.a, pull.b))
    return tuple(actor for actor in voices if actor not in (key.a, key.b))


def _alternatives(types: dict[TensionType, float], kind: TensionType) -> tuple[Alternative, ...]:
    return tuple(
        Alternative("type", other, round(chance, 2))
        for other, chance in types.items()
        if other != kind and chance >= ALTERNATIVE_CHANCE
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """What shows each side, over all pulls, those turned round that run from b to a."""

    a_evidence: tuple[Span, ...]
    b_evidence: tuple[Span, ...]
    a_records: tuple[str, ...]
    b_records: tuple[str, ...]

    @classmethod
    def of(cls, view: View, key: Key, pulls: Iterable[Pull], kind: TensionType) -> _Sides:
        evidence: tuple[list[Span], list[Span]] = ([], [])
        records: tuple[list[str], list[str]] = ([], [])
        for pull in sorted(pulls, key=lambda one: -one.chance):
            turned = view.sides(pull.a, pull.b, pull.issue)[0] != key.a
            evidence[turned].extend(pull.a_evidence)
            evidence[not turned].extend(pull.b_evidence)
            records[turned].extend(pull.a_records)
            records[not turned].extend(pull.b_records)
        for side in (0, 1):
            for position in [] if evidence[side] else _answers(view, key, kind, side):
                evidence[side].extend(position.evidence)
                records[side].append(position.id)
        places = [apart(side)[:EVIDENCE_EACH] for side in evidence]
        ids = [tuple(dict.fromkeys(side)) for side in records]
        return cls(tuple(sorted(places[0])), tuple(sorted(places[1])), ids[0], ids[1])


def _answers(view: View, key: Key, kind: TensionType, side: int) -> list[Position]:
    """What the side that no pull quotes holds on the issue: the other side of a demand or a doubt.

    Friction is left as the text names it: the positions of today are no evidence of a quarrel of the past.
    """
    issue = next((one for one in view.issues if one.id == key.issue and one.sides), None)
    if issue is None or kind == "friction":
        return []
    number = view.side_on(issue, (key.a, key.b)[side])
    return [one for one in view.positions if one.issue == issue.id and view.side_on(issue, one.actor) == number]
