import pytest

from analysis.statements.attribute import attributions
from analysis.statements.verbless import verbless
from tests.factory import make_doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go.” — Ned Price", [("Ned Price", "—", "“We go.”")]),
        ("“We go.” ― Ned Price.", [("Ned Price", "―", "“We go.”")]),
        ('"We go." -- Ned Price', [("Ned Price", "--", '"We go."')]),
        ("“We go” — nobody knows where", []),
        ("“We go.” — Ned Price said so.", []),
        ("“We go.” — Ned Price, a spokesman", [("Ned Price, a spokesman", "—", "“We go.”")]),
        (
            "WALLACE: Why?\nPENCE: We go.\nWALLACE: At noon?",
            [("WALLACE", ":", "Why?"), ("PENCE", ":", "We go."), ("WALLACE", ":", "At noon?")],
        ),
        (
            "JAKE TAPPER: Why?\nTAPPER: At noon?",
            [("JAKE TAPPER", ":", "Why?"), ("TAPPER", ":", "At noon?")],
        ),
        ("UPDATE: Talks go on.\nPREVIOUSLY: Talks began.", []),
        ("Q: Why?\nA: We go.\nQ: At noon?", []),
    ],
)
def test_speech_without_a_verb(text, expected):
    found = verbless(make_doc(text))
    assert [(one.source.text, one.cue.text, one.content.text) for one in found] == expected


def test_labels_in_a_signed_quotation_give_way():
    doc = make_doc("“We go.” — Ned Price", attribution=[("content", "“We go.”"), ("cue", "Ned Price")])
    (one,) = attributions(doc)
    assert (one.clause.source.text, one.clause.cue.text) == ("Ned Price", "—")
