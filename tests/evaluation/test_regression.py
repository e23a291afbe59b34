"""Fitted weights prefer what the examples prefer, and are the same each time."""

from analysis.evaluation.regression import Example, fitted, logistic


def test_a_feature_of_the_right_choices_weighs_more_than_one_of_the_wrong_ones():
    examples = [Example(({"good": 1.0}, {"bad": 1.0}, {}), (0,))] * 20
    weights = fitted(examples)
    assert weights["good"] > 0 > weights["bad"]
    assert weights == fitted(examples)


def test_logistic_weights_follow_the_labels():
    rows = [{"yes": 1.0}] * 9 + [{"no": 1.0}] * 9
    weights = logistic(rows, [True] * 9 + [False] * 9)
    assert weights["yes"] > 0 > weights["no"]
