"""Which actor the words for a source mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.grammar import is_parsed
from analysis.records import Actor, Mention
from analysis.statements.heads import appositions, head_of, meant_by

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Cast:
    """The actors by id, and their mentions by place."""

    def __init__(self, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        known = [mention for mention in mentions if mention.actor in self.actors]
        self._mentions = sorted(known, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._longest = max((mention.span.end - mention.span.start for mention in self._mentions), default=0)

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """The mentions of known actors that share a character with `[start, end)`, in order."""
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if start < mention.span.end]

    def at(self, word: Token) -> Mention | None:
        """The longest mention that `word` is in."""
        found = self.overlapping(word.idx, word.idx + 1)
        return max(found, key=lambda one: (one.span.end - one.span.start, -one.span.start), default=None)

    def actor_at(self, word: Token) -> Actor | None:
        """The actor that `word` is in a mention of."""
        mention = self.at(word)
        return self.actors[mention.actor] if mention else None


def find_speaker(cast: Cast, source: Span) -> Actor | None:
    """The actor at the head of a source's words: "a spokesman" of "a spokesman for Ned Price", be he known or not.

    Without a tree, whose head is a guess, the actor of any mention in the source will do.
    """
    head = head_of(source)
    found = next((actor for word in _names_of(head) if (actor := cast.actor_at(word))), None)
    if found or is_parsed(head):
        return found
    mentions = cast.overlapping(source.start_char, source.end_char)
    longest = max(mentions, key=lambda one: (one.span.end - one.span.start, -one.span.start), default=None)
    return cast.actors[longest.actor] if longest else None


def _names_of(head: Token) -> Iterator[Token]:
    """The words that may name what the head means, the closest first."""
    yield head
    meant = meant_by(head)
    if meant != head:
        yield meant
    yield from appositions(head)
