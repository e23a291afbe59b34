"""The words of `nominals.toml`: nouns for those who act, and the small words around them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.lexicon.inflection import third


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for an actor: `sort` is a key of `[heads]` in `nominals.toml`."""

    lemma: str
    sort: str
    plural: bool


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("nominals.toml").read_text(encoding="utf-8"))


@cache
def nouns() -> Mapping[str, Noun]:
    """Every noun form; a word of two sorts keeps the first. Nouns of the sort `group` act in the plural only."""
    found: dict[str, Noun] = {}
    irregular, plural_only = _table()["words"]["irregular_plurals"], _table()["words"]["plural_only"]
    for sort, lemmas in _table()["heads"].items():
        for lemma in lemmas:
            if sort != "group":
                found.setdefault(lemma, Noun(lemma, sort, lemma in plural_only))
            found.setdefault(irregular.get(lemma, third(lemma)), Noun(lemma, sort, True))
    return found


@cache
def words(name: str, table: str = "words") -> frozenset[str]:
    """The list `name` of `[words]`, `[gender]` or `[kinds]`."""
    return frozenset(_table()[table][name])


def sides() -> Mapping[str, str]:
    """The side that an adjective such as "Republican" gives."""
    sides: Mapping[str, str] = _table()["sides"]
    return sides


def numbers() -> Mapping[str, int]:
    """The number that a determiner such as "two" says."""
    numbers: Mapping[str, int] = _table()["numbers"]
    return numbers
