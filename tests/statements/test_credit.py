from dataclasses import replace

import pytest

from analysis.scene import origin
from analysis.statements.credit import credited_through
from tests.factory import make_actor, make_statement
from tests.statements.marked import statement


@pytest.mark.parametrize(
    "marked",
    [
        "[The Post] <first reported> {that aid is late}.",
        "<According to> [a Post report], {aid is late}.",
        "{Aid is late}, [officials] <said>, according to The Post.",
        "As The Post reported, [officials] <said> {that aid is late}.",
        "As first reported by The Post, [officials] <said> {that aid is late}.",
    ],
)
def test_the_outlet_that_a_statement_is_taken_from(marked):
    name = "The Post" if "The Post" in marked else "Post"
    found = statement(marked, **{name.replace(" ", "_"): "media"})
    assert found.credit is not None


@pytest.mark.parametrize(
    "marked", ["[Officials] <told> Post {that aid is late}.", "[Officials] <said> {that Post is late}."]
)
def test_an_outlet_spoken_to_or_of_has_no_credit(marked):
    assert statement(marked, Post="media").credit is None


TEXT = "The Post reported that an official told Price that aid is late."
POST, OFFICIAL = make_actor(TEXT, "The Post", kind="media"), make_actor(TEXT, "an official", kind="unnamed")
OUTER = make_statement(TEXT, POST, "that an official", cue="reported", sourcing="outlet", credit=POST.id)
INNER = make_statement(TEXT, OFFICIAL, "aid is late", cue="told", sourcing="role-only", within=OUTER.id)


def test_what_is_told_inside_a_report_is_credited_to_it():
    assert [one.credit for one in credited_through([OUTER, INNER])] == [POST.id, POST.id]


def test_statements_inside_one_another_end():
    turned = [replace(OUTER, credit=None, within=INNER.id), INNER]
    assert [one.credit for one in credited_through(turned)] == [None, None]


def test_an_unnamed_source_of_one_report_has_the_origin_of_the_report():
    outer, inner = credited_through([OUTER, INNER])
    assert origin(outer) == origin(inner) == POST.id
    assert origin(replace(inner, sourcing="named")) == OFFICIAL.id
