import pytest

from analysis.statements import find_statements
from tests.factory import make_time
from tests.statements.marked import told


@pytest.mark.parametrize(
    ("marked", "words", "said"),
    [
        ("On Monday, [Price] <said> {that aid is late}.", "Monday", True),
        ("Speaking in Kyiv on Monday, [Price] <said> {that aid is late}.", "Monday", True),
        ("In a call on Monday, [Price] <said> {that aid is late}.", "Monday", True),
        ("[A poll released on Monday] <found> {that aid is late}.", "Monday", True),
        ("After Sullivan left on Monday, [Price] <said> {that aid is late}.", "Monday", False),
        ("[Price, who left on Monday,] <said> {that aid is late}.", "Monday", False),
        ("{“It is over,”} [Price] <said> of the 2016 election.", "2016", False),
        ("[Price] <said> {that aid came on Monday}.", "Monday", False),
    ],
)
def test_a_time_of_the_saying_hangs_on_the_cue(marked, words, said):
    doc = told(marked)
    time = make_time(doc.text, words, "2022-11-07")
    (found,) = find_statements(doc, [], [], [time])
    assert found.time == (time.id if said else None)


@pytest.mark.parametrize(("kind", "said"), [("SET", False), ("DURATION", False), ("TIME", True)])
def test_what_names_no_day_is_no_time_of_saying(kind, said):
    doc = told("On Monday, [Price] <said> {that aid is late}.")
    (found,) = find_statements(doc, [], [], [make_time(doc.text, "Monday", "X", type=kind)])
    assert (found.time is not None) is said
