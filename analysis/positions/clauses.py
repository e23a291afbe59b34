"""Clauses cut out of the tree, as evidence and as propositions."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from analysis.arguments import is_predicate
from analysis.grammar import relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

EVIDENCE_WORDS = (5, 60)
PROPOSITION_WORDS = 15
PUNCTUATION = 3  # tokens of a proposition that are no words
ENDS = "“‘”’\"'«» ,.;:!–—"
LEAD = re.compile(
    r"^(?:that|because|but|and|so|to be sure|well,|rather,|instead,|if|whether|while|although|though)\s+", re.I
)
# Clauses that a long proposition does without.
LONG = ("acl:relcl", "relcl", "parataxis")
LONGER = (*LONG, "advcl", "acl", "conj", "cc")
DO = frozenset({"do", "does", "did"})
_NO_QUOTES = str.maketrans("", "", '“”«»"')


class Place(NamedTuple):
    """Tokens `[start, end)`."""

    start: int
    end: int

    def within(self, other: Place) -> Place:
        """What lies in `other` too; the whole of `other` where nothing does."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Place(start, end) if start < end else other

    def share(self, other: Place) -> float:
        """How much of the shorter of the two lies in the other."""
        common = min(self.end, other.end) - max(self.start, other.start)
        return max(0, common) / min(self.end - self.start, other.end - other.start)


def clause(head: Token) -> Place:
    """The words of a predicate's clause, without the clauses joined to it that stand by themselves."""
    words = [token.i for token in _words(head) if not token.is_punct and not token.is_space]
    return Place(min(words, default=head.i), max(words, default=head.i) + 1)


def stands_alone(token: Token) -> bool:
    """Whether a clause joined to another is one of its own: "..., and Kyiv left", "... and backed the bill"."""
    return relation(token) in ("conjunct", "aside") and is_predicate(token)


def _words(head: Token, without: Collection[str] = ()) -> list[Token]:
    """The words of a clause but for those that hang on it in one of some ways, and the clauses that stand alone."""
    found, waiting = [], [head]
    while waiting:  # a tree may be deeper than Python calls itself
        found.append(waiting.pop())
        children = list(found[-1].children)
        for child in reversed(children):
            joins = child.dep_ == "cc" and (stands_alone(child.head) or any(map(stands_alone, children)))
            if not (stands_alone(child) or joins or child.dep_ in without):
                waiting.append(child)
    return found


def widened(place: Place, whole: Place) -> Place:
    """Evidence that stands by itself: `whole` where the place is too short, its first words where too long."""
    start, end = place if place.end - place.start >= EVIDENCE_WORDS[0] else whole
    return Place(start, min(end, start + EVIDENCE_WORDS[1]))


def characters(doc: Doc, text: str, place: Place) -> tuple[int, int]:
    """The characters of evidence: without blanks and commas at its ends, with the quotation mark it opens closed."""
    start, end = doc[place.start].idx, doc[place.end - 1].idx + len(doc[place.end - 1])
    while start < end and text[start] in " \n\t\xa0,;:–—-)":
        start += 1
    while start < end and text[end - 1] in " \n\t\xa0,;:–—-(":
        end -= 1
    if text[start:end].count("“") > text[start:end].count("”"):
        closing = re.match(r"[.,?!]?”", text[end : end + 2])
        end += closing.end() if closing else 0
    return start, end


def proposition(head: Token, within: Place, without: Collection[Token] = ()) -> str:
    """A clause as a proposition of at most fifteen words: no conjunction before it, no quotation marks, and none of the
    words `without`, nor the "do" that carries a "not" among them.
    """
    left_out = {one.i for one in without} | {one.i - 1 for one in without if one.nbor(-1).lower_ in DO}
    if not is_predicate(head):
        left_out |= {child.i for child in head.children if child.dep_ == "case"}
    for inner in ((), LONG, LONGER):
        found = [token for token in _told(head, within, inner) if token.i not in left_out]
        if len(found) <= PROPOSITION_WORDS + PUNCTUATION:
            break
    words = " ".join("".join(token.text_with_ws for token in found).translate(_NO_QUOTES).split())
    parts = LEAD.sub("", words.strip(ENDS), count=1).split(" ")
    cut = len(parts) > PROPOSITION_WORDS
    return " ".join(parts[:PROPOSITION_WORDS]).rstrip(",;:–—.") + (" …" if cut else "")


def _told(head: Token, within: Place, without: Collection[str]) -> list[Token]:
    """What the clause says inside the given words, in order; all of them, where a mere noun is at their head."""
    words = head.doc[within.start : within.end]
    if words.root == head and not is_predicate(head):
        return list(words)
    return sorted(
        (token for token in _words(head, without) if within.start <= token.i < within.end), key=lambda one: one.i
    )
