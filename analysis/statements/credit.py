"""Whose reporting a statement is taken from: the outlet that the article credits with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.grammar import adjuncts, dependents
from analysis.lexicon import verb_forms, words
from analysis.records import Actor, Statement
from analysis.statements.cue import Reading
from analysis.statements.speaker import Cast

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ACCORDING = frozenset({"according to", "per", "in"})
# What an outlet does with news ("as first reported by The Washington Post").
REPORTING = frozenset().union(*map(verb_forms, ("report", "publish", "reveal", "disclose", "obtain", "break", "write")))


def find_credit(
    reading: Reading, source: Span | None, outlet: Actor | None, contents: Sequence[Span], cast: Cast
) -> str | None:
    """The id of the outlet: the source itself if it is one, that of the report which is the source, or of an aside."""
    if outlet:
        return outlet.id
    tops = [content.root for content in contents]
    asides = (word for anchor in (reading.head, *tops) for word in _asides(anchor, reading.head))
    named = (cast.actor_at(word) for word in (*_reported_in(source), *asides))
    return next((actor.id for actor in named if actor and actor.kind == "media"), None)


def credited_through(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the credit of the one in whose content it is told where it has none of its own."""
    known = {statement.id: statement for statement in statements}
    return tuple(replace(statement, credit=_outer_credit(statement, known)) for statement in known.values())


def _outer_credit(statement: Statement, known: dict[str, Statement]) -> str | None:
    seen: set[str] = set()
    now: Statement | None = statement
    while now and now.credit is None and now.within and now.id not in seen:
        seen.add(now.id)
        now = known.get(now.within)
    return now.credit if now else None


def _reported_in(source: Span | None) -> Iterator[Token]:
    """The words of a source that is a report, among them the outlet's."""
    if source is not None and source.root.lower_ in words("news_noun"):
        yield from source


def _asides(anchor: Token, cue: Token) -> Iterator[Token]:
    """The words, in asides to a clause, that may name an outlet it is taken from."""
    for preposition, noun in adjuncts(anchor):
        if preposition in ACCORDING and (preposition != "in" or noun.lower_ in words("news_noun")):
            yield from noun.subtree
    for clause in dependents(anchor, "adverbial clause", "aside", "complement"):
        if clause.lower_ in REPORTING and clause != cue and any(child.lower_ == "as" for child in clause.lefts):
            yield from dependents(clause, "subject", "agent")
            yield from (noun for _, noun in adjuncts(clause))
