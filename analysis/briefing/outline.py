"""The view model of the briefing: every section's values and claims, cited and numbered in the order of the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.briefing.evidence import Citations, Claim, Note, Paragraph, annotated
from analysis.briefing.facets import Choices, choices, facets
from analysis.briefing.index import Index
from analysis.briefing.sections import (
    actors,
    bottom_line,
    changes,
    gaps,
    header,
    positions,
    sourcing,
    tensions,
    timeline,
    watch,
)
from analysis.codebook import Issue
from analysis.records import Annotations
from analysis.runs import Earlier
from analysis.settings import Settings


@dataclass(frozen=True)
class Outline:
    """All that the page shows of the article. `notes` are numbered from 1 in order of first citation; `legend` is
    the colours that the annotated article uses, with their sides; `choices` what the notes can be picked by.
    """

    index: Index
    legend: tuple[tuple[int, str], ...]
    header: header.Header
    bottom_line: bottom_line.BottomLine
    watch: watch.Watch
    tensions: tensions.Tensions
    actors: actors.Actors
    positions: positions.Positions
    sourcing: sourcing.Sourcing
    timeline: timeline.Timeline
    gaps: gaps.Gaps
    changes: changes.Changes
    article: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    claims: tuple[Claim, ...]
    choices: Choices


def outline(
    annotations: Annotations,
    *,
    issues: Sequence[Issue] = (),
    settings: Settings | None = None,
    earlier: Earlier | None = None,
    inputs: Mapping[str, str] | None = None,
) -> Outline:
    """The briefing of `annotations`. Sections are built in the order of the page, which numbers their notes."""
    settings = settings or Settings()
    index = Index(annotations, issues)
    citations = Citations(annotations.article, index.speakers(), facets(index))
    first = bottom_line.build(index, citations, settings)
    ahead = watch.build(index, citations)
    pulls = tensions.build(index, citations, settings)
    who = actors.build(index, citations)
    held = positions.build(index, citations, settings)
    sources = sourcing.build(index, citations)
    when = timeline.build(index, citations)
    missing = gaps.build(index, citations, settings)
    moved = changes.build(index, citations, settings, earlier, inputs)
    return Outline(
        index=index,
        legend=index.legend(),
        header=header.build(annotations.article, settings),
        bottom_line=first,
        watch=ahead,
        tensions=pulls,
        actors=who,
        positions=held,
        sourcing=sources,
        timeline=when,
        gaps=missing,
        changes=moved,
        article=annotated(annotations.article, citations, index.spoken()),
        notes=citations.notes,
        claims=citations.claims,
        choices=choices(citations.notes, index),
    )
