"""Log-linear choices fitted by maximum likelihood, with a normal prior on the weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

# Inverse variance of the prior on each weight, unless another is given.
PRIOR = 1.0
# The weights are rounded to two places, and shall not hang on where the search stops.
PRECISE = {"maxiter": 2000, "ftol": 1e-12, "gtol": 1e-6}


@dataclass(frozen=True)
class Example:
    """The features of each choice, "none of them" last, and which are right: all mentions of the entity met before,
    or else the last. It counts as `weight` examples.
    """

    choices: tuple[Mapping[str, float], ...]
    right: tuple[int, ...]
    weight: float = 1.0


def logistic(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    prior: float = PRIOR,
    counts: Sequence[float] | None = None,
) -> dict[str, float]:
    """The weights of a logistic regression, to two places; a row counts as so many of `counts`, or once."""
    nothing: Mapping[str, float] = {}
    examples = [
        Example((row, nothing), (0,) if label else (1,), count)
        for row, label, count in zip(rows, labels, counts or [1.0] * len(rows), strict=True)
    ]
    return fitted(examples, prior)


def fitted(examples: Sequence[Example], prior: float = PRIOR) -> dict[str, float]:
    """The most likely weights, to two places."""
    names = sorted({name for example in examples for choice in example.choices for name in choice})
    table = _table(examples, {name: place for place, name in enumerate(names)})
    lengths = np.array([len(example.choices) for example in examples])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    right = np.zeros(int(lengths.sum()))
    for start, example in zip(starts, examples, strict=True):
        right[start + np.array(example.right)] = 1.0
    fixed = (table, starts, lengths, right, np.array([example.weight for example in examples]), prior)
    best = minimize(_loss, np.zeros(len(names)), args=fixed, jac=True, method="L-BFGS-B", options=PRECISE)
    return {name: round(float(weight), 2) for name, weight in zip(names, best.x, strict=True) if round(weight, 2)}


def multinomial(features: Any, labels: Any, prior: float) -> Any:
    """The most likely weights (D + 1, classes) of a multinomial logistic regression of `labels` (N,) on `features`
    (N, D); the last row, that of the constant, has no prior.
    """
    rows, wanted = np.c_[features, np.ones(len(features))], np.eye(labels.max() + 1)[labels]
    held = np.full((rows.shape[1], 1), prior)
    held[-1] = 0

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(rows.shape[1], -1)
        scores = rows @ weights
        scores -= scores.max(1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        slope = rows.T @ (np.exp(logs) - wanted) + held * weights
        return float(-(wanted * logs).sum() + (held * weights**2).sum() / 2), slope.ravel()

    start = np.zeros(rows.shape[1] * wanted.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B").x.reshape(rows.shape[1], -1)


def _table(examples: Sequence[Example], column: Mapping[str, int]) -> csr_matrix:
    """The features of all choices of all examples, a row each."""
    rows = [choice for example in examples for choice in example.choices]
    values = [value for row in rows for value in row.values()]
    columns = [column[name] for row in rows for name in row]
    edges = np.concatenate(([0], np.cumsum([len(row) for row in rows])))
    return csr_matrix((values, columns, edges), shape=(len(rows), len(column)))


def _loss(
    weights: Any, table: Any, starts: Any, lengths: Any, right: Any, counts: Any, prior: float
) -> tuple[float, Any]:
    """The negative log likelihood of the right choices, and its gradient."""
    scores = table @ weights
    scores -= np.repeat(np.maximum.reduceat(scores, starts), lengths)
    powers = np.exp(scores)
    totals, wanted = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
    slopes = powers / np.repeat(totals, lengths) - powers * right / np.repeat(wanted, lengths)
    slopes *= np.repeat(counts, lengths)
    loss = prior / 2 * float(weights @ weights) - float(counts @ np.log(wanted / totals))
    return loss, prior * weights + table.T @ slopes
