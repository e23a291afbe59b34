"""From a Doc to actors: who they are, for whom they speak, and which words refer to them."""

import re

import pytest
from spacy.util import filter_spans

from analysis.actors import Choices, find_actors
from analysis.known_names import with_known_names
from analysis.records import check_evidence
from analysis.registry import read_registry
from tests.factory import make_article, read_doc

# The names of the texts below as a language model finds them.
NAMES = {
    "PERSON": (
        "Ned Price", "Price", "Volodymyr Zelensky", "Zelenskyy", "Zelensky", "Sergei Karpov", "Sergei Karpow",
        "Jim Jordan", "Jordan", "Hillary Clinton", "Bill Clinton", "Clinton", "Moshe Levi", "Vladimir Putin", "Putin",
        "Yuri Ushakov", "Anna Berg", "Nikolai Patrushev", "Kevin McCarthy", "Raul Grijalva", "Jake Sullivan",
        "Nancy Pelosi", "Paul Ryan", "Biden", "Nancy Zorbon", "Bill de Kerr", "De Kerr",
    ),
    "ORG": ("Berg", "BERG", "Human Rights Campaign", "HRC", "House Oversight Committee", "Oversight Committee", "State Department"),
    "PLACE": ("Kherson",),
    "NAME": ("Zorbon",),
}  # fmt: skip

# Texts of a sentence or two: all who are spoken of count.
EVERYONE = Choices(threshold=0.0)


def read(text, *sources):
    doc = read_doc(text, attribution=[("source", words) for words in sources])
    places = [
        doc.char_span(match.start(), match.end(), label=label)
        for label, names in NAMES.items()
        for name in names
        for match in re.finditer(rf"\b{name}\b", text)
    ]
    doc.ents = filter_spans(places)
    doc.ents = with_known_names(doc, read_registry())
    actors, mentions = find_actors(doc, read_registry(), make_article(text), EVERYONE)
    check_evidence(text, [*actors, *mentions])
    return actors, mentions


def actor(actors, name):
    return next(actor for actor in actors if actor.name == name)


def referring(text, *sources):
    """The name of the actor by the words of each mention."""
    actors, mentions = read(text, *sources)
    names = {actor.id: actor.name for actor in actors}
    return [(mention.span.quote, names[mention.actor]) for mention in mentions]


SAME_ACTOR = {
    "short name": ("Then Ned Price spoke. Later Price left.", "Ned Price", "Price"),
    "spelling": ("Volodymyr Zelensky spoke. Then Zelenskyy left.", "Volodymyr Zelensky", "Zelenskyy"),
    "spelling outside the registry": (
        "Sergei Karpov spoke. Then Sergei Karpow left.",
        "Sergei Karpov",
        "Sergei Karpow",
    ),
    "acronym": ("The Human Rights Campaign rose. Then the HRC fell.", "Human Rights Campaign", "HRC"),
    "seat of government": ("Ukraine fights. Kiev’s goal is peace.", "Ukraine", "Kiev"),
    "people": ("Ukraine fights. They pressed the Ukrainians to talk.", "Ukraine", "Ukrainians"),
    "possessive": ("Russia moved. The U.S.’s goal changed, and Russia’s too.", "Russia", "Russia"),
    "party": ("Republicans won. The GOP cheered.", "Republicans", "GOP"),
    "shortened body": (
        "The House Oversight Committee met. The Oversight Committee voted.",
        "House Oversight Committee",
        "Oversight Committee",
    ),
    "surname like a country": ("Rep. Jim Jordan rose. Then Jordan left.", "Jim Jordan", "Jordan"),
    "surname taken for a body": ("Then Anna Berg spoke. Mrs. Berg left.", "Anna Berg", "Berg"),
    "surname of two words": ("Then Bill de Kerr spoke. De Kerr left.", "Bill de Kerr", "De Kerr"),
    "surname in capitals": ("Then Anna Berg spoke. BERG: We agree.", "Anna Berg", "BERG"),
    "government": ("Mexico waited. The Mexican government agreed.", "Mexico", "The Mexican government"),
}


@pytest.mark.parametrize(("text", "name", "words"), SAME_ACTOR.values(), ids=SAME_ACTOR)
def test_names_of_one_actor_are_brought_together(text, name, words):
    assert (words, name) in referring(text)


