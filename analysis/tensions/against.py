"""Which two a sentence sets against each other: a log-linear choice with weights fitted on coded articles.

One of all pairs of an actor and a possible target is chosen, or none, by the features of `pairs` and `tones`.
"""

from collections.abc import Mapping, Sequence

from analysis.tensions.kinds import told
from analysis.weights import Weights, read_weights, shares, weighed

# The least chance of a pair that stands around a word such as "accuse": chosen on gold/train.
TOLD = 0.3


def chances(rows: Sequence[Mapping[str, float]]) -> list[float]:
    """The chance of each pair to be the one that its sentence sets against each other."""
    weights: Weights = read_weights(__file__)
    scores = {str(place): weighed(row, weights) for place, row in enumerate(rows)}
    found = shares(scores | {"none": 0.0})
    return [max(found[str(place)], TOLD if told(row) else 0.0) for place, row in enumerate(rows)]
