"""How surely something is said: the speaker's own hedge, by its place in the tree.

A hedge counts where it bears on what the content asserts. Likelihood words get the range that ICD 203 gives them, but
where they compare ("increasingly unlikely") they estimate nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.grammar import NEGATIONS, denied, dependents, is_infinitive, relation
from analysis.lexicon import likelihoods, verb_forms
from analysis.records import Certainty, Span
from analysis.statements.cue import Reading
from analysis.statements.scope import Scope

if TYPE_CHECKING:
    from spacy.tokens import Token

# Classes of cues whose content the speaker does not assert.
QUESTIONS = frozenset({"ask", "question", "decline"})
# After these, "could" is what someone is able or free to do.
ABLE = frozenset({"i", "we", "you"})


def find_certainty(reading: Reading, scope: Scope) -> Certainty:
    """The speaker's hedge; a likelihood word goes before another. What is asked or denied is not hedged."""
    if reading.cue_class in QUESTIONS or reading.denied or scope.asks:
        return Certainty()
    return next((found for rule in (_likelihoods, _hedges) for found in rule(scope)), Certainty())


def _likelihoods(scope: Scope) -> Iterator[Certainty]:
    for place, length in _matches(scope):
        words = scope.tokens[place : place + length]
        if _estimates(_top(words), scope):
            yield _likelihood(words)


def _likelihood(words: tuple[Token, ...]) -> Certainty:
    """A likelihood term with its range; one that compares has none, nor one that is denied, but for "not likely"."""
    head, term = _top(words), " ".join(word.lower_ for word in words)
    before = [child for child in head.lefts if child.i < words[0].i]
    comparing = [child for child in before if child.lower_ in _table()["comparison"]["words"]]
    if comparing:
        return _certainty((comparing[0], *words), f"{comparing[0].lower_} {term}")
    denying = [child for child in before if child.lower_ in NEGATIONS]
    if denying:
        turned = f"not {term}"
        return _certainty((denying[0], *words), turned, *likelihoods().get(turned, ()))
    return _certainty(words, term, *likelihoods()[term])


def _matches(scope: Scope) -> Iterator[tuple[int, int]]:
    """Places and lengths of likelihood terms, the longest at each place, none inside another."""
    lowered = [token.lower_ for token in scope.tokens]
    place = 0
    while place < len(lowered):
        fitting = (
            term for term in _terms().get(lowered[place], ()) if tuple(lowered[place : place + len(term)]) == term
        )
        term = next(fitting, None)
        if term:
            yield place, len(term)
        place += len(term) if term else 1


def _estimates(head: Token, scope: Scope) -> bool:
    """Whether a likelihood word is about the assertion, not about a thing ("the likely winner")."""
    if relation(head) == "modifier":
        return False
    if scope.asserts(head):
        return True
    return scope.asserts(head.head) and relation(head) in ("adverb", "subject", "object")


def _hedges(scope: Scope) -> Iterator[Certainty]:
    """Other hedges, in the order of the text."""
    return (found for token in scope.tokens for rule in HEDGES if (found := rule(token, scope)))


def _auxiliary(token: Token, scope: Scope) -> Certainty | None:
    """As "may" does; not the month, and not a "could" of ability."""
    if relation(token) != "auxiliary" or token.lower_ not in _hedge("auxiliaries") or not scope.asserts(token.head):
        return None
    return _certainty((token,)) if token.lower_ != "could" or _leaves_open(token.head) else None


def _leaves_open(predicate: Token) -> bool:
    """Whether "could" before it is a possibility: not "could not", "I could", nor what someone is able to perceive."""
    able = any(one.lower_ in ABLE for one in dependents(predicate, "subject"))
    never = any(child.lower_ in NEGATIONS for child in predicate.children)
    return not (never or able or predicate.lower_ in _table()["ability"]["verbs"])


def _adverb(token: Token, scope: Scope) -> Certainty | None:
    bears = relation(token) == "adverb" and token.lower_ in _hedge("adverbs") and scope.asserts(token.head)
    return _certainty((token,)) if bears else None


def _predicate(token: Token, scope: Scope) -> Certainty | None:
    """As in "it is possible that", "is not sure that", "appears to"."""
    if not scope.asserts(token):
        return None
    if token.lower_ in _hedge("denied") and denied(token):
        return _certainty((token,), f"not {token.lower_}")
    raises = token.lower_ in _forms("raising") and bool(dependents(token, "complement")) and not is_infinitive(token)
    return _certainty((token,)) if raises or token.lower_ in _hedge("predicates") else None


def _existence(token: Token, scope: Scope) -> Certainty | None:
    """As in "there is a chance that"."""
    none = any(child.lower_ == "no" for child in token.lefts)
    if token.lower_ not in _hedge("nouns") or none or not scope.asserts(token.head):
        return None
    return _certainty((token,)) if dependents(token.head, "expletive") else None


def _opinion(token: Token, scope: Scope) -> Certainty | None:
    """As "I think" does, the main clause or set into it."""
    main = scope.asserts(token) and bool(dependents(token, "complement"))
    if token.lower_ not in _forms("opinions") or not (main or relation(token) == "aside"):
        return None
    speaker = next((one for one in dependents(token, "subject") if one.lower_ in _hedge("speakers")), None)
    return _certainty(tuple(token.doc[speaker.i : token.i + 1])) if speaker is not None else None


HEDGES: tuple[Callable[[Token, Scope], Certainty | None], ...] = (
    _auxiliary,
    _adverb,
    _predicate,
    _existence,
    _opinion,
)


def _certainty(words: tuple[Token, ...], term: str = "", low: int | None = None, high: int | None = None) -> Certainty:
    found = words[0].doc[words[0].i : words[-1].i + 1]
    place = Span(found.start_char, found.end_char, found.text)
    return Certainty(term or place.quote.lower(), low, high, place)


def _top(words: tuple[Token, ...]) -> Token:
    places = {word.i for word in words}
    return next((word for word in words if word.head.i not in places or word.head == word), words[-1])


@cache
def _terms() -> dict[str, list[tuple[str, ...]]]:
    """The words of each likelihood term by the first, the longest term first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in sorted(likelihoods(), key=lambda term: (-len(term.split()), term)):
        found.setdefault(term.split()[0], []).append(tuple(term.split()))
    return found


def _hedge(group: str) -> list[str]:
    words: list[str] = _table()["hedge"][group]
    return words


@cache
def _forms(group: str) -> frozenset[str]:
    return frozenset().union(*map(verb_forms, _table()["hedge"][group]))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("likelihood.toml").read_text(encoding="utf-8"))
