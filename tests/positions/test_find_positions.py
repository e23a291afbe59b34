"""From records to positions: who holds what, on whose word, and which words show it."""

import pytest

from analysis.codebook import Issue, read_issues
from analysis.document import sentences
from analysis.positions import find_positions
from analysis.positions.merge import _known
from analysis.records import Certainty, check_evidence
from tests.factory import at, make_actor, make_article, make_mention, make_statement, make_time, read_doc

TALKS = Issue.model_validate(
    {
        "id": "talks",
        "name": "Talks",
        "question": "Should there be talks?",
        "proposition": "There should be talks",
        "concepts": [
            {
                "id": "talks",
                "name": "talks",
                "patterns": [{"match": "talks"}, {"match": "another leader", "polarity": "-"}],
            }
        ],
    }
)
SIDED = TALKS.model_copy(
    update={"sides": read_issues("ukraine-war", "")[0].sides, "id": "sided", "proposition": "Kyiv should talk"}
)


def positions(text, actors, *statements, issues=(TALKS,), timeline=()):
    """Positions of a text whose actors are mentioned by their names, wherever these stand."""
    mentions = tuple(
        make_mention(text, actor, actor.name, nth) for actor in actors for nth in range(text.count(actor.name))
    )
    doc = read_doc(text)
    found = find_positions(doc, make_article(text), sentences(doc), actors, mentions, statements, issues, timeline)
    check_evidence(text, found)
    return found


def told(text, names, **kinds):
    """Each position on an issue as (holder, stance)."""
    actors = tuple(make_actor(text, name, kind=kinds.get(name, "person")) for name in names)
    by_id = {actor.id: actor.name for actor in actors}
    return [(by_id[one.actor], one.stance) for one in positions(text, actors) if one.issue]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ann urged Bob to open talks.", ["Ann", "Bob"], [("Ann", "support")]),
        ("Bob signed a decree in May barring any talks with Ann.", ["Ann", "Bob"], [("Bob", "oppose")]),
        ("Ann pressed on after Bob rejected the talks.", ["Ann", "Bob"], [("Bob", "oppose")]),
        ("Ann and Bob oppose the talks.", ["Ann", "Bob"], [("Ann", "oppose"), ("Bob", "oppose")]),
        ("The plan by Ann and Bob to hold talks was old.", ["Ann", "Bob"], [("Ann", "support"), ("Bob", "support")]),
        ("The talks begin on Monday.", [], []),
        ("Ann has shown no willingness to hold talks.", ["Ann"], [("Ann", "oppose")]),
        ("Ann is less willing than before to hold talks.", ["Ann"], [("Ann", "oppose")]),
        ("Ann refused to hold any talks with Bob.", ["Ann", "Bob"], [("Ann", "oppose")]),
        ("Ann threatened to veto the talks with Bob.", ["Ann", "Bob"], [("Ann", "oppose")]),
        ("Ann's opposition to the talks has grown since May.", ["Ann"], [("Ann", "oppose")]),
        ("Ann urged Bob to be open to talks.", ["Ann", "Bob"], [("Ann", "support")]),
        ("Ann will leave if Bob opposes the talks.", ["Ann", "Bob"], []),
        ("Asked if there could be talks without Bob, Ann left the room.", ["Ann"], []),
    ],
)
def test_deeds_and_described_views_have_holders(text, names, expected):
    assert sorted(told(text, names)) == expected


def test_a_source_holds_what_it_says():
    text = "“We are for talks, but with another leader,” Ann said."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, "“We are for talks, but with another leader,”", kind="direct")
    found = positions(text, (ann,), said, issues=(SIDED, TALKS))
    assert [(one.actor, one.sourcing, one.statements) for one in found] == [(ann.id, "named", (said.id,))]


def test_those_joined_to_a_source_say_it_too():
    text = "Ann and Bob said that taxes on the rich must rise."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    said = make_statement(text, ann, "that taxes on the rich must rise", source_span=at(text, "Ann and Bob"))
    assert {one.actor for one in positions(text, (ann, bob), said)} == {ann.id, bob.id}


