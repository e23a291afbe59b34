import re
from typing import NamedTuple

import pytest

from analysis.matches import outermost, stands_as_noun


class Word(NamedTuple):
    start: int
    end: int


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([(5, 9), (0, 4)], [(0, 4), (5, 9)]),
        ([(0, 4), (0, 9), (2, 3)], [(0, 9)]),
        ([(0, 4), (3, 8), (8, 9)], [(0, 4), (8, 9)]),
        ([], []),
    ],
)
def test_outermost(found, kept):
    assert outermost(Word(*place) for place in found) == [Word(*place) for place in kept]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They demand talks.", False),
        ("The demand for talks grew.", True),
        ("Kyiv’s demand grew.", True),
        ("Demand grew.", False),
        ("He met the Demand Group.", True),
        ("He met Demand Group.", True),
    ],
)
def test_stands_as_noun(text, noun):
    assert stands_as_noun(re.search("demand", text, re.IGNORECASE)) is noun
