import pytest

from analysis.statements import find_statements
from tests.factory import make_time
from tests.statements.marked import quote, statement, told


@pytest.mark.parametrize(
    ("marked", "forecast"),
    [
        ("[Price] <said> {aid will come}.", True),
        ("[Price] <said> {aid would come}.", True),
        ("[Price] <said> {Trump is going to win}.", True),
        ("[Price] <said> {he expects Kyiv to win}.", True),
        ("[Price] <predicted> {that Kyiv wins}.", True),
        ("[Zelensky] <promised> {to leave}.", True),
        ("[Price] <said> {aid is likely to come}.", True),
        ("[Price] <said> {that aid came}.", False),
        ("[Price] <said> {he would like peace}.", False),
        ("[Price] <said> {he beat a man who will leave}.", False),
        ("[Price] <asked> {whether aid will come}.", False),
        ("{“Will aid come?”} [he] <asked>.", False),
    ],
)
def test_what_is_to_come(marked, forecast):
    assert statement(marked).forecast is forecast


@pytest.mark.parametrize(
    ("marked", "condition"),
    [
        ("[Price] <said> {talks may fail unless Russia leaves}.", "unless Russia leaves"),
        ("{If Russia leaves, we will talk}, [Price] <said>.", "If Russia leaves"),
        ("[Price] <said> {they will stay as long as Russia stays}.", "as long as Russia stays"),
        ("[Price] <said> {he would vote only if Trump wins}.", "only if Trump wins"),
        ("[Price] <said> {that if Russia leaves, Kyiv will talk}.", "if Russia leaves"),
        ("[Price] <said> {Trump acts as if he won}.", None),
        ("[Price] <said> {Kyiv will win even if Russia stays}.", None),
        ("[Price] <asked> {if Russia would leave}.", None),
    ],
)
def test_the_clause_on_which_it_depends(marked, condition):
    assert quote(statement(marked).condition) == condition


@pytest.mark.parametrize(
    ("marked", "words", "due"),
    [
        ("[Price] <said> {the war will end by 2024}.", "2024", True),
        ("[Price] <said> {it must end by Friday}.", "Friday", True),
        ("[Price] <urged> {Kyiv to leave by Friday}.", "Friday", True),
        ("[Price] <said> {Kyiv will repeal the law passed in 2010}.", "2010", False),
        ("[Price] <said> {the war ended in 2010}.", "2010", False),
    ],
)
def test_when_it_falls_due(marked, words, due):
    doc = told(marked)
    time = make_time(doc.text, words, "2024")
    (found,) = find_statements(doc, [], [], [time])
    assert found.due == (time.id if due else None)


def test_a_date_by_which_something_must_be_is_a_forecast():
    doc = told("[Price] <said> {it must end by Friday}.")
    (found,) = find_statements(doc, [], [], [make_time(doc.text, "Friday", "2022-11-11")])
    assert found.forecast


def test_a_length_of_time_is_no_date():
    doc = told("[Price] <said> {it will take two weeks}.")
    (found,) = find_statements(doc, [], [], [make_time(doc.text, "two weeks", "P2W", type="DURATION")])
    assert found.forecast
    assert found.due is None
