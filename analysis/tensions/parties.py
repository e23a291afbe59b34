"""Who stands on either side of a relation word: the agent to its left, the patient to its right, or as its row says."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.records import Mention, Span, Statement
from analysis.scene import passes_on
from analysis.tensions.relations import Order, RelationWord
from analysis.tensions.view import View

OBLIQUE = re.compile(
    r"\b(?:of|in|from|with|to|for|by|at|on|against|about|over|under|including|between|into|than|like|and|as)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
REPORTS = re.compile(r"\s+(?:\w+ly\s+)?(?:said|told|added|says|say|noted|reported)\b(?!\s+(?:that|\w+\s+that))")
LOCATIVE = re.compile(r"\b(?:in|at|near|across|throughout|inside|outside)\s+(?:the\s+)?$", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}|\s+(?:\w+\s+)?")
JOINED = re.compile(r"\s*,?\s+and\s+(?:the\s+)?(?:\w+\s+){0,2}")
BREAK = re.compile(r"[;—–]|,\s+(?:but|while|who|which|although|whereas)\b|\bbut\b")
PATIENT_REACH = 110


class Parties(NamedTuple):
    """The ids of the one who acts and of the other, and where the clause about them starts."""

    agent: str
    patient: str
    start: int


def parties(view: View, word: RelationWord, sentence: Span) -> Parties | None:
    """The first two rivals that the text names around the word; None where it names no two."""
    found = ORDERS[word.relation.order](view, word, sentence)
    return next((pair for pair in found if view.rivals(pair.agent, pair.patient)), None)


def _ab(view: View, word: RelationWord, sentence: Span) -> Iterator[Parties]:
    for patient in _to_the_right(view, word, sentence):
        for agent, start in _agents(view, word, sentence):
            yield Parties(agent, patient.actor, min(start, word.start))


def _ba(view: View, word: RelationWord, sentence: Span) -> Iterator[Parties]:
    return (Parties(after, before, start) for before, after, start in _ab(view, word, sentence))


def _both(view: View, word: RelationWord, sentence: Span) -> Iterator[Parties]:
    right = _to_the_right(view, word, sentence)
    for number, first in enumerate(right):
        for second in right[number + 1 :]:
            yield Parties(first.actor, second.actor, word.start)


def _joint(view: View, word: RelationWord, sentence: Span) -> Iterator[Parties]:
    for first, second in pairwise(view.mentions_in(sentence.start, word.start)):
        if JOINED.fullmatch(view.text[first.span.end : second.span.start]):
            yield Parties(first.actor, second.actor, first.span.start)


def _noun(view: View, word: RelationWord, sentence: Span) -> Iterator[Parties]:
    for agent in reversed(view.mentions_in(sentence.start, word.start)):
        if POSSESSIVE.fullmatch(view.text[agent.span.end : word.start]):
            for patient in _to_the_right(view, word, sentence):
                yield Parties(agent.actor, patient.actor, agent.span.start)


Finder = Callable[[View, RelationWord, Span], Iterator[Parties]]
ORDERS: dict[Order, Finder] = {"ab": _ab, "ba": _ba, "both": _both, "joint": _joint, "over": _ab, "noun": _noun}


def _to_the_right(view: View, word: RelationWord, sentence: Span) -> tuple[Mention, ...]:
    """Mentions after the word in its clause, nearest first."""
    stop = BREAK.search(view.text, word.end, sentence.end)
    end = min(stop.start() if stop else sentence.end, word.end + PATIENT_REACH)
    return tuple(one for one in view.mentions_in(word.end, end) if not is_place(view, one))


def is_place(view: View, mention: Mention) -> bool:
    """Whether "in" and its like make a country the scene of something, not a party to it."""
    return LOCATIVE.search(view.text, max(0, mention.span.start - 16), mention.span.start) is not None


def _to_the_left(view: View, start: int, word: RelationWord) -> list[Mention]:
    """Mentions before the word, the likeliest subject first: the nearest that no preposition governs."""
    near = [
        mention
        for mention in reversed(view.mentions_in(start, word.start))
        if mention.span.end <= word.start and not REPORTS.match(view.text, mention.span.end)
    ]
    return sorted(near, key=lambda mention: _governed(view, mention, start))


def _governed(view: View, mention: Mention, start: int) -> bool:
    """Whether a preposition stands before the mention or a possessive ending after it."""
    after = view.text[mention.span.end : mention.span.end + 1]
    return after in ("'", "’") or OBLIQUE.search(view.text[start : mention.span.start]) is not None


def _agents(view: View, word: RelationWord, sentence: Span) -> Iterator[tuple[str, int]]:
    """Who may do what the word says, and where they are named: a cue's source, a subject, or the speaker."""
    statement = view.statement_at(word.start, word.end)
    source = str(statement.source) if statement else ""
    if statement and statement.cue_span and statement.cue_span.start <= word.start < statement.cue_span.end:
        yield source, statement.source_span.start if statement.source_span else word.start
    content = None if statement and passes_on(statement) else _content_at(statement, word)
    start = max(sentence.start, content.start) if content else sentence.start
    for mention in _to_the_left(view, start, word):
        yield mention.actor, mention.span.start
    if content:
        yield source, start


def _content_at(statement: Statement | None, word: RelationWord) -> Span | None:
    contents = statement.content_spans if statement else ()
    return next((part for part in contents if part.start <= word.start < part.end), None)
