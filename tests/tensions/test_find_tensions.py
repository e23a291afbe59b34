"""From records to tensions: between whom, of which type, with whose words."""

import pytest

from analysis.codebook import Issue, read_issues
from analysis.document import sentences
from analysis.model.directed import DirectedStance
from analysis.records import check_evidence
from analysis.tensions import find_tensions
from tests.factory import make_actor, make_article, make_mention, make_position, make_statement, read_doc

MESSAGING, FUNDING, BATTLEFIELD = read_issues("ukraine-war", "")[:3]
TALKS = Issue.model_validate(
    {
        "id": "talks",
        "name": "Talks",
        "question": "Should there be talks?",
        "proposition": "There should be talks",
        "concepts": [{"id": "talks", "name": "talks", "patterns": [{"match": "talks"}]}],
    }
)


def tensions(text, actors, *, mentions=(), statements=(), positions=(), issues=()):
    doc = read_doc(text)
    named = mentions or tuple(make_mention(text, actor, actor.name) for actor in actors if actor.name in text)
    records = (make_article(text), sentences(doc), tuple(actors), named, statements, positions, issues)
    found = find_tensions(doc, *records, DirectedStance())
    check_evidence(text, found)
    return found


NAMED = {
    "demand": ("Ann urged Bob to leave the town.", "Ann", "Bob", "demand"),
    "accusation": ("Ann accused Bob of lying to the town.", "Ann", "Bob", "accusation"),
    "passive": ("Bob was criticized by Ann over the plan.", "Ann", "Bob", "accusation"),
    "doubt": ("Ann questions the ability of Bob to win the race.", "Ann", "Bob", "doubt"),
    "threat": ("Ann threatened to sue Bob over the plan.", "Ann", "Bob", "threat"),
    "noun": ("Ann’s latest attack on Bob surprised the town.", "Ann", "Bob", "accusation"),
    "friction": ("The tensions between Ann and Bob have grown again.", "Ann", "Bob", "friction"),
    "joint": ("It is no secret that Ann and Bob disagreed over taxes.", "Ann", "Bob", "friction"),
    "rejection": ("Ann rejected the proposal of Bob on Monday.", "Ann", "Bob", "disagreement"),
    "subject far off": ("Ann, a friend of the town for many years, criticized Bob.", "Ann", "Bob", "accusation"),
}


@pytest.mark.parametrize(("text", "a", "b", "kind"), NAMED.values(), ids=NAMED)
def test_words_that_set_one_against_another(text, a, b, kind):
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    names = {ann.id: "Ann", bob.id: "Bob"}
    (tension,) = tensions(text, (ann, bob))
    assert (names[tension.a], names[tension.b], tension.type) == (a, b, kind)
    assert (tension.issue, tension.status) == ("", "current")


@pytest.mark.parametrize(
    "text",
    [
        "Ann met Bob in the town on Monday.",
        "Ann did not criticize Bob in the town.",
        "Ann criticized the plan for the town.",
    ],
)
def test_no_tension_where_the_text_names_none(text):
    assert tensions(text, [make_actor(text, name) for name in ("Ann", "Bob") if name in text]) == ()


def test_who_speaks_for_another_does_not_pull_against_it():
    text = "Ann urged the party to vote for the plan."
    party = make_actor(text, "the party", kind="organization")
    assert tensions(text, (make_actor(text, "Ann", affiliation=party.id), party)) == ()


def test_the_speaker_of_a_verdict_is_its_agent():
    text = "“Bob has failed the whole town,” Ann said."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    said = make_statement(text, ann, "“Bob has failed the whole town,”", kind="direct")
    (tension,) = tensions(text, (ann, bob), statements=(said,))
    assert (tension.a, tension.b, tension.type, tension.a_records) == (ann.id, bob.id, "accusation", (said.id,))


