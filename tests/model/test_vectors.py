"""Vectors of sentences by the shipped map."""

import numpy as np
import pytest

from analysis.document import read_document
from analysis.model.vectors import sentence_vectors
from tests.factory import make_article

TEXT = (
    "The president wants to send more weapons to Ukraine. The White House plans further military aid for Kyiv. "
    "The team won its third game in a row on Sunday."
)


@pytest.fixture(scope="module")
def doc():
    return read_document(make_article(TEXT))


def ranges(doc):
    return [(sentence.start, sentence.end) for sentence in doc.sents]


def test_vectors_are_of_unit_length(doc):
    found = sentence_vectors(doc, ranges(doc))
    assert found.shape == (3, 384)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)


def test_sentences_of_one_matter_are_nearer_than_others(doc):
    aid, more, game = sentence_vectors(doc, ranges(doc))
    assert aid @ more > 0.3 > max(aid @ game, more @ game)


def test_a_vector_does_not_depend_on_what_else_is_asked(doc):
    together = sentence_vectors(doc, ranges(doc))
    assert np.array_equal(together[1], sentence_vectors(doc, ranges(doc)[1:2])[0])
    assert sentence_vectors(doc, []).shape == (0, 384)


def test_a_range_without_a_word_is_refused(doc):
    with pytest.raises(ValueError, match="no word"):
        sentence_vectors(doc, [(2, 2)])
