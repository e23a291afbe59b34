"""Names by rules: what is one, where it ends, and of what kind."""

import pytest

from analysis.model.names import find_names
from tests.factory import make_doc


def labelled(text):
    return [(span.text, span.label_) for span in find_names(make_doc(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("State Department spokesman Ned Price said so.", [("State Department", "ORG"), ("Ned Price", "PERSON")]),
        ("They asked House Minority Leader Kevin McCarthy.", [("House", "ORG"), ("Kevin McCarthy", "PERSON")]),
        (
            "Then Ukrainian President Volodymyr Zelensky left.",
            [("Ukrainian", "NAME"), ("Volodymyr Zelensky", "PERSON")],
        ),
        ("He met Secretary of State John Kerry.", [("John Kerry", "PERSON")]),
        ("They met Arizona Rep. Raul Grijalva (D-Ariz.) there.", [("Arizona", "PLACE"), ("Raul Grijalva", "PERSON")]),
        ("He met Director of National Intelligence James R. Clapper.", [("James R. Clapper", "PERSON")]),
    ],
)
def test_a_title_is_cut_off_the_name_after_it(text, expected):
    assert labelled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He leads the Department of Homeland Security.", ("Department of Homeland Security", "ORG")),
        (
            "He asked the House Oversight and Government Reform Committee.",
            ("House Oversight and Government Reform Committee", "ORG"),
        ),
        ("She wrote in the Tampa Bay Times.", ("Tampa Bay Times", "ORG")),
        ("They asked the Missouri Senate.", ("Missouri Senate", "ORG")),
        ("She runs Concerned Women for America.", ("Concerned Women for America", "ORG")),
        ("It was Bashar al-Assad who fell.", ("Bashar al-Assad", "PERSON")),
        ("They heard Ban Ki-moon there.", ("Ban Ki-moon", "PERSON")),
        ("Then Ursula von der Leyen spoke.", ("Ursula von der Leyen", "PERSON")),
        ("It was Ukraine’s army.", ("Ukraine", "PLACE")),
        ("It is the U.S.’s most immediate goal.", ("U.S.", "PLACE")),
        ("But NATO refused.", ("NATO", "ORG")),
        ("They signed the Hyde Amendment.", ("Hyde Amendment", "NAME")),
        ("They walked in Springfield.", ("Springfield", "PLACE")),
    ],
)
def test_a_name_is_whole_and_of_its_kind(text, expected):
    assert labelled(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said so on Monday.",
        "And make sure of it in October.",
        "He paid US$1 billion.",
        "“People know it.” Meanwhile, nothing moved.",
    ],
)
def test_capitals_alone_make_no_name(text):
    assert labelled(text) == []


def test_a_name_that_opens_a_sentence_is_one_if_the_article_uses_it_elsewhere():
    assert ("Barth", "PERSON") in labelled("Barth left. So did Anna Barth.")
    assert labelled("Price rose. The price fell.") == []


def test_a_heading_in_title_case_is_not_one_name():
    text = "Putin Chides Turkey And Praises Obama Over Bombing\n\nThen Vladimir Putin left."
    assert labelled(text) == [("Putin", "PERSON"), ("Turkey", "PLACE"), ("Vladimir Putin", "PERSON")]


def test_two_names_side_by_side_are_cut_apart():
    assert labelled("He asked US Senate Democrats.") == [("US", "PLACE"), ("Senate", "ORG"), ("Democrats", "ORG")]
