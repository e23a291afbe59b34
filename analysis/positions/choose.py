"""The candidates that are positions, none of which says what a better one of the same holder says by the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.overlaps import Overlaps
from analysis.positions import decide
from analysis.positions.candidates import Candidate
from analysis.positions.decide import Case, features
from analysis.positions.telling import Telling
from analysis.weights import chance, read_weights

SAME_WORDS = 0.5  # of the shorter of two places


def chances(scene: Telling, candidates: Sequence[Candidate]) -> list[float]:
    """How likely each candidate is a position, from 0 to 1."""
    weights = read_weights(str(decide.__file__))
    return [chance(features(case), weights) for case in cases(scene, candidates)]


def cases(scene: Telling, candidates: Sequence[Candidate]) -> list[Case]:
    """Each candidate with what surrounds it."""
    held: dict[str, Overlaps[Candidate]] = defaultdict(Overlaps)
    for one in candidates:
        held[one.holder].add(*one.place, one)
    found = []
    for one in candidates:
        words = scene.doc[one.place.start : one.place.end]
        rivals = sum(other.place.share(one.place) >= SAME_WORDS for other in held[one.holder].at(*one.place)) - 1
        found.append(Case(one, scene, words, frozenset(token.lower_ for token in words), rivals))
    return found


def choose(candidates: Sequence[Candidate], sure: Mapping[Candidate, float], least: float) -> list[Candidate]:
    """The candidates of at least such a chance, the likeliest of a holder's that share their words."""
    held: dict[str, Overlaps[Candidate]] = defaultdict(Overlaps)
    chosen: set[Candidate] = set()
    for one in sorted(candidates, key=lambda one: -sure[one]):
        rivals = held[one.holder].at(*one.place)
        if sure[one] >= least and all(one.place.share(other.place) < SAME_WORDS for other in rivals):
            held[one.holder].add(*one.place, one)
            chosen.add(one)
    return [one for one in candidates if one in chosen]
