"""One table for two schemes of dependency labels."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analysis.grammar import TABLE, relation


def test_no_label_means_two_things():
    seen = {}
    for name, schemes in TABLE.items():
        for label in frozenset().union(*schemes):
            assert seen.setdefault(label, name) == name


@pytest.mark.parametrize(
    ("universal", "clear", "meaning"),
    [
        ("nsubj", "nsubj", "subject"),
        ("nsubj:pass", "nsubjpass", "passive subject"),
        ("obj", "dobj", "object"),
        ("obl:agent", "agent", "agent"),
        ("nmod:poss", "poss", "possessor"),
        ("punct", "punct", None),
    ],
)
def test_both_schemes_are_understood(universal, clear, meaning):
    for label in (universal, clear):
        doc = Doc(Vocab(), words=["he", "spoke"], heads=[1, 1], deps=[label, "root"])
        assert relation(doc[0]) == meaning