def test_sources_that_pass_on_a_view_do_not_hold_it():
    text = "The government wants Bob to open talks, the sources said."
    sources = make_actor(text, "the sources", kind="unnamed")
    government = make_actor(text, "The government", kind="government")
    bob = make_actor(text, "Bob")
    said = make_statement(text, sources, "The government wants Bob to open talks", sourcing="unnamed")
    found = [one for one in positions(text, (government, bob, sources), said) if one.issue]
    assert [(one.actor, one.sourcing) for one in found] == [(government.id, "unnamed")]


def test_who_speaks_for_another_holds_what_it_says_of_it():
    text = "Ann said the government was open to talks."
    government = make_actor(text, "government", kind="government")
    ann = make_actor(text, "Ann", affiliation=government.id)
    said = make_statement(text, ann, "the government was open to talks")
    found = positions(text, (government, ann), said)
    assert {(one.actor, one.on_behalf) for one in found if one.issue} == {(ann.id, government.id)}


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the view that categorically blocking any talks plays well with the Russian leader", "support"),
        ("the view that categorically blocking any talks is hard", "oppose"),
    ],
)
def test_a_verdict_on_refusing_turns_the_stance(content, stance):
    text = f"Ann expressed {content}."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, content, cue="expressed")
    assert [one.stance for one in positions(text, (ann,), said) if one.issue] == [stance]


@pytest.mark.parametrize(
    ("deed", "found"), [("has not tried to end the talks", []), ("has tried to end the talks", [("Ann", "oppose")])]
)
def test_who_does_not_try_is_neither_for_nor_against(deed, found):
    assert told(f"Ann {deed} with Bob.", ["Ann"]) == found


def test_what_one_urges_is_not_held_by_who_tells_of_it():
    text = "Ann urged Kyiv to open talks, Bob told a newspaper in May."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    said = make_statement(text, ann, "Kyiv to open talks", cue="urged", cue_class="urge")
    found = [one for one in positions(text, (ann, bob), said) if one.issue]
    assert [(one.actor, one.evidence[0].quote) for one in found] == [(ann.id, "Ann urged Kyiv to open talks")]


def test_what_another_s_account_says_is_not_the_source_s():
    text = "Ann said that this feeds Bob’s story that taxes on the rich will rise."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    said = make_statement(text, ann, "that this feeds Bob’s story that taxes on the rich will rise")
    found = positions(text, (ann, bob), said)
    assert not [one for one in found if one.actor == ann.id and one.proposition.startswith("taxes")]


def test_names_alone_do_not_make_two_positions_one():
    text = "Ann said that Bob met Carl in Kyiv. Ann said that Bob should fear Carl in Kyiv."
    ann = make_actor(text, "Ann")
    first = make_statement(text, ann, "that Bob met Carl in Kyiv")
    second = make_statement(text, ann, "that Bob should fear Carl in Kyiv", source_span=at(text, "Ann", 1))
    assert all(len(one.evidence) == 1 for one in positions(text, (ann,), first, second, issues=()))


def test_what_a_codebook_knows_needs_a_smaller_chance():
    assert [round(_known(chance), 2) for chance in (0.1, 0.5, 0.9)] == [0.42, 0.67, 0.85]


def test_an_issue_with_sides_leaves_others_to_the_open_ones():
    text = "Ukraine opposes the talks, and Macron supports the talks."
    ukraine = make_actor(text, "Ukraine", kind="government")
    macron = make_actor(text, "Macron")
    found = positions(text, (ukraine, macron), issues=(TALKS, SIDED))
    assert [(one.actor, one.issue) for one in found if one.issue] == [(ukraine.id, "sided"), (macron.id, "talks")]


