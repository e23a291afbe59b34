"""Which actor the words for a source mean, and to whom it speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.lexicon import Cue, words
from analysis.records import Actor, Mention
from analysis.statements.sourcing import head_length

if TYPE_CHECKING:
    from spacy.tokens import Span

# Words that may stand between a cue and the one spoken to.
BEFORE_LISTENER = frozenset({"to", "with", "on", "upon", "at"})


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


def find_speaker(cast: Cast, source: Span) -> Actor | None:
    """The actor of the mention at the head of a source's words; the longest of several there.

    None only where no mention of a known actor overlaps the source.
    """
    found = cast.overlapping(source.start_char, source.end_char)
    if not found:
        return None
    last = source[head_length(tuple(token.text for token in source)) - 1]
    at_head = [mention for mention in found if mention.span.start <= last.idx < mention.span.end]
    best = max(at_head or found, key=lambda mention: (mention.span.end - mention.span.start, -mention.span.start))
    return cast.actors[best.actor]


def find_addressee(cast: Cast, cue: Cue | None, cue_span: Span, source: Actor | None) -> str | None:
    """The actor spoken to: after the cue ("told CNN"), before a passive one, or first in what is asked of it."""
    if cue is None or "person" not in cue.classes:
        return None
    start, end = _after(cue_span)
    if not words("be").isdisjoint(token.lower_ for token in cue_span):
        start, end = max(0, cue_span.start_char - 2), cue_span.start_char
    spoken_to = (mention.actor for mention in cast.overlapping(start, end))
    return next((actor for actor in spoken_to if source is None or actor != source.id), None)


def _after(cue: Span) -> tuple[int, int]:
    """Characters in which the one spoken to begins right after a cue."""
    doc, place = cue.doc, cue.end
    while place < len(doc) and doc[place].lower_ in BEFORE_LISTENER | words("determiner"):
        place += 1
    end = doc[place].idx + 1 if place < len(doc) else cue.end_char
    return cue.end_char, end
