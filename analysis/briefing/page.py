"""The page as a notebook calls it: one method a section, each returning HTML."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.accuracy import Figure
from analysis.briefing import charts, claims
from analysis.briefing.drawing import Chart
from analysis.briefing.outline import outline
from analysis.briefing.render import Html, render
from analysis.briefing.sections import making, method, notes
from analysis.codebook import Issue
from analysis.provenance import Provenance
from analysis.records import Annotations
from analysis.runs import Earlier
from analysis.settings import Settings


class Page:
    """The briefing of one article. Sections may be asked for in any order: notes are numbered beforehand."""

    def __init__(
        self,
        annotations: Annotations,
        *,
        issues: Sequence[Issue] = (),
        settings: Settings | None = None,
        figures: Sequence[Figure] = (),
        provenance: Provenance | None = None,
        earlier: Earlier | None = None,
    ) -> None:
        self._annotations = annotations
        self._figures = tuple(figures)
        self._provenance = provenance
        inputs = provenance.inputs if provenance else {}
        self.outline = outline(annotations, issues=issues, settings=settings, earlier=earlier, inputs=inputs)

    def header(self) -> Html:
        """Title, outlet, date, reading time, and the parameters that were moved."""
        return render("header", view=self.outline.header)

    def bottom_line(self) -> Html:
        """What a reader takes away from the first screen, in at most 150 words."""
        return render("bottom_line", view=self.outline.bottom_line)

    def watch(self) -> Html:
        """What the article says is still to come."""
        return render("watch", view=self.outline.watch)

    def tensions(self) -> Html:
        """Where the sides pull apart, a card each."""
        return self._section("tensions", "tensions", self._charts.get("tension-map"))

    def cards(self) -> Html:
        """The cards alone, for a notebook, with a style of their own."""
        return render("cards", groups=[group for group in self.outline.tensions.groups if group.cards])

    def actors(self) -> Html:
        """Who speaks, wants or acts."""
        return self._section("actors", "actors")

    def positions(self) -> Html:
        """Who holds what: the matrix and the table."""
        return self._section("positions", "positions", self._charts.get("stances"))

    def sourcing(self) -> Html:
        """On whose word the article rests."""
        return self._section("sourcing", "statements", self._charts.get("voices"), self._charts.get("certainty"))

    def timeline(self) -> Html:
        """When what the article tells happened."""
        return self._section("timeline", "timeline", self._charts.get("timeline"))

    def gaps(self) -> Html:
        """What the article leaves out, and what this reading takes for granted."""
        return render("gaps", view=self.outline.gaps)

    def changes(self) -> Html:
        """What changed since an earlier run."""
        return render("changes", view=self.outline.changes)

    def article(self) -> Html:
        """The article, every cited span in its place."""
        return render("article", view=self.outline)

    def notes(self) -> Html:
        """The endnotes: every place that a claim cites, word for word."""
        return render("notes", view=notes.build(self._annotations.article, self.outline.notes, self.outline.claims))

    def method(self) -> Html:
        """How the records were made, how accurate that is, and where it ends."""
        return render("method", view=method.build(self._annotations, self._figures))

    def provenance(self) -> Html:
        """What this page was made from, and the command that makes it again."""
        return render("provenance", view=making.build(self._annotations.article, self._provenance))

    def save(self, folder: Path) -> None:
        """Write what belongs beside the page into the run's `data/`: the claims, each with its evidence, and what the
        figures show.
        """
        claims.write(folder / "data" / claims.FILE, self.outline)
        for chart in self._charts.values():
            file = folder / chart.csv
            file.parent.mkdir(exist_ok=True)
            pd.DataFrame(chart.rows).to_csv(file, index=False)

    @cached_property
    def _charts(self) -> dict[str, Chart]:
        """The figures that are worth drawing, by name, each with the file that its rows are written to."""
        found = self._annotations
        drawn = (
            charts.tension_map(found),
            charts.stances(found, self.outline.index.issues),
            charts.voices(found),
            charts.certainty(found),
            charts.timeline(found),
        )
        return {chart.name: replace(chart, csv=f"data/figures/{chart.name}.csv") for chart in drawn if chart}

    def _section(self, name: str, stage: str, chart: Chart | None = None, second: Chart | None = None) -> Html:
        """A section with, at its end, how far the stage behind it can be trusted."""
        standing = method.standing(self._annotations, self._figures, stage)
        return render(name, view=getattr(self.outline, name), chart=chart, second=second, standing=standing)
