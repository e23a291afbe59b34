import pytest

from analysis.statements.attribute import attributions
from tests.factory import make_doc
from tests.statements.trees import with_tree

CHAIN = (
    "CNN was told that Price said aid is late.",
    [("source", "CNN"), ("cue", "was told"), ("content", "that Price said aid is late")],
    [
        ("told", "told", "root"),
        ("CNN", "told", "nsubj:pass"),
        ("said", "told", "ccomp"),
        ("that", "said", "mark"),
        ("Price", "said", "nsubj"),
        ("late", "said", "ccomp"),
        ("aid", "late", "nsubj"),
        ("is", "late", "cop"),
    ],
)


def read(text, spans, arcs, verbs=("told", "said", "think", "hopes", "pressing", "began", "change")):
    return attributions(with_tree(make_doc(text, attribution=spans), arcs, verbs))


def shown(found):
    return [
        (one.clause.source.text if one.clause.source else None, one.clause.cue.text, one.contents[0].text, one.within)
        for one in found
    ]


def test_speech_inside_speech_is_a_chain():
    """The one told is no source."""
    text, spans, arcs = CHAIN
    assert shown(read(text, spans, arcs)) == [
        (None, "was told", "that Price said aid is late", None),
        ("Price", "said", "aid is late", 0),
    ]


@pytest.mark.parametrize("word", ["I", "we"])
def test_what_speakers_say_of_themselves_is_no_speech_of_others(word):
    text, spans, arcs = (
        f"CNN was told that {word} said aid is late.",
        [("cue", "was told"), ("content", f"that {word} said aid is late")],
        [(child.replace("Price", word), head, label) for child, head, label in CHAIN[2]],
    )
    assert len(read(text, spans, arcs)) == 1


def test_a_pronoun_that_hopes_is_the_speaker():
    text = "Price said he hopes aid is late."
    arcs = [
        ("said", "said", "root"),
        ("Price", "said", "nsubj"),
        ("hopes", "said", "ccomp"),
        ("he", "hopes", "nsubj"),
        ("late", "hopes", "ccomp"),
        ("aid", "late", "nsubj"),
        ("is", "late", "cop"),
    ]
    spans = [("source", "Price"), ("cue", "said"), ("content", "he hopes aid is late")]
    assert len(read(text, spans, arcs)) == 1


PRESSING = [
    ("began", "began", "root"),
    ("Officials", "began", "nsubj"),
    ("pressing", "began", "xcomp"),
    ("Kyiv", "pressing", "obj"),
    ("change", "pressing", "xcomp"),
    ("to", "change", "mark"),
    ("course", "change", "obj"),
]


def test_a_reporting_clause_that_nothing_labels_is_read_from_the_tree():
    found = read("Officials began pressing Kyiv to change course.", [], PRESSING)
    assert shown(found) == [("Officials", "began pressing", "Kyiv to change course", None)]


def test_a_clause_with_a_label_is_left_to_the_model():
    spans = [("content", "course")]
    assert read("Officials began pressing Kyiv to change course.", spans, PRESSING) == []


def test_a_cue_without_a_content_takes_its_complement():
    text, _, arcs = CHAIN
    spans = [("source", "CNN"), ("cue", "was told")]
    assert shown(read(text, spans, arcs))[0] == (None, "was told", "that Price said aid is late", None)
