"""The weights by which two are found to be set against each other, and how, fitted on coded articles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.evaluation.codings import Coded, coded_articles
from analysis.evaluation.gold import aligned, scorer
from analysis.evaluation.regression import Example, fitted
from analysis.guidelines import to_guidelines
from analysis.model.directed import DirectedStance
from analysis.pipeline import Analysis
from analysis.records import TensionType
from analysis.scene import known_and_placed
from analysis.settings import Settings
from analysis.tensions.detect import described
from analysis.tensions.kinds import TYPES
from analysis.tensions.pairs import Company, Pair
from analysis.tensions.view import View

# Many features, most of them seldom.
PRIOR = 5.0
BOTH_WAYS = ("disagreement", "friction")


@dataclass(frozen=True)
class Contest:
    """A sentence: the features of its pairs, and the types of tension that coders found between some of them. `lost`
    where they found one between others.
    """

    rows: Sequence[Mapping[str, float]]
    types: Mapping[int, Sequence[TensionType]]
    lost: bool


def tension_weights(gold: Path, texts: Path) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """The most likely weights of the pairs, and those of each type."""
    contests = [one for coded in coded_articles(gold, texts) for one in read(coded, gold / "score.py")]
    pairs = [
        Example((*one.rows, {}), tuple(one.types) or (len(one.rows),)) for one in contests if one.types or not one.lost
    ]
    told = [(one.rows[place], kind) for one in contests for place, found in one.types.items() for kind in found]
    by_kind = fitted([Example(_columns(row), (TYPES.index(kind),)) for row, kind in told], PRIOR)
    columns: dict[str, dict[str, float]] = {kind: {} for kind in TYPES}
    for name, weight in by_kind.items():
        kind, _, feature = name.partition(": ")
        columns[kind][feature] = weight
    return fitted(pairs, PRIOR), columns


def read(coded: Coded, score: Path) -> Iterator[Contest]:
    """The sentences of a coded article, with what the coders found there."""
    analysis = Analysis(coded.file, Settings())
    view = View(
        analysis.article,
        analysis.sentences,
        *known_and_placed(analysis.actors, analysis.mentions),
        analysis.statements,
        analysis.positions,
        analysis.issues,
    )
    told = _Told(scorer(score), view.text, coded.coding, to_guidelines(analysis.annotations("positions"))["actors"])
    for passage, pairs, rows in described(view, analysis.doc, Company(view), DirectedStance()):
        yield Contest(rows, *told.of((passage.span.start, passage.span.end), pairs))


def _columns(row: Mapping[str, float]) -> tuple[dict[str, float], ...]:
    return tuple({f"{kind}: {name}": value for name, value in row.items()} for kind in TYPES)


class _Told:
    """Which pairs of actors the coders set against each other at given words."""

    def __init__(self, scoring: Any, text: str, coding: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> None:
        self._scoring = scoring
        self._met, self._meant = aligned(scoring, coding["actors"], found)
        self._tensions = [
            (
                one,
                scoring.spans(text, one["evidence"]),
                *(set(scoring.lift(coding["actors"], one[side])) for side in "ab"),
            )
            for one in coding["tensions"]
        ]

    def of(self, place: tuple[int, int], pairs: Sequence[Pair]) -> tuple[dict[int, list[TensionType]], bool]:
        """The types by pair, the best fitting of those between whom a tension lies; and whether one lies elsewhere."""
        types: dict[int, list[TensionType]] = {}
        lost = False
        for tension, spans, a, b in self._tensions:
            if self._scoring.overlap(spans, [place]):
                fits = [(self._fit(tension, a, b, pair), number) for number, pair in enumerate(pairs)]
                best = max((fit for fit, _ in fits), default=0.0)
                lost |= not best
                for fit, number in fits:
                    if fit and fit == best:
                        types.setdefault(number, []).append(tension["type"])
        return types, lost

    def _fit(self, tension: Mapping[str, Any], a: set[str], b: set[str], pair: Pair) -> float:
        """How well a pair fits a tension: 0 for not at all, more for the very actors and the right direction."""
        actor, target = self._meant[pair.move.actor], self._meant[pair.target]
        forward, backward = bool(actor & a and target & b), bool(actor & b and target & a)
        if not forward and not backward:
            return 0.0
        exact = sum(self._met.get(one) in (tension["a"], tension["b"]) for one in (pair.move.actor, pair.target))
        return 1.0 + exact + (0.5 if forward or tension["type"] in BOTH_WAYS else 0.0)
