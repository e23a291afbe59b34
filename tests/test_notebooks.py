"""Thin notebooks: prose and calls, no outputs, one parameters cell that says just what the schema says."""

import ast
import json

import nbformat
import pytest
from nbclient import NotebookClient

from analysis.briefing.execute import execute
from analysis.briefing.kernel import started_kernel
from analysis.paths import NOTEBOOKS, RUN_FOLDER
from analysis.report import NOTEBOOK_ORDER
from analysis.settings import Settings

FILES = sorted(NOTEBOOKS.glob("*.ipynb"))
LOGIC = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.For, ast.While, ast.If, ast.Lambda, ast.ListComp)


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_they_are_the_ones_that_run():
    assert {file.stem for file in FILES} == set(NOTEBOOK_ORDER)


def test_valid_with_kernelspec_and_stable_ids(notebook):
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_committed_without_outputs(notebook):
    assert not [cell for cell in code(notebook) if cell.outputs or cell.execution_count]


def test_cells_hold_calls_only(notebook):
    for cell in code(notebook):
        assert cell.source.count("\n") < 10, "over 10 lines"
        assert not [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)], cell.source


def test_prose_opens_the_annotating_ones():
    for file in FILES:
        first = json.loads(file.read_text(encoding="utf-8"))["cells"][0]
        assert file.stem == "briefing" or first["cell_type"] == "markdown"


def test_one_parameters_cell_typed_commented_and_equal_to_the_schema(notebook):
    tagged = [cell for cell in code(notebook) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    values = dict(pair for node in ast.parse(tagged[0].source).body for pair in assigned(node))
    assert values.pop("article") == "seeds/articles/cnn-us-ukraine-talks.txt"
    assert values == Settings().model_dump()
    assert all("#" in line for line in tagged[0].source.splitlines())


def assigned(node):
    """Names and values of one line: typed where it holds one, several in a row without types."""
    if isinstance(node, ast.AnnAssign):
        return [(node.target.id, ast.literal_eval(node.value))]
    [names] = node.targets
    return zip([name.id for name in names.elts], ast.literal_eval(node.value), strict=True)


def test_papermill_warns_of_no_parameter(tmp_path, caplog):
    """Their names are checked before, and it does not see two on one line."""
    notebook = nbformat.read(NOTEBOOKS / "1-actors.ipynb", as_version=4)
    del notebook.cells[2:]
    nbformat.write(notebook, tmp_path / "head.ipynb")
    with started_kernel(tmp_path, tmp_path) as kernel:
        execute(tmp_path / "head.ipynb", tmp_path / "1.ipynb", Settings(min_actor=0.5).model_dump(), kernel, 60)
    assert "parameter" not in caplog.text


@pytest.mark.parametrize("name", NOTEBOOK_ORDER)
def test_each_runs_alone_with_its_defaults_as_in_jupyterlab(name, monkeypatch):
    monkeypatch.delenv(RUN_FOLDER, raising=False)
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    shown = [output for cell in code(notebook) for output in cell.outputs]
    assert shown and not [output for output in shown if output.output_type == "error"]
    assert [output for output in shown if "text/html" in output.get("data", {})]
