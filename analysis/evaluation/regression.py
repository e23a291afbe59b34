"""Log-linear choices fitted by maximum likelihood, with a normal prior on the weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

# Inverse variance of the prior on each weight, unless another is given.
PRIOR = 1.0


@dataclass(frozen=True)
class Example:
    """The features of each choice, "none of them" last, and which are right: all mentions of the entity met before,
    or else the last.
    """

    choices: tuple[Mapping[str, float], ...]
    right: tuple[int, ...]


def logistic(rows: Sequence[Mapping[str, float]], labels: Sequence[bool]) -> dict[str, float]:
    """The weights of a logistic regression, to two places."""
    nothing: Mapping[str, float] = {}
    examples = [Example((row, nothing), (0,) if label else (1,)) for row, label in zip(rows, labels, strict=True)]
    return fitted(examples)


def fitted(examples: Sequence[Example], prior: float = PRIOR) -> dict[str, float]:
    """The most likely weights, to two places."""
    names = sorted({name for example in examples for choice in example.choices for name in choice})
    column = {name: place for place, name in enumerate(names)}
    rows = [_rows(example, column) for example in examples]
    best = minimize(_loss, np.zeros(len(names)), args=(rows, [list(one.right) for one in examples], prior), jac=True)
    return {name: round(float(weight), 2) for name, weight in zip(names, best.x, strict=True) if round(weight, 2)}


def _rows(example: Example, column: Mapping[str, int]) -> Any:
    rows = np.zeros((len(example.choices), len(column)))
    for row, choice in zip(rows, example.choices, strict=True):
        for name, value in choice.items():
            row[column[name]] = value
    return rows


def _loss(weights: Any, rows: Sequence[Any], right: Sequence[list[int]], prior: float) -> tuple[float, Any]:
    """The negative log likelihood of the right choices, and its gradient."""
    loss, slope = prior / 2 * float(weights @ weights), prior * weights
    for table, places in zip(rows, right, strict=True):
        scores = table @ weights
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        share = shares[places].sum()
        loss -= float(np.log(share))
        wanted = np.zeros_like(shares)
        wanted[places] = shares[places] / share
        slope = slope + table.T @ (shares - wanted)
    return loss, slope
