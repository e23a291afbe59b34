"""The shipped head of directed stance, really run: each answer rests on its own sentence and question."""

import itertools

import numpy as np
import pytest

from analysis.document import read_document, tokenize
from analysis.model.component import EmbeddedModel
from analysis.model.directed import MOST_WORDS, TOGETHER, DirectedStance
from analysis.model.labels import ROOTS, TONES
from tests.factory import make_article

TEXT = (
    "Iran condemned Israel on Monday. Kyiv thanked Washington for its support, while Moscow accused Berlin of lying.\n\n"
    "“We reject what Paris wants,” the minister said in Rome."
)
CASES = [
    ("Iran", "Israel", "negative"),
    ("Kyiv", "Washington", "positive"),
    ("Moscow", "Berlin", "negative"),
]


@pytest.fixture(scope="module")
def doc():
    return read_document(make_article(TEXT))


@pytest.fixture(scope="module")
def stance():
    return DirectedStance()


def place(doc, words):
    span = doc.char_span(doc.text.index(words), doc.text.index(words) + len(words))
    return span.start, span.end


def every_pair(doc):
    names = ("Iran", "Israel", "Kyiv", "Washington", "Moscow", "Berlin", "Paris", "Rome")
    return list(itertools.permutations([place(doc, name) for name in names], 2))


@pytest.mark.parametrize(("source", "target", "tone"), CASES)
def test_a_plain_sentence_is_read_rightly(doc, stance, source, target, tone):
    (found,) = stance(doc, [(place(doc, source), place(doc, target))])
    assert max(TONES, key=lambda name: getattr(found, name)) == tone


def test_chances_add_up_and_codes_are_known(doc, stance):
    for found in stance(doc, every_pair(doc)):
        assert found.neutral + found.positive + found.negative == pytest.approx(1, abs=1e-5)
        assert found.root in ROOTS and 1 / len(ROOTS) <= found.root_chance <= 1


def test_an_answer_does_not_depend_on_what_else_is_asked(doc, stance):
    pairs = every_pair(doc)
    assert len(pairs) > 3 * TOGETHER
    together = stance(doc, pairs)
    assert [stance(doc, [pair])[0] for pair in pairs] == together
    assert stance(doc, pairs[::-1])[::-1] == together


def test_a_source_outside_the_sentence_is_whoever_speaks(doc, stance):
    target = place(doc, "Berlin")
    outside = stance(doc, [(place(doc, name), target) for name in ("Iran", "Paris", "Rome")])
    assert len(set(outside)) == 1
    assert outside[0] != stance(doc, [(place(doc, "Moscow"), target)])[0]


def test_of_a_long_sentence_the_words_round_the_target_are_read(stance):
    doc = EmbeddedModel()(tokenize(make_article("Oslo " + "and then they went " * 200 + "where Rome was")))
    for token in doc:
        assert token.is_sent_start == (token.i == 0) or token.i > MOST_WORDS
    ends = [(0, 1), (len(doc) - 2, len(doc) - 1)]
    assert len(stance(doc, [(ends[0], ends[1]), (ends[1], ends[0])])) == 2


def test_no_question_no_answer(doc, stance):
    assert stance(doc, []) == []


def test_a_target_of_blanks_is_refused(stance):
    doc = read_document(make_article("Rome  went.\n\nOslo came."))
    blank = next(token.i for token in doc if token.is_space)
    with pytest.raises(ValueError, match="no word"):
        stance(doc, [((0, 1), (blank, blank + 1))])


def test_vectors_are_zero_for_blanks_alone(doc):
    assert doc.tensor.shape == (len(doc), 384) and doc.tensor.dtype == np.float16
    assert [bool(row.any()) for row in doc.tensor] == [not token.is_space for token in doc]
