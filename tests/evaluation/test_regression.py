"""Fitted weights prefer what the examples prefer, and are the same each time."""

import numpy as np

from analysis.evaluation.regression import Example, fitted, logistic, multinomial


def test_a_feature_of_the_right_choices_weighs_more_than_one_of_the_wrong_ones():
    examples = [Example(({"good": 1.0}, {"bad": 1.0}, {}), (0,))] * 20
    weights = fitted(examples)
    assert weights["good"] > 0 > weights["bad"]
    assert weights == fitted(examples)


def test_logistic_weights_follow_the_labels():
    rows = [{"yes": 1.0}] * 9 + [{"no": 1.0}] * 9
    weights = logistic(rows, [True] * 9 + [False] * 9)
    assert weights["yes"] > 0 > weights["no"]


def test_a_multinomial_regression_tells_classes_and_their_shares():
    features = np.array([[1.0, 0.0]] * 9 + [[0.0, 1.0]] * 9 + [[0.0, 0.0]] * 2)
    labels = np.array([0] * 9 + [1] * 9 + [2] * 2)
    weights = multinomial(features, labels, prior=0.1)
    scores = np.c_[features, np.ones(len(features))] @ weights
    assert scores.argmax(1).tolist() == labels.tolist()
    shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    assert np.allclose(shares.sum(0), [9, 9, 2], atol=0.01)
