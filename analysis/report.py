"""The main job: from an article to its run folder, by way of the notebooks.

Everything that can be wrong with the input is found before the first kernel starts.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from nbformat import NotebookNode

from analysis import runs
from analysis.briefing import catalogue
from analysis.briefing.execute import execute, started_kernel
from analysis.briefing.export import to_html, to_pdf
from analysis.errors import MissingLibraryError
from analysis.paths import NOTEBOOKS
from analysis.pipeline import Analysis
from analysis.provenance import Provenance
from analysis.runs import Plan

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
    analysis = Analysis(plan.article, plan.settings)
    analysis.check()
    log = RunLog()
    with runs.building(plan.folder) as place:
        runs.write_record(place, plan.provenance)
        node = _run_notebooks(place, plan.provenance, log)
        with log.step("briefing.html"):
            html = to_html(node, title=analysis.article.title, paper=plan.settings.paper)
            (place / "briefing.html").write_text(html, encoding="utf-8")
        with log.step("briefing.pdf"):
            missing = _write_pdf(html, place / "briefing.pdf")
        runs.write_record(place, plan.provenance, encoding=analysis.article.encoding, outputs=runs.outputs(place))
        log.write(place)
        runs.publish(place, plan.folder)
    catalogue.write(plan.folder.parent)
    if missing:
        raise missing


def _run_notebooks(place: Path, provenance: Provenance, log: RunLog) -> NotebookNode:
    """Run the annotating notebooks and the product, each one's kernel started while the one before it runs.

    Returns the product, executed.
    """
    values = {"article": provenance.article} | {row.name: row.value for row in provenance.parameters}
    with ExitStack() as ahead:
        upcoming = ahead.enter_context(started_kernel(place))
        for name in NOTEBOOK_ORDER:
            # What was ahead is now in use, and ends with its notebook.
            with ahead.pop_all(), log.step(f"{name}.ipynb"):
                kernel = upcoming
                if name != NOTEBOOK_ORDER[-1]:
                    upcoming = ahead.enter_context(started_kernel(place))
                source = NOTEBOOKS / f"{name}.ipynb"
                node = execute(source, place / "notebooks" / source.name, values, kernel)
    return node


def _write_pdf(html: str, path: Path) -> MissingLibraryError | None:
    try:
        path.write_bytes(to_pdf(html))
    except MissingLibraryError as error:
        return error
    return None
