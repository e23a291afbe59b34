"""Who is not heard, what no record covers, other readings and assumptions: never empty."""

from dataclasses import replace

import pytest

from analysis.briefing.outline import outline
from analysis.records import Alternative
from analysis.settings import Settings
from tests.briefing.sample import ISSUES, bundled, without_tensions


def gaps(found, **settings):
    return outline(found, issues=ISSUES, settings=Settings(**settings)).gaps


def texts(claims):
    return [claim.text for claim in claims]


def test_a_side_that_is_never_quoted_is_named():
    assert texts(gaps(bundled()).unheard) == [
        "Nobody who speaks for Republicans is quoted or retold.",
        "Russia is acted upon or spoken of and never heard.",
    ]


def test_a_side_that_is_only_retold_is_told_apart():
    found = bundled()
    retold = tuple(replace(item, kind="indirect") for item in found.statements)
    told = texts(gaps(replace(found, statements=retold)).unheard)
    assert "Nobody who speaks for Ukraine is quoted; that side is only retold." in told
    assert "Nobody who speaks for the United States is quoted; that side is only retold." in told


def test_sentences_that_no_statement_covers_are_quoted():
    view = gaps(bundled())
    assert "first reported" in view.uncovered[0].text and not view.covered
    assert gaps(replace(bundled(), omissions=())).covered


def test_other_readings_come_best_first_each_leading_to_where_it_stands():
    found = bundled()
    close = replace(found.positions[1], alternatives=(Alternative("stance", "mixed", 0.45),))
    view = outline(replace(found, positions=(found.positions[0], close, *found.positions[2:])), issues=ISSUES)
    held, pulled = view.gaps.readings
    assert held.claim.text == (
        "Volodymyr Zelensky, against: Ukraine should show that it is open to talks. "
        "Could also be read as being of two minds (chance 45%)."
    )
    assert pulled.claim.text.endswith("Could also be read as friction (chance 30%).")
    assert {held.target, pulled.target} <= {claim.id for claim in view.claims}


def test_readings_of_little_chance_are_left_to_the_cards():
    assert len(gaps(bundled()).readings) == 1


def test_assumptions_say_where_they_enter():
    found = bundled()
    known = tuple(
        replace(actor, role_basis="registry") if actor.name in ("Ned Price", "Dmitry Peskov") else actor
        for actor in found.actors
    )
    states = tuple(replace(actor, registry_id="country-x") if actor.kind == "government" else actor for actor in known)
    told = gaps(replace(found, actors=states)).assumed
    words = " ".join(one.text for one in told)
    assert "The date of publication, 8 November 2022, is inferred" in words
    assert "Dmitry Peskov (Kremlin spokesman) and Ned Price (State Department spokesman) come from the list" in words
    assert "where they act: the United States, Ukraine and Russia." in words
    assert "were chosen by the article’s own words (codebook=auto)" in words
    assert {one.label for one in told} == {"assumed"}
    assert all(one.claim is None or one.claim.label == "assumed" for one in told)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"codebook": "general"}, "Only the issues of general were looked for"),
        ({"intensity": "wording=30"}, "the weights asked for (wording=30)"),
        ({"min_confidence": 0.6}, "than 0.6 (parameter min_confidence)"),
        ({"unnamed_sources": "exclude"}, "(unnamed_sources=exclude)"),
        ({"unnamed_sources": "fold"}, "(unnamed_sources=fold)"),
    ],
)
def test_parameters_that_were_moved_are_told(settings, told):
    view = gaps(bundled(), **settings)
    assert told in " ".join((*(one.text for one in view.assumed), *view.left_out))


def test_the_section_is_never_empty():
    view = gaps(without_tensions())
    assert view.assumed and view.left_out and view.heard and view.covered
    none = outline(without_tensions()).gaps
    assert "No codebook was used" in " ".join(one.text for one in none.assumed)
