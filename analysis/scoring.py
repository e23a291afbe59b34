"""Judgements as tables of small functions, each of which says why.

A `Feature` looks at a subject and returns `Evidence`; its docstring's first line is its description in the
report. `combine` is the only arithmetic.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from analysis.records import Span

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A score from 0 to 1 (or -1 to 1 where direction matters), why, and the words it was read from."""

    score: float
    reason: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature(Generic[Subject]):
    """One row of a table: a small function and how much its score counts."""

    func: Callable[[Subject], Evidence]
    weight: float

    @property
    def name(self) -> str:
        return self.func.__name__

    @property
    def description(self) -> str:
        return (self.func.__doc__ or "").strip().split("\n")[0]


def parts(features: Iterable[Feature[Subject]], subject: Subject) -> list[tuple[Feature[Subject], Evidence]]:
    """Each feature with what it found, those that found nothing left out."""
    found = ((feature, feature.func(subject)) for feature in features)
    return [(feature, evidence) for feature, evidence in found if evidence.score]


def combine(features: Iterable[Feature[Subject]], subject: Subject) -> Evidence:
    """The weighted sum of all features; its reason joins theirs, its spans are theirs in order, once each."""
    rows = parts(features, subject)
    score = sum(feature.weight * evidence.score for feature, evidence in rows)
    reason = "; ".join(evidence.reason for _, evidence in rows if evidence.reason)
    spans = tuple(dict.fromkeys(span for _, evidence in rows for span in evidence.spans))
    return Evidence(score, reason, spans)
