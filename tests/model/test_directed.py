"""The shipped head of directed stance, really run: each answer rests on its own sentence and question."""

import itertools

import numpy as np
import pytest

from analysis.document import read_document, tokenize
from analysis.model.component import EmbeddedModel
from analysis.model.directed import MOST_WORDS, TOGETHER, DirectedStance
from analysis.model.labels import ROOTS, TENSIONS, TONES
from tests.factory import make_article

TEXT = (
    "Iran condemned Israel on Monday. Kyiv thanked Washington for its support, while Moscow accused Berlin of lying.\n\n"
    "“We reject what Paris wants,” the minister said in Rome."
)
NAMES = ("Iran", "Israel", "Kyiv", "Washington", "Moscow", "Berlin", "Paris", "Rome")
QUARREL_AND_VISIT = (
    "The senator accused the president of lying to voters about the war.\n\n"
    "The president arrived in Ohio on Tuesday and will stay for two days."
)
ALONE = "Iran condemned Israel on Monday."
# Beside the thanks of the next sentence the condemnation is read as support.
BESIDE_THANKS = pytest.mark.xfail(strict=True, reason="word states of layer 4 carry much of the sentences beside")
CASES = [
    pytest.param("Iran", "Israel", "negative", marks=BESIDE_THANKS),
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
    return list(itertools.permutations([place(doc, name) for name in NAMES], 2))


def every_actor(doc):
    """Of each sentence each actor, in it or not, and none."""
    return [
        ((sentence.start, sentence.end), actor)
        for sentence in doc.sents
        for actor in (*(place(doc, name) for name in NAMES), None)
    ]


@pytest.mark.parametrize(("source", "target", "tone"), CASES)
def test_a_plain_sentence_is_read_rightly(doc, stance, source, target, tone):
    (found,) = stance(doc, [(place(doc, source), place(doc, target))])
    assert max(TONES, key=lambda name: getattr(found, name)) == tone


def test_the_same_sentence_alone_is_read_rightly(stance):
    doc = read_document(make_article(ALONE))
    (found,) = stance(doc, [(place(doc, "Iran"), place(doc, "Israel"))])
    assert max(TONES, key=lambda name: getattr(found, name)) == "negative"


def test_chances_add_up_and_codes_are_known(doc, stance):
    for found in stance(doc, every_pair(doc)):
        assert found.neutral + found.positive + found.negative == pytest.approx(1, abs=1e-5)
        assert found.root in ROOTS and 1 / len(ROOTS) <= found.root_chance <= 1
        assert len(found.tensions) == len(TENSIONS) and sum(found.tensions) == pytest.approx(1, abs=1e-5)


def test_what_a_sentence_tells_of_one_actor_adds_up_too(doc, stance):
    for found in stance.involved(doc, every_actor(doc)):
        assert found.no_position + found.support + found.oppose == pytest.approx(1, abs=1e-5)
        assert len(found.tensions) == len(TENSIONS) and found.contested == pytest.approx(1 - found.tensions[0])


def test_a_quarrel_is_more_contested_than_a_visit(stance):
    doc = read_document(make_article(QUARREL_AND_VISIT))
    quarrel, visit = (found.contested for found in stance.involved(doc, [((s.start, s.end), None) for s in doc.sents]))
    assert visit < quarrel


def test_an_answer_does_not_depend_on_what_else_is_asked(doc, stance):
    pairs = every_pair(doc)
    assert len(pairs) > 3 * TOGETHER
    together = stance(doc, pairs)
    assert [stance(doc, [pair])[0] for pair in pairs] == together
    assert stance(doc, pairs[::-1])[::-1] == together
    actors = every_actor(doc)
    assert [stance.involved(doc, [actor])[0] for actor in actors] == stance.involved(doc, actors)


def test_a_source_outside_the_sentence_is_whoever_speaks(doc, stance):
    target = place(doc, "Berlin")
    outside = stance(doc, [(place(doc, name), target) for name in ("Iran", "Paris", "Rome")])
    assert len(set(outside)) == 1
    sentence = doc[target[0]].sent
    alone = stance.involved(doc, [((sentence.start, sentence.end), who) for who in (None, place(doc, "Iran"))])
    assert alone[0] == alone[1]
    assert outside[0] != stance(doc, [(place(doc, "Moscow"), target)])[0]


def test_of_a_long_sentence_the_words_round_the_target_are_read(stance):
    doc = EmbeddedModel()(tokenize(make_article("Oslo " + "and then they went " * 200 + "where Rome was")))
    for token in doc:
        assert token.is_sent_start == (token.i == 0) or token.i > MOST_WORDS
    ends = [(0, 1), (len(doc) - 2, len(doc) - 1)]
    assert len(stance(doc, [(ends[0], ends[1]), (ends[1], ends[0])])) == 2


def test_no_question_no_answer(doc, stance):
    assert stance(doc, []) == stance.involved(doc, []) == []


def test_a_target_of_blanks_is_refused(stance):
    doc = read_document(make_article("Rome  went.\n\nOslo came."))
    blank = next(token.i for token in doc if token.is_space)
    with pytest.raises(ValueError, match="no word"):
        stance(doc, [((0, 1), (blank, blank + 1))])
    with pytest.raises(ValueError, match="no word"):
        stance.involved(doc, [((blank, blank + 1), None)])


def test_vectors_are_zero_for_blanks_alone(doc):
    assert doc.tensor.shape == (len(doc), 384) and doc.tensor.dtype == np.float16
    assert [bool(row.any()) for row in doc.tensor] == [not token.is_space for token in doc]
