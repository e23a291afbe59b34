"""Actors, positions and tensions against careful readers: `gold/` with its own guidelines and scorer."""

import contextlib
import importlib.util
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from analysis.accuracy import Figure
from analysis.evaluation.counts import Counts
from analysis.guidelines import to_guidelines
from analysis.pipeline import Analysis
from analysis.settings import Settings

DATASET = "six stories of PolNeAR dev, coded twice"
# The scorer's measures, with the stage that each is about and what the report calls it.
MEASURES = {
    "actors": ("actors", "actor found"),
    "position: evidence": ("positions", "position found at the right words"),
    "position: actor": ("positions", "and its actor"),
    "position: actor or whom it speaks for": ("positions", "and its actor, or whom it speaks for"),
    "position: actor(lenient)+stance": ("positions", "and its stance"),
    "tension: evidence": ("tensions", "tension found at the right words"),
    "tension: pair": ("tensions", "and between the right two"),
    "tension: pair+type": ("tensions", "and of the right type"),
}


def figures(gold: Path, texts: Path) -> Iterator[Figure]:
    """Rows of the guidelines' own scorer, counts summed over the two codings `dev/a` and `dev/b`."""
    scoring = scorer(gold / "score.py")
    totals: dict[str, Counts] = {}
    with TemporaryDirectory() as folder:
        for file in sorted((gold / "dev" / "a").glob("*.json")):
            analysis = Analysis(texts / f"{file.stem}.txt", Settings())
            Path(folder, file.name).write_text(json.dumps(to_guidelines(analysis.annotations())), encoding="utf-8")
        for coding in ("a", "b"):
            with contextlib.redirect_stdout(io.StringIO()):
                counts = scoring.score(str(gold / "dev" / coding), folder, str(texts))
            for name, (right, found, wanted) in counts.items():
                totals.setdefault(name, Counts()).add(right, found, wanted)
    for name, (stage, measure) in MEASURES.items():
        yield totals[name].figure(stage, measure, DATASET)


def aligned(
    scoring: Any, coded: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]
) -> tuple[Mapping[str, str], dict[str, set[str]]]:
    """By the id of a found actor, the coded one that it is, if any; and all those that it is or speaks for.

    `scoring` is the guidelines' scorer, both lists are actors in the guidelines' form.
    """
    met: Mapping[str, str] = scoring.align(coded, found)
    return met, {one["id"]: set(scoring.lift(found, one["id"], met)) - {None} for one in found}


def scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("guidelines_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
