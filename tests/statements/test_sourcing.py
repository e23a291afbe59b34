import pytest

from analysis.statements.sourcing import count_sources, find_sourcing
from tests.factory import make_actor, make_doc


def source(words):
    text = f"Yesterday {words} said so."
    doc = make_doc(text, attribution=[("source", words)])
    return doc, doc.spans["attribution"][0], text


@pytest.mark.parametrize(
    ("words", "sourcing", "number"),
    [
        ("Ned Price", "named", 1),
        ("State Department spokesman Ned Price", "named", 1),
        ("the White House", "named", 1),
        ("Republicans", "named", None),
        ("a Western official", "role-only", 1),
        ("two US officials", "role-only", 2),
        ("some US officials", "role-only", None),
        ("officials in Kyiv", "role-only", None),
        ("the official", "role-only", 1),
        ("sources familiar with the discussions", "unnamed", None),
        ("a source familiar with the conversation", "unnamed", 1),
        ("people close to Ned Price", "unnamed", None),
        ("critics", "unnamed", None),
        ("a new report", "document", 1),
        ("polls", "document", None),
        ("The Washington Post", "outlet", 1),
    ],
)
def test_by_words(words, sourcing, number):
    _doc, span, _ = source(words)
    assert (find_sourcing(span, None), count_sources(span, None)) == (sourcing, number)


@pytest.mark.parametrize(
    ("name", "kind", "sourcing"),
    [
        ("Jake Sullivan", "person", "named"),
        ("a Western official", "unnamed", "role-only"),
        ("a source familiar with the talks", "unnamed", "unnamed"),
        ("CNN", "media", "outlet"),
    ],
)
def test_a_pronoun_is_sourced_as_its_actor(name, kind, sourcing):
    _doc, span, text = source("he")
    actor = make_actor(text, name, words="he", kind=kind)
    assert (find_sourcing(span, actor), count_sources(span, actor)) == (sourcing, 1)


def test_first_word_of_a_sentence_is_no_name():
    doc = make_doc("Officials said so.", attribution=[("source", "Officials")])
    assert find_sourcing(doc.spans["attribution"][0], None) == "role-only"


def test_no_source_is_unnamed():
    assert (find_sourcing(None, None), count_sources(None, None)) == ("unnamed", None)
