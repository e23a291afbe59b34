from datetime import date

import pytest

from analysis.timeline.anchoring import after_focus, direction, looks_back
from analysis.timeline.periods import Period, day, month, year_numbered
from tests.factory import make_doc, make_tree
from tests.timeline.clause import make_clause

PUBLISHED = date(2022, 11, 8)


@pytest.mark.parametrize(
    ("text", "verb", "sign", "word"),
    [
        ("He said so on X.", "said", -1, "said"),
        ("He resigned on X.", "resigned", -1, "resigned"),
        ("He has resigned since X.", "resigned", -1, "has"),
        ("He was killed on X.", "killed", -1, "was"),
        ("He will resign on X.", "resign", 1, "will"),
        ("It will be held on X.", "held", 1, "will"),
        ("It would have ended on X.", "ended", -1, "have"),
        ("It is to be held on X.", "held", 1, "to"),
        ("On X, he'll go.", "go", 1, "'ll"),
        ("On X, he went.", "went", -1, "went"),
        ("He is visiting on X.", "visiting", 1, "visiting"),
        ("Mohamed goes on X.", "goes", 0, "goes"),
    ],
)
def test_direction_by_the_verb(text: str, verb: str, sign: int, word: str) -> None:
    doc = make_clause(text, verb)
    told = direction(next(doc[token.i : token.i + 1] for token in doc if token.text.startswith("X")))
    assert (told.sign, told.word) == (sign, word)


@pytest.mark.parametrize(
    ("text", "heads", "tags", "sign", "word"),
    [
        # The nearest clause decides, not the one that reports it.
        ("He said they will meet X", (1, 1, 4, 4, 1, 4), "PRON VERB PRON AUX VERB PROPN", 1, "will"),
        ("He said X they will meet", (1, 1, 1, 5, 5, 1), "PRON VERB PROPN PRON AUX VERB", -1, "said"),
        # An infinitive has no tense of its own.
        ("He came to meet him X", (1, 1, 3, 1, 3, 3), "PRON VERB PART VERB PRON PROPN", -1, "came"),
        ("He plans to meet him X", (1, 1, 3, 1, 3, 3), "PRON VERB PART VERB PRON PROPN", 1, "plans"),
        ("The talks scheduled for X failed", (1, 5, 1, 4, 2, 5), "DET NOUN VERB ADP PROPN VERB", 1, "scheduled"),
        ("It failed ahead of X", (1, 1, 4, 4, 1), "PRON VERB ADV ADP PROPN", 1, "ahead"),
        ("Polls of likely voters taken X", (0, 3, 3, 0, 3, 4), "NOUN ADP ADJ NOUN VERB PROPN", -1, "taken"),
        ("We would see him go X", (2, 2, 2, 4, 2, 4), "PRON AUX VERB PRON VERB PROPN", 1, "would"),
        ("Talks in X", (0, 2, 0), "NOUN ADP PROPN", 0, ""),
    ],
)
def test_direction_by_the_tree(text: str, heads: tuple[int, ...], tags: str, sign: int, word: str) -> None:
    labels = " ".join("root" if head == i else "dep" for i, head in enumerate(heads))
    doc = make_tree(text, heads=heads, labels=labels, tags=tags)
    told = direction(next(doc[token.i : token.i + 1] for token in doc if token.text.startswith("X")))
    assert (told.sign, told.word) == (sign, word)


def test_without_a_tree_nothing_tells() -> None:
    assert direction(make_doc("He went on X.")[3:4]).sign == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born in 1920 and died in 1980.", True),
        ("He was born in 1920.", False),
        ("He was born in 1920 and died in 1980. On Monday, his son died.", False),
        ("He was born in 1920, 1930 or 1940. On Monday, his son died.", True),
        ("He was born in 1920 and died in 1980. In 2022, his son died.", False),
        ("He was born in 1920 and died in 1980, his son said.", False),
        ("He said so.", False),
    ],
)
def test_looks_back(text: str, expected: bool) -> None:
    assert looks_back(text, PUBLISHED) is expected


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        (year_numbered(1920), "1920-07-06"),
        (month(date(1920, 8, 1)), "1920-07-06"),
        (day(date(1920, 12, 26)), "1921-07-06"),
        (day(date(1920, 3, 1)), "1920-07-06"),
    ],
)
def test_a_story_goes_forward(focus: Period, expected: str) -> None:
    found = after_focus(focus, lambda year: day(date(year, 7, 6)))
    assert found is not None
    assert found.value == expected
