"""The import rule of the design, held by reading the source."""

import ast
from pathlib import Path

import pytest

from analysis.paths import PACKAGE

STAGES = {"actors", "statements", "positions", "tensions", "timeline"}
# What a stage, and the language model, may stand on.
GROUND = {
    "arguments",
    "characters",
    "errors",
    "records",
    "scoring",
    "settings",
    "paths",
    "points",
    "seedfile",
    "weights",
    "codebook",
    "layers",
    "matches",
    "overlaps",
    "registry",
    "scene",
    "lexicon",
    "document",
    "grammar",
    "known_names",
    "language",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(file: Path) -> set[str]:
    """Dotted names that a file imports, of ours and of others."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            base = node.module or ""
            names |= {f"{base}.{alias.name}" if base == "analysis" else base for alias in node.names}
    return names


def parts(file: Path) -> set[str]:
    """The parts of our own package that a file imports: `actors` for `analysis.actors.resolve`."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("analysis.")}


def libraries(file: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(file)} - {"analysis"}


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_keep_the_layers(file):
    own, used = part_of(file), parts(file)
    if own in STAGES:
        assert used <= GROUND | {own}, "a stage stands on the ground alone"
    if own == "model":
        # Training stands above all stages: the head learns about the actors that they find.
        above = {"accuracy", "evaluation", "guidelines", "pipeline", "records", "settings"}
        training = above if file.parent.name == "training" else set()
        assert used <= {"errors", "layers", "lexicon", "model"} | training
    if own == "briefing":
        assert not used & (STAGES | {"pipeline", "model", "document"}), "the briefing reads records only"
    if own == "verification":
        makers = STAGES | {"pipeline", "report", "model", "document", "explain"}
        assert not used & makers, "what is checked is not asked for the answer"
    if own in GROUND - {"document"}:
        assert not used & (STAGES | {"pipeline", "briefing", "model"})
    if STAGES & used - {own}:
        assert own in {"pipeline", "evaluation"}, "stages meet in the pipeline"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_foreign_types_stay_where_they_belong(file):
    own, used = part_of(file), libraries(file)
    if "spacy" in used:
        assert own in {
            "document", "grammar", "arguments", "known_names", "model", "actors", "statements", "positions", "tensions",
            "timeline", "pipeline",
        }  # fmt: skip
    if "onnxruntime" in used:
        assert own == "model", "names of the network's file stop there"
    if used & {"torch", "onnx"}:
        assert file.parent.name == "training", "reading needs no PyTorch"
    if used & {"papermill", "nbconvert", "nbformat", "weasyprint", "matplotlib", "jinja2", "pandas"}:
        assert own in {"briefing", "report"}
    if used & {"rocrate", "rocrate_validator"}:
        assert own == "crate"
    if {"countryinfo"} & used:
        assert own in {"layers", "matches", "registry", "scene"}


def test_no_file_and_no_function_outgrows_a_reader():
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, f"{file}: over 300 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < 50, f"{file}: {node.name} is over 50 lines"


def test_no_drawers():
    assert not [file for file in FILES if file.stem in {"utils", "helpers", "common", "misc"}]
