"""By which channel something is said: an interview, a speech, a decree, a post ..."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.grammar import adjuncts, dependents
from analysis.lexicon import verb_forms
from analysis.lexicon.inflection import third
from analysis.statements.cue import Reading
from analysis.statements.heads import first_word, head_of
from analysis.statements.listeners import Listener
from analysis.statements.speaker import Cast

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# How far a channel's noun may hang below the cue: "said in Kyiv during an interview".
DEPTH = 2


class Channel(NamedTuple):
    """A channel with the word that names it."""

    name: str
    word: Token

    @property
    def start(self) -> Token:
        """The first word of the channel's phrase; a verb stands alone."""
        return self.word if self.word.pos_ == "VERB" else first_word(self.word)


def find_channel(reading: Reading, source: Span | None, contents: Sequence[Span], cast: Cast) -> Channel | None:
    """The channel that the words about the cue name, those of the contents left out but for its object."""
    outside = [pair for pair in _around(reading.head, DEPTH) if not _is_inside(pair[1], contents)]
    found = [
        *_of_cue(reading),
        *_of_adjuncts(outside),
        *_on_air(reading, cast),
        *_of_objects(reading),
        *_of_source(source),
    ]
    return found[0] if found else None


def press_channel(listener: Listener | None) -> Channel | None:
    """What is said to reporters or an outlet is said to the press."""
    if listener is None:
        return None
    media = listener.actor is not None and listener.actor.kind == "media"
    return Channel("press", listener.head) if media or listener.head.lower_ in _table()["press"]["listeners"] else None


def _of_cue(reading: Reading) -> Iterator[Channel]:
    name = _table()["cues"].get(reading.cue.lemma) if reading.cue else None
    if name:
        yield Channel(name, reading.head)


def _of_adjuncts(found: Sequence[tuple[str, Token]]) -> Iterator[Channel]:
    for preposition, noun in found:
        key, name = _named(noun)
        if name and preposition in _prepositions(key):
            yield Channel(name, noun)


def _on_air(reading: Reading, cast: Cast) -> Iterator[Channel]:
    """What is said "on CNN"."""
    for preposition, noun in adjuncts(reading.head):
        actor = cast.actor_at(noun) if preposition == "on" else None
        if actor and actor.kind == "media":
            yield Channel("broadcast", noun)


def _of_objects(reading: Reading) -> Iterator[Channel]:
    if reading.head.lower_ in _object_verbs():
        yield from _itself(dependents(reading.head, "object"))


def _of_source(source: Span | None) -> Iterator[Channel]:
    if source is not None:
        yield from _itself([head_of(source)])


def _itself(nouns: Sequence[Token]) -> Iterator[Channel]:
    """The channels that nouns name without a preposition: "a decree", not "Twitter", which is then a company."""
    for noun in nouns:
        key, name = _named(noun)
        if name and noun.pos_ != "PROPN" and key not in _table()["prepositions"]["always"]:
            yield Channel(name, noun)


def _around(token: Token, depth: int) -> Iterator[tuple[str, Token]]:
    """The nouns that hang on a verb, on a clause beside it ("speaking at a rally, he said") and on those nouns."""
    if not depth:
        return
    for preposition, noun in adjuncts(token):
        yield preposition, noun
        yield from _around(noun, depth - 1)
    for clause in dependents(token, "adverbial clause"):
        yield from adjuncts(clause)


def _is_inside(token: Token, contents: Sequence[Span]) -> bool:
    return any(content.start <= token.i < content.end for content in contents)


def _named(noun: Token) -> tuple[str, str]:
    """The noun's entry in the table and the channel it stands for, both empty where it has none."""
    word = noun.text if noun.pos_ == "PROPN" else noun.lower_
    before = [child.lower_ for child in noun.lefts if child.dep_ in ("compound", "amod")]
    words = [f"{before[-1]} {word}", word] if before else [word]
    return next(((_nouns()[word], _channels()[_nouns()[word]]) for word in words if word in _nouns()), ("", ""))


def _prepositions(noun: str) -> list[str]:
    table = _table()["prepositions"]
    found: list[str] = table["only"].get(noun, table["any"])
    return found


@cache
def _channels() -> dict[str, str]:
    """The entry of each noun -> its channel."""
    return {noun: name for name, nouns in _table()["nouns"].items() for noun in nouns}


@cache
def _nouns() -> dict[str, str]:
    """Each form of a noun, singular and plural -> its entry."""
    return {form: noun for noun in _channels() for form in (noun, third(noun))}


@cache
def _object_verbs() -> frozenset[str]:
    return frozenset().union(*map(verb_forms, _table()["with_object"]["verbs"]))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("channel.toml").read_text(encoding="utf-8"))
