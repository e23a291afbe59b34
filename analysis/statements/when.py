"""When something was said: the time that hangs on the cue and is no part of what is reported."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.grammar import Relation, dependents, is_parsed, relation
from analysis.lexicon import words
from analysis.records import TimeRef
from analysis.statements.attribute import Attribution
from analysis.statements.heads import head_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Relations by which a word tells of something else than the saying.
ELSEWHERE: frozenset[Relation | None] = frozenset(
    {"noun clause", "relative clause", "complement", "aside", "conjunct", "subject", "passive subject", "agent"}
)


def times_of(joined: Sequence[Attribution], timeline: Sequence[TimeRef]) -> list[TimeRef | None]:
    """The time of each attribution; a time goes to the nearest cue of its sentence that it hangs on."""
    said: list[TimeRef | None] = [None] * len(joined)
    if not joined:
        return said
    doc = joined[0].clause.cue.doc
    told = {token for one in joined for content in one.contents for token in range(content.start, content.end)}
    places: dict[int, list[int]] = {}
    for place, one in enumerate(joined):
        places.setdefault(one.clause.cue.sent.start, []).append(place)
    for time in timeline:
        words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is None or words.start in told or not is_dated(time):
            continue
        near = [place for place in places.get(words.sent.start, ()) if _is_of(words, joined[place])]
        if near:
            _, nearest = min((_distance(joined[place], time), place) for place in near)
            held = said[nearest]
            if held is None or _distance(joined[nearest], time) < _distance(joined[nearest], held):
                said[nearest] = time
    return said


def is_dated(time: TimeRef) -> bool:
    """Whether it names days: a date, or a length of time that was resolved ("in the next two weeks"), not "nightly"."""
    return time.type in ("DATE", "TIME") or (time.type == "DURATION" and time.begin is not None)


def times_in(content: Span, timeline: Sequence[TimeRef]) -> Sequence[TimeRef]:
    """The times of a content; `timeline` is in the order of the text."""
    first = bisect_left(timeline, content.start_char, key=lambda time: time.span.start)
    return timeline[first : bisect_left(timeline, content.end_char, key=lambda time: time.span.start)]


def _is_of(time: Span, one: Attribution) -> bool:
    """Whether a time hangs on the cue, or on a document that is the source ("a poll released last week")."""
    cue = one.clause.cue
    if not is_parsed(cue[0]):
        return True
    source = head_of(one.clause.source) if one.clause.source else None
    if source is not None and source.lower_ in words("document_noun") and source.is_ancestor(time.root):
        return True
    return _reaches(time.root, cue)


def _reaches(token: Token, cue: Span) -> bool:
    """Whether a word hangs on the cue by what tells of the saying: neither by the speaker, nor by the topic ("of the
    2016 election"), nor by a clause of its own; one without a subject is no obstacle ("speaking on Monday, he said").
    """
    while not cue.start <= token.i < cue.end:
        own_subject = relation(token) == "adverbial clause" and dependents(token, "subject", "passive subject")
        topic = any(relation(child) == "preposition" and child.lower_ in ("of", "about") for child in token.children)
        if relation(token) in ELSEWHERE or own_subject or topic or token.head == token:
            return False
        token = token.head
    return True


def _distance(one: Attribution, time: TimeRef) -> int:
    return abs(time.span.start - one.clause.cue.start_char)
