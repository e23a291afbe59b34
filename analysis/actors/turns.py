"""Whose words stand where: the quotation that each token lies in, and the source of each quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.layers import ATTRIBUTION, QUOTATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

OUTSIDE = -1


class Turns:
    """The quotations of a Doc by number, in order."""

    def __init__(self, doc: Doc) -> None:
        self._number = [OUTSIDE] * len(doc)
        for number, quotation in enumerate(doc.spans.get(QUOTATIONS, ())):
            for token in quotation:
                self._number[token.i] = number
        group = doc.spans.get(ATTRIBUTION)
        spans = list(group) if group is not None else []
        links = group.attrs.get("link", [None] * len(spans)) if group is not None else []
        linked = [(span, link) for span, link in zip(spans, links, strict=True) if link is not None]
        self._contents = _contents(linked)
        self._source = self._sources(spans, linked)

    def quotation(self, token: int) -> int:
        """The number of the quotation that the token lies in, or `OUTSIDE`."""
        return self._number[token]

    def source(self, token: int) -> Span | None:
        """The words for the speaker of the quotation that the token lies in, where the text tells."""
        return self._source.get(self._number[token])

    def told(self, source: int) -> Sequence[Span]:
        """What the source whose words begin at the token says."""
        return self._contents.get(source, ())

    def _sources(self, spans: Sequence[Span], linked: Sequence[tuple[Span, int]]) -> dict[int, Span]:
        """The source of the content that lies in each quotation: linked to the same cue, or else nearest to it."""
        sources = [span for span in spans if span.label_ == "source"]
        source_of = {link: span for span, link in linked if span.label_ == "source"}
        found: dict[int, Span] = {}
        for span, link in linked:
            source = source_of.get(link) or _nearest(spans[link], sources)
            if span.label_ == "content" and source is not None:
                for number in {self._number[i] for i in range(span.start, span.end)} - {OUTSIDE}:
                    found.setdefault(number, source)
        return found


def _contents(linked: Sequence[tuple[Span, int]]) -> dict[int, list[Span]]:
    """By the first token of each source the contents that the model links to its cue."""
    by_cue: dict[int, list[Span]] = {}
    for span, link in linked:
        if span.label_ == "content":
            by_cue.setdefault(link, []).append(span)
    return {span.start: by_cue.get(link, []) for span, link in linked if span.label_ == "source"}


def _nearest(cue: Span, sources: Sequence[Span]) -> Span | None:
    """The source that stands right before or after the cue in its sentence."""
    after = bisect_left(sources, cue.start, key=lambda source: source.start)
    beside = [source for source in sources[max(0, after - 1) : after + 1] if source.sent.start == cue.sent.start]
    return min(beside, key=lambda source: abs(source.start - cue.start), default=None)
