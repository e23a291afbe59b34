"""Which actor met before a pronoun or a nominal means, by a ranking of all that are near.

Each candidate scores the sum of its features' weights, and so does "none of them"; the highest wins, and its share by
softmax is the confidence. The weights of `antecedents.toml`, a column for each kind of expression, are fitted on GUM
(a log-linear mention ranker after Denis and Baldridge 2008, with actors for candidates).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from analysis.actors.chunks import Chunk
from analysis.actors.drafts import Draft
from analysis.actors.memory import Met
from analysis.actors.nouns import words
from analysis.actors.pairs import FEATURES, Anaphor, Pair, features, features_of_none, speaks_on
from analysis.actors.turns import Turns
from analysis.grammar import relation
from analysis.weights import Weights, read_weights, weighed

if TYPE_CHECKING:
    from spacy.tokens import Token

# What it counts for that the last to speak speaks on ("he added"): by judgement, for GUM has next to no such pronouns.
SPEAKS_ON = 2.0
# How surely an epithet is put to its bearer.
EPITHET = 0.6
# Letters by which an adjective is known as its country's: "Ukrainian", "Ukraine".
STEM = 4
# Sentences that an expression looks back.
REACH = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """The actor chosen, None for one not met before; how sure; and the features that told."""

    draft: Draft | None
    confidence: float
    reason: str


def kind_of(pronoun: Token) -> str:
    """The column of a pronoun; empty for a word that is none, or means nothing ("it rains")."""
    if relation(pronoun) == "expletive":
        return ""
    return next((kind for kind in ("he", "she", "they", "it") if pronoun.lower_ in words(kind, "pronouns")), "")


def choose(anaphor: Anaphor, met: Iterable[Met], turns: Turns) -> Choice:
    """The best of those met for the expression."""
    pairs = fitting(anaphor, met, turns)
    weights = read_weights(__file__)[column(anaphor)]
    scores = [weighed(features(pair), weights) + SPEAKS_ON * speaks_on(pair) for pair in pairs]
    new = weighed(features_of_none(anaphor), weights)
    best = max(range(len(pairs)), key=scores.__getitem__, default=None)
    if best is None or scores[best] <= new:
        return _bearer(anaphor, pairs, scores)
    total = sum(exp(score - scores[best]) for score in (*scores, new))
    return Choice(pairs[best].met.draft, 1 / total, _reason(pairs[best], weights))


def _bearer(anaphor: Anaphor, pairs: list[Pair], scores: list[float]) -> Choice:
    """Who is called by an epithet, which news write in place of a name: the likeliest of the persons named near."""
    near = [place for place, pair in enumerate(pairs) if pair.met.distance <= REACH]
    named = [place for place in near if pairs[place].met.draft.kind == "person" and pairs[place].met.draft.named]
    if anaphor.chunk is None or not named or not _is_epithet(anaphor.chunk):
        return Choice(None, 0.0, "")
    draft = pairs[max(named, key=scores.__getitem__)].met.draft
    return Choice(draft, EPITHET, f"means {draft.name}: an epithet for one named before")


def _is_epithet(chunk: Chunk) -> bool:
    """Whether the nominal describes someone known, and names no office that one person holds ("the president")."""
    return chunk.determiner == "the" and not chunk.tail and chunk.noun.lemma in words("epithets")


def column(anaphor: Anaphor) -> str:
    return "he" if anaphor.kind == "she" else anaphor.kind


def fitting(anaphor: Anaphor, met: Iterable[Met], turns: Turns) -> list[Pair]:
    """Those that agree with the expression in sort and gender."""
    agreeing = [one for one in met if _agrees(anaphor, one.draft)]
    return [Pair(anaphor, one, rank, turns) for rank, one in enumerate(agreeing)]


def _agrees(anaphor: Anaphor, draft: Draft) -> bool:
    if anaphor.kind in ("he", "she"):
        return draft.sort == "person" and draft.gender in ("", anaphor.kind)
    if anaphor.kind == "they":
        return True
    if anaphor.kind == "it":
        return draft.sort in ("body", "thing")
    return draft.sort == anaphor.kind and not (anaphor.chunk and _is_new(anaphor.chunk, draft, anaphor.side))


def _is_new(chunk: Chunk, draft: Draft, side: str) -> bool:
    """Whether the words themselves say that it is another: "another official", and "some officials" but for those same
    words.
    """
    other = chunk.determiner in words("indefinite") or chunk.determiner in words("new_ones")
    part = chunk.partitive and draft.name.lower() != str(chunk.span.text).lower()
    return other or part or not _belongs(side, draft) or draft.other_gender(chunk.noun.lemma)


def _belongs(side: str, draft: Draft) -> bool:
    """Whether the draft may be of that side: "Ukrainian officials" are no "US officials"."""
    behind = draft.speaks_for.name if draft.speaks_for else ""
    untold = draft.kind == "person" and not (draft.role or draft.side or behind)
    return not side or untold or side[:STEM] in " ".join((draft.name, draft.role, draft.side, behind))


def _reason(pair: Pair, weights: Weights) -> str:
    """The three features that told most for the choice, in words."""
    found, reasons = features(pair), {feature.__name__: feature.__doc__ for feature in FEATURES}
    told = sorted(((weights.get(name, 0.0) * value, name) for name, value in found.items()), reverse=True)
    best = [reason.rstrip(".").lower() for score, name in told if score > 0 and (reason := reasons[name])]
    return f"means {pair.met.draft.name}: {'; '.join(best[:3])}" if best else f"means {pair.met.draft.name}"
