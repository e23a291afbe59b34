"""Names known beforehand: countries, capitals, peoples of the countryinfo library, and bodies of `names.toml`."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from countryinfo import CountryInfo, all_countries

PERSON, ORG, PLACE, NAME = "PERSON", "ORG", "PLACE", "NAME"

Sort = Literal["country", "seat", "adjective", "people", "body", "group"]
LABELS: dict[Sort, str] = {
    "country": PLACE,
    "seat": PLACE,
    "adjective": NAME,
    "people": NAME,
    "body": ORG,
    "group": ORG,
}
# Capitals of smaller countries are too often the names of people.
SMALLEST = 500_000


@dataclass(frozen=True, slots=True)
class Known:
    """A name known beforehand."""

    words: str
    sort: Sort

    @property
    def label(self) -> str:
        return LABELS[self.sort]


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `names.toml`."""
    return frozenset(tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))[name])


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """Titles before a name, as words."""
    return frozenset(tuple(title.split()) for title in word_list("titles"))


@cache
def places() -> frozenset[str]:
    """Places by name: the states of the US, which its news name most, and the list in `names.toml`."""
    return word_list("places") | frozenset(CountryInfo("United States").provinces())


def find_known(words: str) -> Known | None:
    """The known name with these words, whatever its article; case counts: "us" is not "US"."""
    return _known().get(words) or _known().get(re.sub(r"^[Tt]he ", "", words))


def known_at(text: str, start: int) -> Known | None:
    """The longest known name that begins at `start` and ends with a word."""
    for known in _by_opening().get(text[start : start + 2], ()):
        if text.startswith(known.words, start) and not re.match(r"[\w$]", text[start + len(known.words) :][:1]):
            return known
    return None


@cache
def _known() -> dict[str, Known]:
    return {known.words: known for known in (*_countries(), *_listed()) if known.words}


@cache
def _by_opening() -> dict[str, list[Known]]:
    openings: dict[str, list[Known]] = defaultdict(list)
    for known in sorted(_known().values(), key=lambda known: -len(known.words)):
        openings[known.words[:2]].append(known)
    return openings


def _listed() -> Iterator[Known]:
    sorts: tuple[tuple[str, Sort], ...] = (
        ("country_spellings", "country"),
        ("seats", "seat"),
        ("peoples", "people"),
        ("nationalities", "adjective"),
        ("bodies", "body"),
        ("parties", "group"),
    )
    yield from (Known(words, sort) for name, sort in sorts for words in sorted(word_list(name)))


def _countries() -> Iterator[Known]:
    for info in all_countries():
        yield Known(info.name().removeprefix("The "), "country")
        for adjective in re.split(r"[,/]", info.demonym() or ""):
            yield Known(adjective, "adjective")
            if not re.search(r"(ese|[sc]h|ss)$", adjective):
                yield Known(f"{adjective}s", "people")
        capital: object = info.capital()  # the library gives one, several in a list, or none
        if isinstance(capital, str) and (info.population() or 0) >= SMALLEST:
            yield Known(capital, "seat")
