import pytest

from analysis.records import Certainty
from analysis.statements.certainty import find_certainty


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "that aid is late", Certainty()),
        ("said", "that aid is likely to come", Certainty("speaker", "likely", 55, 80)),
        ("said", "that aid is very likely to come", Certainty("speaker", "very likely", 80, 95)),
        ("said", "aid is unlikely", Certainty("speaker", "unlikely", 20, 45)),
        ("said", "it is not likely to come", Certainty("speaker", "not likely", 20, 45)),
        ("said", "Kyiv almost certainly knew", Certainty("speaker", "almost certainly", 95, 99)),
        ("said", "victory is increasingly unlikely", Certainty("speaker", "increasingly unlikely")),
        ("said", "that aid may come", Certainty("speaker", "may")),
        ("said", "aid came in May", Certainty()),
        ("said", "“I think there needs to be accountability”", Certainty("speaker", "i think")),
        ("said", "Kyiv will win, because Russia may falter", Certainty()),
        ("said", "“Kyiv will win. Russia may falter.”", Certainty()),
        ("claimed", "that aid is late", Certainty("reporter", "claimed")),
        ("reportedly said", "that aid is late", Certainty("reporter", "reportedly")),
        ("said", "the self-proclaimed republic is gone", Certainty("reporter", "self-proclaimed")),
        ("said", "“the so-called republic is gone”", Certainty()),
        ("claimed", "that aid may come", Certainty("speaker", "may")),
    ],
)
def test_hedge_and_its_holder(cue, content, expected):
    assert find_certainty(cue, content, "say") == expected


def test_a_question_is_no_hedge():
    assert find_certainty("asked", "if there could be a solution", "ask") == Certainty()
