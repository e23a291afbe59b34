import json

from analysis.evaluation.gold import to_guidelines
from analysis.records import Annotations
from tests.factory import make_actor, make_article, make_position, make_tension

TEXT = "Kyiv barred talks. Washington pressed Kyiv to talk."


def test_guidelines_form():
    kyiv, washington = make_actor(TEXT, "Kyiv", kind="government"), make_actor(TEXT, "Washington", kind="government")
    form = to_guidelines(
        Annotations(
            article=make_article(TEXT),
            actors=(kyiv, washington),
            positions=(make_position(TEXT, kyiv, "talks", "barred talks", "oppose"),),
            tensions=(make_tension(TEXT, washington, kyiv, "pressed Kyiv to talk", type="demand"),),
        )
    )
    assert json.loads(json.dumps(form)) == form
    assert (
        form["positions"][0] | {"actor": kyiv.id, "stance": "oppose", "evidence": ["barred talks"]}
        == form["positions"][0]
    )
    assert form["tensions"][0] | {"a": washington.id, "b": kyiv.id, "type": "demand"} == form["tensions"][0]
