"""Tables of fitted weights, and what they make of the features that hold."""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

Weights = Mapping[str, float]


@cache
def read_weights(name: str) -> Any:
    """The table `name`.toml beside this module: a weight by feature, or such a column by kind."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def weighed(features: Mapping[str, float], weights: Weights) -> float:
    """The sum of the features, each by its weight; one that the fit left out counts for nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def chance(features: Mapping[str, float], weights: Weights) -> float:
    """What a logistic regression makes of the features, from 0 to 1."""
    return 1 / (1 + exp(-weighed(features, weights)))
