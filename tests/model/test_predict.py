"""The shipped model, really run: the same labels whatever the threads, and something for any text."""

import itertools

import numpy as np
import pytest

from analysis.document import tokenize
from analysis.model.card import verified_model
from analysis.model.component import EmbeddedModel
from analysis.model.encode import network_input, windows
from analysis.model.labels import RELATIONS, UPOS
from analysis.model.quotations import find_quotations
from analysis.model.session import SCORES, STATES, Session, open_session
from analysis.model.words import words_at
from analysis.paths import ARTICLES
from tests.factory import make_article

STORY = (ARTICLES / "cnn-us-ukraine-talks.txt").read_text(encoding="utf-8")
ODD = {
    "empty": "",
    "one token": "Kyiv",
    "blanks": " \n\n \t ",
    "marks": "… “” — !?! ’ …\n\n“",
    "no blank": "x" * 20_000,
    "tokens without a blank": "a," * 2_000,
    "one paragraph without end": "He said that they would go, and she said that they would not, " * 60,
    "japanese": "日本の首相は月曜日に声明を発表した。" * 20,
    "arabic": "قال الرئيس إن المحادثات ستستمر." * 20,
    "emoji": "😀👩‍👩‍👧 “😀” said 😀.",
    "combining": "Z" + "\u0301" * 500 + "elensky said no.",
    "control": "He said\x0bno\x1c and\x85left.",
}


def words_of(text):
    doc = tokenize(make_article(text))
    spans = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
    return words_at(text, spans, find_quotations(text, [(0, len(text))]))


@pytest.fixture(scope="module")
def read():
    return EmbeddedModel()(tokenize(make_article(STORY)))


def labels(doc):
    spans = [(span.start, span.end, span.label_) for span in (*doc.ents, *doc.spans["attribution"])]
    return spans, [(token.dep_, token.head.i, token.pos_, token.is_sent_start) for token in doc]


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads_change_no_label_and_no_score(read, threads):
    session = Session(verified_model(), threads)
    assert labels(EmbeddedModel(session)(tokenize(make_article(STORY)))) == labels(read)
    encoded = session.encoder.encode(words_of(STORY))
    for window in windows(encoded, words_of(STORY).gaps):
        fed = network_input(encoded, window)
        left, right = session.scores(*fed), open_session().scores(*fed)
        for name in (*SCORES, STATES):
            assert np.allclose(getattr(left, name), getattr(right, name), rtol=0, atol=1e-4)


def test_what_is_read_beside_a_paragraph_in_another_window_changes_nothing():
    alone = EmbeddedModel()(tokenize(make_article(STORY)))
    twice = EmbeddedModel()(tokenize(make_article(STORY + "\n\n" + ("Nothing more was said of it. " * 200))))
    spans = [(span.start, span.end, span.label_) for span in alone.spans["attribution"]]
    assert spans[:-5] == [(span.start, span.end, span.label_) for span in twice.spans["attribution"]][: len(spans) - 5]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_is_read(text):
    doc = EmbeddedModel()(tokenize(make_article(text)))
    assert doc.text == text
    check(doc)


def test_the_bundled_article_is_read_as_trees_of_known_labels(read):
    check(read)
    assert {token.dep_ for token in read} <= {*RELATIONS, "dep"}
    assert {token.pos_ for token in read} <= {*UPOS, "SPACE"}


def check(doc):
    """One root a sentence, no sentence over the end of a paragraph, no word with two labels of a kind."""
    for sentence in doc.sents if len(doc) else ():
        assert sum(token.head == token for token in sentence) == 1
        assert all(token.head in sentence for token in sentence)
    for paragraph in doc.spans["paragraphs"]:
        assert doc[paragraph.start].is_sent_start
    for group in (doc.ents, doc.spans["attribution"]):
        assert all(left.end <= right.start for left, right in itertools.pairwise(group))
        assert all(not span[0].is_space and not span[-1].is_space for span in group)
    assert len(doc.spans["attribution"].attrs["confidence"]) == len(doc.spans["attribution"])
    assert all(0 < sure <= 1 for sure in doc.spans["attribution"].attrs["confidence"])
