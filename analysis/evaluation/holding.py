"""The weights by which candidates are chosen as positions, fitted on coded articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.evaluation.codings import Coded, coded_articles
from analysis.evaluation.gold import scorer
from analysis.evaluation.regression import logistic
from analysis.guidelines import to_guidelines
from analysis.pipeline import Analysis
from analysis.positions.candidates import find_candidates
from analysis.positions.choose import cases
from analysis.positions.clauses import characters
from analysis.positions.decide import features
from analysis.positions.telling import Telling
from analysis.scene import known_and_placed
from analysis.settings import Settings
from analysis.weights import Weights, chance

# Many features, most of them seldom.
PRIOR = 5.0
ROUNDS = 2


@dataclass(frozen=True)
class Read:
    """The features of an article's candidates and, of each, the coded positions that it may be."""

    rows: tuple[Mapping[str, float], ...]
    right: tuple[tuple[int, ...], ...]


def position_weights(gold: Path, texts: Path) -> dict[str, float]:
    """The most likely weights on the coded articles.

    At first every candidate at the words and of the holder of a coded position counts as it, then only the likeliest;
    those that come after it are left out, being neither right nor wrong.
    """
    articles = [read(one, gold / "score.py") for one in coded_articles(gold, texts)]
    rows = [row for article in articles for row in article.rows]
    weights = logistic(rows, [bool(right) for article in articles for right in article.right], PRIOR)
    for _ in range(ROUNDS):
        kept = [pair for article in articles for pair in labelled(article, weights)]
        weights = logistic([row for row, _ in kept], [label for _, label in kept], PRIOR)
    return weights


def read(one: Coded, score: Path) -> Read:
    """A coded article, read up to its statements."""
    analysis = Analysis(one.file, Settings())
    placed = known_and_placed(analysis.actors, analysis.mentions)
    scene = Telling(analysis.article, analysis.sentences, *placed, analysis.statements, analysis.doc)
    candidates = find_candidates(scene)
    matching = _Matching(scorer(score), scene.text, one.coding, _actors(analysis))
    right = tuple(matching(held.holder, characters(scene.doc, scene.text, held.place)) for held in candidates)
    return Read(tuple(features(case) for case in cases(scene, candidates)), right)


def labelled(article: Read, weights: Weights) -> list[tuple[Mapping[str, float], bool]]:
    """The candidates that are a coded position by themselves, or none at all."""
    found: list[tuple[Mapping[str, float], bool]] = []
    used: set[int] = set()
    for row, right in sorted(zip(article.rows, article.right, strict=True), key=lambda one: -chance(one[0], weights)):
        free = [place for place in right if place not in used]
        used |= set(free[:1])
        if free or not right:
            found.append((row, bool(free)))
    return found


def _actors(analysis: Analysis) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = to_guidelines(analysis.annotations("statements"))["actors"]
    return listed


class _Matching:
    """Which coded positions are at given words, of a given holder or whom it speaks for."""

    def __init__(self, scoring: Any, text: str, listed: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> None:
        self._scoring = scoring
        met = scoring.align(listed["actors"], found)
        self._meant = {one["id"]: set(scoring.lift(found, one["id"], met)) - {None} for one in found}
        self._wanted = [
            (scoring.spans(text, one["evidence"]), set(scoring.lift(listed["actors"], one["actor"])))
            for one in listed["positions"]
        ]

    def __call__(self, holder: str, place: tuple[int, int]) -> tuple[int, ...]:
        return tuple(
            number
            for number, (spans, actors) in enumerate(self._wanted)
            if actors & self._meant[holder] and self._scoring.overlap(spans, [place])
        )
