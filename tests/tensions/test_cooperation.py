"""Who backs, helps or agrees with whom."""

import pytest

from analysis.document import sentences
from analysis.records import check_evidence
from analysis.tensions import find_cooperations
from tests.factory import make_actor, make_article, make_mention, read_doc

CASES = [
    ("Ann endorsed Bob on Monday.", [("Ann", "endorsement", "Bob", "current")]),
    ("Ann agreed with Bob about the budget.", [("Ann", "agreement", "Bob", "current")]),
    ("Ann and Bob agreed on the budget.", [("Ann", "agreement", "Bob", "current")]),
    ("Ann will be with Bob for as long as it takes.", [("Ann", "endorsement", "Bob", "current")]),
    ("In June, Ann helped Bob to win the vote.", [("Ann", "aid", "Bob", "past")]),
    ("Ann did not endorse Bob.", []),
    ("Ann refused to endorse Bob.", []),
    ("Ann is less willing to support Bob.", []),
    ("Ann criticized Bob.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[row[0] for row in CASES])
def test_who_works_with_whom(text, expected):
    doc = read_doc(text)
    actors = tuple(make_actor(text, name) for name in ("Ann", "Bob"))
    mentions = tuple(make_mention(text, actor, actor.name) for actor in actors)
    found = find_cooperations(doc, make_article(text), sentences(doc), actors, mentions, ())
    names = {actor.id: actor.name for actor in actors}
    check_evidence(text, found)
    assert [(names[one.a], one.type, names[one.b], one.status) for one in found] == expected
