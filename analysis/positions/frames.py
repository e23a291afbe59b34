"""Who holds what is said at a place of the text: the nearest force's subject, or the speaker.

Inside a statement the content's source holds it, unless the content gives it to another ("the US wants Kyiv to ..."
said by sources). Outside statements someone holds it only by a force: a deed (signing, barring) or a described view.
"""

import re
from dataclasses import dataclass

from analysis.positions.clauses import clause_around
from analysis.positions.forces import ForceWord, find_forces, modifier
from analysis.positions.telling import Telling, sourcing
from analysis.records import Actor, Mention, PositionSourcing, Span, Statement, span
from analysis.scene import passes_on

# What stands behind a preposition is seldom the subject of what follows it.
OBLIQUE = re.compile(
    r"\b(?:of|in|from|with|to|for|by|at|on|against|about|over|under|including|between|into|than|like)\s+"
    r"(?:the\s+|an?\s+|some\s+|both\s+)?$",
    re.IGNORECASE,
)
COORDINATION = re.compile(r"(?:the\s+)?[A-Z][\w.’']*(?:\s+[A-Z][\w.’']*)*\s+(?:and|or)\s+(?:the\s+)?$")
PRONOUN = re.compile(r"\b(?:his|her|its|their)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}|\s+")
JOINT = re.compile(r"\s*,?\s*(?:and|along with)?\s+(?:\w+\.?\s+)?|\s*,\s+")
SUBJECT_REACH = 140  # characters between a subject and its verb
GAP_BREAK = re.compile(r"[.?!;]\s|\bto\s+\w+\s+\w+\s+\w+\s+to\b")

HELD_BY_SOURCE = 0.8
HELD_IN_CONTENT = 0.65
HELD_BY_DEED = 0.6
FAR_SUBJECT = 60  # characters
FAR_PENALTY = 0.1
NEGATION_REACH = 40  # characters before a subject


@dataclass(frozen=True, slots=True)
class Frame:
    """A holder, the clause in which it holds something, and the forces between the two.

    `start` is where the stance begins to be read, `embedded` whether the clause itself names the holder.
    """

    holder: Actor
    clause: Span
    start: int
    forces: tuple[ForceWord, ...]
    statement: Statement | None
    embedded: bool
    confidence: float

    @property
    def sourcing(self) -> PositionSourcing:
        if self.statement is None:
            return "unnamed" if self.holder.kind == "unnamed" else "reporter"
        return sourcing(self.statement)


def frame_at(scene: Telling, start: int, end: int) -> Frame | None:
    """The frame of `[start, end)`, or None when nobody in the text holds it."""
    sentence = scene.sentence_at(start)
    if sentence is None:
        return None
    spoken = scene.statement_at(start, end)
    region = _common(scene, sentence, spoken[1]) if spoken else sentence
    clause = clause_around(scene, region, start, min(end, region.end))
    forces = tuple(force for force in find_forces(scene.text, clause.start, start) if force.end <= start)
    statement = spoken[0] if spoken else None
    embedded = _embedded(scene, clause, forces, statement)
    if embedded or statement is None or passes_on(statement):
        return embedded
    return _by_source(scene, clause, forces, statement)


def _common(scene: Telling, sentence: Span, content: Span) -> Span:
    return span(scene.text, max(sentence.start, content.start), min(sentence.end, content.end))


def _embedded(scene: Telling, clause: Span, forces: tuple[ForceWord, ...], statement: Statement | None) -> Frame | None:
    """The subject of the first force in the clause as holder."""
    for index, force in enumerate(forces):
        subjects = subjects_of(scene, clause, force)
        if subjects:
            subject = subjects[-1]
            holder = _for_whom(scene, subject, statement)
            start = negated_from(scene, clause, subject)
            confidence = _confidence(subject, force, statement)
            embedded = statement is None or holder.id != statement.source
            return Frame(holder, clause, start, forces[index:], statement, embedded, confidence)
    return None


