"""The word at the head of a noun phrase, and the words that name the same thing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.grammar import adjuncts, dependents, is_parsed, relation
from analysis.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Where the head ends in a phrase without a tree: "sources" in "sources familiar with the matter".
HEAD_ENDS = ("preposition", "relative", "coordinator")
AFTER_HEAD = frozenset({"familiar", "close", "briefed", "involved", "present", "who", ",", "(", "—", "–"})
# Labels by which the parts of a name hang on one another.
NAME_PARTS = frozenset({"flat", "compound"})


def head_of(phrase: Span) -> Token:
    """The head, or the name that a tree sets beside it as if it were another ("nominee Donald Trump"). Without a tree,
    the last word before what is added to it.
    """
    if not is_parsed(phrase[0]):
        return phrase[_core_length(phrase) - 1]
    root = phrase.root
    beside = (word for word in phrase if word.i > root.i and word.head == root.head and word.pos_ == "PROPN")
    return next((word for word in beside if root.is_lower or word.ent_type_ == "PERSON"), root)


def meant_by(head: Token) -> Token:
    """The noun that a head stands for: the officials in "one of the officials", those before "who"."""
    if head.lower_ in words("relative"):
        return _antecedent(head)
    if head.lower_ in words("picked"):
        return next((noun for preposition, noun in adjuncts(head) if preposition == "of"), head)
    return head


def coordinates(head: Token) -> list[Token]:
    """The head and the nouns joined to it by "and" or a comma; "he or she" is one."""
    joined = [word for word in dependents(head, "conjunct") if word.pos_ in NOUNS]
    return [head, *(word for word in joined if not any(child.lower_ == "or" for child in word.lefts))]


def appositions(head: Token) -> list[Token]:
    """Names set beside a noun ("a spokesman, Ned Price"), not examples of it ("officials, including Ned Price")."""
    beside = [child for child in head.rights if relation(child) in ("apposition", "title") or child.dep_ in NAME_PARTS]
    return [child for child in beside if not any(relation(word) == "preposition" for word in child.children)]


def first_word(head: Token) -> Token:
    """The first word of the head's phrase: its determiner or first modifier, without what stands before a preposition
    ("earlier in the hearing").
    """
    first = head
    for child in reversed(list(head.lefts)):
        if relation(child) == "preposition" or child.dep_ in ("cc", "punct"):
            break
        first = child.left_edge
    return first


def _antecedent(pronoun: Token) -> Token:
    """The noun that the relative clause of `pronoun` hangs on, else the pronoun."""
    for ancestor in pronoun.ancestors:
        if relation(ancestor) in ("noun clause", "relative clause"):
            return ancestor.head
    return pronoun


def _core_length(phrase: Span) -> int:
    for place, token in enumerate(phrase):
        if place and (token.lower_ in AFTER_HEAD or any(token.lower_ in words(name) for name in HEAD_ENDS)):
            return place
    return len(phrase)
