"""Agreement, articles, lists, dates and quotation marks, as a table that anybody can add to."""

from datetime import date

import pytest

from analysis.briefing import prose
from analysis.records import Certainty
from tests.factory import make_actor


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (prose.count(0, "source"), "no sources"),
        (prose.count(1, "source"), "one source"),
        (prose.count(10, "party"), "ten parties"),
        (prose.count(11, "speech"), "11 speeches"),
        (prose.count(1200, "day"), "1,200 days"),
        (prose.listed([]), ""),
        (prose.listed(["A"]), "A"),
        (prose.listed(["A", "B"]), "A and B"),
        (prose.listed(["A", "B", "C"], "or"), "A, B or C"),
        (prose.sentence("it is so"), "It is so."),
        (prose.sentence("he said “no.”"), "He said “no.”"),
        (prose.share(1, 3, "record"), "one of three records (33%)"),
        (prose.share(0, 12, "record"), "none of 12 records (0%)"),
        (prose.share(3, 3, "record"), "all three records"),
        (prose.share(1, 1, "record"), "the only record"),
        (prose.likelihood(Certainty("likely", 55, 80)), "likely (55–80%)"),
        (prose.likelihood(Certainty("may")), ""),
        (prose.short("one two three", 2), "one two …"),
        (prose.short("we are ready, for peace and for a long time", 4), "we are ready …"),
        (prose.short("she will come to the end of it", 5), "she will come …"),
        (prose.likelihood(Certainty("probably", 55, 80)), "likely (55–80%)"),
        (prose.likelihood(Certainty("nearly certain", 95, 99)), "almost certain (95–99%)"),
        (prose.lowered("Battlefield assessment"), "battlefield assessment"),
        (prose.lowered("US aid"), "US aid"),
        (prose.lowered("GOP funding signals"), "GOP funding signals"),
        (prose.lowered("Russia-Ukraine talks"), "Russia-Ukraine talks"),
        (prose.lowered("A Western official"), "a Western official"),
        (prose.inner("Should Ukraine talk?"), "should Ukraine talk?"),
        (prose.inner("The US wants talks"), "the US wants talks"),
        (prose.inner("Sullivan discussed it"), "Sullivan discussed it"),
        (prose.inner("Russia's annexation is valid"), "Russia's annexation is valid"),
        (prose.inner(""), ""),
        (prose.with_the("United States"), "the United States"),
        (prose.with_the("State Department"), "the State Department"),
        (prose.with_the("The Hague"), "The Hague"),
        (prose.with_the("Ukraine"), "Ukraine"),
        (prose.with_the("Ministry of Defense"), "the Ministry of Defense"),
        (prose.with_the("members of the Saudi government"), "members of the Saudi government"),
    ],
)
def test_words_agree(made, words):
    assert made == words


@pytest.mark.parametrize(
    ("noun", "with_article"),
    [
        ("official", "an official"),
        ("Western official", "a Western official"),
        ("union leader", "a union leader"),
        ("US official", "a US official"),
        ("EU official", "an EU official"),
        ("FBI agent", "an FBI agent"),
        ("UN envoy", "a UN envoy"),
        ("European diplomat", "a European diplomat"),
        ("hour", "an hour"),
        ("one-time aide", "a one-time aide"),
        ("NATO official", "a NATO official"),
        ("OPEC minister", "an OPEC minister"),
        ("UNESCO envoy", "a UNESCO envoy"),
        ("MP", "an MP"),
        ("house", "a house"),
        ("heir", "an heir"),
        ("uncle", "an uncle"),
        ("uninvited guest", "an uninvited guest"),
        ("eulogy", "a eulogy"),
        ("user", "a user"),
        ("usher", "an usher"),
    ],
)
def test_a_or_an_goes_by_the_sound(noun, with_article):
    assert prose.article(noun) == with_article


@pytest.mark.parametrize(
    ("name", "kind", "verb"),
    [
        ("Jake Sullivan", "person", "says"),
        ("United States", "government", "says"),
        ("Republicans", "group", "say"),
        ("US officials", "unnamed", "say"),
        ("sources familiar with the discussions", "unnamed", "say"),
        ("a source familiar with the talks", "unnamed", "says"),
        ("one of the officials", "unnamed", "says"),
        ("police in Leeds", "group", "say"),
        ("Tulsa police", "organization", "say"),
        ("mainstream media outlets", "media", "say"),
        ("Reuters", "media", "says"),
        ("United Nations", "organization", "says"),
        ("the press", "group", "says"),
    ],
)
def test_verbs_agree_with_the_head_of_the_name(name, kind, verb):
    assert prose.verb(make_actor(name, name, kind=kind), "says", "say") == verb


@pytest.mark.parametrize(
    ("words", "quotation"),
    [
        ("plain words", "“plain words”"),
        ("“We are ready,”", "“We are ready”"),
        ("he said “no” twice", "“he said ‘no’ twice”"),
        ("for us »", "“for us”"),
        ('a "scare" quote', "“a ‘scare’ quote”"),
        ("“We are ready,” he said.", "“‘We are ready,’ he said.”"),
        ("“No,” he said. “Never.”", "“‘No,’ he said. ‘Never.’”"),
        ("was “direct ” with him", "“was ‘direct’ with him”"),
        ("“an unclosed quotation", "“an unclosed quotation”"),
        ("Kyiv’s goal", "“Kyiv’s goal”"),
        ("that “we are ready for peace", "“that ‘we are ready for peace’”"),
        ("ready for peace,” he said", "“‘ready for peace,’ he said”"),
        ("he said, “ yes, ''no''", "“he said, ‘yes, ‘no’’”"),
    ],
)
def test_quotation_marks_nest(words, quotation):
    assert prose.quoted(words) == quotation


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (date(2022, 11, 8), date(2022, 11, 8), "8 November 2022"),
        (date(2022, 11, 3), date(2022, 11, 9), "3–9 November 2022"),
        (date(2022, 11, 1), date(2022, 11, 30), "November 2022"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2021, 1, 1), date(2022, 12, 31), "2021–2022"),
        (date(2022, 10, 31), date(2022, 11, 6), "31 October – 6 November 2022"),
        (date(2022, 12, 1), date(2023, 2, 28), "December 2022 – February 2023"),
        (date(2022, 12, 30), date(2023, 1, 2), "30 December 2022 – 2 January 2023"),
    ],
)
def test_days_are_said_once(begin, end, words):
    assert prose.days(begin, end) == words


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Senior US officials", "group", "senior US officials"),
        ("Republicans", "group", "Republicans"),
        ("another source", "unnamed", "another source"),
        ("Western official", "unnamed", "a Western official"),
        ("two officials", "unnamed", "two officials"),
        ("Jake Sullivan", "person", "Jake Sullivan"),
        ("bank", "organization", "the bank"),
        ("transgender people", "group", "transgender people"),
        ("American people", "group", "the American people"),
    ],
)
def test_names_in_the_middle_of_a_sentence(name, kind, words):
    assert prose.named(make_actor(name, name, kind=kind)) == words


def test_a_person_is_called_what_the_article_calls_it_for_short():
    assert prose.familiar(make_actor("Ban Ki-moon", "Ban Ki-moon")) == "Ban Ki-moon"
    assert (
        prose.familiar(make_actor("Bill de Blasio", "Bill de Blasio", aliases=("Blasio", "de Blasio"))) == "de Blasio"
    )
    assert prose.familiar(make_actor("United States", "United States", kind="government", aliases=("States",))) == (
        "the United States"
    )
