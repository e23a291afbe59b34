"""Words that set one actor against another, read from `relations.toml`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from analysis.codebook import any_phrase
from analysis.matches import outermost, stands_as_noun
from analysis.records import TensionType

TABLE = Path(__file__).with_name("relations.toml")
NOUN_COMPLEMENT = re.compile(r"(?<!\s)\s+(?:of|between|among|secretary|conference|release)\b")
NEGATED = re.compile(
    r"(?:\b(?:not|never|no longer|without|nor|declined to|refused to|stopped short of)|n['’]t)(?:\s+\w+){0,2}\s+$", re.I
)
NOBODYS = re.compile(r"\bthat\s+(?:\w+ly\s+)?$", re.IGNORECASE)  # "that blocking X is wrong": nobody is said to block
LOOK_BACK = 32  # characters in which a negation is looked for


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of `relations.toml`."""

    type: TensionType
    noun: bool
    strength: float


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A relation found in the text, with its characters there."""

    relation: Relation
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that judges whoever is named beside it, at its first character."""

    type: TensionType
    start: int
    words: str


@lru_cache(maxsize=2)
def find_relations(text: str) -> tuple[RelationWord, ...]:
    """The relations of the text that nothing negates, in the order of the text, none inside another."""
    return tuple(outermost(_all_relations(text)))


@lru_cache(maxsize=2)
def find_verdicts(text: str) -> tuple[Verdict, ...]:
    """The words of the text that fail, doubt, threaten or tell what someone should do, in order."""
    found = (Verdict(kind, match.start(), match[0]) for kind, words in _verdicts() for match in words.finditer(text))
    return tuple(sorted(found, key=lambda one: (one.start, one.type)))


def _all_relations(text: str) -> Iterator[RelationWord]:
    for relation, pattern in _rows():
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - LOOK_BACK) : match.start()]
            if not NEGATED.search(before) and _fits(relation, match, before):
                yield RelationWord(relation, match.start(), match.end(), " ".join(match[0].split()))


def _fits(relation: Relation, match: re.Match[str], before: str) -> bool:
    """A verb has no determiner before it and no capital inside a sentence."""
    if relation.noun:
        return True
    if match[0].lower().endswith("ing") and NOBODYS.search(before):
        return False
    return not stands_as_noun(match) and not NOUN_COMPLEMENT.match(match.string, match.end())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _rows() -> tuple[tuple[Relation, re.Pattern[str]], ...]:
    return tuple(
        (Relation(row["type"], row.get("noun", False), row["strength"]), any_phrase(row["words"]))
        for row in _table()["relation"]
    )


@cache
def _verdicts() -> tuple[tuple[TensionType, re.Pattern[str]], ...]:
    return tuple((kind, any_phrase(words)) for kind, words in _table()["verdict"].items())


@cache
def past() -> re.Pattern[str]:
    """Words that put what a sentence tells into the past."""
    return any_phrase(_table()["status"]["past"])
