"""A stance composed of factors, each with its reason: "barring (-) x negotiations (+) = opposes"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from analysis.positions.forces import ForceWord, modifier
from analysis.records import Stance

SIGNS = {1: "+", -1: "-"}
VERDICTS = {"support": "supports", "oppose": "opposes", "mixed": "for and against"}
HEDGED_STRENGTH = 0.6
DOWNTONED_STRENGTH = 0.8
LOCAL_NEGATION = ("no", "neither", "without", "none")
LOCAL_WORDS = 4
EVALUATION_REACH = 60  # characters after the match in which a verdict on it may begin


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that turns or weakens a stance: `sign` 1 or -1, `strength` from 0 to 1."""

    words: str
    sign: int
    strength: float = 1.0

    def __str__(self) -> str:
        return f"{self.words} ({SIGNS[self.sign]})"


@dataclass(frozen=True, slots=True)
class Composed:
    """A stance with its strength and the product that it comes from."""

    stance: Stance
    strength: float
    hedged: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stance is read from: `[start, end)` of the clause up to and including what the stance is on."""

    text: str
    start: int
    end: int
    clause_end: int
    forces: tuple[ForceWord, ...]
    sign: int  # of the words that the stance is on
    words: str
    target: int  # where those words start


def force_factors(reading: Reading) -> Iterator[Factor]:
    """Each force before the words, such as urging (+) or barring (-)."""
    for found in reading.forces:
        yield Factor(found.words, found.force.sign, found.force.strength)


def negation_factors(reading: Reading) -> Iterator[Factor]:
    """Each "not", "no", "never" before the words, outside of the forces themselves."""
    for match in modifier("negation").finditer(reading.text, reading.start, reading.target):
        inside = any(found.start <= match.start() < found.end for found in reading.forces)
        if not inside and _reaches(reading, match):
            yield Factor(match[0], -1)


def _reaches(reading: Reading, match: re.Match[str]) -> bool:
    """A determiner such as "no" turns only the words that follow at once; "not" and "never" turn a whole clause."""
    between = reading.text[match.end() : reading.target]
    return match[0].lower() not in LOCAL_NEGATION or ("," not in between and len(between.split()) <= LOCAL_WORDS)


def downtoner_factors(reading: Reading) -> Iterator[Factor]:
    """Each softened refusal, such as "less willing to"."""
    for match in modifier("downtoner").finditer(reading.text, reading.start, reading.target):
        yield Factor(match[0], -1, DOWNTONED_STRENGTH)


def evaluation_factors(reading: Reading) -> Iterator[Factor]:
    """A verdict after the words: "is wrong", "is not", "plays well with"."""
    reach = min(reading.clause_end, reading.end + EVALUATION_REACH)
    match = modifier("blame").search(reading.text, reading.end, reach)
    if match and len(reading.text[reading.end : match.start()].split()) <= 3:
        yield Factor(match[0], -1)


FACTORS = (force_factors, negation_factors, downtoner_factors, evaluation_factors)


def compose(reading: Reading) -> Composed:
    """The product of all factors and the words' own sign."""
    factors = [factor for find in FACTORS for factor in find(reading)]
    factors.append(Factor(" ".join(reading.words.split()), reading.sign))
    return product(factors, hedge_in(reading.text, reading.start, reading.clause_end))


def hedge_in(text: str, start: int, end: int) -> str:
    """The first word that hedges in `text[start:end]`, empty where none does."""
    hedge = modifier("hedge").search(text, start, end)
    return hedge[0] if hedge else ""


def product(factors: Sequence[Factor], hedge: str) -> Composed:
    """The stance that `factors` multiply to, weakened by the word that hedges it, if there is one."""
    strength = min(factor.strength for factor in factors) * (HEDGED_STRENGTH if hedge else 1.0)
    stance: Stance = "support" if prod(factor.sign for factor in factors) > 0 else "oppose"
    reason = f"{' x '.join(map(str, factors))} = {VERDICTS[stance]}"
    if hedge:
        reason += f", hedged by “{hedge}”"
    return Composed(stance, round(strength, 2), bool(hedge), reason)
