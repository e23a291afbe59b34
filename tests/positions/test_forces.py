import pytest

from analysis.positions.forces import find_forces, modifier


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials have been urging Kyiv to talk.", [("urging", 1)]),
        ("He signed a decree barring talks.", [("signed", 1), ("barring", -1)]),
        ("She argued against the bill.", [("argued against", -1)]),
        ("Senators voted to end it.", [("voted to", 1), ("end", -1)]),
        ("the support of the public", []),
        ("The United States will stay.", []),
        ("His opposition to the deal is known.", [("opposition to", -1)]),
        ("opposition to the deal grew", []),
        ("Obama’s latest attempt to close it", [("attempt to", 1)]),
        ("a dispute over land; they dispute over land", []),
    ],
)
def test_forces_are_verbs_with_a_sign_or_nouns_that_someone_has(text, found):
    assert [(force.words, force.force.sign) for force in find_forces(text, 0, len(text))] == found


def test_forces_are_looked_for_only_where_asked():
    text = "Urge one, bar another."
    assert [force.words for force in find_forces(text, 5, len(text))] == ["bar"]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("negation", "not only that", None),
        ("negation", "they don’t agree", "don’t"),
        ("negation", "no doubt", None),
        ("downtoner", "less willing to pay", "less willing"),
        ("hedge", "it may rain", "may"),
        ("blame", "that plan is wrong", "is wrong"),
    ],
)
def test_modifiers(kind, text, found):
    match = modifier(kind).search(text)
    assert (match[0] if match else None) == found
