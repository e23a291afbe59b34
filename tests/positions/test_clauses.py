"""Clauses cut by the tree, as evidence and as propositions."""

import pytest

from analysis.positions.clauses import Place, characters, clause, proposition, widened
from tests.factory import read_doc


def head(doc, word):
    return next(token for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Ann left, and Bob stayed at home.", "left", "Ann left"),
        ("Ann left, and Bob stayed at home.", "stayed", "Bob stayed at home"),
        ("Ann voted to end the talks and backed the bill.", "voted", "Ann voted to end the talks"),
    ],
)
def test_a_clause_leaves_out_those_that_stand_alone(text, word, words):
    doc = read_doc(text)
    start, end = characters(doc, text, clause(head(doc, word)))
    assert text[start:end] == words


def test_evidence_closes_the_quotation_that_it_opens():
    text = "“Taxes must rise now,” Ann said."
    start, end = characters(read_doc(text), text, Place(0, 5))
    assert text[start:end] == "“Taxes must rise now,”"


@pytest.mark.parametrize(
    ("place", "expected"), [((3, 5), (0, 20)), ((3, 9), (3, 9)), ((0, 90), (0, 60))], ids=["short", "fits", "long"]
)
def test_evidence_is_neither_too_short_nor_too_long(place, expected):
    assert widened(Place(*place), Place(0, 20)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("that the taxes must rise", "rise", "the taxes must rise"),
        ("“But taxes must rise.”", "rise", "taxes must rise"),
        ("They also said so.", "said", "They also said so"),
    ],
)
def test_a_proposition_begins_with_its_subject(text, word, expected):
    doc = read_doc(text)
    assert proposition(head(doc, word), Place(0, len(doc))) == expected


def test_a_proposition_is_told_without_its_negation():
    doc = read_doc("We do not see such an opportunity.")
    assert proposition(head(doc, "see"), Place(0, len(doc)), [head(doc, "not")]) == "We see such an opportunity"


def test_a_long_proposition_is_cut():
    doc = read_doc("Ann saw the house in the town on the river near the hill by the wood with the tower of the king.")
    found = proposition(head(doc, "saw"), Place(0, len(doc)))
    assert found.endswith(" …") and len(found.split()) == 16
