from time import process_time

import pytest

from analysis.timeline.find import GRAMMAR
from analysis.timeline.patterns import compiled, folded, number_of, ordinal_of, part_named


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a", 1),
        ("12", 12),
        ("thirty-five", 35),
        ("twenty", 20),
        ("2 1/2", 2.5),
        ("two and a half", 2.5),
        ("1,500", 1500),
    ],
)
def test_number_of(text: str, number: float) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(("text", "number"), [("3rd", 3), ("third", 3), ("twenty-first", 21), ("17", 17)])
def test_ordinal_of(text: str, number: int) -> None:
    assert ordinal_of(text) == number


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("early", "early"),
        ("the end of the", "late"),
        ("Middle of", "mid"),
        ("the first half of", "first half"),
        (None, ""),
    ],
)
def test_part_named(text: str | None, part: str) -> None:
    assert part_named(text) == part


def test_folding_keeps_offsets() -> None:
    text = "the ’60s\u00a0— today"
    assert folded(text) == "the '60s – today"
    assert len(folded(text)) == len(text)


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in GRAMMAR]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "seed", ["1,111", "a ", "the early ", "1 ", "twenty-", "2016-", "May 5, ", " ", "every two ", "’"]
)
def test_matching_takes_linear_time(seed: str) -> None:
    """Eight times the text in less than 24 times the time (64 times would be quadratic)."""

    def seconds(length: int) -> float:
        text = folded(seed * (length // len(seed)))
        started = process_time()
        for rule in GRAMMAR:
            for _ in compiled(rule.pattern).finditer(text):
                pass
        return process_time() - started

    seconds(500)
    assert seconds(16_000) < 24 * seconds(2_000) + 0.2
