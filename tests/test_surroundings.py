"""The words around a passage that tell it from every other."""

import random

import pytest

from analysis.surroundings import SIZES, Surroundings

TEXTS = [
    "a",
    "Talks went on.",
    "ab" * 8,
    "x" * 33,
    "no " * 200,
    "𝄞é" * 50 + "e\u0301" + "𝄞é" * 50,
    "The same line.\n" * 30 + "Another line.\n" + "The same line.\n" * 30,
    " ".join(random.Random(3).choices(["war", "peace", "talks", "Kyiv", "said"], k=700)),
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_with_them_a_passage_stands_in_the_text_once(text):
    surroundings = Surroundings(text)
    for start in range(0, len(text), 1 + len(text) // 60):
        end = min(start + 1 + start % 9, len(text))
        around = surroundings.around(start, end)
        whole = around.prefix + text[start:end] + around.suffix
        assert text.count(whole) == 1 and text.index(whole) + len(around.prefix) == start


def test_they_are_as_long_as_they_must_be():
    """Where 32 characters do, it is 32; amid equal lines it is more."""
    text = TEXTS[6]
    middle = text.index("Another")
    assert len(Surroundings(text).around(middle, middle + 7).prefix) == SIZES[0]
    near = Surroundings(text).around(middle - 105, middle - 100)
    assert SIZES[0] < len(near.suffix) <= 128


@pytest.mark.parametrize("text", ["ab" * 5000, "The same line.\n" * 800, "\u201c" * 10_000])
def test_a_text_that_repeats_itself_without_end_has_none_in_its_midst(text):
    surroundings = Surroundings(text)
    assert surroundings.around(len(text) // 2, len(text) // 2 + 5) is None
    assert Surroundings(f"{text[:4000]} Kyiv {text[:4000]}").around(4001, 4005) is not None
