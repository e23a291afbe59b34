import pytest

from analysis.statements.clauses import clauses
from analysis.statements.layout import Layout
from tests.factory import make_doc
from tests.statements.trees import with_tree


def read(text, spans, arcs):
    verbs = {"said", "asked", "told", "declined", "adding", "saying"}
    found = clauses(Layout(with_tree(make_doc(text, attribution=spans), arcs, verbs)))
    return [(one.source.text if one.source else None, one.cue.text, one.own_source) for one in found]


CASES = {
    "subject": (
        "Price said no.",
        [("source", "Price"), ("cue", "said")],
        [("said", "said", "root"), ("Price", "said", "nsubj")],
        [("Price", "said", True)],
    ),
    "the one asked is no source": (
        "Price was asked why.",
        [("source", "Price"), ("cue", "asked")],
        [("asked", "asked", "root"), ("Price", "asked", "nsubj:pass")],
        [(None, "asked", False)],
    ),
    "nor is the subject of what a participle leads up to": (
        "asked why , Price said no.",
        [("cue", "asked"), ("source", "Price"), ("cue", "said")],
        [("said", "said", "root"), ("asked", "said", "advcl"), ("Price", "said", "nsubj")],
        [(None, "asked", False), ("Price", "said", True)],
    ),
    "agent": (
        "Price was told by Kyiv.",
        [("cue", "told"), ("source", "Kyiv")],
        [("told", "told", "root"), ("Price", "told", "nsubj:pass"), ("Kyiv", "told", "obl:agent")],
        [("Kyiv", "told", True)],
    ),
    "shared with a cue joined by and": (
        "Price said no and declined more.",
        [("source", "Price"), ("cue", "said"), ("cue", "declined")],
        [("said", "said", "root"), ("Price", "said", "nsubj"), ("declined", "said", "conj"), ("and", "declined", "cc")],
        [("Price", "said", True), ("Price", "declined", False)],
    ),
    "shared with a participle": (
        "Price said no, adding more.",
        [("source", "Price"), ("cue", "said"), ("cue", "adding")],
        [("said", "said", "root"), ("Price", "said", "nsubj"), ("adding", "said", "advcl")],
        [("Price", "said", True), ("Price", "adding", False)],
    ),
    "relative clause": (
        "Price, who said no, left.",
        [("source", "who"), ("cue", "said")],
        [
            ("left", "left", "root"),
            ("Price", "left", "nsubj"),
            ("said", "Price", "acl:relcl"),
            ("who", "said", "nsubj"),
        ],
        [("who", "said", True)],
    ),
    "not over sentences": (
        "Price left. It said no.",
        [("source", "Price"), ("cue", "said")],
        [("left", "left", "root"), ("Price", "left", "nsubj"), ("said", "said", "root"), ("It", "said", "nsubj")],
        [(None, "said", False)],
    ),
}


@pytest.mark.parametrize(("text", "spans", "arcs", "expected"), CASES.values(), ids=CASES)
def test_each_cue_gets_its_source(text, spans, arcs, expected):
    assert read(text, spans, arcs) == expected
