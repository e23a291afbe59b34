"""Of which type a tension between two is: a log-linear choice by the same features as `against`.

A word that tells of a type and has both among its arguments weighs more than all else.
"""

from collections.abc import Mapping
from typing import get_args

from analysis.records import TensionType
from analysis.weights import Weights, read_weights, shares, weighed

# The share of the chances that such a word takes: chosen on gold/train.
TOLD = 0.6
ROLES = ("patient", "behind", "agent", "reached")
KIN = "one speaks for the other"
TYPES: tuple[TensionType, ...] = get_args(TensionType)


def kinds(row: Mapping[str, float]) -> dict[TensionType, float]:
    """The chance of each type."""
    columns: Mapping[str, Weights] = read_weights(__file__)
    found = shares({kind: weighed(row, columns.get(kind, {})) for kind in TYPES})
    by_words = told(row)
    share = TOLD / len(by_words) if by_words else 0.0
    rest = 1 - TOLD if by_words else 1.0
    return {kind: rest * found[kind] + (share if kind in by_words else 0.0) for kind in TYPES}


def told(row: Mapping[str, float]) -> list[TensionType]:
    """The types that words tell of which have both among their arguments; none between those of one house."""
    if KIN in row:
        return []
    return [kind for kind in TYPES if any(f"{role} {kind}" in row for role in ROLES)]
