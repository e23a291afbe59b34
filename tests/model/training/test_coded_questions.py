"""The coded articles as questions: what a sentence tells of whom."""

import pytest

from analysis.model.labels import STANCES, TENSIONS
from analysis.model.training.coded_questions import Told
from analysis.model.training.readers import NONE

NAMED = {"x": (0, 1), "y": (3, 5)}


def told(*tensions, positions=()):
    rows = [dict(zip(("a", "b", "type"), row, strict=True)) for row in tensions]
    return Told(rows, [dict(zip(("actor", "stance"), row, strict=True)) for row in positions])


def asked(one, named=NAMED):
    """Each question's tension and stance by its source and target."""
    same = {place: actor for actor, place in named.items()} | {None: None}
    questions = one.questions("key", named, lambda coded, found: coded == found)
    return {
        (same[own.source], same[own.target]): (
            TENSIONS[own.tension],
            own.stance if own.stance == NONE else STANCES[own.stance],
        )
        for own in questions
    }


@pytest.mark.parametrize(
    ("row", "tense"),
    [
        (("x", "y", "demand"), [("x", "y"), ("x", None), (None, None)]),
        (("x", "y", "friction"), [("x", "y"), ("y", "x"), ("x", None), ("y", None), (None, None)]),
        (("x", "z", "demand"), [("x", None), (None, None)]),
        (("z", "y", "demand"), [(None, "y"), (None, None)]),
        (("z", "y", "friction"), [("y", None), (None, "y"), (None, None)]),
        (("z", "w", "doubt"), [(None, None)]),
    ],
)
def test_a_tension_is_told_of_whom_it_names(row, tense):
    found = asked(told(row))
    assert len(found) == 7
    assert {who for who, (tension, _) in found.items() if tension == row[2]} == set(tense)
    assert all(tension in ("none", row[2]) for tension, _ in found.values())


def test_a_sentence_without_records_tells_of_none():
    assert {tension for tension, _ in asked(told()).values()} == {"none"}
    assert asked(told(), {}) == {(None, None): ("none", "none")}


def test_a_position_is_its_holder_s_or_that_of_whoever_speaks():
    found = asked(told(positions=[("x", "oppose"), ("z", "support")]))
    stances = {actor: found[actor, None][1] for actor in ("x", "y", None)}
    assert stances == {"x": "oppose", "y": "none", None: "support"}
    assert found["x", "y"][1] == found[None, "x"][1] == NONE


@pytest.mark.parametrize("held", [[("x", "mixed")], [("x", "support"), ("x", "oppose")]])
def test_a_position_that_is_neither_teaches_nothing(held):
    assert asked(told(positions=held))["x", None][1] == NONE


def test_actors_named_by_the_same_words_are_no_pair():
    assert ("x", "y") not in asked(told(("x", "y", "demand")), {"x": (0, 2), "y": (1, 2)})
