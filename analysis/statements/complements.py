"""What the tree gives a cue as its content: the clause that is its complement after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.grammar import relation
from analysis.lexicon import main_cue

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FRAMES = ("clause", "that", "quote", "infinitive", "person")


def complement(cue: Span) -> Span | None:
    """The complement after a cue that the lexicon has, without the marks around it; None where there is none."""
    known = main_cue([token.text for token in cue])
    if known is None or not any(frame in known.classes for frame in FRAMES):
        return None
    below = (child for token in cue for child in token.children if child.i >= cue.end)
    head = next((child for child in below if relation(child) == "complement"), None)
    return subtree(head, cue.end) if head is not None else None


def subtree(head: Token, start: int) -> Span | None:
    """The words from the first to the last that hang on `head`, from token `start` on, without the marks around."""
    doc = head.doc
    start, end = max(start, head.left_edge.i), head.right_edge.i + 1
    while start < end and _is_mark(doc[end - 1]):
        end -= 1
    while start < end and _is_mark(doc[start]):
        start += 1
    return doc[start:end] if start < end else None


def _is_mark(token: Token) -> bool:
    return bool(token.is_space or (token.is_punct and not token.is_quote))
