"""A cue in its clause: the word that governs what is said, what kind of thing follows it, and its class by both.

The sense of a cue shows in what hangs on it: "asked whether", "asked Kyiv to"; "called him", "called for". Where the
Doc has no tree, the words beside the cue decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.grammar import denied, dependents, is_parsed, relation
from analysis.lexicon import Cue, Frame, PlacedCue, placed_cue, quotation_marks, words
from analysis.statements.heads import first_word

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# The class of a cue that the lexicon does not have: that it reports is all that is known.
DEFAULT_CLASS = "say"
# How a content stands to its cue -> the frames of the lexicon that may hold its sense, the likeliest first.
CLASS_FRAMES: dict[str, tuple[Frame, ...]] = {
    "before": ("clause", "that", "quote", "fixed", "object"),
    "that": ("clause", "that", "quote", "person", "noun"),
    "clause": ("clause", "fixed", "person", "quote"),
    "infinitive": ("infinitive", "person", "clause"),
    "person": ("person", "infinitive", "object"),
    "object": ("object", "clause", "noun"),
}


@dataclass(frozen=True)
class Reading:
    """`cue` is None where the lexicon does not have it; `frame` says how the first content stands to it."""

    head: Token
    cue: Cue | None
    frame: str

    @property
    def cue_class(self) -> str:
        """The name of the class in this frame, turned where the cue is denied."""
        if self.cue is None:
            return DEFAULT_CLASS
        found = self.cue.class_in(*CLASS_FRAMES[self.frame])
        return found.denied if self.denied else found.name

    @property
    def denied(self) -> bool:
        """Whether "not" stands with the cue, or nobody or hardly anybody is its subject ("few experts believe")."""
        subjects = dependents(self.head, "subject")
        return denied(self.head) or any(first_word(one).lower_ in words("nobody") for one in subjects)

    @property
    def takes_listener(self) -> bool:
        """Whether the one spoken to may stand beside the cue ("told CNN")."""
        return self.cue is not None and "person" in self.cue.classes


def read_cue(cue: Span, content: Span) -> Reading:
    """How `cue` reports `content`, the first that belongs to it."""
    placed, tokens = _placed(cue)
    head = cue.doc[tokens[placed.start].i : tokens[placed.end - 1].i + 1].root if placed else cue.root
    return Reading(head, placed.cue if placed else None, _frame(head, placed.cue if placed else None, cue, content))


def _placed(cue: Span) -> tuple[PlacedCue | None, list[Token]]:
    """The lexicon's cue in the span, adverbs passed over where that finds a longer one ("is also aware of")."""
    best: tuple[PlacedCue | None, list[Token]] = (None, list(cue))
    for tokens in (list(cue), [token for token in cue if relation(token) != "adverb"]):
        head = next((place for place, token in enumerate(tokens) if token == cue.root), 0)
        placed = placed_cue([token.text for token in tokens], head)
        if placed and (best[0] is None or placed.end - placed.start > best[0].end - best[0].start):
            best = placed, tokens
    return best


def _frame(head: Token, known: Cue | None, cue: Span, content: Span) -> str:
    if content.end <= cue.start:
        return "before"
    first = content[0]
    if _subordinates(first.lower_) or first.is_quote or first.text in quotation_marks()[0].open:
        return "that"
    return _frame_by_tree(head, content) if is_parsed(head) else _frame_by_words(known, content)


def _frame_by_tree(head: Token, content: Span) -> str:
    tops = [
        token for token in content if token.head.i < content.start or token.head.i >= content.end or _is_root(token)
    ]
    complement = next((token for token in tops if relation(token) == "complement"), None)
    if complement is None:
        return "object" if any(_is_noun_of(token, head) for token in tops) else "clause"
    marker = next((child.lower_ for child in complement.lefts if child.i < complement.i and _introduces(child)), "")
    if _subordinates(marker):
        return "that"
    if marker in words("preposition") - {"to"}:
        return "object"
    if marker == "to":
        return "person" if dependents(complement.head, "object", "passive subject") else "infinitive"
    return "object" if any(relation(token) == "object" for token in tops) else "clause"


def _subordinates(word: str) -> bool:
    return word == "that" or word in words("question")


def _introduces(child: Token) -> bool:
    return relation(child) in ("marker", "preposition") or child.lower_ == "to"


def _is_noun_of(token: Token, head: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and (
        relation(token) == "object" or token.dep_ in ("obl", "nmod", "pobj") or token.head == head
    )


def _is_root(token: Token) -> bool:
    return bool(token.head == token)


def _frame_by_words(known: Cue | None, content: Span) -> str:
    if known is None:
        return "clause"
    if content[0].lower_ == "to":
        return "infinitive"
    asked = "person" in known.classes and "object" in known.classes
    if asked and any(token.lower_ == "to" for token in content[1:]):
        return "person"
    verbal = any(token.lower_ in words("auxiliary") for token in content)
    return "clause" if "clause" in known.classes and (verbal or "object" not in known.classes) else "object"
