"""Who does what to whom, in sentences that the embedded model parses."""

import pytest

from analysis.arguments import Arguments, is_predicate
from tests.factory import make_actor, make_mention, read_doc

CASES = [
    ("Officials urged Kyiv to show restraint.", "urged", ["Officials"], ["Kyiv"]),
    ("Officials urged Kyiv to show restraint.", "show", ["Kyiv"], []),
    ("Officials began pressing Kyiv.", "pressing", ["Officials"], ["Kyiv"]),
    ("Kyiv signed a decree barring any talks.", "barring", ["Kyiv"], []),
    ("Kyiv was criticized by Officials.", "criticized", ["Officials"], ["Kyiv"]),
    ("Kyiv was criticized last week.", "criticized", [], ["Kyiv"]),
    ("Officials and Moscow blamed Kyiv.", "blamed", ["Officials", "Moscow"], ["Kyiv"]),
    ("Officials met in May and blamed Kyiv.", "blamed", ["Officials"], ["Kyiv"]),
    ("Officials, who blamed Kyiv, left.", "blamed", ["Officials"], ["Kyiv"]),
    ("Members of Moscow blamed Kyiv.", "blamed", ["Moscow"], ["Kyiv"]),
    ("The bill blamed Kyiv.", "blamed", [], ["Kyiv"]),
    ("Bob said that Kyiv, Moscow and Officials had agreed.", "agreed", ["Kyiv", "Moscow", "Officials"], []),
]


@pytest.mark.parametrize(("text", "verb", "agents", "patients"), CASES)
def test_arguments(text, verb, agents, patients):
    doc = read_doc(text)
    actors = {name: make_actor(text, name) for name in ("Officials", "Kyiv", "Moscow") if name in text}
    arguments = Arguments(doc, [make_mention(text, actor, name) for name, actor in actors.items()])
    predicate = next(token for token in doc if token.text == verb)
    ids = {actor.id: name for name, actor in actors.items()}
    assert is_predicate(predicate)
    assert [ids[party.actor] for party in arguments.agents(predicate)] == agents
    assert [ids[party.actor] for party in arguments.patients(predicate)] == patients
