import pytest

from analysis.statements.attribute import attributions
from tests.factory import make_doc


def joined(text, *spans, links=()):
    """`links` are places of spans: of a source or a content, and of the cue that the language model links it to."""
    doc = make_doc(text, attribution=spans)
    doc.spans["attribution"].attrs["link"] = [dict(links).get(place) for place in range(len(spans))]
    return [
        (
            one.clause.source.text if one.clause.source else None,
            one.clause.cue.text,
            [part.text for part in one.contents],
        )
        for one in attributions(doc)
    ]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        (
            "Price said aid is late.",
            [("source", "Price"), ("cue", "said"), ("content", "aid is late")],
            [("Price", "said", ["aid is late"])],
        ),
        (
            "“We go,” Price said. “They stay.”",
            [("content", "“We go,”"), ("source", "Price"), ("cue", "said"), ("content", "“They stay.”")],
            [("Price", "said", ["“We go,”", "“They stay.”"])],
        ),
        (
            "Price said aid is late and declined to name a date.",
            [
                ("source", "Price"),
                ("cue", "said"),
                ("content", "aid is late"),
                ("cue", "declined"),
                ("content", "to name a date"),
            ],
            [("Price", "said", ["aid is late"]), ("Price", "declined", ["to name a date"])],
        ),
        (
            "Zelensky has said repeatedly over the months that Kyiv is willing, and the US understands why it is not.",
            [
                ("source", "Zelensky"),
                ("cue", "has said"),
                ("content", "that Kyiv is willing"),
                ("source", "the US"),
                ("cue", "understands"),
                ("content", "why it is not"),
            ],
            [("Zelensky", "has said", ["that Kyiv is willing"]), ("the US", "understands", ["why it is not"])],
        ),
        (
            "“We go,” Price said. He said aid is late.",
            [
                ("content", "“We go,”"),
                ("source", "Price"),
                ("cue", "said"),
                ("source", "He"),
                ("cue", "said"),
                ("content", "aid is late"),
            ],
            [("Price", "said", ["“We go,”"]), ("He", "said", ["aid is late"])],
        ),
        (
            "“Why?” Clinton asked.",
            [("content", "“Why?”"), ("source", "Clinton"), ("cue", "asked")],
            [("Clinton", "asked", ["“Why?”"])],
        ),
        (
            "“One,” Price said.\n“Two.”",
            [("content", "“One,”"), ("source", "Price"), ("cue", "said"), ("content", "“Two.”")],
            [("Price", "said", ["“One,”", "“Two.”"])],
        ),
        ("Aid is late. Price said.", [("source", "Price"), ("cue", "said")], []),
        (
            "CNN was told aid is late.",
            [("cue", "was told"), ("content", "aid is late")],
            [(None, "was told", ["aid is late"])],
        ),
    ],
)
def test_spans_are_joined(text, spans, expected):
    assert joined(text, *spans) == expected


def test_what_stands_alone_is_counted():
    spans = [
        ("content", "“One,”"),
        ("source", "Price"),
        ("cue", "said"),
        ("content", "“Two.”"),
        ("content", "“Three.”"),
    ]
    (one,) = attributions(make_doc("“One,” Price said. “Two.”\n“Three.”", attribution=spans))
    assert (one.continued, one.beyond) == (2, 1)


TWO = (
    ("source", "Price"),
    ("cue", "said"),
    ("content", "aid is late"),
    ("source", "Kyiv"),
    ("cue", "replied"),
    ("content", "no"),
)
LINKED = {
    "none": ((), [("Price", "said", ["aid is late"]), ("Kyiv", "replied", ["no"])]),
    "as they stand": (
        ((0, 1), (2, 1), (3, 4), (5, 4)),
        [("Price", "said", ["aid is late"]), ("Kyiv", "replied", ["no"])],
    ),
    "a content to the farther cue": (((2, 4),), [("Kyiv", "replied", ["aid is late", "no"])]),
    "two sources to one cue: the nearer": (((0, 4), (3, 4), (2, 4)), [("Kyiv", "replied", ["aid is late", "no"])]),
}


@pytest.mark.parametrize(("links", "expected"), LINKED.values(), ids=LINKED)
def test_a_link_of_the_language_model_beats_nearness(links, expected):
    assert joined("Price said aid is late, and Kyiv replied no.", *TWO, links=links) == expected


def test_a_link_reaches_over_a_nearer_cue():
    spans = [
        ("content", "“We go,”"),
        ("source", "a diplomat"),
        ("cue", "told"),
        ("cue", "referring to"),
        ("content", "Kyiv"),
        ("content", "“They stay.”"),
    ]
    text = "“We go,” a diplomat told CNN, referring to Kyiv. “They stay.”"
    found = joined(text, *spans, links=((0, 2), (1, 2), (4, 3), (5, 2)))
    assert found == [("a diplomat", "told", ["“We go,”", "“They stay.”"]), ("a diplomat", "referring to", ["Kyiv"])]


def test_a_link_reaches_into_the_paragraph_before():
    spans = [("source", "Price"), ("cue", "said"), ("content", "this"), ("content", "“Aid is late.”")]
    found = joined("Price said this.\n\n“Aid is late.”", *spans, links=((0, 1), (2, 1), (3, 1)))
    assert found == [("Price", "said", ["this", "“Aid is late.”"])]
