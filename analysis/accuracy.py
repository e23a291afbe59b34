"""Measured accuracy of each extractor, as the report prints it.

The figures are written to `accuracy.toml` by `make evaluate GOLD=../shared RECORD=yes` and by nothing else.
"""

import tomllib
from dataclasses import dataclass
from functools import cache

from analysis.paths import PACKAGE

ACCURACY_FILE = PACKAGE / "accuracy.toml"
HEADER = "# Written by `make evaluate GOLD=../shared RECORD=yes`. Do not edit by hand.\n"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """Precision, recall and F1 of one measure on one set. `n` counts the gold records; `stage` is a package name."""

    stage: str
    measure: str
    dataset: str
    n: int
    precision: float
    recall: float
    f1: float


@cache
def figures() -> tuple[Figure, ...]:
    """All recorded figures, in the order of the stages."""
    table = tomllib.loads(ACCURACY_FILE.read_text(encoding="utf-8"))
    return tuple(Figure(**row) for row in table.get("figure", ()))
