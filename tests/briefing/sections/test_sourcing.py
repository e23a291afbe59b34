"""On whose word the article rests, in plain sentences."""

from dataclasses import replace

import pytest

from analysis.briefing.outline import outline
from analysis.records import Annotations
from tests.briefing.sample import ISSUES, bundled
from tests.factory import at, make_actor, make_article, make_statement

TEXT = (
    "Two officials, who asked not to be named because talks go on, told the Post that aid will end. Sources said it "
    "rains. A memo said it pours. Ann Berg said no."
)
OFFICIALS = make_actor(
    TEXT, "Two officials", kind="unnamed", number=2, why_unnamed=at(TEXT, "because talks go on"), words="Two officials"
)
SOURCES = make_actor(TEXT, "Sources", kind="unnamed")
POST, BERG = make_actor(TEXT, "the Post", kind="media"), make_actor(TEXT, "Ann Berg")
SAID = (
    make_statement(TEXT, OFFICIALS, "that aid will end", cue="told", sourcing="role-only", n_sources=2, channel="press", credit=POST.id),
    make_statement(TEXT, SOURCES, "it rains", sourcing="unnamed", n_sources=None),
    make_statement(TEXT, None, "it pours", sourcing="document", channel="letter"),
    make_statement(TEXT, BERG, "no", cue="said no"),
)  # fmt: skip


def sourced(*said):
    actors = (OFFICIALS, SOURCES, POST, BERG)
    return outline(Annotations(article=make_article(TEXT), actors=actors, statements=said)).sourcing


def texts(*said):
    return [claim.text for claim in sourced(*said).summary]


def test_the_summary_says_on_whose_word_how_much_rests():
    assert texts(*SAID) == [
        "Two of four statements (50%) rest on unnamed sources.",
        "The statements come from three separate sources, what one outlet’s report carries counted once.",
        "Who makes one of four statements (25%) is not clear.",
        "How many people speak as sources is not said; the other unnamed sources are two people.",
        "Why one of two unnamed sources (50%) has no name, the article says.",
        "One of four statements (25%) rests on a document.",
        "One of four statements (25%) is credited to the reporting of the Post.",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (SAID[3:], "The statement comes from one separate source."),
        (SAID[3:], "One statement was found, and its source is not kept unnamed."),
        (SAID[1:2], "Why its unnamed source has no name the article does not say."),
        (SAID[2:3], "Who makes the only statement is not clear."),
    ],
)
def test_one_statement_is_told_in_the_singular(said, told):
    assert told in texts(*said)


def test_a_row_says_how_well_a_source_is_named_how_many_it_is_and_how_it_was_reached():
    alone = replace(SAID[0], credit=None)
    rows = {row.name: row for row in sourced(alone, *SAID[1:]).ledger}
    officials = rows["Two officials"]
    assert (officials.standing, officials.people, officials.ways) == ("by role only", "2", "to the press")
    assert officials.why == "“because talks go on”"
    assert (rows["Sources"].standing, rows["Sources"].people) == ("unnamed", "not said")
    assert (rows["Ann Berg"].standing, rows["Ann Berg"].people, rows["Ann Berg"].ways) == ("named", "", "")
    assert rows["Speaker not identified"].ways == "in a letter"


def test_what_another_outlet_carries_stands_with_it():
    rows = {row.name: row for row in sourced(*SAID).ledger}
    assert "Two officials" not in rows and rows["The Post"].standing == "by role only"


def test_every_sentence_ends_like_one():
    view = outline(bundled(), issues=ISSUES).sourcing
    for claim in (*view.summary, *view.likelihoods, *view.distanced):
        assert claim.text[-1] in ".”" and not claim.text[0].islower()
