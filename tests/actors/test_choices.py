"""What an analyst may choose, and what the text says of those without a name."""

import pytest

from analysis.actors import Choices, find_actors
from analysis.known_names import with_known_names
from analysis.registry import read_registry
from tests.factory import at, make_article, read_doc


def read(text, *sources, **choices):
    doc = read_doc(text, attribution=[("source", words) for words in sources])
    doc.ents = with_known_names(doc, read_registry())
    return find_actors(doc, read_registry(), make_article(text), Choices(**{"threshold": 0.0} | choices))


def names(actors):
    return [actor.name for actor in actors]


def test_a_country_that_only_says_where_is_no_mention_of_its_government_unless_asked_for():
    text = "France voted. Rain fell in France."
    apart, one = (len(read(text, places_apart=choice)[1]) for choice in (True, False))
    assert (apart, one) == (1, 2)


def test_unnamed_speakers_fold_into_whom_they_speak_for():
    text = "The United States waited. US officials said no."
    assert names(read(text, "US officials")[0]) == ["United States", "US officials"]
    actors, mentions = read(text, "US officials", fold_unnamed=True)
    assert names(actors) == ["United States"] and len(mentions) == 2


def test_a_higher_threshold_keeps_fewer():
    text = "Vladimir Putin spoke and acted. Putin left. A nurse slept near the company."
    assert len(read(text, threshold=0.5)[0]) < len(read(text, threshold=0.0)[0])


@pytest.mark.parametrize(
    ("source", "number"),
    [("Two US officials", 2), ("A US official", 1), ("US officials", None), ("12 diplomats", 12), ("The diplomat", 1)],
)
def test_number_of_those_without_a_name(source, number):
    actors, _ = read(f"{source} said no.", source)
    assert next(actor.number for actor in actors if actor.name.lower().endswith(source.split()[-1].lower())) == number


@pytest.mark.parametrize(
    "reason",
    [
        "on condition of anonymity to discuss the talks",
        "who asked not to be named",
        "who were not authorized to speak publicly",
    ],
)
def test_the_text_says_why_a_source_has_no_name(reason):
    text = f"Two diplomats, {reason}, said no."
    actors, _ = read(text, "Two diplomats")
    assert actors[0].why_unnamed == at(text, reason)


def test_a_role_of_the_article_and_one_of_the_registry_are_both_kept():
    text = "Kevin McCarthy, the top Republican in the House, spoke."
    doc = read_doc(text, ents=[("Kevin McCarthy", "PERSON")])
    actors, _ = find_actors(doc, read_registry(), make_article(text), Choices(threshold=0.0))
    mccarthy = next(actor for actor in actors if actor.name == "Kevin McCarthy")
    assert (mccarthy.role, mccarthy.role_basis) == ("top Republican in the House", "article")
    assert mccarthy.other_roles == ("House Minority Leader (registry)",)


def test_more_salient_who_comes_first_and_often():
    text = "Ann Berg spoke. Ann Berg wrote and Ann Berg sang. Nobody slept. Then Bob Hall left."
    doc = read_doc(
        text, ents=[("Ann Berg", "PERSON"), ("Ann Berg", "PERSON"), ("Ann Berg", "PERSON"), ("Bob Hall", "PERSON")]
    )
    actors, _ = find_actors(doc, read_registry(), make_article(text), Choices(threshold=0.0))
    salience = {actor.name: actor.salience for actor in actors}
    assert 1 > salience["Ann Berg"] > salience["Bob Hall"] > 0
