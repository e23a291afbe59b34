"""Deeds and described views: a subject, a force, and what it is done to ("Congress has blocked his plan")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.positions.clauses import clause_around, trimmed
from analysis.positions.forces import ForceWord, find_forces
from analysis.positions.frames import negated_from, subjects_of
from analysis.positions.telling import Telling
from analysis.records import Mention, Span, span

# "... voted to end the filibuster and voted for the bill": the second force has the first one's subject.
JOINED = re.compile(r",?\s+(?:and|but|or|then)(?:\s+(?:also|then|even|to|has|have|had|was|is|are|will|\w+ly))*\s*$")
JOINED_REACH = 40  # characters in which that is looked for
SUBJECT_REACH = 100  # characters between a subject and its force
OBJECT_WORDS = 2


@dataclass(frozen=True, slots=True)
class Deed:
    """`words` are what the forces ("voted to end") are done to, `place` all from the subject to their end."""

    subject: Mention
    forces: tuple[ForceWord, ...]
    words: Span
    place: Span


def find_deeds(scene: Telling, region: Span) -> Iterator[Deed]:
    """The deeds told in `region`, a sentence or a part of it, left to right."""
    forces = find_forces(scene.text, region.start, region.end)
    heads = list(_heads(scene, region, forces))
    for index, (head, clause, subjects) in enumerate(heads):
        chain = _chain(scene, forces[forces.index(head) :])
        following = heads[index + 1][0].start if index + 1 < len(heads) else clause.end
        words = _object(scene, chain[-1].end, min(following, clause.end))
        if len(words.quote.split()) >= OBJECT_WORDS:
            for subject in subjects:
                start = min(subject.span.start, negated_from(scene, clause, subject))
                yield Deed(subject, chain, words, span(scene.text, start, words.end))


def _heads(
    scene: Telling, region: Span, forces: Sequence[ForceWord]
) -> Iterator[tuple[ForceWord, Span, tuple[Mention, ...]]]:
    """The first force of each clause that has a subject, and those joined to it by "and"."""
    subjects: tuple[Mention, ...] = ()
    clause = span(scene.text, region.start, region.start)
    for force in forces:
        inside = subjects and clause.start <= force.start < clause.end
        if inside and not JOINED.search(scene.text[max(clause.start, force.start - JOINED_REACH) : force.start]):
            continue
        if not inside:
            clause = clause_around(scene, region, force.start, force.end)
            found = subjects_of(scene, clause, force)
            subjects = found if found and force.start - found[-1].span.end <= SUBJECT_REACH else ()
        if subjects:
            yield force, clause, subjects


def _chain(scene: Telling, forces: Sequence[ForceWord]) -> tuple[ForceWord, ...]:
    """The first force with those that follow it at once: "voted to end"."""
    chain = [forces[0]]
    for force in forces[1:]:
        if scene.text[chain[-1].end : force.start].strip() not in ("", "to"):
            break
        chain.append(force)
    return tuple(chain)


def _object(scene: Telling, start: int, end: int) -> Span:
    """What stands between a force and the next, without the conjunction that leads over to that one."""
    words = trimmed(scene.text, start, max(start, end))
    joined = JOINED.search(words.quote)
    return trimmed(scene.text, words.start, words.start + joined.start()) if joined else words
