"""Words that carry a stance: forces (urge, bar, support) and what modifies them, read from the TOML files here."""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from analysis.codebook import any_phrase
from analysis.matches import outermost, stands_as_noun

FORCES = Path(__file__).with_name("forces.toml")
MODIFIERS = Path(__file__).with_name("modifiers.toml")
OWNER = re.compile(r"(?:\b(?:his|her|its|their|our|my|your)|[\w.]['’]s?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
OWNER_REACH = 40
NOUN_COMPLEMENT = re.compile(r"\s+(?:of|over|between|among|secretary|conference|release)\b")


@dataclass(frozen=True, slots=True)
class Force:
    """One row of `forces.toml`: a `noun` is held by its possessor."""

    name: str
    sign: int
    strength: float
    noun: bool


@dataclass(frozen=True, slots=True)
class ForceWord:
    """A force found in the text, with its characters there."""

    force: Force
    start: int
    end: int
    words: str


@cache
def _rows() -> tuple[tuple[Force, re.Pattern[str]], ...]:
    return tuple(
        (Force(row["name"], row["sign"], row["strength"], row.get("noun", False)), any_phrase(row["words"]))
        for row in tomllib.loads(FORCES.read_text(encoding="utf-8"))["force"]
    )


def find_forces(text: str, start: int, end: int) -> tuple[ForceWord, ...]:
    """The forces that lie in `text[start:end]`, left to right."""
    found = _all_forces(text)
    first = bisect_left(found, start, key=lambda force: force.start)
    last = bisect_left(found, end, key=lambda force: force.start)
    return tuple(force for force in found[first:last] if force.end <= end)


@lru_cache(maxsize=2)
def _all_forces(text: str) -> tuple[ForceWord, ...]:
    """Every force of the text, none inside another: the stage asks for them by place, again and again."""
    found = [
        ForceWord(force, match.start(), match.end(), " ".join(match[0].split()))
        for force, pattern in _rows()
        for match in pattern.finditer(text)
        if (_is_owned(text, match) if force.noun else not _is_noun(match))
    ]
    return tuple(outermost(found))


def _is_owned(text: str, match: re.Match[str]) -> bool:
    """Whether a noun has a possessor, with at most two words between ("Obama's latest attempt to")."""
    return OWNER.search(text, max(0, match.start() - OWNER_REACH), match.start()) is not None


def _is_noun(match: re.Match[str]) -> bool:
    """Whether what stands before the word, or what follows it, shows that it is no verb."""
    inflected = match[0].lower().endswith(("ed", "ing"))
    governs = not inflected and NOUN_COMPLEMENT.match(match.string, match.end()) is not None
    return governs or stands_as_noun(match)


@cache
def modifier(name: str) -> re.Pattern[str]:
    """The expression that finds the modifiers of one kind: negation, downtoner, hedge, praise, blame."""
    return any_phrase(tomllib.loads(MODIFIERS.read_text(encoding="utf-8"))[name])
