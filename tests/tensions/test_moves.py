"""What an actor says or does in a sentence, and to whom that may be directed."""

import pytest

from analysis.document import sentences
from analysis.scene import known_and_placed
from analysis.tensions.kinds import kinds, told
from analysis.tensions.moves import find_passages
from analysis.tensions.pairs import Company, features
from analysis.tensions.view import View
from tests.factory import make_actor, make_article, make_mention, make_statement, read_doc

ROLES = [
    ("Ann accused Bob of lying.", "patient accusation", ["accusation"]),
    ("Ann clashed with Bob over taxes.", "behind friction", ["friction"]),
    ("Ann and Bob disagreed over taxes.", "agent friction", ["friction"]),
    ("Ann questioned the ability of Bob to win.", "reached doubt", ["doubt"]),
    ("Ann threatened to sue Bob.", "reached threat", ["threat"]),
    ("The tensions between Ann and Bob grew.", "agent friction", ["friction"]),
    ("Ann met Bob in the town.", "patient plain", []),
]


def passages(text, *contents, bob="person", addressee=False):
    """The actors Ann and Bob, whom Ann, who says `contents`, may speak to; their company and the passages."""
    doc = read_doc(text)
    actors = (make_actor(text, "Ann"), make_actor(text, "Bob", kind=bob))
    mentions = tuple(make_mention(text, actor, actor.name) for actor in actors)
    to = {"addressee": actors[1].id} if addressee else {}
    said = tuple(make_statement(text, actors[0], content, cue="", **to) for content in contents)
    view = View(make_article(text), sentences(doc), *known_and_placed(actors, mentions), said, (), ())
    return actors, Company(view), find_passages(view, doc)


@pytest.mark.parametrize(("text", "role", "types"), ROLES, ids=[row[0] for row in ROLES])
def test_where_the_target_stands(text, role, types):
    (ann, bob), company, (passage,) = passages(text)
    pair = next(one for one in company.pairs(passage) if (one.move.actor, one.target) == (ann.id, bob.id))
    row = features(pair, company)
    assert role in row
    assert told(row) == types
    assert types == [] or max(kinds(row), key=kinds(row).get) == types[0]


def test_the_words_of_a_speaker_are_its_move_in_each_sentence():
    (ann, bob), company, found = passages("“He lies. He always did,” Ann said of Bob.", "“He lies. He always did,”")
    assert [sorted(passage.moves) for passage in found] == [[ann.id]] * len(found)
    assert {(pair.move.actor, pair.target) for one in found for pair in company.pairs(one)} == {(ann.id, bob.id)}


@pytest.mark.parametrize(
    ("kind", "addressee", "targets"), [("media", True, 0), ("media", False, 1), ("person", True, 1)]
)
def test_a_newspaper_that_something_is_told_to_is_no_target(kind, addressee, targets):
    text = "Ann told Bob that the plan had failed."
    _, company, (passage,) = passages(text, "that the plan had failed", bob=kind, addressee=addressee)
    assert len(company.pairs(passage)) == targets
