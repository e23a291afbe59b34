import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model import quotations
from analysis.model.quotations import Quotation, find_quotations


def found(text: str) -> list[Quotation]:
    return find_quotations(text, [match.span() for match in re.finditer(r"[^\n]+", text)])


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in found(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “we go” now.", ["“we go”"]),
        ('He said "we go" now.', ['"we go"']),
        ("He said 'we go' now.", ["'we go'"]),
        ("He said ‘we go’ now.", ["‘we go’"]),
        ("He said « we go » now.", ["« we go »"]),
        ("He said »we go« now.", ["»we go«"]),
        ("He said „we go“ now.", ["„we go“"]),
        ("He said ``we go'' now.", ["``we go''"]),
        ("He said ''we go'' now.", ["''we go''"]),
        ("He said that “we are ready for peace ».", ["“we are ready for peace »"]),
        ("Biden was “direct ” with him.", ["“direct ”"]),
        ("Kyiv has “passed [their decision] not to go”.", ["“passed [their decision] not to go”"]),
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ("“He called it ‘mad’ twice,” she said.", ["“He called it ‘mad’ twice,”"]),
        ("“He called me a “nasty” man,” she said.", ["“He called me a “nasty” man,”"]),
        ("“Trump's plan isn't the parties' plan,” she said.", ["“Trump's plan isn't the parties' plan,”"]),
        ("She calls 'the officials' view' odd.", ["'the officials' view'"]),
    ],
)
def test_every_style_pairs(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Trump's aides didn't talk.",
        "Trump’s aides didn’t talk.",
        "The voters' choice and the aides' plan.",
        "the summer of '68",
        "rock 'n' roll",
        "He is 5'10\" tall.",
        "",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_unclosed_quotation_is_kept_to_the_end_of_its_sentence() -> None:
    text = "He said “we go. They stay.\nNothing more."
    (one,) = found(text)
    assert text[one.start : one.end] == "“we go."
    assert not one.closed


def test_unclosed_quotation_does_not_swallow_the_next() -> None:
    text = "“We go, he said. “They stay,” she said.\n“Fine,” he said."
    assert quoted(text) == ["“We go, he said.", "“They stay,”", "“Fine,”"]
    assert [one.closed for one in found(text)] == [False, True, True]


def test_quotation_that_opens_each_paragraph_goes_on() -> None:
    text = "He said: “One.\n“Two.\n“Three.”\n“Four,” she said."
    assert quoted(text) == ["“One.", "“Two.", "“Three.”", "“Four,”"]
    assert [one.continues for one in found(text)] == [False, True, True, False]
    assert all(one.closed for one in found(text))


@pytest.mark.parametrize("text", ["“a “b c. " * 20_000, "' a " * 50_000, '" ' * 80_000, "‘s’ " * 40_000])
def test_time_is_linear(text: str) -> None:
    begun = process_time()
    find_quotations(text, [(0, len(text))])
    assert process_time() - begun < 5


class PlainEnds:
    """The ends of sentences, looked for anew each time."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end

    def after(self, mark: quotations.Mark) -> int:
        match = quotations.SENTENCE_END.search(self.text, mark.end, self.end)
        return match.end() if match else self.end


@settings(derandomize=True, deadline=None)
@given(st.text("“”\"‘’'ab. \n", max_size=60))
def test_ends_of_sentences_that_are_kept_are_those_of_a_plain_search(text: str) -> None:
    kept = found(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotations, "_SentenceEnds", PlainEnds)
        assert found(text) == kept
