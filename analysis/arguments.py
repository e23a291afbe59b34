"""Who does what to whom: the actors around a predicate, read from the tree.

Subjects are followed through control and raising ("urging Ukraine to show"), coordination, relative clauses and
participles ("signed a decree barring talks": who signed also bars); passives are turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from analysis.grammar import adjuncts, dependents, relation, subject
from analysis.lexicon import words
from analysis.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs whose subject, not whose object, does what the infinitive after them says.
SUBJECT_CONTROL = frozenset({"promise", "promises", "promised", "promising", "threaten", "threatened", "threatening"})
# Nouns that stand for those after "of": "members of Congress", "one of the senators".
PARTS = frozenset({"member", "members", "part", "most", "many", "some", "all", "rest", "majority", "leader", "leaders"})
WHOSE = frozenset({"nmod:poss", "poss"})
PARTICIPLES = ("ed", "en", "wn", "ne", "de")


class Party(NamedTuple):
    """An actor's id, and the word that names it at this place."""

    actor: str
    token: Token


class Arguments:
    """The predicates of a Doc with the actors among their arguments."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention]) -> None:
        self.doc = doc
        self._actors: dict[int, str] = {}
        for mention in sorted(mentions, key=lambda one: one.span.end - one.span.start, reverse=True):
            place = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if place is not None:
                self._actors[place.root.i] = mention.actor

    def named(self, noun: Token) -> list[Party]:
        """The actors that a noun and those joined to it by "and" mean; "who" means what it hangs on."""
        found: list[Party] = []
        waiting = [noun]
        while waiting:  # each of a long list hangs on the one before
            one = waiting.pop()
            found += self._meant(one)
            waiting += [child for child in reversed(dependents(one, "conjunct")) if child.pos_ not in ("VERB", "AUX")]
        return found

    def agents(self, predicate: Token) -> list[Party]:
        """Who does what `predicate` says; whose it is, for a noun."""
        found = [party for noun in _agents(predicate) for party in self.named(noun)]
        return found or (self._controllers(predicate) if _own_agent(predicate) is None else [])

    def patients(self, predicate: Token) -> list[Party]:
        """Whom it is done to."""
        return [party for noun in _patients(predicate) for party in self.named(noun)]

    def others(self, predicate: Token) -> Iterator[tuple[str, Party]]:
        """The actors that hang on it by a preposition, each after this."""
        for preposition, noun in adjuncts(predicate):
            if noun.dep_ != "obl:agent":
                for party in self.named(noun):
                    yield preposition, party

    def inside(self, start: int, end: int) -> list[Party]:
        """The actors named in the tokens `[start, end)`, in order."""
        return [Party(self._actors[place], self.doc[place]) for place in range(start, end) if place in self._actors]

    def _meant(self, noun: Token) -> list[Party]:
        if noun.i in self._actors:
            return [Party(self._actors[noun.i], noun)]
        if noun.lower_ in words("relative") and noun.pos_ == "PRON":
            clause = next((one for one in noun.ancestors if relation(one) in ("noun clause", "relative clause")), None)
            return self.named(clause.head) if clause is not None else []
        if noun.lower_ in PARTS:
            return [party for preposition, one in adjuncts(noun) if preposition == "of" for party in self.named(one)]
        return [party for child in noun.children if _names(child) for party in self._meant(child)]

    def _controllers(self, predicate: Token) -> list[Party]:
        """Who does what a clause without a subject says: an argument of what it hangs on."""
        head, how = predicate.head, relation(predicate)
        if head == predicate:
            return []
        if how == "complement":
            by_object = [] if head.lower_ in SUBJECT_CONTROL else self.patients(head)
            return by_object or self.agents(head)
        if how in ("conjunct", "adverbial clause"):
            return self.agents(head)
        if how in ("noun clause", "relative clause"):
            return self.named(head) or self._owners(head)
        return []

    def _owners(self, noun: Token) -> list[Party]:
        """Whose a noun is, or who does something with it: who signs a decree decrees."""
        owners = [party for child in dependents(noun, "possessor") for party in self.named(child)]
        governed = relation(noun) in ("object", "complement") or noun.dep_.startswith("obl")
        return owners or (self.agents(noun.head) if governed else [])


def _names(child: Token) -> bool:
    """Whether a word names what the noun that it hangs on describes: "the writer David Frum", "Frum, a writer"."""
    return child.dep_ == "flat" or relation(child) in ("apposition", "title")


def is_passive(predicate: Token) -> bool:
    """Whether the subject of a verb, or the noun that it hangs on, is what it is done to."""
    if any(child.dep_ in ("aux:pass", "auxpass", "nsubj:pass", "nsubjpass") for child in predicate.children):
        return True
    reduced = predicate.dep_ in ("acl", "advcl") and predicate.lower_.endswith(PARTICIPLES)
    return reduced and not dependents(predicate, "object", "marker", "subject", "auxiliary")


def is_predicate(token: Token) -> bool:
    """Whether a token is a verb, or what a copula says of a subject."""
    return token.pos_ == "VERB" or any(relation(child) == "copula" for child in token.children)


def _own_agent(predicate: Token) -> Token | None:
    """The subject, be it an actor or not, of an active clause; a passive one without "by" keeps its agent to itself."""
    return subject(predicate) if not is_passive(predicate) else predicate


def _agents(predicate: Token) -> Iterator[Token]:
    if is_passive(predicate):
        yield from (noun for preposition, noun in adjuncts(predicate) if preposition == "by")
        return
    own = subject(predicate)
    if own is not None:
        yield own
    elif not is_predicate(predicate):
        yield from (child for child in predicate.children if child.dep_ in WHOSE)


def _patients(predicate: Token) -> Iterator[Token]:
    if is_passive(predicate):
        own = subject(predicate)
        yield own if own is not None else predicate.head
        return
    yield from dependents(predicate, "object")
