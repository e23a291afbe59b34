"""The bundled article, read by the real stages: the tensions that it is known to hold."""

import pytest

from analysis.paths import ARTICLES
from analysis.pipeline import Analysis
from analysis.records import check_evidence
from analysis.settings import Settings


def read(codebook):
    """Actors by id, positions and tensions."""
    analysis = Analysis(ARTICLES / "cnn-us-ukraine-talks.txt", Settings(codebook=codebook))
    check_evidence(analysis.article.text, (*analysis.positions, *analysis.tensions))
    return {actor.id: actor.name for actor in analysis.actors}, analysis.positions, analysis.tensions


@pytest.fixture(scope="module")
def with_codebook():
    return read("auto")


EXPECTED = [
    ("us-ukraine-messaging", "United States", "Ukraine", "demand", "current"),
    ("gop-funding", "Republicans", "United States", "disagreement", "current"),
    ("battlefield-assessment", "United States", "Ukraine", "doubt", "current"),
    ("russia-ukraine-talks", "Russia", "Ukraine", "disagreement", "current"),
    ("weapons-requests", "Ukraine", "United States", "disagreement", "past"),
    ("us-ukraine-messaging", "United States", "Ukraine", "friction", "past"),
    ("gratitude-for-aid", "United States", "Ukraine", "demand", "past"),
    ("nuclear-rhetoric", "United States", "Russia", "threat", "current"),
    ("us-intelligence", "United States", "Ukraine", "friction", "past"),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[f"{row[0]}-{row[3]}" for row in EXPECTED])
def test_the_tensions_of_the_article(with_codebook, expected):
    names, _, tensions = with_codebook
    assert expected in [(one.issue, names[one.a], names[one.b], one.type, one.status) for one in tensions]


WORDS = [
    ("us-ukraine-messaging", "demand", "a", "urging Ukraine"),
    ("us-ukraine-messaging", "demand", "a", "change their rhetoric"),
    ("us-ukraine-messaging", "demand", "b", "barring any negotiations"),
    ("us-ukraine-messaging", "demand", "b", "another president of Russia"),
    ("gop-funding", "disagreement", "a", "less willing to support Ukraine"),
    ("gop-funding", "disagreement", "a", "not a blank check"),
    ("gop-funding", "disagreement", "b", "as long as it takes"),
    ("gop-funding", "disagreement", "b", "no wavering"),
    ("battlefield-assessment", "doubt", "a", "question the ability"),
    ("battlefield-assessment", "doubt", "a", "more static"),
    ("battlefield-assessment", "doubt", "b", "liberate all of Ukraine"),
]


@pytest.mark.parametrize(("issue", "kind", "side", "words"), WORDS)
def test_both_sides_of_the_named_tensions_are_quoted(with_codebook, issue, kind, side, words):
    _, _, tensions = with_codebook
    tension = next(one for one in tensions if (one.issue, one.type) == (issue, kind))
    assert any(words in place.quote for place in (tension.a_evidence if side == "a" else tension.b_evidence))


def test_without_a_codebook_there_still_are_positions_and_tensions():
    _, positions, tensions = read("none")
    assert len(positions) >= 12
    assert {position.issue for position in positions} == {""}
    assert all(position.proposition for position in positions)
    assert {"demand", "doubt", "friction"} <= {tension.type for tension in tensions}


def test_two_readings_agree(with_codebook):
    assert read("auto")[1:] == with_codebook[1:]
