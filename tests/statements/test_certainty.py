import pytest

from tests.statements.marked import quote, statement


@pytest.mark.parametrize(
    ("marked", "term", "low", "high"),
    [
        ("[Price] <said> {that aid is late}.", "", None, None),
        ("[Price] <said> {that aid is likely to come}.", "likely", 55, 80),
        ("[Price] <said> {that aid is very likely to come}.", "very likely", 80, 95),
        ("[Price] <said> {aid will probably come}.", "probably", 55, 80),
        ("[Price] <said> {it is likely that aid comes}.", "likely", 55, 80),
        ("[Price] <said> {aid is unlikely}.", "unlikely", 20, 45),
        ("[Price] <said> {it is not likely to come}.", "not likely", 20, 45),
        ("[Price] <said> {it isn't likely that he wins}.", "not likely", 20, 45),
        ("[Price] <said> {Kyiv almost certainly knew}.", "almost certainly", 95, 99),
        ("[Price] <said> {there is almost no chance of peace}.", "almost no chance", 1, 5),
        ("[Price] <said> {victory is increasingly unlikely}.", "increasingly unlikely", None, None),
        ("[Price] <said> {the likely winner is Kyiv}.", "", None, None),
        ("[Price] <said> {that aid may come}.", "may", None, None),
        ("[Price] <said> {talks appear to be failing}.", "appear", None, None),
        ("[Price] <said> {there is a chance that aid comes}.", "chance", None, None),
        ("[Price] <said> {he was not sure that aid comes}.", "not sure", None, None),
        ("{“I think there needs to be peace,”} [he] <said>.", "i think", None, None),
        ("{“Aid will, I think, come,”} [he] <said>.", "i think", None, None),
        ("{“I believe in peace,”} [he] <said>.", "", None, None),
        ("[Price] <said> {that the plan could fail}.", "could", None, None),
    ],
)
def test_the_hedge_of_the_speaker(marked, term, low, high):
    certainty = statement(marked).certainty
    assert (certainty.term, certainty.low, certainty.high) == (term, low, high)


@pytest.mark.parametrize(
    "marked",
    [
        "[Price] <said> {aid came in May}.",
        "[Price] <said> {he could see the tower}.",
        "[Price] <said> {he could not come}.",
        "[Price] <said> {it could not simply be a treaty}.",
        "[Price] <said> {there is no chance that aid comes}.",
        "[Price] <said> {Kyiv will win, because Russia may falter}.",
        "[Price] <said> {Kyiv beat a rival that may falter}.",
        "{“Kyiv will win. Russia may falter,”} [he] <said>.",
        "[Price] <asked> {if there could be peace}.",
        "[Few experts] <believe> {that peace is likely}.",
        "[US officials] <urged> {Kyiv to appear grateful}.",
    ],
)
def test_a_word_that_bears_on_something_else_is_no_hedge(marked):
    assert statement(marked).certainty.term == ""


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[Price] <claimed> {that aid is late}.", "claimed"),
        ("[Price] <reportedly said> {that aid is late}.", "reportedly"),
        ("[Price] <said> {Kyiv allegedly paid him}.", "allegedly"),
        ("[Price] <said> {the self-proclaimed republic is gone}.", "self-proclaimed"),
        ("[Price] <said> {“the so-called republic is gone”}.", None),
        ("[Price] <said> {aid was supposed to come}.", None),
        ("[Price] <said> {that aid is late}.", None),
    ],
)
def test_the_distance_of_the_reporter(marked, words):
    assert quote(statement(marked).distance) == words


def test_hedge_and_distance_are_kept_apart():
    found = statement("[A source] <claimed> {that aid may come}.")
    assert (found.certainty.term, quote(found.certainty.span), quote(found.distance)) == ("may", "may", "claimed")
    assert found.sourcing == "unnamed"
