"""What notes can be picked by."""

import pytest

from analysis.briefing.facets import CERTAINTIES, VOICES, facets
from analysis.briefing.index import Index
from analysis.briefing.outline import outline
from tests.briefing.sample import ISSUES, TEXT, bundled, without_tensions
from tests.factory import at


@pytest.fixture(scope="module")
def index():
    return Index(bundled(), ISSUES)


def names(index, words):
    return {index.actor(key).name for key in facets(index)(at(TEXT, words)).actors}


def test_words_are_their_speakers_and_of_whom_he_speaks_for(index):
    words = "regime change is not the goal of the US or the Ukrainians"
    assert names(index, words) == {"Ned Price", "United States"}
    assert [index.sides[number - 1] for number in facets(index)(at(TEXT, words)).sides] == ["United States"]


def test_what_the_article_tells_of_a_position_is_its_holders(index):
    words = "signed a decree in early October barring any negotiations with Russian President Vladimir Putin"
    assert names(index, words) == {"Volodymyr Zelensky", "Ukraine"}
    assert facets(index)(at(TEXT, words)).voice == "reporter"


@pytest.mark.parametrize(
    ("words", "voice", "certainty"),
    [
        ("I think there needs to be accountability going forward", "direct", ("flat",)),
        ("not a blank check", "direct", ("hedged",)),
        ("Kiev’s goal is to liberate all of Ukraine", "indirect", ("flat",)),
        ("the battlefield is likely to become more static", "unnamed", ("hedged",)),
        ("sham referendums", "reporter", ("flat",)),
    ],
)
def test_voice_and_certainty_are_those_of_the_words(index, words, voice, certainty):
    found = facets(index)(at(TEXT, words))
    assert (found.voice, found.certainty) == (voice, certainty)


def test_a_note_has_the_tensions_whose_evidence_it_is():
    view = outline(bundled(), issues=ISSUES)
    tensions = {one.id: one for one in view.index.annotations.tensions}
    for note in view.notes:
        shown = {key for key, one in tensions.items() if any(note.span in place for place in one.evidence)}
        assert set(note.facets.tensions) == shown
    cards = [card for group in view.tensions.groups for card in group.cards]
    assert cards
    for card in cards:
        assert all(card.id in note.facets.tensions for note in card.claim.notes)


def test_every_choice_picks_a_note_and_every_value_is_a_choice():
    view = outline(bundled(), issues=ISSUES)
    choices = view.choices
    rows = (choices.sides, choices.actors, choices.tensions, choices.voices, choices.certainties)
    values = {choice.value for row in rows for choice in row}
    assert values == {value for note in view.notes for value in note.facets.values()}
    assert all(choice.name[0].isupper() or choice.name[0] in "“’" for row in rows for choice in row)
    assert {choice.value for choice in choices.voices} <= set(VOICES)
    assert {choice.value for choice in choices.certainties} <= set(CERTAINTIES)


def test_an_article_without_voices_offers_what_it_has():
    choices = outline(without_tensions()).choices
    assert [choice.value for choice in choices.voices] == ["reporter"]
    assert choices.actors == choices.tensions == ()
