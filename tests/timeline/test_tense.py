import pytest

from analysis.timeline.reading import Context
from analysis.timeline.tense import direction


@pytest.mark.parametrize(
    ("text", "sign", "word"),
    [
        ("He said so on X.", -1, "said"),
        ("He resigned on X.", -1, "resigned"),
        ("He will resign on X.", 1, "will"),
        ("It will be held on X.", 1, "will"),
        ("The talks scheduled for X matter.", 1, "scheduled"),
        ("On X, he'll go.", 1, "'ll"),
        ("On X, he went.", -1, "went"),
        ("He said that they will meet on X.", 1, "will"),
        ("He said on X that they will meet.", -1, "said"),
        ("In May, Will sang on X.", 0, ""),
    ],
)
def test_direction(text: str, sign: int, word: str) -> None:
    place = text.index("X")
    told = direction(Context(text, None, sentence=(0, len(text))), place, place + 1)
    assert (told.sign, told.word) == (sign, word)


def test_other_sentences_do_not_count() -> None:
    text = "He will go. On X, yes. She went."
    place = text.index("X")
    assert direction(Context(text, None, sentence=(12, 22)), place, place + 1).sign == 0
