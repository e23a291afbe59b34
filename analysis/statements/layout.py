"""What stands where in a Doc: its labelled spans, and the sentences and paragraphs that lie between two of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from typing import TYPE_CHECKING

from analysis.layers import ATTRIBUTION, PARAGRAPHS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = ("source", "cue", "content")
# Arcs that are followed up from the head of a span to the span that governs it.
MOST_STEPS = 3


class Layout:
    """The labelled spans of a Doc in order, with what the model says of each, and what stands between two places.

    Places are tokens. A sentence that begins inside a content, as in a quotation of several, is counted as none. Spans
    that begin in a token of `taken` are left out.
    """

    def __init__(self, doc: Doc, taken: Collection[int] = ()) -> None:
        group = doc.spans[ATTRIBUTION]
        found = list(group)
        links = group.attrs.get("link") or [None] * len(found)
        confidences = group.attrs.get("confidence") or [1.0] * len(found)
        self.doc = doc
        self.spans: list[Span] = sorted(
            (span for span in found if span.start not in taken), key=lambda span: span.start
        )
        self._links = {one.start: found[to].start for one, to in zip(found, links, strict=True) if to is not None}
        self._confidences = {one.start: float(sure) for one, sure in zip(found, confidences, strict=True)}
        self._of = {label: [span for span in self.spans if span.label_ == label] for label in LABELS}
        self._starts = {label: [span.start for span in self._of[label]] for label in LABELS}
        self.cue_tokens = frozenset(token for cue in self._of["cue"] for token in range(cue.start, cue.end))
        words = {token for span in self.spans for token in range(span.start, span.end)}
        self.labelled = frozenset(words.union(taken))
        inside = {token for one in self.of("content") for token in range(one.start + 1, one.end)}
        self._sentences = [token.i for token in doc if token.is_sent_start and token.i not in inside]
        self._paragraphs = [paragraph.start for paragraph in doc.spans[PARAGRAPHS]]

    def of(self, label: str) -> list[Span]:
        """The spans of one label in order."""
        return self._of[label]

    def link(self, span: Span) -> int | None:
        """The first token of the cue that the model links a source or a content to."""
        return self._links.get(span.start)

    def confidence(self, span: Span) -> float:
        """How sure the model is of a span."""
        return self._confidences[span.start]

    def number(self, label: str, start: int, end: int) -> int:
        """How many spans of a label begin in `[start, end)`."""
        return bisect_left(self._starts[label], end) - bisect_left(self._starts[label], start)

    def near(self, label: str, place: int, number: int) -> list[Span]:
        """The spans of a label nearest to a token: at most `number` on either side, in order."""
        middle = bisect_left(self._starts[label], place)
        return self._of[label][max(0, middle - number) : middle + number]

    def sentences(self, start: int, end: int) -> int:
        """How many sentences begin after token `start`, up to and with token `end`."""
        return bisect_right(self._sentences, end) - bisect_right(self._sentences, start)

    def paragraph(self, token: int) -> int:
        """The number of the paragraph that a token stands in."""
        return bisect_right(self._paragraphs, token) - 1


def holds(span: Span, token: Token) -> bool:
    """Whether a token lies in a span."""
    return span.start <= token.i < span.end


def steps_up(span: Span, to: Span) -> int | None:
    """How many arcs lead from the head of `span` up into `to`; None where more than a few, or none, do."""
    token = span.root
    for step in range(1, MOST_STEPS + 1):
        token = token.head
        if holds(to, token):
            return step
    return None
