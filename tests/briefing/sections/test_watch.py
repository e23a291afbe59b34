"""What the article itself says is still to come: dated first, what is over left out."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.briefing.outline import outline
from analysis.records import Annotations, Certainty, span
from tests.briefing.sample import bundled, without_tensions
from tests.factory import at, make_actor, make_article, make_statement, make_time

TEXT = (
    "The bank expects that rates will rise by March.\nMayor Ann Berg promised that the bridge will open if the money "
    "comes.\nRain is likely to fall, the agency said.\nThe vote is in two weeks, and the fair was in May.\n"
    "Some officials said it may go on."
)
BANK, BERG, AGENCY, OFFICIALS = (
    make_actor(TEXT, name, kind=kind)
    for name, kind in (
        ("The bank", "organization"),
        ("Ann Berg", "person"),
        ("the agency", "organization"),
        ("Some officials", "unnamed"),
    )
)
MARCH = make_time(
    TEXT, "March", "2023-03", begin=date(2023, 3, 1), end=date(2023, 3, 31), anchor="published 2022-11-08"
)
VOTE = make_time(TEXT, "in two weeks", "P2W", begin=date(2022, 11, 22), end=date(2022, 11, 22), anchor="published")
FAIR = make_time(TEXT, "in May", "2022-05", begin=date(2022, 5, 1), end=date(2022, 5, 31), anchor="published")
SAID = (
    make_statement(TEXT, BANK, "that rates will rise by March", cue="expects", cue_class="predict", forecast=True, due=MARCH.id),
    make_statement(TEXT, BERG, "that the bridge will open if the money comes", cue="promised", cue_class="promise", forecast=True, condition=at(TEXT, "if the money comes")),
    make_statement(TEXT, AGENCY, "Rain is likely to fall", cue="said", forecast=True, certainty=Certainty("likely", 55, 80)),
    make_statement(TEXT, OFFICIALS, "it may go on", cue="said", forecast=True, sourcing="unnamed", n_sources=None, certainty=Certainty("may")),
)  # fmt: skip


def watched(times=(MARCH, VOTE, FAIR), said=SAID, **article):
    actors = (BANK, BERG, AGENCY, OFFICIALS)
    found = make_article(TEXT, **article)
    sentences = tuple(span(TEXT, *bounds) for bounds in found.paragraphs)
    return outline(
        Annotations(article=found, sentences=sentences, actors=actors, timeline=times, statements=said)
    ).watch


def test_what_is_ahead_comes_in_the_order_in_which_it_falls_due():
    view = watched()
    assert [(item.when, item.iso) for item in view.first] == [
        ("22 November 2022", "2022-11-22"),
        ("March 2023", "2023-03-31"),
        ("On a condition", ""),
        ("No date given", ""),
        ("No date given", ""),
    ]
    assert not view.gap and not view.rest


def test_each_says_who_what_by_when_and_how_surely():
    vote, march, bridge, rain, officials = (item.claim.text for item in watched().first)
    assert vote.startswith(
        "The article looks ahead to “in two weeks” (22 November 2022, counted from publication): “The vote is"
    )
    assert march == "The bank expects: “rates will rise by March” (March 2023, counted from publication)."
    assert bridge == "Ann Berg promises: “the bridge will open if the money comes”."
    assert rain == "The agency calls it likely (55–80%): “Rain is likely to fall”."
    assert officials == "Some officials say: “it may go on”."
    assert watched().first[2].remarks == "On the condition “if the money comes”"
    assert watched().first[4].remarks == "Hedged: “may”; on unnamed sources"


def test_a_likelihood_never_shares_a_sentence_with_confidence():
    for item in watched().first:
        assert not ("%" in item.claim.text and "confidence" in item.claim.text)


def test_what_fell_due_before_publication_is_not_ahead():
    over = replace(SAID[0], due=FAIR.id)
    assert [item.when for item in watched(times=(VOTE, FAIR), said=(over,)).first] == ["22 November 2022"]


def test_a_stretch_that_has_begun_ends_by_its_last_day():
    soon = replace(MARCH, begin=date(2022, 11, 8), end=date(2022, 11, 29))
    first = watched(times=(soon,), said=SAID[:1]).first[0]
    assert first.when == "By 29 November 2022"
    assert "(by 29 November 2022, counted from publication)" in first.claim.text


def test_without_a_date_of_publication_a_time_stays_as_the_text_has_it():
    loose = replace(MARCH, begin=None, end=None, anchor="")
    [item] = watched(times=(loose,), said=SAID[:1], published=None).first
    assert item.when == "“March”"
    assert item.claim.text.endswith("“rates will rise by March”, a time that the text does not fix.")


def test_words_inside_others_are_told_once():
    inner = make_statement(TEXT, BERG, "the bridge will open", cue="promised", forecast=True, within=SAID[1].id)
    assert len(watched(times=(), said=(SAID[1], inner)).first) == 1


def test_beyond_the_first_eight_the_rest_is_folded():
    words = [TEXT[start : start + 9] for start in range(0, 90, 9)]
    many = tuple(make_statement(TEXT, BANK, part, cue="said", forecast=True) for part in words)
    view = watched(times=(), said=many)
    assert (len(view.first), len(view.rest)) == (8, 2)


@pytest.mark.parametrize("found", [without_tensions(), replace(bundled(), statements=(), timeline=())])
def test_an_article_that_looks_at_nothing_ahead_says_so(found):
    view = outline(found).watch
    assert not view.first and view.gap.startswith("The article looks at nothing ahead")
