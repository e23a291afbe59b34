import pytest

from analysis.document import tokenize
from analysis.model.sentences import find_sentence_starts
from tests.factory import make_article


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One went. Two came.", ["One", "Two"]),
        ("One went\nTwo came", ["One", "Two"]),
        ("Mr. Price spoke. He left.", ["Mr.", "He"]),
        ("''It is therapy,'' Ms. Olivieri said.", ["''"]),
        ("The U.S. sent aid. Kyiv waits.", ["The", "Kyiv"]),
        ("One went.  Two came. ", ["One", "Two"]),
        ("", []),
    ],
)
def test_starts(text: str, starts: list[str]) -> None:
    doc = tokenize(make_article(text))
    assert [doc[place].text for place in sorted(find_sentence_starts(doc))] == starts
