"""Nominal phrases for actors: "some US officials", "a source familiar with the conversation", "the Kremlin spokesman".

A phrase is a noun of the list with what stands before it in the tree, and the words right after it that say which is
meant ("familiar with the discussions", "of the House committee"), up to a relative clause or a mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.actors.nouns import Noun, nouns, words
from analysis.grammar import relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_TAIL = 12
POSSESSIVES = {"'s", "’s", "'", "’"}
# Marks inside a phrase.
JOINING = frozenset({"-", "’", "'", "."})
BEFORE_HEAD = frozenset({"determiner", "modifier", "possessor", "title"})
# What comes after a head and says which is meant: phrases with a preposition, and what a participle or adjective opens.
AFTER_HEAD = frozenset({"nmod", "acl", "amod", "prep", "obl", "advmod"})


@dataclass(frozen=True)
class Chunk:
    """A nominal: `core` is the first token after the determiner, `end` the first after the head; `names` stand before
    the head, `tail_names` after it.
    """

    span: Span
    core: int
    head: int
    noun: Noun
    names: tuple[Span, ...]
    tail_names: tuple[Span, ...] = ()

    @property
    def doc(self) -> Doc:
        return self.span.doc

    @property
    def end(self) -> int:
        return self.head + 1

    @property
    def token(self) -> Token:
        return self.doc[self.head]

    @cached_property
    def determiner(self) -> str:
        return self.doc[self.span.start].lower_ if self.core > self.span.start else ""

    @property
    def partitive(self) -> bool:
        return self.determiner in words("partitive") or self.determiner.isdigit()

    @cached_property
    def tail(self) -> str:
        return str(self.doc[self.end : self.span.end].text)

    @cached_property
    def modifiers(self) -> tuple[str, ...]:
        """The words before the head, in lower case, without determiner and possessive marks."""
        return tuple(token.lower_ for token in self.doc[self.core : self.head] if token.text not in POSSESSIVES)

    @property
    def possessor(self) -> Span | None:
        """The name whose the head is: Putin in "Putin's foreign policy adviser"."""
        return next(
            (name for name in self.names if name.end < self.head and self.doc[name.end].text in POSSESSIVES), None
        )


def find_chunks(doc: Doc, plural_names: Mapping[int, Noun]) -> list[Chunk]:
    """Every nominal of the text, in order. `plural_names` are names such as "Republicans", by their last token."""
    names = {token.i: name for name in doc.ents for token in name}
    heads = ((token, plural_names.get(token.i) or _noun(token, names)) for token in doc)
    return [_chunk(token, noun, names) for token, noun in heads if noun]


def _noun(token: Token, names: Mapping[int, Span]) -> Noun | None:
    noun = nouns().get(token.lower_)
    if noun is None or token.i in names or token.pos_ not in ("NOUN", "PROPN", "ADJ", "") or is_modifier(token):
        return None
    capital_inside = token.text[0].isupper() and not token.is_sent_start
    titles_name = token.i + 1 in names
    return None if capital_inside and noun.sort != "office" and not titles_name else noun


def is_modifier(token: Token) -> bool:
    """Whether a noun only stands before another: "campaign officials", "police shooting"."""
    return relation(token) == "modifier" and token.i < token.head.i and token.head.pos_ != "PROPN"


def _chunk(head: Token, noun: Noun, names: Mapping[int, Span]) -> Chunk:
    doc = head.doc
    start = min([_first_before(head), *([names[head.i].start] if head.i in names else [])])
    start = _quantifier(head, start)
    core = _core(doc, start, head.i)
    own = range(core, names[head.i].start if head.i in names else head.i)
    end = _tail_end(head)
    inside = tuple(dict.fromkeys(names[i] for i in own if i in names))
    after = dict.fromkeys(names[i] for i in range(head.i + 1, end) if i in names)
    return Chunk(doc[start:end], core, head.i, noun, inside, tuple(name for name in after if name.end <= end))


def _first_before(head: Token) -> int:
    """The first token of what stands before the head in its own phrase."""
    first = head.i
    # What describes the bearer of a title stands before the title, and hangs on the name.
    before = [*head.lefts, *(child for child in head.head.lefts if relation(head) == "title" and child.i < head.i)]
    for child in sorted(before, key=lambda child: -child.i):
        if relation(child) not in BEFORE_HEAD or child.right_edge.i < first - 1 or _broken(child):
            break
        first = child.left_edge.i
    return first


def _broken(part: Token) -> bool:
    """Whether a mark or a verb stands among the words that hang on `part`: a clause, or a wrong tree."""
    inside = part.doc[part.left_edge.i : part.right_edge.i + 1]
    return any((token.is_punct and token.text not in JOINING) or token.pos_ == "AUX" for token in inside)


def _quantifier(head: Token, start: int) -> int:
    """Where the phrase begins if it is one of many: "some of" before "the officials"."""
    many = head.head
    counts = many.lower_ in words("partitive") or many.lower_ in ("one", "none")
    return many.i if counts and head.dep_ in ("nmod", "pobj") and start - 2 <= many.i < start else start


def _core(doc: Doc, start: int, head: int) -> int:
    """The first token after the determiners."""
    core = start
    while core < head and _determines(doc[core]):
        core += 1
    return core


def _determines(token: Token) -> bool:
    word = token.lower_
    return any(word in words(name) for name in ("definite", "indefinite", "partitive")) or token.is_digit


def _tail_end(head: Token) -> int:
    """Where the words end that say which of them is meant; right after the head where there are none."""
    end = head.i + 1
    for child in head.rights:
        if child.left_edge.i != end or not _says_which(child):
            break
        end = _unbroken(head.doc, end, min(child.right_edge.i + 1, head.i + 1 + LONGEST_TAIL))
        if end <= child.right_edge.i:
            break
    return end


def _says_which(child: Token) -> bool:
    return child.dep_.split(":")[0] in AFTER_HEAD and relation(child) != "relative clause"


def _unbroken(doc: Doc, start: int, end: int) -> int:
    """The end of the words from `start` on before the first mark, relative clause or break."""
    place = start
    while (
        place < end and not (doc[place].is_punct and doc[place].text not in ("-", "’", "'")) and not doc[place].is_space
    ):
        if relation(doc[place]) == "relative clause":
            place = max(start, doc[place].left_edge.i)
            break
        place += 1
    while place > start and doc[place - 1].pos_ in ("ADP", "DET", "CCONJ", "PART", "SCONJ"):
        place -= 1
    return place
