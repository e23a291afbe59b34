"""What positions are read from: the scene with its trees, and who tells what at each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.arguments import Arguments
from analysis.records import PositionSourcing, Span, Statement
from analysis.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SOURCINGS: dict[str, PositionSourcing] = {"unnamed": "unnamed", "role-only": "unnamed", "outlet": "reporter"}


@dataclass(frozen=True)
class Telling(Scene):
    """A scene with the `Doc` of its article."""

    doc: Doc

    @cached_property
    def arguments(self) -> Arguments:
        return Arguments(self.doc, self.mentions)

    @cached_property
    def told(self) -> tuple[Statement, ...]:
        """The statements that have a source."""
        return tuple(one for one in self.statements if one.source in self.actors)

    @cached_property
    def tellers(self) -> dict[int, Statement]:
        """The innermost statement by the places of the tokens that its content takes."""
        contents = [(words, one) for one in self.told for place in one.content_spans for words in self.words(place)]
        found: dict[int, Statement] = {}
        for words, statement in sorted(contents, key=lambda row: len(row[0]), reverse=True):
            found |= dict.fromkeys((token.i for token in words), statement)
        return found

    @cached_property
    def cues(self) -> frozenset[int]:
        """The places of the tokens of cues."""
        cues = (words for one in self.told for words in self.words(one.cue_span))
        return frozenset(token.i for words in cues for token in words)

    def words(self, place: Span | None) -> list[Tokens]:
        """The tokens of a place, in a list that is empty where there are none."""
        words = self.doc.char_span(place.start, place.end, alignment_mode="expand") if place else None
        return [words] if words is not None else []

    def contents(self, statement: Statement) -> Iterator[Tokens]:
        """The contents of a statement, sentence by sentence."""
        for place in statement.content_spans:
            for words in self.words(place):
                starts = [words.start, *(token.i for token in words[1:] if token.is_sent_start), words.end]
                yield from (self.doc[start:end] for start, end in pairwise(starts))

    def teller(self, token: Token) -> Statement | None:
        """Who tells what `token` says: the statement in whose content it stands, if any."""
        return self.tellers.get(token.i)


def sourcing(statement: Statement) -> PositionSourcing:
    """Whose word a position rests on that is read from `statement`."""
    return SOURCINGS.get(statement.sourcing, "named")