def test_evidence_of_one_stance_is_one_record():
    text = "Ann strongly supports the talks. Ann praised the talks in May."
    ann = make_actor(text, "Ann")
    (position,) = positions(text, (ann,))
    assert [place.quote for place in position.evidence] == [
        "Ann strongly supports the talks",
        "Ann praised the talks in May",
    ]


def test_what_says_the_same_is_one_record_without_an_issue():
    text = "Ann said that taxes on the rich must rise. Bob left. Ann said taxes must rise for the rich."
    ann = make_actor(text, "Ann")
    first = make_statement(text, ann, "that taxes on the rich must rise")
    again = make_statement(text, ann, "taxes must rise for the rich", source_span=at(text, "Ann", 1))
    (position,) = positions(text, (ann,), first, again)
    assert len(position.evidence) == 2


@pytest.mark.parametrize(
    ("content", "cue", "cue_class", "stance", "proposition"),
    [
        ("that taxes on the rich must rise", "said", "say", "support", "taxes on the rich must rise"),
        ("that taxes on the rich rose at all", "denied", "deny", "oppose", "taxes on the rich rose at all"),
        ("that this is not a combat mission", "said", "say", "oppose", "this is a combat mission"),
        ("that he opposes higher taxes on the rich", "said", "say", "oppose", "higher taxes on the rich"),
        ("that they do not need any new taxes", "said", "say", "oppose", "any new taxes"),
    ],
)
def test_without_an_issue_the_article_s_own_words_are_the_proposition(content, cue, cue_class, stance, proposition):
    text = f"Ann {cue} {content}."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, content, cue=cue, cue_class=cue_class)
    (position,) = positions(text, (ann,), said, issues=())
    assert (position.issue, position.stance, position.proposition) == ("", stance, proposition)
    assert position.evidence[0].quote == text.rstrip(".")


@pytest.mark.parametrize(
    ("cue", "content"), [("declined", "to comment on the matter"), ("did not say", "when the new talks would begin")]
)
def test_to_say_nothing_is_no_position(cue, content):
    text = f"Ann {cue} {content}."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, content, cue=cue, cue_class="decline")
    assert positions(text, (ann,), said, issues=()) == ()


def test_a_position_keeps_its_factors():
    text = "Bob signed a decree in May barring any talks with Ann."
    bob = make_actor(text, "Bob")
    (position,) = positions(text, (bob,))
    assert [(one.words, one.sign, one.reason) for one in position.factors] == [
        ("signed", 1, "supports"),
        ("barring", -1, "rejects"),
        ("talks", 1, "the issue's words"),
    ]
    assert position.reason == "signed (+) x barring (-) x talks (+) = opposes"


@pytest.mark.parametrize(("verb", "others"), [("is not", ["support"]), ("is", [])])
def test_a_bare_negation_leaves_another_reading(verb, others):
    text = f"Ann said that this {verb} a combat mission."
    ann = make_actor(text, "Ann")
    (position,) = positions(text, (ann,), make_statement(text, ann, f"that this {verb} a combat mission"))
    assert [one.value for one in position.alternatives] == others


def test_conditions_and_times_are_kept():
    text = "Ann urged Bob in May to open talks if the fighting stops."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    may = make_time(text, "May", "2022-05", begin="2022-05-01")
    said = make_statement(
        text, ann, "Bob in May to open talks", cue="urged", condition=at(text, "if the fighting stops")
    )
    found = positions(text, (ann, bob), said, timeline=(may,))
    assert [(one.condition.quote, one.time) for one in found if one.issue] == [("if the fighting stops", may.id)]


def test_what_had_been_held_is_past():
    text = "Ann had opposed the talks with Bob."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    assert [one.status for one in positions(text, (ann, bob))] == ["past"]


@pytest.mark.parametrize(("words", "hedged"), [("must end the talks", False), ("may end the talks", True)])
def test_a_position_is_hedged_where_its_words_are(words, hedged):
    text = f"Ann said that Bob {words}."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, f"that Bob {words}", certainty=Certainty())
    assert [one.hedged for one in positions(text, (ann,), said, issues=())] == [hedged]
