"""Codebooks: which issues an analyst looks for, and how the text shows a stance on them.

A codebook is a YAML file in `seeds/codebooks/`. An issue asks one question; its concepts are what one can be for
or against; a concept's patterns are phrases (see `phrase`) with a polarity towards the issue's proposition.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator

from analysis.errors import ParameterError, nearest
from analysis.lexicon.inflection import VOWELS, ing, past, third
from analysis.paths import CODEBOOKS
from analysis.seedfile import SeedModel, read_seed

INFLECTED = re.compile(r"\{([a-z]+)((?:\|[a-z]+)*)\}")
NOT_DOUBLED = "wxyh"
# So often something may be repeated that stands in a repetition.
FEW = 4
# What takes nearly every letter, and so runs to the end of the text.
WIDE = ("ANY", "NOT_LITERAL")


def inflections(base: str) -> tuple[str, ...]:
    """The regular forms of a verb: bar, bars, barred, barring."""
    doubling = (base,) if _doubles(base) else ()
    return base, third(base), past(base, doubling), ing(base, doubling)


def _doubles(base: str) -> bool:
    """Whether the last consonant is written twice, as in one-syllable verbs such as bar; others are spelt out."""
    vowels = [index for index, letter in enumerate(base) if letter in VOWELS]
    return len(vowels) == 1 and vowels[0] == len(base) - 2 and base[-1] not in NOT_DOUBLED


def phrase(pattern: str) -> re.Pattern[str]:
    """A phrase pattern as a regular expression: case-insensitive, whole words, a blank for any white space.

    `{bar}` stands for all forms of the verb, `{forbid|forbade|forbidden}` for those and the irregular ones named;
    a straight apostrophe also matches a curly one.
    """
    return any_phrase((pattern,))


def any_phrase(patterns: Iterable[str]) -> re.Pattern[str]:
    """Any of many phrases, in one expression: their word boundaries are looked for once, which makes it fast."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_source, patterns))})(?!\w)", re.IGNORECASE)


def _source(pattern: str) -> str:
    return INFLECTED.sub(_forms, pattern).replace(" ", r"\s+").replace("'", "['’]")


def _forms(match: re.Match[str]) -> str:
    return f"(?:{'|'.join(dict.fromkeys((*inflections(match[1]), *match[2].split('|')[1:])))})"


def _compiles(value: str) -> str:
    try:
        phrase(value)
        sources = re._parser.parse(INFLECTED.sub("x", value))  # type: ignore[attr-defined]
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"not a regular expression: {error}") from error
    if sources.getwidth()[0] == 0:
        raise ValueError("a pattern that no word need match; write at least one that must")
    if any(_runs_away(part, repeated=False) for part in sources):
        raise ValueError("a pattern that may take for ever: what is repeated holds a repetition, '.' or a reference")
    return value


def _runs_away(part: tuple[object, Any], *, repeated: bool) -> bool:
    """Whether a part of a parsed pattern lets the matcher try ever more ways, as `(a+)+` and `.*` do."""
    name, value = str(part[0]), part[1]
    if name.endswith("_REPEAT"):
        _, most, body = value
        many = most > FEW
        return (many and repeated) or any(_runs_away(inner, repeated=many or repeated) for inner in body)
    if repeated and (name in WIDE or (name == "IN" and str(value[0][0]) == "NEGATE")):
        return True
    return name.startswith("GROUPREF") or any(_runs_away(inner, repeated=repeated) for inner in _inside(value))


def _inside(value: object) -> Iterator[tuple[object, Any]]:
    """The parts inside a group, an alternation or an assertion."""
    if isinstance(value, re._parser.SubPattern):  # type: ignore[attr-defined]
        yield from value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _inside(one)


class Pattern(SeedModel):
    """Words that speak for (`+`) or against (`-`) the issue's proposition, or only raise it (`0`)."""

    match: str
    polarity: Literal["+", "-", "0"] = "+"

    @field_validator("match")
    @classmethod
    def _is_phrase(cls, value: str) -> str:
        return _compiles(value)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return phrase(self.match)

    @property
    def sign(self) -> int:
        return {"+": 1, "-": -1, "0": 0}[self.polarity]


class Concept(SeedModel):
    """One thing that can be held on an issue."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    patterns: tuple[Pattern, ...] = Field(min_length=1)


class Examples(SeedModel):
    """Sentences that hold for, and against, the issue's proposition."""

    for_: tuple[str, ...] = Field((), alias="for")
    against: tuple[str, ...] = ()


class Side(SeedModel):
    """A party to an issue: `actors` is a phrase pattern that its members' name, role, side or affiliation matches."""

    name: str
    actors: str

    @field_validator("actors")
    @classmethod
    def _is_phrase(cls, value: str) -> str:
        return _compiles(value)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return phrase(self.actors)


class Issue(SeedModel):
    """A question on which sides differ.

    `named` issues are reported even when the article gives them nothing. With two `sides`, its tension runs between
    these, the one that acts first; without, between whoever the article opposes.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    question: str
    proposition: str
    named: bool = False
    sides: tuple[Side, ...] = Field((), max_length=2)
    concepts: tuple[Concept, ...] = Field(min_length=1)
    examples: Examples = Examples()


class Codebook(SeedModel):
    """Issues in order of weight. `applies` are phrases that must all occur for `codebook: auto` to take it."""

    name: str
    about: str
    applies: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = Field(min_length=1)

    @field_validator("applies")
    @classmethod
    def _are_phrases(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_compiles(value) for value in values)

    def suits(self, text: str) -> bool:
        return all(phrase(pattern).search(text) for pattern in self.applies)


def available(folder: Path = CODEBOOKS) -> dict[str, Path]:
    """Codebook files by name, sorted."""
    return {path.stem: path for path in sorted(folder.glob("[!.]*.yml"))}


def read_issues(choice: str, text: str, folder: Path = CODEBOOKS) -> tuple[Issue, ...]:
    """The issues to look for in `text` under the parameter `codebook`; a particular issue precedes a general one.

    Raises `ParameterError` for an unknown codebook, `SeedError` for a broken one.
    """
    if choice == "none":
        return ()
    files = available(folder)
    names = list(files) if choice == "auto" else choice.split("+")
    for name in names:
        if name not in files:
            raise ParameterError(f"codebook={choice}: no codebook '{name}'; {nearest(name, [*files, 'auto', 'none'])}")
    books = [read_seed(files[name], Codebook) for name in names]
    if choice == "auto":
        books = sorted((book for book in books if book.suits(text)), key=lambda book: not book.applies)
    issues = {issue.id: issue for book in reversed(books) for issue in reversed(book.issues)}
    return tuple(reversed(issues.values()))