def test_an_outlet_that_reports_a_quarrel_is_no_party_to_it():
    text = "The paper reported that Bob has failed the whole town."
    paper, bob = make_actor(text, "The paper", kind="media"), make_actor(text, "Bob")
    said = make_statement(
        text, paper, "that Bob has failed the whole town", cue="reported", cue_class="report", sourcing="outlet"
    )
    assert tensions(text, (paper, bob), statements=(said,)) == ()


def test_governments_stand_for_those_who_speak_for_them():
    text = "Ann of Ruritania urged Bob of Atlantis to open talks."
    ruritania = make_actor(text, "Ruritania", kind="government")
    atlantis = make_actor(text, "Atlantis", kind="government")
    ann = make_actor(text, "Ann", affiliation=ruritania.id)
    bob = make_actor(text, "Bob", affiliation=atlantis.id)
    (tension,) = tensions(text, (ann, bob, ruritania, atlantis), issues=(TALKS,))
    assert (tension.a, tension.b, tension.issue, tension.about) == (ruritania.id, atlantis.id, "talks", "Talks")


def test_politicians_of_one_country_stand_for_themselves():
    text = "Ann of Ruritania accused Bob of Ruritania of lying."
    ruritania = make_actor(text, "Ruritania", kind="government")
    ann, bob = (make_actor(text, name, affiliation=ruritania.id) for name in ("Ann", "Bob"))
    (tension,) = tensions(text, (ann, bob))
    assert (tension.a, tension.b) == (ann.id, bob.id)


def test_opposed_positions_are_one_disagreement_with_both_sides_words():
    text = "Ann says yes to the talks. Bob says no to the talks."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    positions = (
        make_position(text, ann, "talks", "Ann says yes to the talks."),
        make_position(text, bob, "talks", "Bob says no to the talks.", "oppose"),
    )
    (tension,) = tensions(text, (ann, bob), positions=positions, issues=(TALKS,))
    assert (tension.type, tension.about) == ("disagreement", "Talks")
    assert [place.quote for place in tension.a_evidence] == ["Ann says yes to the talks."]
    assert [place.quote for place in tension.b_evidence] == ["Bob says no to the talks."]
    assert (tension.a_records, tension.b_records) == ((positions[0].id,), (positions[1].id,))


def test_a_demand_on_an_issue_with_sides_shows_what_the_other_side_holds():
    text = "US officials urged Ukraine to be open to talks with Russia. Zelensky is ready for peace talks."
    united_states = make_actor(text, "United States", words="US", kind="government")
    ukraine = make_actor(text, "Ukraine", kind="government")
    officials = make_actor(text, "US officials", kind="group", affiliation=united_states.id)
    zelensky = make_actor(text, "Zelensky", affiliation=ukraine.id)
    positions = (
        make_position(text, officials, MESSAGING.id, "US officials urged Ukraine to be open to talks with Russia."),
        make_position(text, zelensky, MESSAGING.id, "Zelensky is ready for peace talks."),
    )
    actors = (officials, ukraine, zelensky, united_states)
    (tension,) = tensions(text, actors, positions=positions, issues=(MESSAGING,))
    assert (tension.a, tension.b, tension.type, tension.issue) == (
        united_states.id,
        ukraine.id,
        "demand",
        "us-ukraine-messaging",
    )
    assert [place.quote for place in tension.b_evidence] == ["Zelensky is ready for peace talks."]


def test_the_same_pair_issue_and_type_is_one_tension_in_either_direction():
    text = "Ann accused Bob of lying. Later it was Bob who blamed Ann."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    mentions = tuple(make_mention(text, actor, actor.name, nth) for nth in (0, 1) for actor in (ann, bob))
    (tension,) = tensions(text, (ann, bob), mentions=mentions)
    assert tension.a == ann.id
    assert [place.quote for place in tension.a_evidence] == ["Ann accused Bob of lying."]
    assert [place.quote for place in tension.b_evidence] == ["Later it was Bob who blamed Ann."]


def test_the_past_is_told_as_past():
    text = "Tensions between Ann and Bob rose in the weeks before the vote."
    (tension,) = tensions(text, (make_actor(text, "Ann"), make_actor(text, "Bob")))
    assert tension.status == "past"
