"""Seconds and peak memory of the writing side, by length of the article: `make bench`.

The records of the bundled article are repeated, up to about 1 MB of text. Each size runs in a process of its own, on
one thread; seconds are CPU time; `growth` is the seconds against those of the size before, 2 being linear.
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import nbformat

from analysis import store
from analysis.accuracy import figures
from analysis.briefing import lint
from analysis.briefing.export import to_html, to_pdf
from analysis.briefing.page import Page
from analysis.codebook import read_issues
from analysis.paths import NOTEBOOKS, resolve
from analysis.pipeline import NotebookAnalysis
from analysis.provenance import DEFAULT_ARTICLE
from analysis.settings import Settings
from tests.benchmarks.long_records import repeated

# Copies of the bundled article in 1x: about 120,000 characters.
COPIES = 18
SIZES = (1, 2, 4, 8)
PARTS = ("load", "page", "html", "lint", "pdf", "store")


def measured(folder: Path, *, paper: bool) -> dict[str, float]:
    """What one size takes, in this process."""
    row: dict[str, float] = {}

    @contextmanager
    def part(name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        row[name] = time.process_time() - start

    with part("load"):
        stored = store.load(folder)
    notes = stored.annotations
    issues = read_issues("auto", notes.article.text)
    with part("page"):
        page = Page(notes, issues=issues, settings=Settings(), figures=figures())
        notebook = nbformat.read(NOTEBOOKS / "briefing.ipynb", as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.source.startswith("page.") and ".save(" not in cell.source:
                shown = eval(cell.source, {"page": page})
                cell.outputs = [nbformat.v4.new_output("execute_result", {"text/html": shown._repr_html_()})]
        page.save(folder.parent)
    with part("html"):
        html = to_html(notebook, title=notes.article.title, paper="a4")
    with part("lint"):
        lint.check(html, lint.words_taken_over(notes, issues))
    with part("store"):
        store.save(folder, stored)
    row |= {
        "records": sum(1 for _ in notes.records()),
        "actors": len(notes.actors),
        "html MB": len(html.encode()) / 1e6,
    }
    row |= {"chars": len(notes.article.text), "claims": len(page.outline.claims)}
    if paper:
        import pypdf

        with part("pdf"):
            pdf = to_pdf(html)
        row |= {"pdf MB": len(pdf) / 1e6, "pages": len(pypdf.PdfReader(io.BytesIO(pdf)).pages)}
    return row | {"MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10}


def prepare(folder: Path) -> list[Path]:
    """The records of each size, stored."""
    run = NotebookAnalysis(resolve(DEFAULT_ARTICLE), Settings(), folder)
    run.save()
    stored = store.load(folder / "data")
    folders = [folder / f"{size}x" / "data" for size in SIZES]
    for size, target in zip(SIZES, folders, strict=True):
        store.save(target, replace(stored, annotations=repeated(stored.annotations, COPIES * size)))
    return folders


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--no-paper", action="store_true", help="without the PDF, which takes most of the time")
    options = parser.parse_args()
    if options.folder:
        print(json.dumps(measured(options.folder, paper=not options.no_paper)))
        return
    columns = ("chars", "actors", "records", "claims", *PARTS, "MiB", "html MB", "pdf MB", "pages")
    print(f"{'size':<5}", *(f"{name:>9}" for name in columns), f"{'s':>7} {'s per x':>8} {'growth':>7}")
    before = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for size, folder in zip(SIZES, prepare(Path(scratch)), strict=True):
            command = [sys.executable, __file__, "--folder", str(folder), *(["--no-paper"] if options.no_paper else [])]
            done = subprocess.run(
                command, check=True, capture_output=True, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"}
            )
            row = json.loads(done.stdout.splitlines()[-1])
            seconds = sum(row.get(name, 0) for name in PARTS)
            cells = [f"{row.get(name, 0):>9.{0 if row.get(name, 0) >= 100 else 2}f}" for name in columns]
            growth = f"{seconds / before:>7.2f}" if before else f"{'':>7}"
            print(f"{size}x   ", *cells, f"{seconds:>7.1f} {seconds / size:>8.2f} {growth}", flush=True)
            before = seconds


if __name__ == "__main__":
    main()
