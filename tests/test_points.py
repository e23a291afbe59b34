"""The points of intensity's parts always share 100."""

import pytest

from analysis.points import POINTS, balanced, read_points, summed
from analysis.tensions.index import FEATURES


def test_every_part_has_points_and_all_share_a_hundred():
    assert [feature.name for feature in FEATURES] == list(POINTS)
    assert sum(POINTS.values()) == 100
    assert read_points("default") == POINTS


def test_the_parts_that_are_not_named_keep_their_proportions():
    points = read_points("wording=50+sources=0")
    assert (points["wording"], points["sources"]) == (50, 0)
    # 65 points of the five others become 50.
    assert points["opposition"] == round(25 * 50 / 65, 2)
    assert sum(points.values()) == pytest.approx(100, abs=0.05)


def test_all_parts_may_be_named_where_they_share_a_hundred():
    words = "opposition=40+wording=20+sources=10+passages=10+recency=10+publicity=5+named=5"
    assert read_points(words) == {
        "opposition": 40,
        "wording": 20,
        "sources": 10,
        "passages": 10,
        "recency": 10,
        "publicity": 5,
        "named": 5,
    }
    assert sum(balanced(POINTS, {"opposition": 100}).values()) == 100


@pytest.mark.parametrize(("points", "total"), [([20.0, 12.5], 33), ([20.0, 12.4], 32), ([0.1] * 5, 1), ([], 0)])
def test_a_half_counts_up(points, total):
    assert summed(points) == total
