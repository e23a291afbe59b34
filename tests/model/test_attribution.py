"""Attribution by rules, one row a pattern: [source], {cue}, <content> marked in the text itself."""

import itertools
import re
from collections.abc import Iterator

import pytest

from analysis.document import read_document
from analysis.paths import ARTICLES
from tests.factory import make_article

MARKS = {"[": "source", "{": "cue", "<": "content"}
CASES = [
    # quotations
    "<“We go,”> [Ned Price] {said}.",
    "<“We go,”> {said} [Ned Price].",
    "<“We go,”> {said} [Ned Price, a spokesman for the State Department,] on Monday.",
    "[Ned Price] {said}, <“We go.”>",
    "[Ned Price] {said:} <“We go.”>",
    "<“We go,”> [he] {said}. <“They stay.”>",
    "<“We go,”> [he] {said}, <“and they stay.”>",
    "<“Why?”> [Clinton] {asked}.",
    "<''We go,''> [Mr. Cruz] {said}.",
    "[Price] {said} in a statement <that “we go.”>",
    "[Price] {told} CNN: <“We go.”>",
    "<Sanders “has gone up,”> [Price] {said}.",
    "[Peskov] {said} <Russia was “open to” talks, but “at the moment we don’t see such an opportunity”>.",
    # clauses after the cue
    "[The Post] {reported} <that aid is late>.",
    "[Price] {told} reporters on Monday <that aid is late>.",
    "On Monday, [Price] {said} <aid is late>.",
    "[Price] {said} <aid is late> and {declined} <to name a date>.",
    "[Price] {said} <aid is late>, {adding} <that it will come>.",
    "[Trump] {said} <aid is late>, but [Clinton] {said} <it is not>.",
    "When [Clinton] {learned} <that aid was late>, she left.",
    "[She] {asked} <whether aid was late>.",
    # clauses before the cue
    "<Aid is late>, [sources familiar with the talks] {told} CNN.",
    "<Aid is late>, [the official] {added}.",
    "<Aid>, [he] {said}, <is late>.",
    "<Aid is late>, {said} [Mark Jones, a political scientist].",
    # according to, as reported
    "{According to} [the Post], <aid is late>.",
    "<Aid is late>, {according to} [a senior official].",
    "As [CNN] {previously reported}, <aid to Ukraine is late>.",
    # listeners, infinitives, noun phrases
    "[US officials] {have urged} <Kyiv to hold talks>.",
    "[Price] {declined} <to comment>.",
    "[Trump] {praised} <the deal> in May.",
    "[Some officials] {question} <the ability of the army>.",
    # passives
    "CNN {was told} <that aid is late>.",
    # sources
    "[Rep. Chris Murphy (D-Conn.)] {said} <aid is late>.",
    "[The head of the agency] {said} <aid is late>.",
    "[A source familiar with Cruz’s thinking] {said} <aid is late>.",
    "[Jones, a political scientist,] {said} <aid is late>.",
    "[Jones], however, {said} <aid is late>.",
    "[The White House] on Monday {said} <aid is late>.",
    "[Some of Clinton’s longtime allies] {say} <aid is late>.",
    # nothing reported
    "The proposed plan and the alleged crime were forgotten.",
    "He carried the “Bernie flag” and went home.",
    "Russia’s self-proclaimed annexation went on.",
    "The State Department opened at noon.",
]


def plain(marked: str) -> str:
    return re.sub(r"[\[\]{}<>]", "", marked)


def wanted(marked: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"\[([^]]*)\]|\{([^}]*)\}|<([^>]*)>", marked):
        yield MARKS[match.group()[0]], match.group()[1:-1]


def labelled(text: str) -> list[tuple[str, str]]:
    doc = read_document(make_article(text))
    return [(span.label_, span.text) for span in doc.spans["attribution"]]


@pytest.mark.parametrize("marked", CASES)
def test_pattern(marked: str) -> None:
    assert labelled(plain(marked)) == list(wanted(marked))


def test_quotation_goes_on_over_paragraphs() -> None:
    text = "“One,” she said. “Two.\n“Three.”\nNo one spoke."
    contents = [words for label, words in labelled(text) if label == "content"]
    assert contents == ["“One,”", "“Two.", "“Three.”"]


def test_colon_leads_to_the_quotation_below() -> None:
    assert labelled("Cruz continued:\n“You look at it.”") == [
        ("source", "Cruz"),
        ("cue", "continued:"),
        ("content", "“You look at it.”"),
    ]


def test_an_unbalanced_mark_stops_nothing() -> None:
    text = "“We go, he said.\nThey stay, Price said.\n“Fine,” Price said."
    assert ("content", "“Fine,”") in labelled(text)


@pytest.mark.parametrize("text", ["", "“", "”", ":", "said", "said.", "“”", ", said", "( said )", "said: “", "’s said"])
def test_fragments_are_read_without_error(text: str) -> None:
    labelled(text)


def test_no_token_has_two_labels() -> None:
    doc = read_document(make_article((ARTICLES / "cnn-us-ukraine-talks.txt").read_text(encoding="utf-8")))
    spans = sorted(doc.spans["attribution"], key=lambda span: span.start)
    assert len(spans) > 50
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
