"""What a content asserts: its main predicates, and which of its words bear on them.

A word in a subordinate clause bears on that clause alone: "Kyiv will win, because Russia may falter" is said flatly.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from analysis.grammar import Relation, dependents, is_infinitive, relation
from analysis.lexicon import verb_forms, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Predicates that hand the assertion on to the clause below them: "I think he won", "it is likely that", "is going to".
HANDING_ON = frozenset(
    {"likely", "unlikely", "possible", "probable", "certain", "sure", "conceivable", "set", "poised", "due"}
)
HANDING_VERBS = frozenset().union(
    *map(
        verb_forms,
        ("think", "believe", "guess", "suppose", "suspect", "seem", "appear", "expect", "go", "plan", "feel"),
    )
)
BOUNDARIES: frozenset[Relation] = frozenset(
    {"adverbial clause", "noun clause", "relative clause", "complement", "aside"}
)


class Scope:
    """The first sentence of a content: its `tokens`, and the `predicates` that it asserts, in order."""

    def __init__(self, content: Span) -> None:
        end = next((token.i for token in content[1:] if token.is_sent_start), content.end)
        self.content = content
        self.tokens = tuple(content.doc[content.start : end])
        inside = range(content.start, end)
        tops = [token for token in self.tokens if token.head.i not in inside or token.head == token]
        self.predicates = sorted(_asserted([token for token in tops if not _is_minor(token)], inside))
        self._asserted = set(self.predicates)

    @property
    def asks(self) -> bool:
        """Whether the content is a question, or an indirect one ("whether aid will come")."""
        first = self.tokens[0]
        indirect = first.lower_ in words("question") and self.asserts(first.head)
        return bool(indirect or self.content.text.rstrip("”\"’' ").endswith("?"))

    def asserts(self, token: Token) -> bool:
        return token.i in self._asserted

    def bears_on(self, token: Token) -> bool:
        """Whether no clause boundary lies between `token` and a predicate that the content asserts."""
        while token.i not in self._asserted:
            if relation(token) in BOUNDARIES or token.head == token:
                return False
            token = token.head
        return True

    def on_clause_of(self, token: Token) -> bool:
        """The same, the infinitives below such a predicate counted in ("ordered the troops to leave by Friday")."""
        while token.i not in self._asserted:
            if (relation(token) in BOUNDARIES and not is_infinitive(token)) or token.head == token:
                return False
            token = token.head
        return True


def _asserted(tops: list[Token], inside: Collection[int]) -> set[int]:
    """The places of the top predicates, of those joined to them, and of those they hand the assertion on to."""
    found: set[int] = set()
    waiting = list(tops)
    while waiting:
        token = waiting.pop()
        if token.i in found or token.i not in inside:
            continue
        found.add(token.i)
        waiting += dependents(token, "conjunct")
        if _hands_on(token):
            waiting += dependents(token, "complement")
            waiting += [child for child in dependents(token, "subject") if child.dep_.startswith("csubj")]
    return found


def _hands_on(token: Token) -> bool:
    return token.lower_ in HANDING_ON or token.lower_ in HANDING_VERBS


def _is_minor(token: Token) -> bool:
    return token.is_punct or token.is_space or relation(token) == "marker" or token.dep_ == "cc"
