"""Whether someone spoken of is an actor of the article, or only met in passing.

A logistic regression on how the text speaks of it: an actor speaks, does things, wants something. The weights of
`worth.toml` are fitted on the 30 articles of gold/train, whose coders listed who speaks, wants or contends.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log

from analysis.actors.drafts import Draft
from analysis.actors.nouns import words
from analysis.grammar import relation
from analysis.weights import chance, read_weights

# The score from which on someone is an actor: the best F1 on gold/train, to 0.05.
THRESHOLD = 0.45


def worth(draft: Draft, tokens: int) -> float:
    """The chance that a reader counts the draft among the actors of a text of so many tokens."""
    return chance(features(draft, tokens), read_weights(__file__))


def reasons(draft: Draft) -> str:
    """What told most for the draft, in words."""
    weights = read_weights(__file__)
    told = [(weights.get(one.__name__, 0.0) * one(draft), one.__doc__ or "") for one in FEATURES]
    best = sorted((row for row in told if row[0] > 0 and row[1]), reverse=True)[:3]
    return "; ".join(text.rstrip(".").lower() for _, text in best) or "spoken of"


def features(draft: Draft, tokens: int) -> dict[str, float]:
    """The features of a draft, by name."""
    found = {feature.__name__: float(feature(draft)) for feature in FEATURES}
    return found | {"bias": 1.0, "late": min(found.head.i for found in draft.found) / tokens, draft.kind: 1.0}


def speaks(draft: Draft) -> float:
    """The source of a statement."""
    return any(found.source for found in draft.found)


def speaks_often(draft: Draft) -> float:
    """The source of several statements."""
    return log(max(1, sum(found.source for found in draft.found)))


def often(draft: Draft) -> float:
    """Mentioned often."""
    return log(len(draft.found))


def once(draft: Draft) -> float:
    """Mentioned once."""
    return len(draft.found) == 1


def acts(draft: Draft) -> float:
    """The subject of a verb."""
    return any(relation(found.head) in ("subject", "agent") for found in draft.found)


def acts_often(draft: Draft) -> float:
    """The subject of several verbs."""
    return log(1 + sum(relation(found.head) in ("subject", "agent") for found in draft.found))


def acted_upon(draft: Draft) -> float:
    """The object of a verb."""
    return any(relation(found.head) in ("object", "passive subject") for found in draft.found)


def owns(draft: Draft) -> float:
    """Something is said to be its own."""
    return any(relation(found.head) == "possessor" for found in draft.found)


def only_describes(draft: Draft) -> float:
    """Only ever stands before another noun."""
    return all(relation(found.head) in ("modifier", "title") for found in draft.found)


def only_depends(draft: Draft) -> float:
    """Only ever stands behind a preposition."""
    return all(any(relation(child) == "preposition" for child in found.head.children) for found in draft.found)


def named(draft: Draft) -> float:
    """Has a name."""
    return draft.named


def known(draft: Draft) -> float:
    """In the registry."""
    return draft.known is not None


def full_name(draft: Draft) -> float:
    """A name of several words."""
    return draft.named and " " in draft.name


def has_role(draft: Draft) -> float:
    """The text gives a role."""
    return bool(draft.role_words)


def belongs(draft: Draft) -> float:
    """Speaks for someone."""
    return draft.speaks_for is not None


def described(draft: Draft) -> float:
    """Words before it say which."""
    return bool(draft.modifiers)


def is_part(draft: Draft) -> float:
    """Some of many."""
    return draft.name.split()[0].lower() in words("partitive")


def bare(draft: Draft) -> float:
    """A noun and nothing more."""
    return not draft.named and " " not in draft.name


def by_pronoun(draft: Draft) -> float:
    """Taken up by pronouns."""
    return any(found.form == "pronoun" for found in draft.found)


def long_name(draft: Draft) -> float:
    return len(draft.name.split()) > 6


FEATURES: tuple[Callable[[Draft], float], ...] = (
    speaks, speaks_often, often, once, acts, acts_often, acted_upon, owns, only_describes, only_depends, named, known,
    full_name, has_role, belongs, described, is_part, bare, by_pronoun, long_name,
)  # fmt: skip
