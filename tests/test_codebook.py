"""Codebooks: phrases, the bundled books, and what a broken one says."""

import pytest

from analysis.codebook import Codebook, any_phrase, available, phrase, read_issues
from analysis.errors import ParameterError, SeedError
from analysis.seedfile import read_seed

WAR = "Ukraine said on Monday that the war against the Russian invasion goes on, and the Kremlin declined to comment."
MINIMAL = """
name: Example
about: An example
issues:
  - id: walls
    name: Walls
    question: Should there be a wall?
    proposition: There should be a wall
    concepts:
      - id: wall
        name: wall
        patterns:
          - match: "{match}"
"""


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("{bar} talks", "He barred talks.", "barred talks"),
        ("{bar} talks", "barring\n  talks", "barring\n  talks"),
        ("{deny}", "Moscow DENIES it", "DENIES"),
        ("{forbid|forbade|forbidden}", "it was forbidden", "forbidden"),
        ("{press}", "the express train", None),
        ("don't", "We don’t know", "don’t"),
        ("open (?:to|for) talks", "open for talks", "open for talks"),
    ],
)
def test_a_phrase_matches_whole_words_in_all_forms(pattern, text, found):
    match = phrase(pattern).search(text)
    assert (match[0] if match else None) == found


def test_any_phrase_matches_each_of_them():
    assert [match[0] for match in any_phrase(("{urge}", "call(?:s|ed) on")).finditer("Urging X, he called on Y")] == [
        "Urging",
        "called on",
    ]


@pytest.mark.parametrize("name", sorted(available()))
def test_the_bundled_books_are_sound(name):
    book = read_seed(available()[name], Codebook)
    ids = [issue.id for issue in book.issues]
    assert len(ids) == len(set(ids))
    for issue in book.issues:
        assert len(issue.proposition.split()) <= 15
        assert not issue.proposition.endswith((".", "?"))
        assert issue.question.endswith("?")
        assert len(issue.sides) in (0, 2)
        for example in (*issue.examples.for_, *issue.examples.against):
            patterns = [pattern for concept in issue.concepts for pattern in concept.patterns]
            assert any(pattern.regex.search(example) for pattern in patterns), f"{issue.id}: no pattern in {example!r}"


def test_auto_takes_the_war_only_for_articles_on_it_and_puts_it_first():
    named = ["us-ukraine-messaging", "gop-funding", "battlefield-assessment"]
    issues = read_issues("auto", WAR)
    assert [issue.id for issue in issues if issue.named] == named
    assert [issue.id for issue in issues[:3]] == named
    assert not any(issue.named for issue in read_issues("auto", "The Senate passed the budget."))


def test_none_reads_without_issues():
    assert read_issues("none", WAR) == ()


def test_books_joined_by_plus_are_read_in_that_order():
    ids = [issue.id for issue in read_issues("general+ukraine-war", "")]
    assert ids.index("negotiation") < ids.index("gop-funding")


def test_an_unknown_book_gets_the_nearest_name():
    with pytest.raises(ParameterError, match="did you mean 'ukraine-war'"):
        read_issues("ukraine-wars", "")


def test_a_broken_pattern_is_told_with_file_and_line(tmp_path):
    (tmp_path / "broken.yml").write_text(MINIMAL.replace("{match}", "(wall"), encoding="utf-8")
    with pytest.raises(SeedError, match=r"broken\.yml:13: .*not a regular expression"):
        read_issues("broken", "", folder=tmp_path)


def test_a_pattern_that_may_take_forever_is_refused(tmp_path):
    (tmp_path / "broken.yml").write_text(MINIMAL.replace("{match}", "(?:big ?)+ wall"), encoding="utf-8")
    with pytest.raises(SeedError, match=r"broken\.yml:13: .*two repeats without end that both match"):
        read_issues("broken", "", folder=tmp_path)


def test_a_misspelt_key_is_told_with_the_right_one(tmp_path):
    (tmp_path / "broken.yml").write_text(
        MINIMAL.replace("    name: Walls", "    nmed: true\n    name: Walls"), encoding="utf-8"
    )
    with pytest.raises(SeedError, match="did you mean 'named'"):
        read_issues("broken", "", folder=tmp_path)
