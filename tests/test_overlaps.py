"""Places found by the stretches that they touch are those that a plain search finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.overlaps import STRETCH, Overlaps

# Short and long ones, edges of stretches among them.
PLACES = st.tuples(st.integers(0, 5 * STRETCH), st.integers(1, 3 * STRETCH)).map(lambda pair: (pair[0], sum(pair)))


@settings(derandomize=True, deadline=None)
@given(kept=st.lists(PLACES, max_size=30), asked=PLACES)
def test_it_finds_what_a_plain_search_finds_in_the_order_of_adding(kept, asked):
    places: Overlaps[int] = Overlaps()
    for number, place in enumerate(kept):
        places.add(*place, number)
    plain = [number for number, (start, end) in enumerate(kept) if start < asked[1] and asked[0] < end]
    assert list(places.at(*asked)) == plain
    assert places.taken(*asked) == bool(plain)
    assert list(places) == list(range(len(kept)))


def test_places_that_only_touch_share_nothing():
    places: Overlaps[str] = Overlaps()
    places.add(3, 5, "it")
    assert not places.taken(5, 6) and not places.taken(1, 3) and places.taken(4, 5)
