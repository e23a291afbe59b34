"""Positions on the codebook's issues: every pattern's match, with who holds it and how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.codebook import Issue, Pattern
from analysis.positions.clauses import evidence, said_from
from analysis.positions.frames import Frame, frame_at
from analysis.positions.stance import Composed, Reading, compose
from analysis.positions.telling import Telling
from analysis.records import Actor, Span, span


@dataclass(frozen=True, slots=True)
class Held:
    """One place where a holder takes a stance on an issue."""

    frame: Frame
    issue: Issue
    composed: Composed
    words: Span  # the pattern's match
    evidence: Span


@dataclass(frozen=True, slots=True)
class Match:
    issue: Issue
    pattern: Pattern
    words: Span


def find_held(scene: Telling, issues: tuple[Issue, ...]) -> Iterator[Held]:
    """Every stance on an issue.

    Words that several issues know count for each of those with sides that the holder is on; an issue without sides
    takes what these leave.
    """
    taken: dict[str, list[Span]] = defaultdict(list)  # issue id -> words used; "" for all issues with sides
    matches = _matches(scene, issues)
    for match in sorted(matches, key=lambda one: (not one.issue.sides, one.words.start, -one.words.end)):
        used = taken[match.issue.id] if match.issue.sides else taken[match.issue.id] + taken[""]
        if any(match.words.overlaps(other) for other in used):
            continue
        frame = frame_at(scene, match.words.start, match.words.end)
        if frame and on_side(scene, match.issue, frame.holder):
            taken[match.issue.id].append(match.words)
            if match.issue.sides:
                taken[""].append(match.words)
            yield _held(scene, match, frame)


def _matches(scene: Telling, issues: Iterable[Issue]) -> Iterator[Match]:
    for issue in issues:
        for concept in issue.concepts:
            for pattern in concept.patterns:
                if pattern.sign:
                    for match in pattern.regex.finditer(scene.text):
                        yield Match(issue, pattern, span(scene.text, *match.span()))


def on_side(scene: Telling, issue: Issue, actor: Actor) -> bool:
    """Whether the actor, or one it speaks for, is on one of the issue's sides, if it has any."""
    words = [name for one in scene.speaks_for(actor.id) for name in (one.name, one.side, one.role)]
    return not issue.sides or any(side.regex.search(name) for side in issue.sides for name in words)


def _held(scene: Telling, match: Match, frame: Frame) -> Held:
    reading = Reading(
        text=scene.text,
        start=frame.start,
        end=match.words.end,
        clause_end=max(frame.clause.end, match.words.end),
        forces=frame.forces,
        sign=match.pattern.sign,
        words=match.words.quote,
        target=match.words.start,
    )
    sentence = scene.sentence_at(match.words.start) or frame.clause
    start = frame.clause.start
    if frame.statement and not frame.embedded:
        start = said_from(scene, frame.statement, frame.clause)
    place = evidence(scene, start, max(frame.clause.end, match.words.end), sentence)
    return Held(frame, match.issue, compose(reading), match.words, place)
