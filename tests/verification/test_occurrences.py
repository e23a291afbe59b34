"""Strings that a text has more than once, against counting each by itself."""

import time

from hypothesis import given
from hypothesis import strategies as st

from analysis.verification.occurrences import HEAD, repeated

TEXTS = st.text("ab\n😀", max_size=120)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 119), st.integers(1, 60)), max_size=8))
def test_repeated_strings_are_those_counted_twice(text, cuts):
    strings = {text[start : start + length] for start, length in cuts} - {""}
    twice = {one for one in strings if sum(text.startswith(one, place) for place in range(len(text))) > 1}
    assert repeated(text, strings) == twice


def test_what_is_not_there_is_not_repeated():
    assert repeated("a text", ["x", "y" * HEAD * 2]) == set()


def test_time_grows_with_the_text_and_not_with_the_square():
    def seconds(size):
        text = " ".join(f"word {n} of the text" for n in range(size))
        strings = [text[place : place + 90] for place in range(0, len(text) - 90, 40)]
        begin = time.process_time()
        assert repeated(text, strings) == set()
        return time.process_time() - begin

    assert min(seconds(8000) for _ in range(3)) < 16 * max(0.002, min(seconds(2000) for _ in range(3)))
