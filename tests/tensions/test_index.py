"""Intensity is a sum of documented parts; more of anything never lowers it."""

from dataclasses import replace

import pytest

from analysis.tensions.index import FEATURES, Case, intensity
from analysis.tensions.pull import Pull
from tests.factory import at, make_actor, make_position, make_statement

TEXT = "Ann blames Bob, she said. Bob rejects that, he said. Cal agrees in private."
ANN, BOB, CAL = (make_actor(TEXT, name) for name in ("Ann", "Bob", "Cal"))
PULL = Pull(
    a=ANN.id,
    b=BOB.id,
    type="doubt",
    issue="",
    about="the matter",
    a_evidence=(at(TEXT, "Ann blames Bob"),),
    b_evidence=(),
    a_records=(),
    b_records=(),
    past=False,
    strength=0.5,
    confidence=0.6,
    reason="by hand",
)
ANN_SAID = make_statement(TEXT, ANN, "Ann blames Bob")
CASE = Case((PULL,), (), (ANN_SAID,), (at(TEXT, "Ann blames Bob"),), past=False)
BOTH = (make_position(TEXT, ANN, "x", "Ann blames Bob"), make_position(TEXT, BOB, "x", "Bob rejects that", "oppose"))


def test_weights_add_up_to_a_hundred():
    assert sum(feature.weight for feature in FEATURES) == 100


def test_the_parts_add_up_to_the_intensity_and_say_why():
    total, parts = intensity(CASE)
    assert total == round(sum(part.points for part in parts))
    assert all(part.reason for part in parts)
    assert all(feature.description for feature in FEATURES)


@pytest.mark.parametrize(
    ("part", "stronger"),
    [
        ("opposition", replace(CASE, positions=BOTH)),
        ("wording", replace(CASE, pulls=(replace(PULL, strength=0.9),))),
        ("sources", replace(CASE, statements=(ANN_SAID, make_statement(TEXT, BOB, "Bob rejects that")))),
        ("passages", replace(CASE, evidence=(*CASE.evidence, at(TEXT, "Bob rejects that")))),
    ],
)
def test_what_makes_a_tension_more_intense(part, stronger):
    points = [{row.name: row.points for row in intensity(case)[1]}[part] for case in (CASE, stronger)]
    assert points[0] < points[1]
    assert intensity(CASE)[0] < intensity(stronger)[0]


def test_what_one_report_is_the_source_of_counts_once():
    unnamed = [
        make_statement(TEXT, who, words, sourcing="unnamed", credit=CAL.id)
        for who, words in ((ANN, "Ann blames Bob"), (BOB, "Bob rejects that"))
    ]
    apart = [replace(statement, credit=None) for statement in unnamed]
    reasons = [
        next(row.reason for row in intensity(replace(CASE, statements=tuple(said)))[1] if row.name == "sources")
        for said in (unnamed, apart)
    ]
    assert reasons == ["1 speaking source", "2 speaking sources"]


@pytest.mark.parametrize(
    "weaker",
    [
        replace(CASE, past=True),
        replace(CASE, evidence=(at(TEXT, "Cal agrees in private"),)),
        replace(CASE, statements=(make_statement(TEXT, ANN, "Ann blames Bob", sourcing="unnamed"),)),
    ],
    ids=["past", "private", "unnamed"],
)
def test_what_makes_it_less_intense(weaker):
    assert intensity(weaker)[0] < intensity(CASE)[0]
