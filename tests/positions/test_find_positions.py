"""From records to positions: who holds what, on whose word, and which words show it."""

import pytest

from analysis.codebook import Issue, read_issues
from analysis.positions import find_positions
from analysis.records import Certainty, check_evidence, span
from tests.factory import at, make_actor, make_article, make_mention, make_statement

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


def positions(text, actors, *statements, issues=(TALKS,)):
    """Positions of a one-sentence text whose actors are mentioned by their names."""
    mentions = tuple(make_mention(text, actor, actor.name) for actor in actors if actor.name in text)
    sentences = (span(text, 0, len(text)),)
    found = find_positions(make_article(text), sentences, actors, mentions, statements, issues)
    check_evidence(text, found)
    return found


def told(text, names, **kinds):
    """Each position as (holder, stance)."""
    actors = tuple(make_actor(text, name, kind=kinds.get(name, "person")) for name in names)
    by_id = {actor.id: actor.name for actor in actors}
    return [(by_id[one.actor], one.stance) for one in positions(text, actors) if one.issue]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ann urged Bob to open talks.", ["Ann", "Bob"], [("Ann", "support")]),
        ("Bob signed a decree barring any talks with Ann.", ["Ann", "Bob"], [("Bob", "oppose")]),
        ("Ann pressed on after Bob rejected the talks.", ["Ann", "Bob"], [("Bob", "oppose")]),
        ("Ann and Bob oppose the talks.", ["Ann", "Bob"], [("Bob", "oppose")]),
        ("The plan by Ann and Bob to hold talks was old.", ["Ann", "Bob"], []),
        ("The talks begin on Monday.", [], []),
        ("Ann has shown no willingness to hold talks.", ["Ann"], [("Ann", "oppose")]),
    ],
)
def test_deeds_and_described_views_have_holders(text, names, expected):
    assert told(text, names) == expected


def test_a_source_holds_what_it_says():
    text = "“We are for talks, but with another leader,” Ann said."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, "“We are for talks, but with another leader,”", kind="direct")
    (position,) = positions(text, (ann,), said)
    assert (position.stance, position.sourcing, position.statements) == ("mixed", "named", (said.id,))


def test_sources_that_pass_on_a_view_do_not_hold_it():
    text = "The government wants Bob to open talks, the sources said."
    sources = make_actor(text, "the sources", kind="unnamed")
    government = make_actor(text, "The government", kind="government")
    bob = make_actor(text, "Bob")
    said = make_statement(text, sources, "The government wants Bob to open talks", sourcing="unnamed")
    (position,) = positions(text, (government, bob, sources), said)
    assert (position.actor, position.sourcing) == (government.id, "unnamed")


def test_who_speaks_for_another_holds_what_it_says_of_it():
    text = "Ann said the government was open to talks."
    government = make_actor(text, "government", kind="government")
    ann = make_actor(text, "Ann", affiliation=government.id)
    said = make_statement(text, ann, "the government was open to talks")
    assert {one.actor for one in positions(text, (government, ann), said)} == {ann.id}


def test_an_issue_with_sides_leaves_others_to_the_open_ones():
    text = "Ukraine opposes the talks, and Macron supports the talks."
    ukraine = make_actor(text, "Ukraine", kind="government")
    macron = make_actor(text, "Macron")
    found = positions(text, (ukraine, macron), issues=(TALKS, SIDED))
    assert [(one.actor, one.issue) for one in found] == [(ukraine.id, "sided"), (macron.id, "talks")]


def test_evidence_of_one_stance_is_one_record():
    text = "Ann supports the talks. Ann praised the talks."
    ann = make_actor(text, "Ann")
    mentions = (make_mention(text, ann, "Ann"), make_mention(text, ann, "Ann", 1))
    sentences = (span(text, 0, 23), span(text, 24, len(text)))
    (position,) = find_positions(make_article(text), sentences, (ann,), mentions, (), (TALKS,))
    assert [place.quote for place in position.evidence] == ["Ann supports the talks.", "Ann praised the talks."]


@pytest.mark.parametrize(
    ("content", "cue", "cue_class", "stance", "proposition"),
    [
        ("that taxes on the rich must rise", "said", "say", "support", "taxes on the rich must rise"),
        ("that taxes on the rich rose at all", "denied", "deny", "oppose", "taxes on the rich rose at all"),
        ("that this is not a combat mission", "said", "say", "oppose", "this is … a combat mission"),
        ("that he opposes higher taxes on the rich", "said", "say", "oppose", "higher taxes on the rich"),
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


def test_what_is_not_ruled_out_is_not_opposed():
    text = "Ann would not rule out a run for the new office."
    ann = make_actor(text, "Ann")
    said = make_statement(text, ann, "a run for the new office", cue="would not rule out", cue_class="allow")
    assert [one.stance for one in positions(text, (ann,), said, issues=())] == ["support"]


@pytest.mark.parametrize(("term", "hedged"), [("", False), ("may", True)])
def test_a_position_is_hedged_where_its_statement_is(term, hedged):
    text = "Ann said that Bob may end the talks, whatever may come."
    ann = make_actor(text, "Ann")
    certainty = Certainty(term, span=at(text, term)) if term else Certainty()
    said = make_statement(text, ann, "that Bob may end the talks, whatever may come", certainty=certainty)
    assert [one.hedged for one in positions(text, (ann,), said, issues=())] == [hedged]


def test_two_deeds_joined_by_and_have_one_subject():
    text = "Ann voted to end the long filibuster and backed the new bill."
    ann = make_actor(text, "Ann")
    found = positions(text, (ann,), issues=())
    assert [(one.stance, one.proposition) for one in found] == [
        ("oppose", "the long filibuster"),
        ("support", "the new bill"),
    ]


def test_what_a_statement_passes_on_as_another_statement_is_held_by_the_one_inside():
    text = "Ann said that Bob demands an end to all new roads."
    ann, bob = make_actor(text, "Ann"), make_actor(text, "Bob")
    outer = make_statement(text, ann, "that Bob demands an end to all new roads")
    inner = make_statement(text, bob, "an end to all new roads", cue="demands", cue_class="demand", within=outer.id)
    assert [one.actor for one in positions(text, [ann, bob], outer, inner, issues=())] == [bob.id]
