"""Words that carry a stance, with and without their prepositions."""

import tomllib

import pytest

from analysis.positions.forces import FORCES, force_of, modifier
from tests.factory import read_doc

CASES = [
    ("Ann urged Bob to leave.", "urged", "demands"),
    ("Ann voted against the bill.", "voted", "rejects"),
    ("Ann voted for the bill.", "voted", "supports"),
    ("Ann barred the talks.", "barred", "rejects"),
    ("Ann wants to cut taxes.", "cut", "undoes"),
    ("Ann is opposed to the bill.", "opposed", "rejects"),
    ("Her opposition to the bill grew.", "opposition", "rejects"),
    ("Critics of the bill left.", "Critics", "criticizes"),
    ("Ann walked home.", "walked", None),
]


@pytest.mark.parametrize(("text", "word", "name"), CASES)
def test_force_of_a_word(text, word, name):
    force = force_of(next(token for token in read_doc(text) if token.text == word))
    assert (force.name if force else None) == name


def test_every_force_has_a_sign_and_a_strength():
    tables = tomllib.loads(FORCES.read_text(encoding="utf-8"))
    assert all(table["sign"] in (1, -1) and 0 < table["strength"] <= 1 for table in tables.values())


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [("hedge", "it may end", True), ("hedge", "it ends", False), ("evaluation", "too late", True)],
)
def test_modifiers(kind, words, found):
    assert bool(modifier(kind).search(words)) == found
