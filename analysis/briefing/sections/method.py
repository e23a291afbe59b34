"""How the records were made and how far they can be trusted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.accuracy import Figure
from analysis.briefing import prose
from analysis.lexicon import likelihood_rows, likelihoods
from analysis.records import Annotations, Judged

STAGES = ("model", "actors", "timeline", "statements", "positions", "tensions")
REVIEWED = ("accepted", "edited", "rejected")


@dataclass(frozen=True)
class Measured:
    """One measured figure, its numbers as the page prints them."""

    stage: str
    measure: str
    dataset: str
    n: str
    precision: str
    recall: str
    f1: str


@dataclass(frozen=True)
class Band:
    """One band of ICD 203: its words and its range in per cent."""

    words: str
    low: int
    high: int


@dataclass(frozen=True)
class Method:
    """The section. `foremost` are two figures of each extractor, `measured` all there are; `unmeasured` names the
    extractors without one; `review` says how much a person has seen.
    """

    foremost: tuple[Measured, ...]
    measured: tuple[Measured, ...]
    bands: tuple[Band, ...]
    unmeasured: str
    review: str
    records: str


def build(annotations: Annotations, figures: Sequence[Figure]) -> Method:
    """The section's view."""
    measured = {figure.stage for figure in figures}
    return Method(
        foremost=tuple(_measured(figure) for stage in STAGES[1:] for figure in _foremost(figures, stage)),
        measured=tuple(_measured(figure) for figure in figures),
        bands=tuple(_bands()),
        unmeasured=prose.listed(stage for stage in STAGES if stage not in measured),
        review=_review(list(annotations.records())),
        records=_records(annotations),
    )


@dataclass(frozen=True)
class Standing:
    """How far one section's extractor can be trusted: its plainest and its strictest figure, and what was reviewed."""

    measured: tuple[Measured, ...]
    review: str


def standing(annotations: Annotations, figures: Sequence[Figure], stage: str) -> Standing:
    """The standing of the records of `stage`."""
    rows = [_measured(figure) for figure in _foremost(figures, stage)]
    return Standing(tuple(rows), _review(getattr(annotations, stage)))


def _foremost(figures: Sequence[Figure], stage: str) -> list[Figure]:
    """The plainest and the strictest figure of a stage."""
    rows = [figure for figure in figures if figure.stage == stage]
    return rows[:1] + rows[1:][-1:]


def _bands() -> Iterator[Band]:
    """The seven bands, the words of both rows together."""
    ranges = likelihoods()
    for first, second in zip(*likelihood_rows(), strict=True):
        yield Band(f"{first}, {second}", *ranges[first])


def _measured(figure: Figure) -> Measured:
    return Measured(
        stage=figure.stage,
        measure=figure.measure,
        dataset=figure.dataset,
        n=f"{figure.n:,}",
        precision=f"{figure.precision:.2f}",
        recall=f"{figure.recall:.2f}",
        f1=f"{figure.f1:.2f}",
    )


def _review(records: Sequence[Judged]) -> str:
    seen = sum(record.review in REVIEWED for record in records)
    if not records:
        return "There is no record to review."
    if not seen:
        return f"Of {prose.count(len(records), 'record')}, a person has reviewed none: all are suggestions."
    rest = "; the rest are suggestions" if seen < len(records) else ""
    return prose.sentence(f"a person has reviewed {prose.share(seen, len(records), 'record')}{rest}")


def _records(annotations: Annotations) -> str:
    counts = [
        (annotations.actors, "actor"),
        (annotations.mentions, "mention"),
        (annotations.timeline, "time expression"),
        (annotations.statements, "statement"),
        (annotations.positions, "position"),
        (annotations.tensions, "tension"),
    ]
    return prose.listed(prose.count(len(group), noun) for group, noun in counts)
