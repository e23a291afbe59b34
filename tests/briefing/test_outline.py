"""What the sections say, and that every claim in them rests on words."""

from dataclasses import replace

import pytest

from analysis.briefing.outline import outline
from analysis.briefing.sections.bottom_line import WORDS
from analysis.errors import EvidenceError
from analysis.records import span
from analysis.settings import Settings
from tests.briefing.sample import ISSUES, TEXT, bundled, without_tensions
from tests.factory import make_actor, make_position


@pytest.fixture(scope="module")
def view():
    return outline(bundled(), issues=ISSUES)


def test_every_claim_cites_words_of_the_article(view):
    assert view.claims
    for claim in view.claims:
        assert claim.notes
        assert all(TEXT[note.span.start : note.span.end] == note.span.quote for note in claim.notes)


def test_notes_are_numbered_as_the_page_first_cites_them(view):
    cited = [note.number for claim in view.claims for note in claim.notes]
    assert list(dict.fromkeys(cited)) == list(range(1, len(view.notes) + 1))


def test_claims_have_lasting_distinct_ids(view):
    ids = [claim.id for claim in view.claims]
    assert len(ids) == len(set(ids))
    assert ids == [claim.id for claim in outline(bundled(), issues=ISSUES).claims]


def test_the_bottom_line_is_short_and_begins_with_the_widest_tension(view):
    claims = view.bottom_line.claims
    assert sum(len(claim.text.split()) for claim in claims) <= WORDS
    assert claims[0].text.startswith(
        "The United States presses Volodymyr Zelensky over US-Ukraine messaging (intensity"
    )


def test_the_issue_in_focus_comes_first():
    view = outline(bundled(), issues=ISSUES, settings=Settings(focus="gop-funding"))
    assert view.bottom_line.claims[0].text.startswith("Republicans disagree with the United States")
    assert view.positions.groups[0].title == view.tensions.groups[0].title == "GOP funding signals"


def test_long_names_do_not_lengthen_the_bottom_line():
    long = tuple(issue.model_copy(update={"name": " ".join(["long"] * 40)}) for issue in ISSUES)
    claims = outline(bundled(), issues=long).bottom_line.claims
    assert 0 < sum(len(claim.text.split()) for claim in claims) <= WORDS


def test_named_issues_come_first_each_with_a_card(view):
    groups = view.tensions.groups
    assert [group.title for group in groups] == [*(issue.name for issue in ISSUES[:3]), "Other tensions"]
    assert all(group.cards for group in groups)


def test_named_issues_without_a_tension_say_so():
    silent = replace(bundled(), tensions=bundled().tensions[:1])
    view = outline(silent, issues=ISSUES)
    group = view.tensions.groups[1]
    assert group.gap == "No tension was found on GOP funding signals."
    assert group.hint.text == "Two positions on it are held by Kevin McCarthy and Jake Sullivan."
    assert "GOP funding signals or battlefield assessment" in view.bottom_line.gaps[0]


def test_named_issues_that_the_article_is_silent_on_are_reported_all_the_same():
    found = bundled()
    silent = replace(
        found,
        tensions=found.tensions[:1],
        positions=tuple(position for position in found.positions if position.issue != "gop-funding"),
    )
    group = outline(silent, issues=ISSUES).tensions.groups[1]
    assert group.gap.startswith("The article gives nothing on GOP funding signals") and group.hint is None


def test_a_position_says_what_moved_it_for_whom_on_what_condition_and_when(view):
    against, both = view.positions.groups[0].lines[1:]
    assert against.moved == "barring (−) × any negotiations (+) = against"
    assert against.readings == "Could also be read as being of two minds (chance 20%)."
    assert against.notes == "for Ukraine, early October, in the article’s own words"
    assert both.notes == "on the condition “but with another president of Russia”"
    assert "but with another president of Russia" in [note.span.quote for note in both.claim.notes]
    assert view.positions.further[0].notes == "in the past"


def test_a_card_says_how_far_its_intensity_holds_who_speaks_and_how_else_it_reads(view):
    card = view.tensions.groups[0].cards[0]
    assert card.interval == "Its intensity is 55–64 without any one passage."
    voices = "Jake Sullivan (National Security Adviser) and Joe Biden (US President)"
    assert (card.a.voices, card.b.voices) == (voices, "")
    assert card.readings == "Could also be read as friction (chance 30%)."
    assert [(part.points, part.most) for part in card.parts] == [("30", "40"), ("20", "20"), ("12", "40")]


