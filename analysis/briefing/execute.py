"""Run notebooks by papermill, and strip from the results what would differ between two equal runs."""

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.manager import KernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from analysis import offline
from analysis.briefing.kernel import KERNEL, SECONDS, log_of
from analysis.errors import BuildError, KernelError, NetworkError
from analysis.storage import read_back

# It warns of each parameter that it does not see, as where two share a line; ours are checked against the schema.
# What goes wrong it raises as well.
logging.getLogger("papermill").setLevel(logging.CRITICAL)
START_SECONDS = 300


def execute(
    notebook: Path, target: Path, parameters: Mapping[str, Any], kernel: KernelManager, seconds: int
) -> NotebookNode:
    """Run `notebook` in `kernel`, write it, executed, to `target`, and return it. No cell may take over `seconds`.

    Raises `BuildError` with the failing cell's own error, `KernelError` where the kernel died or a cell took too long,
    `NetworkError` where a cell tried to reach the network, and `OSError` where one met a full or locked disk.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    running: list[str] = []
    with _told(notebook.name, running, kernel):
        papermill.execute_notebook(
            _literal(notebook),
            _literal(target),
            parameters=dict(parameters),
            kernel_name=KERNEL,
            progress_bar=sys.stderr.isatty(),
            km=kernel,
            start_timeout=START_SECONDS,
            execution_timeout=seconds,
            on_cell_execute=lambda cell, cell_index: running.append(cell.source.strip().partition("\n")[0]),
        )
    node: NotebookNode = nbformat.reads(target.read_text(encoding="utf-8"), as_version=4)
    _strip(node)
    target.write_text(f"{nbformat.writes(node)}\n", encoding="utf-8")
    return node


@contextmanager
def _told(name: str, running: list[str], kernel: KernelManager) -> Iterator[None]:
    """Errors of a notebook's run in our words; `running` are the first lines of the cells that were begun."""
    try:
        yield
    except PapermillExecutionError as error:
        raise _of_a_cell(f"{name}, cell {error.exec_count}", error) from error
    except CellTimeoutError as error:
        raise KernelError(
            f"{_place(name, running)}: took longer than it may and was ended; on a slow machine allow more: "
            f"{SECONDS}=7200 make report"
        ) from error
    except (DeadKernelError, RuntimeError) as error:
        raise KernelError(
            f"{_place(name, running)}: its kernel died{_last_words(kernel)}; where memory ran out, "
            "close other programs and run again"
        ) from error


def _of_a_cell(place: str, error: PapermillExecutionError) -> Exception:
    refused = read_back(error.evalue)
    if refused:
        return refused
    if offline.WITHOUT in error.evalue:  # by whatever name a library passes it on
        return NetworkError(f"{place}: {error.evalue}")
    return BuildError(f"{place}: {error.ename}: {error.evalue}")


def _place(name: str, running: list[str]) -> str:
    return f"{name}, cell {len(running)} ({running[-1]})" if running else f"{name}, before its first cell"


def _last_words(kernel: KernelManager) -> str:
    """The error that the kernel's process wrote last, if it came to write one."""
    lines = log_of(kernel).read_text(encoding="utf-8", errors="replace").split("\n")
    errors = [line.strip() for line in lines if "error" in line.lower()]
    return f" ({errors[-1]})" if errors else ""


def _literal(path: Path) -> str:
    """A path that papermill, which takes braces for a format, leaves as it is."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _strip(node: NotebookNode) -> None:
    """Remove times, folders and the injected cell's random id."""
    node.metadata.pop("papermill", None)
    for cell in node.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.id = "injected-parameters"
