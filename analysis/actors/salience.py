"""How much a text is about each of its actors: the chance that a summary names it.

A logistic regression on where, how often and how the actor is spoken of. The weights of `salience.toml` are fitted on
GUM train, whose salient entities are those that one of five summaries names (Lin and Zeldes 2024).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log

from analysis.actors.drafts import Draft
from analysis.grammar import relation
from analysis.weights import chance, read_weights


@dataclass(frozen=True, slots=True)
class Place:
    """An actor in a text of so many tokens."""

    draft: Draft
    tokens: int


def rate(drafts: Iterable[Draft], tokens: int) -> None:
    """Set the `salience` of each draft, from 0 to 1. `tokens` is the length of the text."""
    weights = read_weights(__file__)
    for draft in (draft for draft in drafts if not draft.bystander):
        draft.salience = round(chance(features(Place(draft, tokens)), weights), 3)


def features(place: Place) -> dict[str, float]:
    """The features of an actor, by name."""
    return {feature.__name__: float(feature(place)) for feature in FEATURES}


def bias(place: Place) -> float:
    """Any actor."""
    return 1.0


def share(place: Place) -> float:
    """Many of the text's words are about it."""
    return log(1 + 1000 * len(place.draft.found) / place.tokens)


def named_often(place: Place) -> float:
    """Named often."""
    return log(1 + sum(found.form == "name" for found in place.draft.found))


def named(place: Place) -> float:
    """Has a name."""
    return place.draft.named


def once(place: Place) -> float:
    """Mentioned once."""
    return len(place.draft.found) == 1


def opening(place: Place) -> float:
    """In the first sentence."""
    return _first(place) < next(place.draft.found[0].span.doc.sents).end


def late(place: Place) -> float:
    """First met late."""
    return log(1 + _first(place))


def subject(place: Place) -> float:
    """Often the subject of a verb."""
    return log(1 + sum(relation(found.head) == "subject" for found in place.draft.found))


def people(place: Place) -> float:
    """Several people."""
    return place.draft.sort == "people"


def nameless(place: Place) -> float:
    """Known by pronouns alone."""
    return place.draft.nameless


FEATURES: tuple[Callable[[Place], float], ...] = (
    bias, share, named_often, named, once, opening, late, subject, people, nameless,
)  # fmt: skip


def _first(place: Place) -> int:
    return min(found.head.i for found in place.draft.found)
