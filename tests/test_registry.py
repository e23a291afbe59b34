"""Known actors: countries from the library, entries from seed files, and what is wrong with them."""

from datetime import date

import pytest

from analysis.errors import SeedError
from analysis.registry import read_registry

REGISTRY = read_registry()
IN_2022 = date(2022, 11, 8)


@pytest.mark.parametrize(
    ("words", "actor", "form"),
    [
        ("US", "country-us", "name"),
        ("U.S.", "country-us", "name"),
        ("the United States", "country-us", "name"),
        ("Washington D.C.", "country-us", "seat"),
        ("Kyiv", "country-ua", "seat"),
        ("Kiev", "country-ua", "seat"),
        ("Kremlin", "country-ru", "seat"),
        ("Ukrainians", "country-ua", "people"),
        ("Chinese", "country-cn", "adjective"),
        ("American", "country-us", "adjective"),
        ("GOP", "republicans", "name"),
        ("The Washington Post", "washington-post", "name"),
        ("Zelenskyy", "zelensky", "name"),
    ],
)
def test_words_find_their_actor(words, actor, form):
    alias = REGISTRY.find(words)
    assert alias
    assert (alias.actor, alias.form) == (actor, form)


@pytest.mark.parametrize("words", ["us", "CW", "Georgia", "UKR", "Island", "who", "it"])
def test_words_that_name_nobody_find_nobody(words):
    assert REGISTRY.find(words) is None


def test_the_longest_name_is_found_where_several_begin():
    text = "The Washington Post said so in Washington."
    assert REGISTRY.at(text, 4).actor == "washington-post"
    assert REGISTRY.at(text, text.rindex("Washington")).actor == "country-us"
    assert REGISTRY.at("US$1 billion", 0) is None


@pytest.mark.parametrize(
    ("actor", "day", "title"),
    [
        ("mccarthy", IN_2022, "House Minority Leader"),
        ("mccarthy", date(2023, 2, 1), "Speaker of the House"),
        ("biden", date(2016, 9, 1), "Vice President of the United States"),
        ("biden", date(2021, 1, 20), "President of the United States"),
        ("trump", date(2016, 9, 1), "Republican presidential nominee"),
        ("kerry", date(2016, 9, 1), "Secretary of State"),
    ],
)
def test_a_role_is_the_one_held_on_the_day(actor, day, title):
    assert REGISTRY.actors[actor].role_at(day).title == title


def test_no_role_outside_its_days():
    assert REGISTRY.actors["kerry"].role_at(IN_2022) is None


def test_without_a_day_no_dated_role_is_claimed():
    assert REGISTRY.actors["trump"].role_at(None) is None
    assert REGISTRY.side("trump") == "Republicans"


@pytest.mark.parametrize(
    ("actor", "day", "side"),
    [
        ("sullivan", IN_2022, "United States"),
        ("mccarthy", IN_2022, "Republicans"),
        ("obama", date(2016, 9, 1), "United States"),
        ("hillary-clinton", date(2016, 9, 1), "Democrats"),
        ("peskov", IN_2022, "Russia"),
        ("european-commission", None, "European Union"),
        ("cnn", None, ""),
    ],
)
def test_a_side_is_that_of_those_spoken_for(actor, day, side):
    assert REGISTRY.side(actor, day) == side


def test_the_chain_goes_from_the_nearest_to_the_farthest():
    assert [known.id for known in REGISTRY.chain("sullivan", IN_2022)] == ["sullivan", "white-house", "country-us"]


BROKEN = {
    "unknown key": (
        "actors:\n  - {id: x, name: X, kind: person, alias: [Y]}\n",
        r"a\.yml:2: unknown key 'actors\.0\.alias'; did you mean 'aliases'\?",
    ),
    "unknown kind": ("actors:\n  - {id: x, name: X, kind: persona}\n", r"a\.yml:2: 'actors\.0\.kind'"),
    "given twice": (
        "actors:\n  - {id: x, name: X, kind: person}\n  - {id: x, name: Y, kind: person}\n",
        r"a\.yml: the id 'x' is given twice",
    ),
    "unknown affiliation": (
        "actors:\n  - {id: senate, name: S, kind: group}\n  - {id: x, name: X, kind: person, affiliation: senat}\n",
        r"a\.yml: 'x' has the unknown affiliation 'senat'; did you mean 'senate'\?",
    ),
    "unknown affiliation of a role": (
        "actors:\n  - {id: x, name: X, kind: person, roles: [{title: T, affiliation: country-zz}]}\n",
        r"a\.yml: 'x' has the unknown affiliation 'country-zz'; did you mean 'country-",
    ),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named_with_the_remedy(tmp_path, text, message):
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SeedError, match=message):
        read_registry(tmp_path)


def test_countries_need_no_seed_file(tmp_path):
    registry = read_registry(tmp_path)
    assert registry.find("Ukraine").actor == "country-ua"
    assert registry.find("Ukrainians").form == "people"
