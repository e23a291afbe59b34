import pytest

from analysis.statements.heads import head_of
from analysis.statements.sourcing import count_sources, find_sourcing
from tests.factory import make_actor, make_doc, make_tree
from tests.statements.marked import told


def source(marked):
    doc = told(marked)
    return next(span for span in doc.spans["attribution"] if span.label_ == "source"), doc.text


@pytest.mark.parametrize(
    ("marked", "sourcing", "number"),
    [
        ("[Ned Price] <said> so.", "named", 1),
        ("[State Department spokesman Ned Price] <said> so.", "named", 1),
        ("[A spokesman, Ned Price,] <said> so.", "named", 1),
        ("[The White House] <said> so.", "named", 1),
        ("[Republicans] <said> so.", "named", None),
        ("[Biden and Zelensky] <said> so.", "named", 2),
        ("[He or she] <said> so.", "unnamed", 1),
        ("[A Western official] <said> so.", "role-only", 1),
        ("[Two US officials] <said> so.", "role-only", 2),
        ("[Some US officials] <said> so.", "role-only", None),
        ("[One of the officials] <said> so.", "role-only", 1),
        ("[Officials in Kyiv] <said> so.", "role-only", None),
        ("[A spokesman for Clinton] <said> so.", "role-only", 1),
        ("[Officials, including Jake Sullivan,] <said> so.", "role-only", None),
        ("[Sources familiar with the talks] <said> so.", "unnamed", None),
        ("[A source familiar with the talks] <said> so.", "unnamed", 1),
        ("[People close to Ned Price] <said> so.", "unnamed", None),
        ("[Three people familiar with the matter] <said> so.", "unnamed", 3),
        ("[Critics] <said> so.", "unnamed", None),
        ("[A 2014 study] <said> so.", "document", 1),
        ("[Polls] <said> so.", "document", None),
        ("[The Washington Post] <said> so.", "outlet", 1),
        ("[The newspaper] <said> so.", "outlet", 1),
    ],
)
def test_the_head_of_the_source_tells(marked, sourcing, number):
    span, _ = source(marked)
    assert (find_sourcing(span, None), count_sources(span, None)) == (sourcing, number)


def test_a_name_beside_its_title_in_the_tree_is_the_head():
    doc = make_tree(
        "The nominee Donald Trump said so.",
        heads=(1, 4, 4, 2, 4, 4, 4),
        labels="det nsubj nsubj flat root advmod punct",
        tags="DET NOUN PROPN PROPN VERB ADV PUNCT",
        attribution=[("source", "The nominee Donald Trump")],
    )
    (span,) = doc.spans["attribution"]
    assert (find_sourcing(span, None), count_sources(span, None)) == ("named", 1)


def test_who_stands_for_those_before_it():
    doc = told("Officials [who] <said> {that aid is late} left.")
    span = doc.spans["attribution"][0]
    assert (find_sourcing(span, None), count_sources(span, None)) == ("role-only", None)


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
    span, text = source("[He] <said> so.")
    actor = make_actor(text, name, words="He", kind=kind)
    assert (find_sourcing(span, actor), count_sources(span, actor)) == (sourcing, 1)


def test_a_nominal_of_a_named_actor_is_named():
    span, text = source("[The newspaper] <said> so.")
    assert find_sourcing(span, make_actor(text, "Ned Price", words="The")) == "outlet"
    span, text = source("[The spokesman] <said> so.")
    assert find_sourcing(span, make_actor(text, "Ned Price", words="The")) == "named"


def test_no_source_is_unnamed():
    assert (find_sourcing(None, None), count_sources(None, None)) == ("unnamed", None)


@pytest.mark.parametrize(
    ("words", "sourcing"), [("sources familiar with the talks", "unnamed"), ("officials in Kyiv", "role-only")]
)
def test_without_a_tree_the_head_ends_where_something_is_added(words, sourcing):
    doc = make_doc(f"Yesterday {words} said so.", attribution=[("source", words)])
    assert find_sourcing(doc.spans["attribution"][0], None) == sourcing


@pytest.mark.parametrize("panel", ["panel", "Senate"])
def test_a_name_that_the_tree_sets_beside_its_title_is_the_head(panel):
    doc = make_tree(
        f"{panel} chief Jason Roe spoke",
        heads=(4, 2, 4, 2, 4),
        labels="nsubj nmod:desc nsubj flat root",
        tags="NOUN NOUN PROPN PROPN VERB",
        ents=[("Jason Roe", "PERSON")],
    )
    assert head_of(doc[0:4]).text == "Jason"
