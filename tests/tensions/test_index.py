"""Intensity is a sum of documented parts, each checked by hand."""

from dataclasses import replace

import pytest

from analysis.points import read_points
from analysis.tensions.index import FEATURES, Case, case_of, intensity
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
    chance=0.6,
    contested=0.6,
    reason="by hand",
)
ANN_SAID = make_statement(TEXT, ANN, "Ann blames Bob")
CASE = Case((PULL,), (), (ANN_SAID,), (at(TEXT, "Ann blames Bob"),), past=False)
BOTH = (make_position(TEXT, ANN, "x", "Ann blames Bob"), make_position(TEXT, BOB, "x", "Bob rejects that", "oppose"))


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


# One current doubt, strength 0.5, by one named source in one passage:
# opposition .6 x 25 + wording .5 x 20 + sources 1/4 x 15 + passages 1/4 x 10 + recency 15 + publicity 5 + named 10.
BY_HAND = {"opposition": 15, "wording": 10, "sources": 3.0, "passages": 1.2, "recency": 15, "publicity": 5, "named": 10}


def test_the_arithmetic_by_hand():
    total, parts = intensity(CASE)
    assert {part.name: part.points for part in parts} == BY_HAND
    assert total == 59  # 59.2


def test_every_part_shows_its_score_its_most_and_its_words():
    _, parts = intensity(CASE)
    assert all(part.points == round(part.score * part.most, 1) for part in parts)
    assert {part.name for part in parts if not part.evidence} == {"publicity"}
    assert all(TEXT[place.start : place.end] == place.quote for part in parts for place in part.evidence)


def test_the_word_that_makes_it_private_is_shown():
    private = replace(CASE, evidence=(at(TEXT, "Cal agrees in private"),))
    part = next(part for part in intensity(private)[1] if part.name == "publicity")
    assert (part.points, part.evidence) == (2.0, (at(TEXT, "private"),))


def test_other_points_give_another_intensity():
    total, parts = intensity(CASE, read_points("wording=100"))
    assert total == 50
    assert [part.name for part in parts if part.points] == ["wording"]


BACK = replace(PULL, a=BOB.id, b=ANN.id, type="threat", strength=0.9, a_evidence=(at(TEXT, "Bob rejects that"),))
BOB_SAID = make_statement(TEXT, BOB, "Bob rejects that")


def test_passages_that_share_words_count_once():
    longer = replace(PULL, a_evidence=(at(TEXT, "Ann blames Bob, she said"),))
    assert case_of((PULL, longer), {}, {}, past=False).evidence == PULL.a_evidence
