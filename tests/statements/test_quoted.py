import pytest

from analysis.statements.quoted import asks_on, is_balanced, kind_of


@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        (["“We go,”"], "direct"),
        (["“We go,”", "“They stay.”"], "direct"),
        (["that “we are ready for peace »"], "direct"),
        (["''We go.''"], "direct"),
        (["'We go,'"], "direct"),
        (["“We go"], "direct"),
        (["Russia was “open to” talks"], "mixed"),
        (["Biden was “direct ” with him"], "mixed"),
        (["the 'moderate' rebels left"], "mixed"),
        (["that aid is late"], "indirect"),
        (["Kyiv’s goal is the voters’ goal"], "indirect"),
        (["Kyiv's goal isn't the voters' goal"], "indirect"),
        (["“We go,”", "and aid is late"], "mixed"),
    ],
)
def test_kind(contents, kind):
    assert kind_of(tuple(contents)) == kind


@pytest.mark.parametrize(
    ("contents", "balanced"),
    [
        (["“We go.”"], True),
        (["“We go."], False),
        (["“One.", "“Two.”"], True),
        (["“One.", "aid"], False),
        (["aid"], True),
    ],
)
def test_balance(contents, balanced):
    assert is_balanced(tuple(contents)) is balanced


@pytest.mark.parametrize(("content", "expected"), [("“Why?”", True), ("“We go,”", True), ("“We go.”", False)])
def test_whether_a_reporting_clause_follows(content, expected):
    assert asks_on(content) is expected
