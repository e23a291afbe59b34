"""What a reader is told of first, and how far each tension stands."""

from dataclasses import replace

import pytest

from analysis.briefing.index import Index
from analysis.briefing.leading import leading, two_sided
from analysis.briefing.outline import outline
from analysis.briefing.stability import Stability, stabilities
from analysis.codebook import Side
from analysis.settings import Settings
from tests.briefing.sample import ISSUES, bundled, without_tensions

FOUND = bundled()
MESSAGING, FUNDING, BATTLEFIELD, TALKS, THANKS = FOUND.tensions


def order(tensions, issues=ISSUES, **settings):
    index = Index(replace(FOUND, tensions=tuple(tensions)), issues)
    return [tension.intensity for tension in leading(index, Settings(**settings))]


def test_issues_asked_for_come_first_then_the_widest():
    assert order(FOUND.tensions) == [62, 48, 41, 35, 30]


def test_a_second_tension_on_an_issue_is_no_matter_of_its_own():
    assert order([MESSAGING, replace(MESSAGING, intensity=50, status="past")]) == [62]


@pytest.mark.parametrize("weak", [{"confidence": 0.5}, {"b_evidence": ()}, {"b_evidence": TALKS.a_evidence}])
def test_what_nobody_asked_for_needs_words_of_both_sides_and_a_sure_maker(weak):
    assert order([MESSAGING, replace(TALKS, intensity=90, **weak)]) == [62]
    assert order([replace(MESSAGING, **weak)]) == [62]


def test_a_tension_made_of_passages_already_told_is_told_by_them():
    again = replace(MESSAGING, issue="", about="the same", intensity=90)
    assert order([MESSAGING, again]) == [62]
    sided = tuple(
        issue.model_copy(update={"sides": (Side(name="a", actors="a"), Side(name="b", actors="b"))})
        if issue.id == "negotiation"
        else issue
        for issue in ISSUES
    )
    assert order([MESSAGING, replace(again, issue="negotiation")]) == [62]
    assert order([MESSAGING, replace(again, issue="negotiation")], sided) == [62, 90]


def test_where_nothing_stands_the_widest_is_told_all_the_same():
    assert order([replace(TALKS, b_evidence=()), replace(THANKS, b_evidence=())]) == [35]
    assert order([]) == []


def test_two_sides_are_shown_by_passages_of_their_own():
    assert two_sided(TALKS) and not two_sided(replace(TALKS, b_evidence=TALKS.a_evidence))


def test_trials_are_counted_and_failures_named():
    found = stabilities(Index(FOUND, ISSUES))
    # Two passages, unnamed sources, two confidences, and three parts twice.
    assert found[MESSAGING.id].tried == 2 + 1 + 2 + 6
    assert found[MESSAGING.id].fails == (
        "without the only passage of a side", "without the only passage of a side", "without unnamed sources",
    )  # fmt: skip
    unsure = replace(FUNDING, confidence=0.6)
    [shown] = stabilities(Index(replace(FOUND, tensions=(unsure,)), ISSUES)).values()
    assert shown.fails[-1] == "from a minimum confidence of 0.7 on"
    assert stabilities(Index(without_tensions())) == {}


@pytest.mark.parametrize(
    ("stability", "words"),
    [
        (Stability(13, 13, ()), "Holds in all 13 trials."),
        (Stability(12, 13, ("x",)), "Holds in 12 of 13 trials; not x."),
        (Stability(8, 13, ("x", "x", "y", "z", "u")), "Holds in eight of 13 trials; not x, y, z or in one other."),
        (Stability(0, 2, ("x", "y")), "Holds in none of two trials; not x or y."),
    ],
)
def test_stability_reads_as_a_sentence(stability, words):
    assert str(stability) == words


def test_the_bottom_line_says_where_the_sides_stand_and_what_they_rest_on():
    issues = tuple(
        issue.model_copy(update={"proposition": "Ukraine can drive Russia out"}) if issue.id == "battlefield" else issue
        for issue in ISSUES
    )
    doubt = replace(BATTLEFIELD, a_records=(FOUND.positions[6].id,), b_records=(FOUND.positions[5].id,))
    view = outline(replace(FOUND, tensions=(doubt,)), issues=issues).bottom_line
    assert view.claims[0].text == (
        "The United States doubts that Ukraine can drive Russia out (intensity 48 of 100), on unnamed sources alone; "
        "Ukraine asserts it."
    )


def test_a_side_without_words_is_said_to_have_none():
    view = outline(replace(FOUND, tensions=(replace(TALKS, b_evidence=()),)), issues=ISSUES)
    [card] = view.tensions.groups[-1].cards
    assert (card.b.quotations, card.b.silence) == ((), "The article gives no words from Ukraine here.")
    assert (card.a.silence, card.mutual, card.whole) == ("", False, True)


def test_cards_count_independent_sources():
    by_source = {said.source_span.quote: said.id for said in FOUND.statements}
    talk, sources = by_source["Volodymyr Zelensky"], by_source["sources familiar with the discussions"]
    held = replace(MESSAGING, a_records=(by_source["Jake Sullivan"], sources), b_records=(talk,))
    card = outline(replace(FOUND, tensions=(held,)), issues=ISSUES).tensions.groups[0].cards[0]
    assert (card.a.sources, card.b.sources) == ("Two independent sources, one unnamed.", "One source, named.")
