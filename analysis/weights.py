"""Tables of fitted weights, and what they make of the features that hold."""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

Weights = Mapping[str, float]


@cache
def read_weights(module: str) -> Any:
    """The table beside a module, given its `__file__`: a weight by feature, or such a column by kind."""
    return tomllib.loads(Path(module).with_suffix(".toml").read_text(encoding="utf-8"))


def weighed(features: Mapping[str, float], weights: Weights) -> float:
    """The sum of the features, each by its weight; one that the fit left out counts for nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def chance(features: Mapping[str, float], weights: Weights) -> float:
    """What a logistic regression makes of the features, from 0 to 1."""
    return 1 / (1 + exp(-weighed(features, weights)))


def shares(scores: Mapping[str, float]) -> dict[str, float]:
    """What a log-linear choice makes of the score of each name: chances that sum to 1."""
    most = max(scores.values())
    powers = {name: exp(score - most) for name, score in scores.items()}
    total = sum(powers.values())
    return {name: power / total for name, power in powers.items()}
