"""Other weights: computed from the parts that the records hold, checked by hand."""

from dataclasses import replace

import pytest

from analysis.briefing import tables
from analysis.briefing.sensitivity import finding, ranks, reweighed, trials
from analysis.points import POINTS, balanced
from analysis.records import IntensityPart
from tests.briefing.sample import STRONG, WEAK, bundled, without_tensions

FOUND = bundled()


@pytest.mark.parametrize(
    ("parts", "name", "factor", "total"),
    [
        # 40 and 20 points share what 40 leave free: .75 x 66.67 + 1 x 33.33.
        (STRONG, "sources", 0, 83),
        # 80 points for sources leave 20: .75 x 13.33 + 1 x 6.67 + .3 x 80.
        (STRONG, "sources", 2, 41),
        (WEAK, "sources", 2, 43),
        (STRONG, "wording", 1, 62),
        (STRONG, "a part that it does not have", 0, 62),
    ],
)
def test_by_hand(parts, name, factor, total):
    assert reweighed(parts, name, factor) == total


def test_no_part_takes_more_than_a_hundred():
    assert reweighed(STRONG, "opposition", 5) == 75


def test_equal_ones_share_the_better_rank():
    assert ranks({"a": 50, "b": 70, "c": 50}) == {"a": 2, "b": 1, "c": 2}


def test_every_part_is_left_out_and_doubled():
    assert [(trial.part, trial.factor) for trial in trials(FOUND.tensions)] == [
        (name, factor) for name in ("opposition", "wording", "sources") for factor in (0, 2)
    ]


def test_the_table_shows_intensity_and_rank():
    frame = tables.sensitivity(FOUND)
    assert list(frame["as it is"]) == ["62 (1)", "48 (2)"]
    assert list(frame["sources × 2"]) == ["41 (2)", "43 (1)"]


def test_the_finding_names_what_would_turn_the_order():
    assert finding(FOUND.tensions) == "Another tension would come first with sources doubled."


def test_the_finding_says_where_nothing_would():
    weak = replace(FOUND.tensions[2], parts=tuple(replace(part, score=part.score / 2) for part in STRONG))
    assert finding((FOUND.tensions[0], replace(weak, intensity=31))).endswith("come first; nor would any other move.")


def test_no_order_no_finding():
    assert finding(without_tensions().tensions) == finding(FOUND.tensions[:1]) == ""


def test_points_that_were_moved_are_the_ones_weighed():
    """A run with other points is tried from these."""
    points = balanced(POINTS, {"wording": 50})
    parts = tuple(IntensityPart(name, most, "", 1.0, most) for name, most in points.items())
    assert reweighed(parts, "wording", 0) == 100
