"""Figures: true words, rows as drawn, nothing on top of anything, and none where there is nothing to see."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree

import pytest

from analysis.briefing import charts, lettering
from analysis.briefing.charts.calendar import Moment, Scale, _row
from analysis.briefing.charts.certainty import kind_of
from analysis.briefing.charts.layout import NODE, Arrow, laid_out
from analysis.briefing.drawing import SMALL, WIDEST, WIDTH
from analysis.briefing.evidence import claim_id
from analysis.briefing.page import Page
from analysis.records import Certainty
from tests.briefing.sample import ISSUES, bundled, without_tensions


def stances(annotations):
    return charts.stances(annotations, ISSUES)


CHARTS = (
    charts.tension_map,
    charts.intensity_parts,
    stances,
    charts.voices,
    charts.certainty,
    charts.timeline,
    charts.mentions_by_actor,
)


def unsure():
    """The bundled article with enough doubt to draw."""
    found = bundled()
    hedged = Certainty("may", span=found.statements[0].content_spans[0])
    first, second, third, *rest = found.statements
    said = (replace(first, certainty=hedged), replace(second, forecast=True), replace(third, distance=third.cue_span))
    return replace(found, statements=(*said, *rest))


@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_is_the_same_twice(draw):
    assert draw(unsure()) == draw(unsure())


@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_stands_alone_and_has_words_for_eyes_and_ears(draw):
    chart = draw(unsure())
    tree = ElementTree.fromstring(chart.svg)
    assert tree.find("{http://www.w3.org/2000/svg}title").text == chart.alt
    assert chart.finding.endswith(".") and chart.reading.endswith(".") and len(chart.alt) > 40
    assert not re.search(r"(?:href|src|id|style)=|<style|url\(|nan", chart.svg)
    assert "DejaVu" not in chart.svg and "#0102" not in chart.svg
    assert all(float(size) >= 10 for size in re.findall(r'font-size="([\d.]+)"', chart.svg))
    assert len(chart.svg) < 20_000 and chart.made.startswith("charts.") and chart.width <= WIDEST


@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_stays_on_its_canvas(draw):
    chart = draw(unsure())
    *_, width, height = map(float, re.search(r'viewBox="([^"]+)"', chart.svg)[1].split())
    for text in ElementTree.fromstring(chart.svg).iter("{http://www.w3.org/2000/svg}text"):
        size, bold = float(text.get("font-size", 11)), text.get("font-weight") == "600"
        length = lettering.width(text.text, size, bold=bold)
        left = float(text.get("x")) - length * {"middle": 0.5, "end": 1}.get(text.get("text-anchor"), 0)
        assert left >= -0.5 and 0 < float(text.get("y")) <= height, text.text
        turned = 0.5 if text.get("transform") else 1
        assert left + length * turned <= width + 0.5, text.text


@pytest.mark.parametrize("draw", CHARTS)
def test_nothing_worth_drawing_is_not_drawn(draw):
    assert draw(without_tensions()) is None


@pytest.mark.parametrize("draw", CHARTS)
def test_colours_follow_the_page_over_one_for_paper(draw):
    svg = draw(unsure()).svg
    for element in re.findall(r"<(?:path|text) [^>]*>", svg):
        classes = re.findall(r"\b([fk])[0-6p]\b", (re.search(r'class="([^"]*)"', element) or [""])[0])
        painted = re.findall(r'(fill|stroke)="#\w+"', element)
        assert sorted(painted) == sorted({"f": "fill", "k": "stroke"}[letter] for letter in classes)


def test_a_page_writes_the_rows_that_its_figures_draw(tmp_path):
    (tmp_path / "data").mkdir()
    page = Page(unsure(), issues=ISSUES)
    page.save(tmp_path)
    files = {file.name for file in (tmp_path / "data" / "figures").iterdir()}
    assert files == {"tension-map.csv", "stances.csv", "voices.csv", "certainty.csv", "timeline.csv"}
    html = page.positions()._repr_html_()
    assert 'class="csv" href="data/figures/stances.csv"' in html and "<code>charts.stances</code>" in html
    lines = (tmp_path / "data" / "figures" / "stances.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "actor,side,issue,stance,strength,hedged,unnamed sources only,positions"
    assert len(lines) == 1 + len(stances(unsure()).rows)


# --- the map ---


def arrows_between(names, seed):
    """Many arrows, there and back, now and past, chosen without chance."""
    pairs = [(a, b) for a in names for b in names if a != b]
    chosen = [pair for place, pair in enumerate(pairs) if (place * 7 + seed) % 5 < 2 or len(pairs) < 7][:14]
    found = [
        Arrow(a, b, past=(place + seed) % 3 == 0, intensity=95 - 4 * place, count=1)
        for place, (a, b) in enumerate(chosen)
    ]
    return [*found, Arrow(*chosen[0], past=False, intensity=0, count=1)]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("many", range(2, 10))
def test_numbers_names_nodes_and_lines_of_a_map_keep_apart(many, seed):
    names = [f"Side number {'of a long name ' * (n % 3)}{n}" for n in range(many)]
    arrows = arrows_between(names, seed)
    layout = laid_out(arrows, [name for name in names if any(name in (arrow.a, arrow.b) for arrow in arrows)])
    numbers = {course: course.number for course in layout.courses if course.number}
    boxes = [*numbers.values(), *(name.box for name in layout.names.values())]
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    for box in boxes:
        assert box.left >= 0 and box.right <= WIDTH and box.top >= 0 and box.bottom <= layout.height
        for x, y in layout.places.values():
            nearest = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
            assert (nearest[0] - x) ** 2 + (nearest[1] - y) ** 2 >= (NODE - 1) ** 2
    for course, box in numbers.items():
        for other in layout.courses:
            hidden = [place for place in other.bow.places() if box.holds(place)]
            assert not hidden or (other is course and course.hidden[1] > 0)
    assert len(numbers) >= 0.8 * (len(arrows) - 1)


def test_no_arrow_runs_through_a_node_that_it_does_not_mean():
    names = [f"Side {n}" for n in range(9)]
    layout = laid_out(arrows_between(names, 1), names)
    for course in layout.courses:
        for name in set(names) - {course.arrow.a, course.arrow.b}:
            x, y = layout.places[name]
            assert all((x - px) ** 2 + (y - py) ** 2 > NODE**2 for px, py in course.bow.places())


def test_one_tension_is_told_not_drawn():
    assert charts.tension_map(replace(bundled(), tensions=bundled().tensions[:1])) is None


def test_the_caption_of_the_map_states_the_finding():
    found = bundled()
    chart = charts.tension_map(found)
    assert chart.finding == (
        "More pull at Ukraine than at anyone else (two of the four drawn); "
        "the widest pull runs from the United States to Ukraine (62 of 100)."
    )
    circle = (found.tensions[0], found.tensions[1])
    assert charts.tension_map(replace(found, tensions=circle)).finding == (
        "The widest pull runs from the United States to Ukraine (62 of 100)."
    )


def test_the_rows_of_the_map_are_its_arrows():
    chart = charts.tension_map(bundled())
    assert [(row["from"], row["to"], row["intensity"]) for row in chart.rows if row["kind"] == "tension"] == [
        ("United States", "Ukraine", 62),
        ("Republicans", "United States", 41),
        ("Russia", "Ukraine", 35),
        ("United States", "Ukraine", 30),
    ]
    assert "United States to Ukraine: 30 of 100, past." in chart.alt


def test_cooperation_is_drawn_between_the_sides_that_pull():
    chart = charts.tension_map(bundled())
    assert "United States to Ukraine: cooperation." in chart.alt and "grey arrows" in chart.reading
    assert "grey" not in charts.tension_map(replace(bundled(), cooperations=())).caption


def test_the_map_of_many_sides_still_draws_and_says_what_it_leaves_out():
    found = bundled()
    many = tuple(
        replace(found.tensions[0], a=a.id, b=b.id, about=f"{a.id}{b.id}")
        for a in found.actors
        for b in found.actors
        if a is not b
    )
    chart = charts.tension_map(replace(found, tensions=many))
    assert len([row for row in chart.rows if row["kind"] == "tension"]) == 16
    assert "weaker arrows are left out" in chart.reading


# --- the matrix ---


def test_the_matrix_shows_both_minds_hedges_and_unnamed_sources():
    rows = {(row["actor"], row["issue"]): row for row in stances(bundled()).rows}
    assert rows["Volodymyr Zelensky", "US-Ukraine messaging"]["stance"] == "mixed"
    assert rows["Kevin McCarthy", "GOP funding signals"]["hedged"]
    assert rows["one defense official", "Battlefield assessment"]["unnamed sources only"]
    assert ("Jake Sullivan", "US-Ukraine messaging") not in rows


def test_every_mark_leads_to_its_position():
    found = bundled()
    chart = stances(found)
    assert len(chart.spots) == len(chart.rows)
    assert {spot.target for spot in chart.spots} <= {claim_id("position", one.id) for one in found.positions}
    html = Page(found, issues=ISSUES).positions()._repr_html_()
    assert all(f'href="#{spot.target}"' in html and f'id="{spot.target}"' in html for spot in chart.spots)
    centres = {(spot.left, spot.top) for spot in chart.spots}
    assert len(centres) == len(chart.spots)
    assert all(0 <= spot.left <= 100 - spot.width and 0 <= spot.top <= 100 - spot.height for spot in chart.spots)


def test_the_caption_of_the_matrix_names_the_split_or_says_that_there_is_none():
    found = bundled()
    chart = stances(found)
    assert chart.finding in (
        "The most even split is over GOP funding signals: Jake Sullivan is for, Kevin McCarthy is against.",
        "The most even split is over battlefield assessment: "
        "Volodymyr Zelensky is for, one defense official is against.",
    )
    assert "two of six" in chart.reading and "hollow where hedged" in chart.reading
    agreed = replace(found, positions=tuple(replace(one, stance="support", hedged=False) for one in found.positions))
    told = stances(agreed)
    assert told.finding == (
        "On no issue is one for what another is against; most take a position on US-Ukraine messaging: two actors."
    )
    assert "hollow" not in told.reading and "−" not in told.reading


def test_a_matrix_of_two_marks_is_told_not_drawn():
    assert stances(replace(bundled(), positions=bundled().positions[:2])) is None
    assert charts.stances(bundled()) is None


def test_a_matrix_of_many_issues_keeps_to_the_page():
    found = bundled()
    issues = [replace_issue(n) for n in range(30)]
    held = tuple(
        replace(found.positions[n % 4], issue=f"i{place}") for place, issue in enumerate(issues) for n in range(2)
    )
    chart = charts.stances(replace(found, positions=held), issues)
    assert chart.width <= WIDEST and "would not fit" in chart.reading


def replace_issue(n):
    return ISSUES[0].model_copy(update={"id": f"i{n}", "name": f"Issue of the number {n}"})


# --- voices ---


def test_the_caption_of_the_voices_contrasts_two_sides():
    found = bundled()
    us = next(actor for actor in found.actors if actor.name == "one defense official")
    ukraine = next(actor for actor in found.actors if actor.name == "Volodymyr Zelensky")
    hidden = next(one for one in found.statements if one.source == us.id)
    heard = next(one for one in found.statements if one.source == ukraine.id)
    said = (
        *(replace(hidden, content_spans=one.content_spans) for one in found.statements[:3]),
        *(replace(heard, content_spans=one.content_spans) for one in found.statements[3:6]),
    )
    assert charts.voices(replace(found, statements=said)).finding == (
        "All three statements heard from the United States come from people without a name; "
        "of those heard from Ukraine, none do."
    )


def test_without_a_contrast_it_says_how_much_is_unnamed_or_who_is_heard_most():
    found = bundled()
    assert charts.voices(found).finding == (
        "Six of 14 statements (43%) with a known source come from people whose names the article withholds."
    )
    named = replace(found, statements=tuple(replace(one, sourcing="named") for one in found.statements))
    assert charts.voices(named).finding.endswith("of 14 statements with a known speaker.")
    rows = charts.voices(found).rows
    assert sum(row["quoted"] + row["retold"] + row["unnamed"] for row in rows) == 14


# --- certainty ---


def test_what_weakens_a_statement_most_gives_its_kind():
    said = bundled().statements[0]
    likely = Certainty("likely", 55, 80)
    assert kind_of(said) == "flat"
    assert kind_of(replace(said, forecast=True)) == "forecast"
    assert kind_of(replace(said, forecast=True, certainty=Certainty("may"))) == "hedged"
    assert kind_of(replace(said, forecast=True, certainty=likely)) == "likelihood"
    assert kind_of(replace(said, certainty=likely, distance=said.cue_span)) == "distanced"


def test_the_caption_of_certainty_counts_and_the_figure_gives_the_range():
    chart = charts.certainty(unsure())
    assert chart.finding == "Ten of 14 statements (71%) are made flatly; of the nine from the United States, six are."
    assert "1 likely (55–80%)" in chart.alt and "confidence" not in chart.caption
    assert len(chart.rows) == 14


def test_the_caption_of_certainty_names_the_side_that_says_all_flatly():
    found = unsure()
    us, ukraine = (next(one.id for one in found.actors if one.name == name) for name in ("Ned Price", "Ukraine"))
    flat = [one.id for one in found.statements if kind_of(one) == "flat"]
    said = tuple(replace(one, source=ukraine if one.id in flat[:3] else us) for one in found.statements)
    assert charts.certainty(replace(found, statements=said)).finding == (
        "Ten of 14 statements (71%) are made flatly, among them all three from Ukraine."
    )


def test_an_article_that_says_all_flatly_has_no_figure_of_certainty():
    assert charts.certainty(bundled()) is None


# --- the timeline ---


def test_the_timeline_tells_what_was_said_from_what_happened():
    found = bundled()
    when = next(time for time in found.timeline if time.span.quote == "last month")
    said = tuple(
        replace(one, time=when.id if "ready for dialogue" in one.content_spans[0].quote else None)
        for one in found.statements
    )
    chart = charts.timeline(replace(found, statements=said))
    kinds = {row["words"]: row["kind"] for row in chart.rows}
    assert kinds["last month"] == "said" and kinds["June"] == "event"
    assert "below it what was said" in chart.reading
    assert "Volodymyr Zelensky: “We are ready" in chart.alt
    assert (
        chart.finding == "Two of seven dated moments (29%) fall in the month before publication; one reaches past it."
    )


def test_the_timeline_draws_without_a_date_of_publication():
    found = bundled()
    chart = charts.timeline(replace(found, article=replace(found.article, published=None)))
    assert "shaded" not in chart.reading and "the article does not say" in chart.finding


@pytest.mark.parametrize("days", [0, 3, 40, 200])
def test_words_of_the_timeline_stay_in_their_row_and_on_the_page(days):
    first = date(2022, 1, 1)
    scale = Scale(first.toordinal() - 5, first.toordinal() + 240)
    moment = Moment(first, first + timedelta(days), "in January", "… what happened ", " at length …", "", 0)
    row = _row(moment, scale, 100)
    assert row.label.left >= 0 and row.label.right <= WIDTH
    assert row.label.top >= 100 and row.label.bottom <= row.y and row.y < 127


# --- letters ---


@pytest.mark.parametrize("room", [30, 60, 120, 400])
def test_words_are_cut_to_their_room(room):
    text = "Sources familiar with the discussions of the administration"
    assert lettering.width(lettering.cut(text, room, SMALL), SMALL) <= room
    assert all(lettering.width(one, SMALL) <= room for one in lettering.wrapped(text, room, SMALL))


def test_the_caption_of_the_parts_states_what_differs_most():
    chart = charts.intensity_parts(bundled())
    assert chart.finding == "What tells the tensions apart most is opposition: from 16 to 30 points."
    assert "62, 55 to 64 (opposition 30, wording 20, sources 12)" in chart.alt