def test_namesakes_stay_apart():
    names = referring("Hillary Clinton rose. Her husband Bill Clinton fell. Mrs. Clinton spoke. Mr. Clinton sat.")
    assert names[-2:] == [("Clinton", "Hillary Clinton"), ("Clinton", "Bill Clinton")]


def test_a_surname_alone_is_the_namesake_whom_the_text_names_most_in_full():
    text = "Hillary Clinton rose. {0} rose. {0} spoke. Then Clinton left."
    assert referring(text.format("Bill Clinton"))[-1] == ("Clinton", "Bill Clinton")
    assert referring(text.format("Hillary Clinton"))[-1] == ("Clinton", "Hillary Clinton")


ROLES = {
    "title": (
        "State Department spokesman Ned Price spoke.",
        "Ned Price",
        "State Department spokesman",
        "State Department",
        "United States",
    ),
    "title of a country": (
        "They met Israeli President Moshe Levi there, in Israel, as Israel said.",
        "Moshe Levi",
        "Israeli President",
        "Israel",
        "Israel",
    ),
    "possessor": (
        "Putin’s foreign policy adviser Yuri Ushakov spoke.",
        "Yuri Ushakov",
        "foreign policy adviser",
        "Vladimir Putin",
        "Russia",
    ),
    "apposition after": (
        "Anna Berg, the Kremlin spokeswoman, spoke. Russia agreed.",
        "Anna Berg",
        "Kremlin spokeswoman",
        "Russia",
        "Russia",
    ),
    "apposition before": (
        "The Kremlin spokeswoman, Anna Berg, spoke. Russia agreed.",
        "Anna Berg",
        "Kremlin spokeswoman",
        "Russia",
        "Russia",
    ),
    "registry over a relation": (
        "His Russian counterpart Nikolai Patrushev spoke. Russia agreed.",
        "Nikolai Patrushev",
        "Secretary of the Security Council of Russia",
        "Russia",
        "Russia",
    ),
    "registry at the date": (
        "Then Kevin McCarthy spoke. Republicans agreed.",
        "Kevin McCarthy",
        "House Minority Leader",
        "Republicans",
        "Republicans",
    ),
    "party tag": (
        "Rep. Raul Grijalva (D-Ariz.) spoke. Democrats agreed.",
        "Raul Grijalva",
        "Rep.",
        "Democrats",
        "Democrats",
    ),
    "a relation": ("Anna Berg, a critic of Putin, spoke. Putin left.", "Anna Berg", "critic of Putin", None, ""),
    "nobody behind": ("Then Anna Berg spoke.", "Anna Berg", "", None, ""),
}


@pytest.mark.parametrize(("text", "name", "role", "behind", "side"), ROLES.values(), ids=ROLES)
def test_role_affiliation_and_side(text, name, role, behind, side):
    actors, _ = read(text)
    found = actor(actors, name)
    names = {actor.id: actor.name for actor in actors}
    assert (found.role, found.affiliation and names[found.affiliation], found.side) == (role, behind, side)


UNNAMED = {
    "unnamed official": ("It failed, a Western official said.", "a Western official", "unnamed", "the West"),
    "described sources": (
        "It failed, sources familiar with the talks said.",
        "sources familiar with the talks",
        "unnamed",
        "",
    ),
    "plural of a country": ("It failed, some US officials said.", "some US officials", "group", "United States"),
    "part of a party": ("It failed, Senate Democrats said.", "Senate Democrats", "group", "Democrats"),
    "document": ("It failed, the report said.", "report", "organization", ""),
    "quantity": ("It failed, others said.", "others", "unnamed", ""),
}


@pytest.mark.parametrize(("text", "name", "kind", "side"), UNNAMED.values(), ids=UNNAMED)
def test_a_source_without_a_name_is_an_actor_as_described(text, name, kind, side):
    words = text.removeprefix("It failed, ").removesuffix(" said.")
    actors, _ = read(text, words)
    found = actor(actors, name)
    assert (found.kind, found.side) == (kind, side)


