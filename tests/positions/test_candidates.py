"""Who may hold what: all that may be a position."""

import pytest

from analysis.positions.candidates import find_candidates
from analysis.positions.choose import choose
from tests.factory import make_actor, make_statement
from tests.positions.test_stance import scene_of

FOUND = [
    ("Ann signed a decree barring all talks with Bob.", [("deed", "signed"), ("deed", "barring")]),
    ("Ann’s opposition to the talks grew.", [("owned", "opposition")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_deeds_and_what_is_owned(text, expected):
    assert [(one.kind, one.head.text) for one in find_candidates(scene_of(text))] == expected


def test_each_clause_that_a_source_says_is_one():
    text = "Ann said that taxes must rise and that the war must end."
    ann = make_actor(text, "Ann")
    scene = scene_of(text, make_statement(text, ann, "that taxes must rise and that the war must end"), ann=ann)
    said = [(one.head.text, one.first) for one in find_candidates(scene) if one.kind == "said"]
    assert said == [("rise", True), ("end", False)]


def test_of_those_that_share_their_words_the_likeliest_is_chosen():
    text = "Ann signed a decree barring all talks with Bob."
    signed, barring = find_candidates(scene_of(text))
    assert choose([signed, barring], {signed: 0.4, barring: 0.6}, 0.3) == [barring]
    assert choose([signed, barring], {signed: 0.2, barring: 0.1}, 0.3) == []
