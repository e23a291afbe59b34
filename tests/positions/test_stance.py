"""Stances are products, and say of what."""

import pytest

from analysis.positions.forces import find_forces
from analysis.positions.stance import Reading, compose


def composed(text, words, sign=1):
    """The stance on `words`, read from all of `text`."""
    start = text.index(words)
    return compose(
        Reading(
            text=text,
            start=0,
            end=start + len(words),
            clause_end=len(text),
            forces=tuple(force for force in find_forces(text, 0, start) if force.end <= start),
            sign=sign,
            words=words,
            target=start,
        )
    )


@pytest.mark.parametrize(
    ("text", "words", "sign", "stance", "reason"),
    [
        ("a decree barring negotiations", "negotiations", 1, "oppose", "barring (-) x negotiations (+) = opposes"),
        ("urged Kyiv to hold talks", "talks", 1, "support", "urged (+) x talks (+) = supports"),
        ("will not support aid", "aid", 1, "oppose", "support (+) x not (-) x aid (+) = opposes"),
        ("refuse to block aid", "aid", 1, "support", "refuse (-) x block (-) x aid (+) = supports"),
        ("There will be no wavering", "wavering", -1, "support", "no (-) x wavering (-) = supports"),
        ("no flags, no flinching", "flinching", -1, "support", "no (-) x flinching (-) = supports"),
        ("regime change is not the goal", "regime change", 1, "oppose", "is not (-) x regime change (+) = opposes"),
        ("less willing to support Kyiv", "Kyiv", 1, "oppose", None),
    ],
)
def test_a_stance_is_the_product_of_its_factors(text, words, sign, stance, reason):
    found = composed(text, words, sign)
    assert found.stance == stance
    assert reason is None or found.reason == reason


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("they may support aid", "they support aid"),
        ("they signal more aid", "they demand more aid"),
        ("they are less willing to send aid", "they refuse to send aid"),
    ],
)
def test_hedges_and_soft_words_weaken(weaker, stronger):
    assert composed(weaker, "aid").strength < composed(stronger, "aid").strength


def test_a_hedge_is_told():
    found = composed("it could support aid", "aid")
    assert found.hedged
    assert found.reason.endswith("hedged by “could”")
