"""The reporter's distance: words by which the article does not vouch for what it reports."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.grammar import dependents, relation
from analysis.lexicon import quotation_marks
from analysis.statements.cue import Reading
from analysis.statements.scope import Scope

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_distance(reading: Reading, scope: Scope) -> tuple[Token, ...]:
    """The words, in the cue ("claimed", "reportedly said") or in what is told in the reporter's words; else none."""
    return next((words for words in (*_in_cue(reading), *_in_content(scope))), ())


def _in_cue(reading: Reading) -> Iterator[tuple[Token, ...]]:
    table = _table()
    if reading.cue and reading.cue.lemma in table["cues"]:
        yield (reading.head,)
    yield from ((word,) for word in dependents(reading.head, "adverb") if word.lower_ in table["adverbs"])


def _in_content(scope: Scope) -> Iterator[tuple[Token, ...]]:
    adverbs = _table()["adverbs"]
    for place, token in _unquoted(scope):
        if token.lower_ in adverbs and relation(token) == "adverb" and scope.bears_on(token):
            yield (token,)
        words = next((words for words in _adjectives() if _stands_at(words, scope, place)), ())
        whole = scope.tokens[place : place + len(words)]
        if words and relation(whole[-1]) == "modifier" and scope.bears_on(whole[-1]):
            yield whole


def _unquoted(scope: Scope) -> Iterator[tuple[int, Token]]:
    """The tokens outside quotation marks, with their places; marks that do not lean open and close by turns."""
    double, _ = quotation_marks()
    quoted = False
    for place, token in enumerate(scope.tokens):
        if token.text in double.open:
            quoted = True
        elif token.text in double.close:
            quoted = False
        elif token.text in double.neutral:
            quoted = not quoted
        elif not quoted:
            yield place, token


def _stands_at(words: tuple[str, ...], scope: Scope, place: int) -> bool:
    return tuple(token.lower_ for token in scope.tokens[place : place + len(words)]) == words


@cache
def _adjectives() -> tuple[tuple[str, ...], ...]:
    """The adjectives as tokens: a hyphen is one of its own."""
    return tuple(tuple(word.replace("-", " - ").split()) for word in _table()["adjectives"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("distance.toml").read_text(encoding="utf-8"))