def _for_whom(scene: Telling, subject: Mention, statement: Statement | None) -> Actor:
    """The subject, or a speaker who speaks for it: what Kyiv's president says of Kyiv's goal is his own position."""
    if statement and any(one.id == subject.actor for one in scene.speaks_for(str(statement.source))):
        return scene.actors[str(statement.source)]
    return scene.actors[subject.actor]


def _confidence(subject: Mention, force: ForceWord, statement: Statement | None) -> float:
    """Lower where somebody else tells it, where nobody says it, and where subject and verb are far apart."""
    base = HELD_IN_CONTENT if statement else HELD_BY_DEED
    if statement and statement.source == subject.actor:
        base = HELD_BY_SOURCE
    return base - (FAR_PENALTY if force.start - subject.span.end > FAR_SUBJECT else 0.0)


def negated_from(scene: Telling, clause: Span, subject: Mention) -> int:
    """The end of `subject`, or the start of a negation right before it ("no signal from Russia that ...")."""
    before = max(clause.start, subject.span.start - NEGATION_REACH)
    negation = modifier("negation").search(scene.text, before, subject.span.start)
    return (
        negation.start()
        if negation and "," not in scene.text[negation.end() : subject.span.start]
        else subject.span.end
    )


def subjects_of(scene: Telling, clause: Span, force: ForceWord) -> tuple[Mention, ...]:
    """Who does what the force says: its subject, with those coordinated to it, or the possessor of a noun."""
    if force.force.noun:
        return _possessor(scene, clause, force.start)
    subject = _subject(scene, clause, force.start)
    return (*_coordinated(scene, clause, subject), subject) if subject else ()


def _possessor(scene: Telling, clause: Span, noun: int) -> tuple[Mention, ...]:
    """The mention that ends right before a noun; "his" and its like are the clause's subject, if it has one."""
    pronoun = PRONOUN.search(scene.text, max(clause.start, noun - SUBJECT_REACH), noun)
    subject = _subject(scene, clause, pronoun.start()) if pronoun else None
    if subject:
        return (subject,)
    near = reversed(scene.mentions_in(max(0, noun - SUBJECT_REACH), noun))
    return tuple(one for one in near if POSSESSIVE.fullmatch(scene.text[one.span.end : noun]))[:1]


def _coordinated(scene: Telling, clause: Span, subject: Mention) -> tuple[Mention, ...]:
    """The mentions that "X, Y and" joins to the left of `subject`."""
    joined: list[Mention] = []
    place = subject.span.start
    for mention in reversed(scene.mentions_in(clause.start, place)):
        between = scene.text[mention.span.end : place]
        if not JOINT.fullmatch(between) or (not joined and "and" not in between):
            break
        joined.insert(0, mention)
        place = mention.span.start
    return tuple(joined)


def _subject(scene: Telling, clause: Span, verb: int) -> Mention | None:
    """The mention that is the likeliest subject of a verb at `verb`: the nearest one not behind a preposition."""
    found = [
        mention
        for mention in scene.mentions_in(max(clause.start, verb - SUBJECT_REACH), verb)
        if not GAP_BREAK.search(scene.text[mention.span.end : verb])
        and scene.text[mention.span.end : mention.span.end + 1] not in ("'", "’")
    ]
    free = [mention for mention in found if not _oblique(scene, clause, mention)]
    return next(reversed(free or found), None)


def _oblique(scene: Telling, clause: Span, mention: Mention) -> bool:
    """Whether a preposition governs the mention, or a first member of its coordination ("by Ukraine and Russia")."""
    before = scene.text[clause.start : mention.span.start]
    joined = COORDINATION.search(before)
    return OBLIQUE.search(before[: joined.start()] if joined else before) is not None


def _by_source(scene: Telling, clause: Span, forces: tuple[ForceWord, ...], statement: Statement) -> Frame:
    cue = find_forces(scene.text, statement.cue_span.start, statement.cue_span.end) if statement.cue_span else ()
    source = scene.actors[str(statement.source)]
    return Frame(source, clause, clause.start, cue + forces, statement, embedded=False, confidence=HELD_BY_SOURCE)
