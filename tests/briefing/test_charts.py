"""Figures: the same bytes for the same records, and none where there is nothing to see."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from analysis.briefing import charts
from tests.briefing.sample import bundled, without_tensions

CHARTS = (charts.tension_map, charts.intensity_parts, charts.voices, charts.timeline, charts.mentions_by_actor)


@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_is_the_same_twice(draw):
    assert draw(bundled()) == draw(bundled())


@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_stands_alone_and_has_words_for_eyes_and_ears(draw):
    chart = draw(bundled())
    tree = ElementTree.fromstring(chart.svg)
    assert tree.find("{http://www.w3.org/2000/svg}title").text == chart.alt
    assert chart.caption.endswith(".") and len(chart.alt) > 40
    assert not re.findall(r'(?:href|src)="(?!#)', chart.svg)
    assert "DejaVu" not in chart.svg and "#010203" not in chart.svg
    assert all(size >= 9 for size in map(float, re.findall(r"font: (?:\w+ )?([\d.]+)px", chart.svg)))


@pytest.mark.parametrize("draw", CHARTS)
def test_nothing_worth_drawing_is_not_drawn(draw):
    assert draw(without_tensions()) is None


def test_charts_on_one_page_share_no_ids():
    ids = [found for draw in CHARTS for found in re.findall(r'\bid="([^"]+)"', draw(bundled()).svg)]
    assert len(ids) == len(set(ids))


def test_one_tension_is_told_not_drawn():
    assert charts.tension_map(replace(bundled(), tensions=bundled().tensions[:1])) is None


def test_the_caption_of_the_map_states_the_finding():
    caption = charts.tension_map(bundled()).caption
    assert caption.startswith("The widest pull runs from the United States to Ukraine (62 of 100).")


def test_cooperation_is_drawn_between_the_sides_that_pull():
    chart = charts.tension_map(bundled())
    assert "United States to Ukraine: cooperation." in chart.alt and "grey arrows" in chart.caption
    assert "grey" not in charts.tension_map(replace(bundled(), cooperations=())).caption


def test_the_caption_of_the_parts_states_what_differs_most():
    chart = charts.intensity_parts(bundled())
    assert chart.caption.startswith("What tells the tensions apart most is opposition: from 16 to 30 points.")
    assert "62, 55 to 64 (opposition 30, wording 20, sources 12)" in chart.alt


def test_the_map_of_many_sides_still_draws():
    found = bundled()
    many = tuple(
        replace(found.tensions[0], a=a.id, b=b.id, about=f"{a.id}{b.id}")
        for a in found.actors
        for b in found.actors
        if a is not b
    )
    assert charts.tension_map(replace(found, tensions=many))
