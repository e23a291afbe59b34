import pytest

from analysis.positions.clauses import clause_around, evidence, proposition
from analysis.positions.telling import Telling
from analysis.records import span
from tests.factory import at, make_article


def scene(text):
    return Telling(make_article(text), (span(text, 0, len(text)),), {}, (), ())


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("They press Kyiv after he signed a decree.", "decree", "after he signed a decree."),
        ("They press Kyiv after he signed a decree.", "press", "They press Kyiv"),
        ("We stay for as long as it takes.", "long", "We stay for as long as it takes."),
        ("It is not this – instead, they want talks", "talks", "instead, they want talks"),
        ("They agreed, and he signed", "signed", "and he signed"),
    ],
)
def test_clauses_end_at_conjunctions_with_a_subject(text, words, clause):
    place = at(text, words)
    assert clause_around(scene(text), span(text, 0, len(text)), place.start, place.end).quote == clause


def test_evidence_is_widened_when_too_short_and_cut_when_too_long():
    text = " ".join(f"word{number}" for number in range(100)) + "."
    whole = span(text, 0, len(text))
    assert len(evidence(scene(text), 0, len(text), whole).quote.split()) == 60
    short = "We need peace now, said the minister on Monday."
    assert evidence(scene(short), 0, 13, span(short, 0, len(short))).quote == short


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“that taxes must rise,”", "taxes must rise"),
        ("because the “deal” is bad.", "the deal is bad"),
        ("one " * 20, "one " * 14 + "one …"),
    ],
)
def test_a_proposition_is_plain_and_short(words, found):
    assert proposition(words) == found
