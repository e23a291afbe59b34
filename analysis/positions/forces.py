"""Words that carry a stance: forces (urge, bar, support), by base form, and what modifies them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.codebook import any_phrase, inflections
from analysis.grammar import adjuncts
from analysis.lexicon import verb_forms
from analysis.lexicon.inflection import third

if TYPE_CHECKING:
    from spacy.tokens import Token

FORCES = Path(__file__).with_name("forces.toml")
MODIFIERS = Path(__file__).with_name("modifiers.toml")
PARTS = {
    "verbs": ("VERB", "AUX"),
    "nouns": ("NOUN", "PROPN"),
    "adjectives": ("ADJ", "ADP"),
    "persons": ("NOUN", "PROPN"),
}


@dataclass(frozen=True, slots=True)
class Force:
    """One word of `forces.toml`; `name` is that of its table. A `person` is a noun for who holds."""

    name: str
    lemma: str
    sign: int
    strength: float
    plain: bool
    undoes: bool
    person: bool
    after: str  # the preposition or particle that must hang on the word; empty for none


def force_of(token: Token) -> Force | None:
    """The force of a word, where it has one; with its preposition rather than without."""
    rows = _rows().get((token.lower_, token.pos_), ())
    return next((force for force in rows if not force.after or force.after in _particles(token)), None)


def _particles(token: Token) -> set[str]:
    near = {preposition for preposition, _ in adjuncts(token)}
    return (
        near
        | {child.lower_ for child in token.rights}
        | {word.lower_ for child in token.rights for word in child.lefts}
    )


@cache
def _rows() -> dict[tuple[str, str], list[Force]]:
    """Forces by form and part of speech, those with a preposition first."""
    rows: dict[tuple[str, str], list[Force]] = defaultdict(list)
    for name, table in _read(FORCES).items():
        for kind, parts in PARTS.items():
            for words in table.get(kind, ()):
                lemma, _, after = words.partition(" ")
                force = Force(
                    name,
                    lemma,
                    table["sign"],
                    table["strength"],
                    table.get("plain", False),
                    table.get("undoes", False),
                    kind == "persons",
                    after,
                )
                for form in _forms(lemma, kind):
                    for part in parts:
                        rows[form, part].append(force)
    return {key: sorted(found, key=lambda force: not force.after) for key, found in rows.items()}


def _forms(lemma: str, kind: str) -> set[str]:
    if kind == "verbs":
        return {*verb_forms(lemma), *inflections(lemma)}
    return {lemma} if kind == "adjectives" else {lemma, third(lemma)}


@cache
def modifier(name: str) -> re.Pattern[str]:
    """The expression that finds the modifiers of one kind: hedge, evaluation and so on."""
    return any_phrase(_read(MODIFIERS)[name])


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one kind of modifier that are found as single tokens."""
    return frozenset(_read(MODIFIERS)[name])


@cache
def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
