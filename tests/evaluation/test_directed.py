"""What five-way stance and root codes are scored by."""

import numpy as np
import pytest

from analysis.evaluation.directed import FOLDS, classified, cross_validated, five_ways
from analysis.model.directed import Directed


def directed(neutral, positive, negative):
    return Directed(neutral, positive, negative, "NONE", 1.0, (1.0, *[0.0] * 6))


INDIFFERENT, LIKES, DISLIKES = directed(0.8, 0.1, 0.1), directed(0.1, 0.8, 0.1), directed(0.1, 0.1, 0.8)


@pytest.mark.parametrize(
    ("forth", "back", "label"),
    [
        (INDIFFERENT, INDIFFERENT, 0),
        (LIKES, INDIFFERENT, 1),
        (INDIFFERENT, LIKES, 2),
        (DISLIKES, INDIFFERENT, 3),
        (INDIFFERENT, DISLIKES, 4),
        (directed(0.3, 0.1, 0.6), directed(0.1, 0.0, 0.9), 4),
    ],
)
def test_two_directions_make_one_of_five(forth, back, label):
    assert five_ways(forth, back) == label


def test_the_average_is_over_classes_and_the_rest_over_rows():
    right, average = classified([0, 0, 0, 1], [0, 0, 1, 1], "stance", "a set")
    assert (right.f1, right.n) == (0.75, 4)
    assert average.f1 == pytest.approx((0.8 + 0.667) / 2, abs=1e-3)


def test_a_fold_is_told_by_the_others():
    random = np.random.default_rng(1)
    labels = np.arange(60) % 3
    features = np.eye(3)[labels] + random.normal(scale=0.1, size=(60, 3))
    assert cross_validated(features, labels, [place % FOLDS for place in range(60)]) == labels.tolist()