TAKEN_UP = {
    "the official": (
        "A Western official spoke, and one defense official said no. The official left.",
        "The official",
        "one defense official",
    ),
    "the sources": (
        "Sources familiar with the talks said no. The sources left.",
        "The sources",
        "Sources familiar with the talks",
    ),
    "bare sources": (
        "Sources familiar with the talks said no. He left, sources said.",
        "sources",
        "Sources familiar with the talks",
    ),
    "office": (
        "They saw Russian President Vladimir Putin. It pleased the Russian leader.",
        "the Russian leader",
        "Vladimir Putin",
    ),
    "body": ("The House Oversight Committee met. The committee voted.", "The committee", "House Oversight Committee"),
    "subject of the clause around it": (
        "Jake Sullivan said that Paul Ryan left because he was ill.",
        "he",
        "Paul Ryan",
    ),
    "epithet": ("Paul Ryan spoke. It was late, the Texas businessman said.", "the Texas businessman", "Paul Ryan"),
    "owner beside the subject": ("Jim Jordan waited. Paul Ryan and his team left.", "his", "Paul Ryan"),
    "he": ("Jake Sullivan met Volodymyr Zelensky in Kyiv. He left.", "He", "Jake Sullivan"),
    "she": ("Nancy Pelosi met Paul Ryan. She left.", "She", "Nancy Pelosi"),
    "subject of the clause": (
        "Biden rose. When Zelensky came, Biden was direct with Zelensky about his belief.",
        "his",
        "Joe Biden",
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), TAKEN_UP.values(), ids=TAKEN_UP)
def test_a_nominal_or_pronoun_takes_up_its_actor(text, words, name):
    assert (words, name) in referring(text)


def test_a_noun_beside_the_name_of_its_bearer_is_no_actor_of_its_own():
    actors, mentions = read("Another critic, Anna Berg, said no.", "Another critic, Anna Berg")
    assert [actor.name for actor in actors] == ["Anna Berg"] and len(mentions) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nancy Pelosi spoke. It was late, the businessman said.", "the businessman"),
        ("Paul Ryan spoke. It was late, a businessman said.", "a businessman"),
        ("Paul Ryan spoke. It was late, the president said.", "the president"),
    ],
)
def test_no_epithet_of_another_gender_none_that_is_new_and_no_office(text, words):
    assert not {("Nancy Pelosi", words), ("Paul Ryan", words)} & {(name, found) for found, name in referring(text)}


def test_a_wife_is_not_the_man_beside_whose_name_she_stands():
    found = referring("They met Paul Ryan, the wife of Jim Jordan.")
    assert ("the wife of Jim Jordan", "Paul Ryan") not in found


def test_distinct_unnamed_sources_stay_distinct():
    actors, _ = read(
        "One defense official said no. A Western official said yes. A source familiar with the call said both.",
        "One defense official",
        "A Western official",
        "A source familiar with the call",
    )
    assert [actor.name for actor in actors] == [
        "one defense official",
        "a Western official",
        "a source familiar with the call",
    ]


def test_a_part_of_a_group_is_an_actor_of_its_own():
    text = "Senior US officials agreed. Some US officials said no. US officials left."
    assert referring(text, "Some US officials")[1] == ("Some US officials", "some US officials")


def test_officials_of_one_country_are_not_those_of_another():
    text = "Senior US officials agreed. Ukrainian officials left."
    assert referring(text)[-1] == ("Ukrainian officials", "Ukrainian officials")


@pytest.mark.parametrize(
    "text",
    ["The fighting around Kherson went on.", "He flew to Panama.", "A trip to Kyiv ended.", "Public support fell."],
)
def test_a_mere_place_or_thing_is_no_actor(text):
    assert read(text)[0] == ()


def test_actors_come_by_first_mention_and_mentions_by_place():
    actors, mentions = read("Russia and Ukraine met. CNN reported it, and Ukraine agreed.")
    assert [actor.name for actor in actors] == ["Russia", "Ukraine", "CNN"]
    assert [mention.span.start for mention in mentions] == sorted(mention.span.start for mention in mentions)


def test_surer_of_who_is_known_or_has_a_role_than_of_a_name_alone():
    actors, _ = read("Vladimir Putin rose. Mayor Anna Berg fell. Nancy Zorbon fell.")
    known, titled, bare = (actor(actors, name).confidence for name in ("Vladimir Putin", "Anna Berg", "Nancy Zorbon"))
    assert bare < min(known, titled)
