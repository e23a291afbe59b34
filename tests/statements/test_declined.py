import pytest

from analysis.statements.attribute import attributions
from tests.factory import make_doc


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("aid is late and declined to name a date", ["aid is late", "to name a date"]),
        ("aid is late but declines to name a date", ["aid is late", "to name a date"]),
        ("aid is late and refused to move", ["aid is late and refused to move"]),
        ("“aid is late and declined to move”", ["“aid is late and declined to move”"]),
        ("aid declined to nothing", ["aid declined to nothing"]),
    ],
)
def test_what_is_declined_is_an_act_of_the_speaker(content, expected):
    doc = make_doc(f"Price said {content}.", attribution=[("source", "Price"), ("cue", "said"), ("content", content)])
    found = attributions(doc)
    assert [one.contents[0].text for one in found] == expected
    assert {one.clause.source.text for one in found} == {"Price"}
    assert [one.clause.own_source for one in found] == [True, False][: len(found)]
