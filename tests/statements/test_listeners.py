import pytest

from tests.statements.marked import quote, statement


@pytest.mark.parametrize(
    ("marked", "known", "words"),
    [
        ("[Price] <told> CNN {that aid is late}.", True, "CNN"),
        ("[Price] <urged> {Kyiv to talk}.", True, "Kyiv"),
        ("[Price] <called on> {Kyiv to talk}.", True, "Kyiv"),
        ("CNN <was told> by [Price] {that aid is late}.", True, "CNN"),
        ("{“We go,”} [Price] <said> in an interview with CNN.", True, "CNN"),
        ("[Price] <told> reporters {that aid is late}.", False, "reporters"),
        ("Speaking to reporters, [Price] <said> {that aid is late}.", False, "reporters"),
        ("[Price] <accused> {Kyiv of lying}.", False, None),
        ("[Price] <compared> {Kyiv to Rome}.", False, None),
        ("[Price] <said> {that Kyiv is late}.", False, None),
    ],
)
def test_the_one_spoken_to(marked, known, words):
    names = {name: "government" for name in ("CNN", "Kyiv", "Rome", "Price") if name in marked}
    found = statement(marked, **names)
    assert (found.addressee is not None, quote(found.addressee_span)) == (known, words)


def test_nobody_speaks_to_himself():
    assert statement("[Price] <told> CNN {that aid is late}.", CNN="media").addressee
    assert statement("[CNN] <told> CNN {that aid is late}.", CNN="media").addressee is None