def test_cooperation_is_told_once_for_two_of_one_kind():
    found = bundled()
    [first] = found.cooperations
    place = found.positions[4].evidence[0]
    more = replace(first, about="the years ahead", evidence=(span(TEXT, place.start + 1, place.end),))
    [claim] = outline(replace(found, cooperations=(first, more)), issues=ISSUES).tensions.together
    assert claim.text == "The United States backs Ukraine, as in “this fight” and “the years ahead”."
    assert len(claim.notes) == 2


def test_without_cooperation_nothing_is_said_of_it():
    assert outline(replace(bundled(), cooperations=()), issues=ISSUES).tensions.together == ()


@pytest.mark.parametrize(("shown", "cards", "rest"), [(1, 1, 4), (3, 3, 2), (12, 5, 0)])
def test_tensions_beyond_the_limit_go_to_the_table(shown, cards, rest):
    view = outline(bundled(), issues=ISSUES, settings=Settings(tensions_shown=shown)).tensions
    assert sum(len(group.cards) for group in view.groups) == cards
    assert len(view.rest) == rest


def test_cards_quote_direct_speech_before_retold():
    found = bundled()
    both = replace(
        found.tensions[0],
        b_evidence=(found.statements[1].evidence[0], *found.tensions[0].b_evidence, found.statements[0].evidence[0]),
    )
    card = outline(replace(found, tensions=(both,)), issues=ISSUES).tensions.groups[0].cards[0]
    words = [quotation.words for quotation in card.b.quotations]
    assert len(words) == 2
    assert "“We are ready for dialogue with Russia, but with another president of Russia”" in words


def test_the_stance_of_a_side_comes_from_its_positions():
    found = bundled()
    held = replace(found.tensions[0], b_records=(found.positions[1].id,))
    card = outline(replace(found, tensions=(held,)), issues=ISSUES).tensions.groups[0].cards[0]
    assert (card.b.mark, card.b.stance) == ("−", "no, firmly")
    assert card.a.stance == "making the demand"


def test_likelihood_words_carry_their_range(view):
    [claim] = view.sourcing.likelihoods
    assert "likely (55–80%)" in claim.text
    assert "confidence" not in claim.text


def test_the_ledger_counts_every_statement(view):
    assert sum(source.total for source in view.sourcing.ledger) == len(bundled().statements)
    assert view.sourcing.summary[0].text == "Six of 14 statements (43%) rest on unnamed sources."


def test_what_one_outlet_reported_stands_with_it():
    found = bundled()
    outlet = make_actor(found.article.text, "The Washington Post", kind="media")
    credited = tuple(
        replace(said, credit=outlet.id) if said.sourcing == "unnamed" else said for said in found.statements
    )
    shown = outline(replace(found, actors=(*found.actors, outlet), statements=credited), issues=ISSUES)
    rows = {row.name: row.total for row in shown.sourcing.ledger}
    assert rows["The Washington Post"] == sum(said.sourcing == "unnamed" for said in found.statements)
    assert "A Western official" not in rows


def test_what_is_not_vouched_for_and_what_is_not_heard_are_said(view):
    assert [claim.text for claim in view.sourcing.distanced] == []
    [_, unheard], [unattributed] = view.gaps.unheard, view.gaps.uncovered
    assert unheard.text == "Russia is acted upon or spoken of and never heard."
    assert "first reported" in unattributed.text
    found = bundled()
    said = replace(found.statements[0], distance=found.statements[0].cue_span)
    told = outline(replace(found, statements=(said, *found.statements[1:])), issues=ISSUES)
    assert "at a distance (“" in told.sourcing.distanced[0].text


def test_an_article_with_nothing_says_what_is_absent():
    view = outline(without_tensions(), issues=ISSUES)
    assert view.bottom_line.gaps
    assert view.tensions.gap and view.positions.gap and view.sourcing.gap
    assert "no publication date" in view.timeline.gap
    assert view.timeline.unresolved


def test_a_record_without_evidence_stops_the_page():
    stray = replace(make_position(TEXT, make_actor(TEXT, "Ukraine"), "messaging", "Kyiv"), evidence=())
    with pytest.raises(EvidenceError):
        outline(replace(bundled(), positions=(stray,)), issues=ISSUES)


def test_a_tension_without_an_issue_is_told_in_the_article_s_words(view):
    [group] = [group for group in view.tensions.groups if group.title == "Other tensions"]
    assert group.cards[0].claim.text == "Russia accuses Ukraine over “who refuses to negotiate”."
