"""Run notebooks by papermill, and strip from the results what would differ between two equal runs."""

import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.manager import KernelManager
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from analysis.briefing.kernel import KERNEL
from analysis.errors import BuildError

# It warns of each parameter that it does not see, as where two share a line; ours are checked against the schema.
logging.getLogger("papermill").setLevel(logging.ERROR)


def execute(notebook: Path, target: Path, parameters: Mapping[str, Any], kernel: KernelManager) -> NotebookNode:
    """Run `notebook` in `kernel`, write it, executed, to `target`, and return it.

    Raises `BuildError` with the failing cell's own error.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        papermill.execute_notebook(
            _literal(notebook),
            _literal(target),
            parameters=dict(parameters),
            kernel_name=KERNEL,
            progress_bar=sys.stderr.isatty(),
            km=kernel,
        )
    except PapermillExecutionError as error:
        raise BuildError(f"{notebook.name}, cell {error.exec_count}: {error.ename}: {error.evalue}") from error
    node: NotebookNode = nbformat.reads(target.read_text(encoding="utf-8"), as_version=4)
    _strip(node)
    target.write_text(f"{nbformat.writes(node)}\n", encoding="utf-8")
    return node


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
