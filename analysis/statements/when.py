"""When something was said: the time in the sentence of the cue that is no part of what is reported."""

from collections.abc import Sequence

from analysis.records import TimeRef
from analysis.statements.attribute import Attribution

# A recurring time ("nightly") says how often, not when.
RECURRING = "SET"


def times_of(joined: Sequence[Attribution], timeline: Sequence[TimeRef]) -> list[TimeRef | None]:
    """The time of each attribution; a time goes to the nearest cue of its sentence."""
    contents = [(content.start_char, content.end_char) for one in joined for content in one.contents]
    said: list[TimeRef | None] = [None] * len(joined)
    for time in timeline:
        start = time.span.start
        if time.type == RECURRING or any(first <= start < last for first, last in contents):
            continue
        near = [place for place, one in enumerate(joined) if _in_sentence_of_cue(one, start)]
        if near:
            nearest = min(near, key=lambda place: _distance(joined[place], start))
            held = said[nearest]
            if held is None or _distance(joined[nearest], start) < _distance(joined[nearest], held.span.start):
                said[nearest] = time
    return said


def _in_sentence_of_cue(one: Attribution, place: int) -> bool:
    sentence = one.clause.cue.sent
    return sentence.start_char <= place < sentence.end_char


def _distance(one: Attribution, place: int) -> int:
    return abs(place - one.clause.cue.start_char)
