"""Single stances put together to records: one for each actor, issue and stance, with all its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from analysis.codebook import Issue
from analysis.positions.clauses import proposition
from analysis.positions.issues import Held, find_held
from analysis.positions.own_words import Told, find_told
from analysis.positions.stance import VERDICTS
from analysis.positions.telling import Telling
from analysis.records import Actor, Article, Mention, Position, PositionSourcing, Span, Stance, Statement
from analysis.scene import known_and_placed

SOURCING_ORDER: tuple[PositionSourcing, ...] = ("named", "reporter", "unnamed")
REASONS_SHOWN = 3


def find_positions(
    article: Article,
    sentences: tuple[Span, ...],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    issues: tuple[Issue, ...],
) -> tuple[Position, ...]:
    """The positions that the article gives to its actors, in the order of their first evidence.

    On an issue of the codebook an actor has at most one record for each stance. What no issue covers gets a
    proposition in the article's own words.
    """
    scene = Telling(article, sentences, *known_and_placed(actors, mentions), statements)
    held = list(find_held(scene, issues))
    on_issues = [_merged(rows) for rows in _by_stance(held).values()]
    told = _uncovered(find_told(scene), held)
    found = [*on_issues, *map(_own_words, told)]
    return tuple(sorted(found, key=lambda position: (position.evidence[0], position.actor, position.issue)))


def _by_stance(held: Iterable[Held]) -> dict[tuple[str, str, Stance], list[Held]]:
    """Stances by actor, issue and stance; both signs in one and the same evidence are a mixed stance."""
    places: dict[tuple[str, str, Span], list[Held]] = defaultdict(list)
    for one in held:
        places[one.frame.holder.id, one.issue.id, one.evidence].append(one)
    groups: dict[tuple[str, str, Stance], list[Held]] = defaultdict(list)
    for (actor, issue, _), rows in places.items():
        stances = {row.composed.stance for row in rows}
        groups[actor, issue, "mixed" if len(stances) > 1 else rows[0].composed.stance] += rows
    return groups


def _merged(rows: Sequence[Held]) -> Position:
    stances = {row.composed.stance for row in rows}
    best = max(rows, key=lambda row: (row.frame.confidence, row.composed.strength, -row.evidence.start))
    statements = dict.fromkeys(row.frame.statement.id for row in rows if row.frame.statement)
    reasons = dict.fromkeys(row.composed.reason for row in rows)
    stance: Stance = "mixed" if len(stances) > 1 else best.composed.stance
    prefix = f"{VERDICTS['mixed']}: " if stance == "mixed" else ""
    return Position(
        actor=best.frame.holder.id,
        issue=best.issue.id,
        proposition=best.issue.proposition,
        stance=stance,
        strength=max(row.composed.strength for row in rows),
        hedged=all(row.composed.hedged for row in rows),
        sourcing=min((row.frame.sourcing for row in rows), key=SOURCING_ORDER.index),
        statements=tuple(statements),
        confidence=round(best.frame.confidence, 2),
        reason=prefix + "; ".join(list(reasons)[:REASONS_SHOWN]),
        evidence=tuple(sorted({row.evidence for row in rows})),
    )


def _uncovered(told: Iterable[Told], held: Sequence[Held]) -> list[Told]:
    """What no position on an issue says already, each words of an actor once."""
    taken = [(one.frame.holder.id, one.evidence) for one in held]
    kept: dict[tuple[str, str], Told] = {}
    for one in told:
        if not any(actor == one.holder.id and one.evidence.overlaps(place) for actor, place in taken):
            kept.setdefault((one.holder.id, one.words), one)
    return list(kept.values())


def _own_words(one: Told) -> Position:
    return Position(
        actor=one.holder.id,
        issue="",
        proposition=proposition(one.words),
        stance=one.composed.stance,
        strength=one.composed.strength,
        hedged=one.composed.hedged,
        sourcing=one.sourcing,
        statements=(one.statement.id,) if one.statement else (),
        confidence=round(one.confidence, 2),
        reason=one.composed.reason,
        evidence=(one.evidence,),
    )
