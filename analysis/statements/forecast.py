"""What a statement says of the time to come, on what condition, and when either falls due."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.grammar import adjuncts, dependents, is_infinitive, relation
from analysis.records import TimeRef
from analysis.statements.cue import Reading
from analysis.statements.scope import Scope
from analysis.statements.when import is_dated

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

INFINITIVE_FRAMES = frozenset({"infinitive", "person"})


class Outlook(NamedTuple):
    """Whether a content tells what is to come, the tokens `[first, last]` of its condition, and when it falls due."""

    forecast: bool
    condition: tuple[Token, Token] | None
    due: TimeRef | None


def find_outlook(reading: Reading, scope: Scope, times: Sequence[TimeRef]) -> Outlook:
    """The outlook of a content; `times` are those of the article that lie in it. A question has none."""
    if reading.cue_class == "ask" or scope.asks:
        return Outlook(False, None, None)
    content = scope.content
    clause = next(_conditions(scope), None)
    predicates = [content.doc[place] for place in scope.predicates]
    dated = [time for time in times if is_dated(time)]
    due = [time for time in dated if _is_of_predicate(_token_at(content, time), scope)]
    forecast = _by_class(reading, predicates) or any(
        _is_to_come(one, reading, content, bool(clause)) for one in predicates
    )
    forecast = forecast or any(_is_deadline(_token_at(content, time)) for time in due)
    if not (forecast or clause or reading.frame in INFINITIVE_FRAMES):
        return Outlook(False, None, None)
    inside = [time for time in dated if clause and _is_within(_token_at(content, time), clause)]
    return Outlook(forecast, _edges(clause, content) if clause else None, next(iter([*inside, *due]), None))


def _by_class(reading: Reading, predicates: Sequence[Token]) -> bool:
    """A prediction, unless it is about the past; a promise or threat to do something."""
    classes = _table()["classes"]
    if reading.frame in INFINITIVE_FRAMES and reading.cue_class in classes["infinitive"]:
        return True
    past = any(word.lower_ in _auxiliaries("past") for one in predicates for word in _auxiliaries_of(one))
    return reading.cue_class in classes["any"] and reading.frame != "object" and not past


def _is_to_come(predicate: Token, reading: Reading, content: Span, conditional: bool) -> bool:
    words = {word.lower_ for word in _auxiliaries_of(predicate)}
    if words & _auxiliaries("future"):
        return True
    if predicate.lower_ in _table()["before_infinitive"]["words"] and any(
        map(is_infinitive, dependents(predicate, "complement"))
    ):
        return not words & _auxiliaries("no plan")
    told = not content[0].is_quote and not conditional and "have" not in words
    return told and bool(words & _auxiliaries("reported")) and predicate.lower_ not in _table()["wishes"]["words"]


def _is_deadline(time: Token) -> bool:
    """Whether a time is one by or in which something may or must come to be ("by Friday", "in the next two weeks")."""
    before = [preposition for preposition, noun in adjuncts(time.head) if noun == time]
    ahead = any(word.lower_ in _table()["deadlines"]["words"] for word in (*time.lefts, time))
    by = any(preposition in _table()["deadlines"]["prepositions"] for preposition in before)
    return (by or ahead) and any(word.lower_ in _auxiliaries("open") for word in _auxiliaries_of(time.head))


def _auxiliaries_of(predicate: Token) -> list[Token]:
    """Its auxiliaries and copulas, and itself, which may be one ("it will")."""
    return [
        predicate,
        *(child for child in predicate.children if relation(child) in ("auxiliary", "copula")),
    ]


def _conditions(scope: Scope) -> Iterator[Token]:
    """The predicates of the clauses on which the assertion depends."""
    for token in scope.tokens:
        if relation(token) == "adverbial clause" and _is_condition(token, scope):
            yield token


def _is_condition(clause: Token, scope: Scope) -> bool:
    if clause.head.lower_ in _table()["conditions"]["long"]:
        return scope.bears_on(clause.head)
    return scope.on_clause_of(clause.head) and any(map(_sets_condition, clause.lefts))


def _sets_condition(marker: Token) -> bool:
    if relation(marker) not in ("marker", "adverb") or marker.lower_ not in _table()["conditions"]["markers"]:
        return False
    return marker.i == 0 or marker.nbor(-1).lower_ not in _table()["conditions"]["not_after"]


def _edges(clause: Token, content: Span) -> tuple[Token, Token]:
    """The first and the last word of a clause inside the content, from its "if", "only if" or "as long as" on."""
    length = clause.head.lower_ in _table()["conditions"]["long"]
    marker = next((child for child in clause.lefts if _sets_condition(child)), clause.left_edge)
    begin = clause.head.left_edge.i if length else marker.i
    if begin > content.start and content.doc[begin - 1].lower_ == "only":
        begin -= 1
    first, last = max(begin, content.start), min(clause.right_edge.i, content.end - 1)
    while first < last and (content.doc[last].is_punct or content.doc[last].is_space):
        last -= 1
    return content.doc[first], content.doc[last]


def _is_of_predicate(token: Token, scope: Scope) -> bool:
    """Whether a time says when what the content asserts will be, not which thing it is about ("the winner tonight")."""
    inner = token.head if relation(token) is None else token
    return relation(inner) not in ("subject", "passive subject") and scope.on_clause_of(token)


def _is_within(token: Token, clause: Token) -> bool:
    return bool(clause.left_edge.i <= token.i <= clause.right_edge.i)


def _token_at(content: Span, time: TimeRef) -> Token:
    """The head of a time's words."""
    found = content.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return found.root if found else content.root


def _auxiliaries(group: str) -> frozenset[str]:
    return frozenset(_table()["auxiliaries"][group])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("forecast.toml").read_text(encoding="utf-8"))
