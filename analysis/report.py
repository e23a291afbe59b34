"""The main job: from an article to its run folder, by way of the notebooks.

Everything that can be wrong with the input is found before the first kernel starts.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from analysis import crate, offline, runs, store, web_annotations
from analysis.briefing import catalogue, lint
from analysis.briefing.kernel import started_kernel, time_limit
from analysis.errors import MissingLibraryError
from analysis.paths import NOTEBOOKS
from analysis.pipeline import Analysis
from analysis.runs import Plan

# jsonschema would build a grammar of addresses from it, for a second, and no notebook is checked with that.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# The last one is the product; those before annotate.
NOTEBOOK_ORDER = ("1-actors", "2-positions", "3-tensions", "briefing")


class RunLog:
    """Wall-clock seconds of each step; kept in `run.log`, out of everything that is reproducible."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.rows.append(f"{time.perf_counter() - start:8.2f} s  {name}")

    def write(self, folder: Path) -> None:
        finished = time.strftime("%Y-%m-%d %H:%M:%S %z")
        (folder / runs.LOG).write_text("\n".join([*self.rows, f"finished {finished}", ""]), encoding="utf-8")


def build(plan: Plan) -> None:
    """Make the plan's run; its folder appears whole or stays as it was.

    Raises an `InputError` before any kernel starts. Without the PDF's system library the run takes its place
    without the PDF, and `MissingLibraryError` says what to install.
    """
    with offline.refused():
        analysis = Analysis(plan.article, plan.settings, plan.folder.parent)
        analysis.check()
        seconds = time_limit(len(analysis.article.text))
        missing = None
        with runs.building(plan.folder) as place:
            if not runs.is_current(plan):  # as it is where another process made it while this one waited
                missing = _build_in(place, plan, analysis, seconds)
        catalogue.write(plan.folder.parent)
    if missing:
        raise missing


def _build_in(place: Path, plan: Plan, analysis: Analysis, seconds: int) -> MissingLibraryError | None:
    """Make the run in `place` and move it to its own; returns what the PDF lacked."""
    log = RunLog()
    runs.write_record(place, plan.provenance)
    html = _make_page(place, plan, analysis.article.title, seconds, log)
    (place / "briefing.html").write_text(html, encoding="utf-8")
    with log.step("lint"):
        annotations = store.load(place / "data").annotations
        lint.check(html, lint.words_taken_over(annotations, analysis.issues))
    with log.step("annotations.jsonld"):
        web_annotations.write(place / "data", annotations, plan.provenance.time)
    with log.step("briefing.pdf"):
        missing = _write_pdf(html, place / "briefing.pdf")
    with log.step("ro-crate-metadata.json"):
        crate.write(place, plan.provenance, annotations.article)
    made = {"encoding": analysis.article.encoding, "network": offline.REFUSED, "outputs": runs.outputs(place)}
    runs.write_record(place, plan.provenance, **made)
    log.write(place)
    runs.publish(place, plan.folder)
    return missing


def _make_page(place: Path, plan: Plan, title: str, seconds: int, log: RunLog) -> str:
    """Run the annotating notebooks and the product, each one's kernel started while the one before it runs.

    Returns the product as HTML.
    """
    values = {"article": plan.provenance.article} | {row.name: row.value for row in plan.provenance.parameters}
    scratch = runs.scratch(place)
    with ExitStack() as ahead:
        upcoming = ahead.enter_context(started_kernel(place, scratch))
        # Here, because they load while the kernel does.
        from analysis.briefing.execute import execute
        from analysis.briefing.export import to_html

        for name in NOTEBOOK_ORDER:
            # What was ahead is now in use, and ends with its notebook.
            with ahead.pop_all(), log.step(f"{name}.ipynb"):
                kernel = upcoming
                if name != NOTEBOOK_ORDER[-1]:
                    upcoming = ahead.enter_context(started_kernel(place, scratch))
                source = NOTEBOOKS / f"{name}.ipynb"
                node = execute(source, place / "notebooks" / source.name, values, kernel, seconds)
    with log.step("briefing.html"):
        return to_html(node, title=title, paper=plan.settings.paper)


def _write_pdf(html: str, path: Path) -> MissingLibraryError | None:
    from analysis.briefing.export import to_pdf

    try:
        path.write_bytes(to_pdf(html))
    except MissingLibraryError as error:
        return error
    return None
