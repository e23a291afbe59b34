"""On whose word a position rests, when it is held, and under what condition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.grammar import dependents
from analysis.positions.candidates import Candidate
from analysis.positions.telling import Telling, sourcing
from analysis.records import PositionSourcing, Span, Status, TimeRef, span

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONS = frozenset({"if", "unless"})
FORMER = frozenset({"formerly", "previously", "once", "originally", "initially", "earlier"})


def sourcing_of(scene: Telling, one: Candidate) -> PositionSourcing:
    """Whose word a candidate rests on: the reporter's, where nobody is said to have said it."""
    if one.statement is not None:
        return sourcing(one.statement)
    return "unnamed" if scene.actors[one.holder].kind == "unnamed" else "reporter"


def status_of(one: Candidate) -> Status:
    """Past for what "had" been held, or once was."""
    if one.kind == "said":
        return "current"
    words = {child.lower_ for child in one.head.lefts}
    return "past" if words & FORMER or "had" in words or _used_to(one.head) else "current"


def _used_to(head: Token) -> bool:
    return head.head.lower_ == "used" and head.dep_ == "xcomp"


def condition_of(scene: Telling, one: Candidate) -> Span | None:
    """The statement's condition, or else the "if" clause that hangs on the head."""
    if one.statement is not None and one.statement.condition is not None:
        return one.statement.condition if one.first else None
    for clause in dependents(one.head, "adverbial clause"):
        if any(child.lower_ in CONDITIONS for child in dependents(clause, "marker")):
            words = scene.doc[clause.left_edge.i : clause.right_edge.i + 1]
            return span(scene.text, words.start_char, words.end_char)
    return None


def time_of(one: Candidate, evidence: Span, timeline: Sequence[TimeRef]) -> str | None:
    """The id of the time when it was said, or else of the first time in the evidence that is a day or more.

    `timeline` is in the order of the text.
    """
    if one.statement is not None and one.statement.time is not None:
        return one.statement.time
    edges = (evidence.start, evidence.end)
    first, end = (bisect_left(timeline, edge, key=lambda time: time.span.start) for edge in edges)
    inside = (time for time in timeline[first:end] if time.span in evidence)
    return next((time.id for time in inside if time.begin is not None), None)
