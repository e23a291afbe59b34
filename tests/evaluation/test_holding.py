"""Which candidates count as coded positions, for the fit."""

from analysis.evaluation.holding import Read, labelled

LIKELY, LESS, NONE = {"bias": 2.0}, {"bias": 1.0}, {"bias": 0.0}


def test_the_likeliest_candidate_is_the_position_and_the_next_is_left_out():
    article = Read((LESS, LIKELY, NONE), ((0,), (0,), ()))
    assert labelled(article, {"bias": 1.0}) == [(LIKELY, True), (NONE, False)]


def test_two_positions_at_one_place_have_a_candidate_each():
    article = Read((LESS, LIKELY), ((0, 1), (0, 1)))
    assert labelled(article, {"bias": 1.0}) == [(LIKELY, True), (LESS, True)]
