"""V8: the notebooks in the folder are the project's, run cell by cell from the top, without an error."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import from_json

from analysis.errors import RunError
from analysis.paths import NOTEBOOKS as COMMITTED
from analysis.provenance import sha256
from analysis.verification.outcome import Outcome, brief, outcome
from analysis.verification.parameters import INJECTED
from analysis.verification.runfolder import NOTEBOOKS, RunFolder

Cell = Mapping[str, Any]
# How papermill tags what it writes where a cell failed.
FAILED = ("papermill-error-cell-tag", "papermill-error-cell")


def check(run: RunFolder) -> Outcome:
    """Order of execution, errors, and the source of every cell."""
    ran = sum(cell.get("cell_type") == "code" for name in NOTEBOOKS for cell in _cells(run, name))
    return outcome(
        (fault for name in NOTEBOOKS for fault in _faults(run, name)),
        f"{ran} cells of {len(NOTEBOOKS)} notebooks ran top to bottom without error; their source is the project’s",
    )


def _cells(run: RunFolder, name: str) -> list[Cell]:
    cells = run.notebooks[name].get("cells")
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise RunError(f"notebooks/{name}.ipynb: no notebook")
    return cells


def _faults(run: RunFolder, name: str) -> Iterator[str]:
    file, cells = f"notebooks/{name}.ipynb", _cells(run, name)
    yield from _of_order(file, cells)
    for number, cell in enumerate(cells, 1):
        yield from _of_cell(f"{file}, cell {number}", cell)
    if run.notebooks[name].get("metadata", {}).get("papermill", {}).get("exception"):
        yield f"{file}: papermill marked an exception"
    yield from _of_source(file, cells, run)


def _of_order(file: str, cells: list[Cell]) -> Iterator[str]:
    """Counts of execution: 1, 2, 3 ... in the order of the cells."""
    ran = [(place, cell) for place, cell in enumerate(cells, 1) if cell.get("cell_type") == "code" and source(cell)]
    for expected, (place, cell) in enumerate(ran, 1):
        count = cell.get("execution_count")
        if count != expected:
            told = "did not run" if count is None else f"ran as number {count}"
            yield f"{file}, cell {place}: {told}, where number {expected} was due"


def _of_cell(where: str, cell: Cell) -> Iterator[str]:
    metadata = cell.get("metadata", {})
    if metadata.get("papermill", {}).get("exception") or set(FAILED) & set(metadata.get("tags", [])):
        yield f"{where}: papermill marked it as failed"
    for output in cell.get("outputs", []):
        if output.get("output_type") == "error":
            yield f"{where}: ended with {output.get('ename')}: {brief(str(output.get('evalue')))}"
        elif output.get("execution_count", cell.get("execution_count")) != cell.get("execution_count"):
            yield f"{where}: shows the result of another run"


def _of_source(file: str, cells: list[Cell], run: RunFolder) -> Iterator[str]:
    """Cells as committed, but for the one that sets the parameters."""
    committed = COMMITTED / file.removeprefix("notebooks/")
    recorded = run.provenance.inputs.get(file)
    if sha256(committed) != recorded:
        commit = run.provenance.commit
        yield f"{file}: was made from another {file} than lies here{f'; check out commit {commit}' if commit else ''}"
        return
    own = [cell for cell in cells if INJECTED not in cell.get("metadata", {}).get("tags", [])]
    theirs = from_json(committed.read_bytes())["cells"]
    if len(own) != len(theirs):
        yield f"{file}: has {len(own)} cells beside the injected one, the project’s notebook {len(theirs)}"
    for number, (cell, other) in enumerate(zip(own, theirs, strict=False), 1):
        if (cell.get("cell_type"), source(cell)) != (other["cell_type"], source(other)):
            yield f"{file}, cell {number} as committed: its source is {brief(source(cell))}"


def source(cell: Cell) -> str:
    """A cell's source, which the format lets be a string or lines."""
    lines = cell.get("source", "")
    return lines if isinstance(lines, str) else "".join(map(str, lines))
