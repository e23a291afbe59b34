"""The weights by which candidates are chosen as positions, fitted on coded articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from analysis.evaluation.codings import Coded, given_articles, our_articles
from analysis.evaluation.gold import aligned, scorer
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
# What a candidate of our own codings counts beside one of gold/train: the best F1 there by cross-validation.
OURS_COUNT = 0.3
# The features of a candidate and whether it is a position.
Labelled = tuple[Mapping[str, float], bool]


@dataclass(frozen=True)
class Read:
    """The features of an article's candidates and, of each, the coded positions that it may be; what each counts."""

    rows: tuple[Mapping[str, float], ...]
    right: tuple[tuple[int, ...], ...]
    count: float = 1.0


def position_weights(gold: Path, texts: Path) -> dict[str, float]:
    """The most likely weights on the coded articles.

    At first every candidate at the words and of the holder of a coded position counts as it, then only the likeliest;
    those that come after it are left out, being neither right nor wrong.
    """
    score = gold / "score.py"
    articles = [read(one, score) for one in given_articles(gold, texts)]
    articles += [replace(read(one, score), count=OURS_COUNT) for one in our_articles(texts)]
    weights = _fitted(articles, lambda one: zip(one.rows, map(bool, one.right), strict=True))
    for _ in range(ROUNDS):
        weights = _fitted(articles, partial(labelled, weights=weights))
    return weights


def _fitted(articles: Sequence[Read], examples: Callable[[Read], Iterable[Labelled]]) -> dict[str, float]:
    kept = [(*pair, one.count) for one in articles for pair in examples(one)]
    rows, labels, counts = zip(*kept, strict=True)
    return logistic(rows, labels, PRIOR, counts)


def read(one: Coded, score: Path) -> Read:
    """A coded article, read up to its statements."""
    analysis = Analysis(one.file, Settings())
    placed = known_and_placed(analysis.actors, analysis.mentions)
    scene = Telling(analysis.article, analysis.sentences, *placed, analysis.statements, analysis.doc)
    candidates = find_candidates(scene)
    matching = _Matching(scorer(score), scene.text, one.coding, _actors(analysis))
    right = tuple(matching(held.holder, characters(scene.doc, scene.text, held.place)) for held in candidates)
    return Read(tuple(features(case) for case in cases(scene, candidates)), right)


def labelled(article: Read, weights: Weights) -> list[Labelled]:
    """The candidates that are a coded position by themselves, or none at all."""
    found: list[Labelled] = []
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
        _, self._meant = aligned(scoring, listed["actors"], found)
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
