"""What the registry knows of names, laid over what a model finds."""

import pytest

from analysis.known_names import with_known_names
from analysis.registry import read_registry
from tests.factory import make_doc, make_tree

ROWS = {
    "an adjective is added": ("Ukrainian officials left.", [], [("Ukrainian", "NAME")]),
    "a country is added": ("They went to Ukraine.", [], [("Ukraine", "PLACE")]),
    "a people is added": ("They met the Ukrainians.", [], [("Ukrainians", "NAME")]),
    "a party is added": ("They met the GOP.", [], [("GOP", "ORG")]),
    "a capital is no person": ("Then Kyiv agreed.", [("Kyiv", "PERSON")], [("Kyiv", "PLACE")]),
    "a body is no person": ("Then CNN agreed.", [("CNN", "PERSON")], [("CNN", "ORG")]),
    "a surname like a country stays": (
        "Jim Jordan rose. Then Jordan left.",
        [("Jim Jordan", "PERSON"), ("Jordan", "PERSON")],
        [("Jim Jordan", "PERSON"), ("Jordan", "PERSON")],
    ),
    "the model's label of a country stays": ("The US agreed.", [("US", "ORG")], [("US", "ORG")]),
    "the longer of two stays": (
        "The Ukrainian Embassy left.",
        [("Ukrainian Embassy", "ORG")],
        [("Ukrainian Embassy", "ORG")],
    ),
    "a courtesy makes a person": ("Then Mrs. Berg left.", [("Mrs. Berg", "ORG")], [("Berg", "PERSON")]),
    "a known name goes before a longer one": (
        "Then Rival Hillary Clinton left.",
        [("Rival Hillary Clinton", "PERSON")],
        [("Hillary Clinton", "PERSON")],
    ),
    "a pronoun is no name": ("He left.", [("He", "PERSON")], []),
    "surnames are common words": ("Price rises went on.", [], []),
    "small letters are no name": ("They told us so.", [], []),
    "a sum of money names no country": ("They sent US$1 billion.", [], []),
}


@pytest.mark.parametrize(("text", "found", "names"), ROWS.values(), ids=ROWS)
def test_known_names(text, found, names):
    doc = make_doc(text)
    place = 0
    spans = []
    for words, label in found:
        place = text.index(words, place)
        spans.append(doc.char_span(place, place + len(words), label=label))
        place += len(words)
    doc.ents = spans
    assert [(name.text, name.label_) for name in with_known_names(doc, read_registry())] == names


@pytest.mark.parametrize(
    ("text", "heads", "labels", "tags", "names"),
    [
        ("Mr. Ban left", (1, 2, 2), "nmod:desc nsubj root", "PROPN PROPN VERB", [("Ban", "PERSON")]),
        (
            "Secretary Josh Earnest left",
            (1, 3, 1, 3),
            "nmod:desc nsubj flat root",
            "PROPN PROPN PROPN VERB",
            [("Josh Earnest", "PERSON")],
        ),
        (
            "Joe Roe left and Roe slept",
            (2, 0, 2, 5, 5, 2),
            "nsubj flat root cc nsubj conj",
            "PROPN PROPN VERB CCONJ PROPN VERB",
            [("Joe Roe", "PERSON"), ("Roe", "PERSON")],
        ),
        (
            "secretary Josh Earnest left",
            (1, 3, 1, 3),
            "nmod:desc nsubj flat root",
            "NOUN PROPN PROPN VERB",
            [("Josh Earnest", "PERSON")],
        ),
        ("rival Ban left", (1, 2, 2), "nmod:desc nsubj root", "NOUN PROPN VERB", []),
        ("Old Ban left", (1, 2, 2), "amod nsubj root", "ADJ PROPN VERB", []),
    ],
)
def test_a_title_or_a_full_name_announces_a_person(text, heads, labels, tags, names):
    doc = make_tree(text, heads=heads, labels=labels, tags=tags, ents=[("Joe Roe", "PERSON")] if "Joe" in text else [])
    assert [(name.text, name.label_) for name in with_known_names(doc, read_registry())] == names


def test_a_title_is_no_part_of_the_name():
    doc = make_tree(
        "House Speaker Paul Ryan left",
        heads=(1, 2, 4, 2, 4),
        labels="compound nmod:desc nsubj flat root",
        tags="PROPN PROPN PROPN PROPN VERB",
        ents=[("House Speaker Paul Ryan", "PERSON")],
    )
    assert ("Paul Ryan", "PERSON") in [(name.text, name.label_) for name in with_known_names(doc, read_registry())]


def test_a_description_is_no_name():
    doc = make_tree(
        "The Ohio businessman left",
        heads=(2, 2, 3, 3),
        labels="det compound nsubj root",
        tags="DET PROPN NOUN VERB",
        ents=[("Ohio businessman", "ORG")],
    )
    assert with_known_names(doc, read_registry()) == []
