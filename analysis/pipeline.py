"""The stages in order: from one article to its tensions.

    article -> document -> actors, times -> statements -> positions -> tensions

`Analysis` runs each stage when its records are first asked for, and is the only place where stages meet.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from analysis import store
from analysis.actors import Choices, find_actors
from analysis.articles import read_article, slug
from analysis.codebook import Issue, read_issues
from analysis.errors import ParameterError, nearest
from analysis.model.card import verified_model
from analysis.paths import DOCUMENT_CACHE, REPORTS, RUN_FOLDER, resolve
from analysis.points import read_points
from analysis.positions import find_positions
from analysis.provenance import Provenance, collect, origins_of
from analysis.records import (
    Actor,
    Annotations,
    Article,
    Cooperation,
    Judged,
    Mention,
    Omission,
    Position,
    Span,
    Statement,
    Tension,
    TimeRef,
)
from analysis.registry import read_registry
from analysis.runs import Earlier, earlier_inputs, read_earlier, read_record, reports_of
from analysis.settings import EMBEDDED, Settings, check_settings, run_name
from analysis.statements import find_omissions, find_statements
from analysis.tensions import find_cooperations, find_tensions
from analysis.timeline import find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from analysis.model.directed import DirectedStance

Record = TypeVar("Record", bound=Judged)

# May be deleted at any time; nothing in a run folder depends on it.
SCRATCH = REPORTS / ".scratch"


class Analysis:
    """One article read under one set of parameters. Attributes are records; each is made once, on first use."""

    def __init__(self, article: Path, settings: Settings, reports: Path = REPORTS) -> None:
        self.path = article
        self.settings = settings
        self.reports = reports

    @cached_property
    def earlier(self) -> Earlier | None:
        """The run that this one is compared with. Raises `ParameterError` where it cannot be read."""
        return read_earlier(self.reports, self.settings.since)

    @cached_property
    def provenance(self) -> Provenance:
        """What the records are made from, as things stand."""
        return collect(self.path, self.settings, origins_of(self.settings), earlier_inputs(self.earlier))

    def check(self) -> None:
        """Read every input, so that what is wrong with one is found before any work. Raises an `InputError`."""
        _ = self.article, self.issues, self.earlier, read_registry(), verified_model()
        if self.settings.language_model != EMBEDDED:
            from analysis.model.other import OtherModel

            OtherModel(self.settings.language_model)

    @cached_property
    def article(self) -> Article:
        return read_article(self.path)

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """The codebook's issues, the one in focus first. Raises `ParameterError` where no issue has that id."""
        issues = read_issues(self.settings.codebook, self.article.text)
        focus = self.settings.focus
        ids = [issue.id for issue in issues]
        if focus not in ("none", *ids):
            raise ParameterError(
                f"focus={focus}: no such issue in codebook={self.settings.codebook}; {nearest(focus, ids)}"
            )
        return tuple(sorted(issues, key=lambda issue: issue.id != focus))

    @cached_property
    def doc(self) -> Doc:
        # Here, because spaCy takes a second to load, and the later notebooks do with the records alone.
        from analysis.document import cached_document

        return cached_document(self.article, DOCUMENT_CACHE, self.settings.language_model)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        from analysis.document import sentences

        return sentences(self.doc)

    @cached_property
    def timeline(self) -> tuple[TimeRef, ...]:
        return self._sure(find_times(self.doc, self.article.published))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        actors = self._sure(self._found_actors[0])
        ids = {actor.id for actor in actors}
        return tuple(actor if actor.affiliation in ids else replace(actor, affiliation=None) for actor in actors)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        ids = {actor.id for actor in self.actors}
        return tuple(mention for mention in self._sure(self._found_actors[1]) if mention.actor in ids)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        found = self._sure(self._found_statements)
        kept = [statement for statement in found if not statement.anonymous or self._keeps_unnamed]
        ids = {statement.id for statement in kept}
        return tuple(one if one.within in ids else replace(one, within=None) for one in kept)

    @cached_property
    def omissions(self) -> tuple[Omission, ...]:
        """What no statement covers, those counted that the settings leave out."""
        return self._sure(find_omissions(self.doc, self._found_statements, self.actors, self.mentions))

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        found = self._sure(
            find_positions(
                self.doc,
                self.article,
                self.sentences,
                self.actors,
                self.mentions,
                self.statements,
                self.issues,
                self.timeline,
            )
        )
        return tuple(position for position in found if position.sourcing != "unnamed" or self._keeps_unnamed)

    @cached_property
    def tensions(self) -> tuple[Tension, ...]:
        return self._sure(
            find_tensions(
                self.doc,
                self.article,
                self.sentences,
                self.actors,
                self.mentions,
                self.statements,
                self.positions,
                self.issues,
                self._stances,
                read_points(self.settings.intensity),
            )
        )

    @cached_property
    def cooperations(self) -> tuple[Cooperation, ...]:
        return self._sure(
            find_cooperations(self.doc, self.article, self.sentences, self.actors, self.mentions, self.statements)
        )

    @cached_property
    def _stances(self) -> DirectedStance:
        from analysis.model.directed import DirectedStance

        return DirectedStance()

    @cached_property
    def _found_actors(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        choices = Choices(
            threshold=self.settings.min_actor,
            places_apart=self.settings.countries == "apart",
            fold_unnamed=self.settings.unnamed_sources == "fold",
        )
        return find_actors(self.doc, read_registry(), self.article, choices)

    @cached_property
    def _found_statements(self) -> tuple[Statement, ...]:
        return find_statements(self.doc, self.actors, self.mentions, self.timeline)

    @property
    def _keeps_unnamed(self) -> bool:
        return self.settings.unnamed_sources != "exclude"

    def _sure(self, records: Iterable[Record]) -> tuple[Record, ...]:
        return tuple(record for record in records if record.confidence >= self.settings.min_confidence)

    def annotations(self, upto: str = "cooperations") -> Annotations:
        """All records of the stages up to and with the one named; those of later stages are empty."""
        records = {name: getattr(self, name) for name in store.upto(upto)}
        return Annotations(article=self.article, sentences=self.sentences, **records)

    def save_to(self, folder: Path, upto: str = "cooperations") -> dict[str, int]:
        """Write `annotations(upto)` to `folder/data/`. Returns how many records of each kind were written."""
        annotations = self.annotations(upto)
        store.save(folder / "data", store.Stored(annotations, upto, self.provenance.inputs_sha256))
        return {name: len(getattr(annotations, name)) for name in store.upto(upto)}


class NotebookAnalysis(Analysis):
    """An analysis that goes on, notebook by notebook, in one folder: what one saves the next takes up."""

    def __init__(self, article: Path, settings: Settings, folder: Path, provenance: Provenance | None = None) -> None:
        super().__init__(article, settings)
        self.folder = folder
        if provenance:
            self.provenance = provenance
            self.reports = reports_of(folder)
        self._take_up()

    def save(self, upto: str = "cooperations") -> dict[str, int]:
        """Write the records up to a stage for the next notebook and for people; returns their numbers."""
        return self.save_to(self.folder, upto)

    def _take_up(self) -> None:
        try:
            stored = store.load(self.folder / "data")
        except (OSError, ValueError, KeyError):
            return  # nothing there, or nothing that this version wrote: all is made anew
        if stored.inputs_sha256 == self.provenance.inputs_sha256:
            for name in ("article", "sentences", *store.upto(stored.upto)):
                self.__dict__[name] = getattr(stored.annotations, name)


def open_analysis(article: str, **parameters: Any) -> NotebookAnalysis:
    """What a notebook starts from: the run folder that it was started for, or, opened alone, a scratch folder.

    Raises `ParameterError`, `ArticleError` or `SeedError` for bad input.
    """
    settings = check_settings(parameters)
    path = resolve(article)
    run = os.environ.get(RUN_FOLDER)
    if run is None:
        return NotebookAnalysis(path, settings, SCRATCH / run_name(slug(path), settings))
    return NotebookAnalysis(path, settings, Path(run), Provenance.from_json(read_record(Path(run))))
