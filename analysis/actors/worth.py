"""Whether someone spoken of is an actor of the article, or only met in passing.

A logistic regression on how the text speaks of it: an actor speaks, does things, wants something. The weights of
`worth.toml` are fitted on coded articles, whose coders listed who speaks, wants or contends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log

from analysis.actors.drafts import Draft, Found
from analysis.actors.nouns import words
from analysis.grammar import relation
from analysis.lexicon import cue_at
from analysis.weights import chance, read_weights

# The score from which on someone is an actor: the best F1 on gold/train by cross-validation, to 0.05.
THRESHOLD = 0.45
CUE_WORDS = 4  # the longest cue
PREPOSITIONS = frozenset(
    {"of", "in", "with", "by", "from", "to", "for", "against", "on", "at", "among", "between", "about", "like", "as"}
)
OPENING = 100  # tokens


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
    found |= {place: 1.0 for one in draft.found for place in _places(one)}
    return found | {"bias": 1.0, "late": min(one.head.i for one in draft.found) / tokens, draft.kind: 1.0}


def _places(found: Found) -> Iterator[str]:
    """Where a mention stands: what it does, or is done to it, by the class of the verb; behind which preposition."""
    head = found.head
    how = relation(head)
    if how in ("subject", "agent"):
        yield f"does {_class(found)}"
    elif how in ("object", "passive subject"):
        yield f"suffers {_class(found)}"
    elif how in ("possessor", "conjunct", "apposition", "modifier", "title"):
        yield f"as {how}"
    else:
        before = (child.lower_ for child in head.children if relation(child) == "preposition")
        yield from (f"behind {word if word in PREPOSITIONS else 'another'}" for word in list(before)[:1])


def _class(found: Found) -> str:
    """The class of the cue that the mention hangs on, "plain" where it is no cue."""
    verb = found.head.head
    cue = cue_at([token.lower_ for token in verb.doc[verb.i : verb.i + CUE_WORDS]])
    return next(iter(cue.cue.classes.values())).name if cue else "plain"


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


def in_sentences(draft: Draft) -> float:
    """Mentioned in several sentences."""
    return log(len({found.head.sent.start for found in draft.found}))


def opening(draft: Draft) -> float:
    """Among the first words."""
    return min(found.head.i for found in draft.found) < OPENING


def plural(draft: Draft) -> float:
    """Several."""
    return draft.plural


FEATURES: tuple[Callable[[Draft], float], ...] = (
    speaks, speaks_often, often, once, acts, acts_often, acted_upon, owns, only_describes, only_depends, named, known,
    full_name, has_role, belongs, described, is_part, bare, by_pronoun, long_name, in_sentences, opening,
    plural,
)  # fmt: skip
