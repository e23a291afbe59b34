import pytest

from tests.factory import make_tree


def test_a_tree_by_hand():
    doc = make_tree(
        "Price told CNN. Kyiv left.",
        heads=(1, 1, 1, 1, 5, 5, 5),
        labels="nsubj root obj punct nsubj root punct",
        tags="PROPN VERB PROPN PUNCT PROPN VERB PUNCT",
        attribution=[("source", "Price")],
    )
    assert [(token.text, token.dep_, token.pos_) for token in doc[1].children][:2] == [
        ("Price", "nsubj", "PROPN"),
        ("CNN", "obj", "PROPN"),
    ]
    assert [sentence.text for sentence in doc.sents] == ["Price told CNN.", "Kyiv left."]
    assert [one.text for one in doc.spans["attribution"]] == ["Price"]


def test_a_tree_that_does_not_fit_its_text_says_so():
    with pytest.raises(ValueError, match="3 tokens"):
        make_tree("Price told CNN", heads=(1, 1), labels="nsubj root obj")
