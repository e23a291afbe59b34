"""The source spans of the attributions: which words in them name the source itself."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import lexicon
from analysis.layers import ATTRIBUTION

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Source:
    """A source span; its head part `[start, end)` is "a spokesman" in "a spokesman for X"."""

    span: Span
    end: int

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def head(self) -> int:
        """The token that the tree makes the head of the span."""
        return self.span.root.i


def find_sources(doc: Doc) -> tuple[Source, ...]:
    """Every source of an attribution, in order."""
    labelled = sorted(doc.spans.get(ATTRIBUTION, ()), key=lambda span: span.start)
    going_on = {token.i for name in doc.ents for token in name[1:]}
    return tuple(Source(span, _head_end(span, going_on)) for span in labelled if span.label_ == SOURCE)


def _head_end(span: Span, going_on: Set[int]) -> int:
    """Where the head part ends: before the first preposition, relative or mark inside the span that no name holds."""
    for token in span[1:]:
        word = token.lower_
        clause = (
            word in lexicon.words("relative")
            or word in lexicon.words("preposition")
            or word in ("familiar", "close", "briefed")
        )
        if token.i not in going_on and (clause or token.text in (",", "(", "—", "–")):
            return token.i
    return span.end
