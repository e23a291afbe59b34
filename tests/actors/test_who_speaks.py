"""First and second persons, relative pronouns and descriptions put to the one they mean."""

import pytest

from analysis.actors.find import read_chains
from analysis.registry import read_registry
from tests.factory import make_article, read_doc

ENTS = [
    ("Ann Berg", "PERSON"),
    ("Bob Hall", "PERSON"),
    ("Jim Roe", "PERSON"),
    ("Bea Roe", "PERSON"),
    ("Acme Corporation", "ORG"),
]


def chain_of(text, words, attribution=(), links=(), **meta):
    """The name of the chain that the last mention with these words belongs to."""
    doc = read_doc(
        text, ents=[(name, label) for name, label in ENTS for _ in range(text.count(name))], attribution=attribution
    )
    doc.spans["attribution"].attrs["link"] = list(links) or [None] * len(attribution)
    chains = read_chains(doc, read_registry(), make_article(text, **meta))
    found = [(found.span.start, chain.name) for chain in chains for found in chain.found if found.span.text == words]
    return max(found)[1]


SAID = [("content", "“I will go,”"), ("cue", "said"), ("source", "Ann Berg")]


@pytest.mark.parametrize(
    ("text", "words", "name", "more"),
    [
        ("“I will go,” said Ann Berg.", "I", "Ann Berg", {"attribution": SAID, "links": [1, None, 1]}),
        (
            "Ann Berg came. Bob Hall spoke. “Bob Hall lies,” she said.",
            "she",
            "Ann Berg",
            {
                "attribution": [("content", "“Bob Hall lies,”"), ("cue", "said"), ("source", "she")],
                "links": [1, None, 1],
            },
        ),
        (
            "Bob Hall came. Jim Roe spoke. He said Jim Roe lies.",
            "He",
            "Bob Hall",
            {"attribution": [("source", "He"), ("cue", "said"), ("content", "Jim Roe lies")], "links": [1, None, 1]},
        ),
        (
            "Ann Berg said she was no friend. They met Bea Roe. It was late, she added.",
            "she",
            "Ann Berg",
            {
                "attribution": [
                    ("source", "Ann Berg"),
                    ("cue", "said"),
                    ("content", "no"),
                    ("content", "It was late"),
                    ("source", "she"),
                    ("cue", "added"),
                ],
                "links": [1, None, 1, 5, 5, None],
            },
        ),
        (
            "Bob Hall came. Jim Roe said no. “I fear he lies,” he said.",
            "he",
            "Jim Roe",
            {
                "attribution": [
                    ("source", "Jim Roe"),
                    ("cue", "said"),
                    ("content", "no"),
                    ("content", "“I fear he lies,”"),
                    ("source", "he"),
                    ("cue", "said"),
                ],
                "links": [1, None, 1, 5, 5, None],
            },
        ),
        ("My name is Ann Berg. I will go.", "I", "Ann Berg", {}),
        ("I am Ann Berg. They know me.", "me", "Ann Berg", {}),
        ("Our paper interviews Ann Berg. What do you want? I want rest.", "you", "Ann Berg", {}),
        ("Ann Berg was late. I was not.", "I", "Ann Berg", {"authors": ("Ann Berg",)}),
        ("Ann Berg was late. I was not.", "I", "I", {"authors": ("Bob Hall",)}),
        ("Bob Hall came. He was the mayor of the town.", "the mayor of the town", "Bob Hall", {}),
        ("Bob Hall came. He left early. They saw him.", "him", "Bob Hall", {}),
    ],
)
def test_a_pronoun_or_a_description_goes_to_whom_it_means(text, words, name, more):
    assert chain_of(text, words, **more) == name


def test_we_in_a_quotation_is_whom_the_speaker_speaks_for():
    text = "“We will pay,” said Acme Corporation spokesman Bob Hall. Acme Corporation is rich."
    said = [("content", "“We will pay,”"), ("cue", "said"), ("source", "Acme Corporation spokesman Bob Hall")]
    assert chain_of(text, "We", said, [1, None, 1]) == "Acme Corporation"
