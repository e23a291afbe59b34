"""Known actors: what an article does not say of those it names.

Hand-written ones come from `seeds/actors/*.yml`. Countries, with their capitals and the names of their people, come
from the countryinfo library; a seed file adds the spellings that the library lacks.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Literal

from countryinfo import CountryInfo, all_countries
from pydantic import Field

from analysis.errors import SeedError, nearest
from analysis.paths import ACTORS
from analysis.records import ActorKind
from analysis.seedfile import SeedModel, read_seed

# How the ids of countries begin.
COUNTRY = "country-"
Form = Literal["name", "seat", "adjective", "people"]

# An alternative spelling of the library is English where it speaks of the state so; the others are native names.
STATE_WORDS = re.compile(r"\b(Republic|Kingdom|States|Federation|State of|Union of|Darussalam)\b")


class Role(SeedModel):
    """An office, and between which days it was held; an open end is still held.

    `affiliation` is whom the office speaks for, where that is not the actor's usual affiliation.
    """

    title: str
    from_: date | None = Field(None, alias="from")
    to: date | None = None
    affiliation: str = ""

    @property
    def undated(self) -> bool:
        return self.from_ is None and self.to is None

    def held(self, day: date) -> bool:
        return (self.from_ or date.min) <= day < (self.to or date.max)


class KnownActor(SeedModel):
    """One entry of `seeds/actors/*.yml`. `affiliation` is the id of another entry or of a country (`country-us`)."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str = Field(min_length=1)
    kind: ActorKind
    aliases: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    roles: tuple[Role, ...] = ()
    affiliation: str = ""
    side: str = ""

    def role_at(self, day: date | None) -> Role | None:
        """The office held on `day`, of several the one taken up last; without a day only one that has no dates."""
        roles = sorted(self.roles, key=lambda role: role.from_ or date.min)
        held = [role for role in roles if (role.held(day) if day else role.undated)]
        return held[-1] if held else None


class CountryNames(SeedModel):
    """Spellings of one country that the library lacks. `seats` stand for its government, as a capital does.

    `unused` are spellings of the library that mean something else in most news: Georgia is a state of the US.
    """

    code: str = Field(pattern=r"^[A-Z]{2}$")
    name: str = ""
    aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


class ActorFile(SeedModel):
    """A file of `seeds/actors/`. `territories` are codes of the library that are no country of their own."""

    actors: tuple[KnownActor, ...] = ()
    countries: tuple[CountryNames, ...] = ()
    territories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """Words for a known actor: its name, its seat of government, its people ("Ukrainians") or their adjective."""

    words: str
    actor: str
    form: Form = "name"


@dataclass(frozen=True)
class Registry:
    """Known actors by id, and the words that stand for them."""

    actors: dict[str, KnownActor] = field(default_factory=dict)
    words: tuple[Alias, ...] = ()

    @cached_property
    def aliases(self) -> dict[str, Alias]:
        """Every alias by its exact words; of two actors with the same words, the first keeps them."""
        return {alias.words: alias for alias in reversed(self.words)}

    @cached_property
    def _by_opening(self) -> dict[str, list[Alias]]:
        openings: dict[str, list[Alias]] = defaultdict(list)
        for alias in sorted(self.aliases.values(), key=lambda alias: -len(alias.words)):
            openings[alias.words[:2]].append(alias)
        return openings

    def find(self, words: str) -> Alias | None:
        """The alias with these words, whatever the apostrophe and a leading "the"; case counts: "us" is not "US"."""
        plain = words.replace("’", "'")
        return self.aliases.get(plain) or self.aliases.get(re.sub(r"^[Tt]he ", "", plain))

    def at(self, text: str, start: int) -> Alias | None:
        """The longest alias that begins at `start` and ends with a word. `text` has straight apostrophes."""
        for alias in self._by_opening.get(text[start : start + 2], ()):
            if text.startswith(alias.words, start) and _ends_word(text, start + len(alias.words)):
                return alias
        return None

    def chain(self, actor: str, day: date | None = None) -> tuple[KnownActor, ...]:
        """The actor and those that it speaks for on `day`, from the nearest to the farthest."""
        seen: dict[str, KnownActor] = {}
        while actor and actor not in seen:
            seen[actor] = self.actors[actor]
            actor = self.affiliation(actor, day)
        return tuple(seen.values())

    def affiliation(self, actor: str, day: date | None = None) -> str:
        """Whom the actor speaks for on `day`, as an id; empty for nobody."""
        known = self.actors[actor]
        role = known.role_at(day)
        return (role.affiliation if role else "") or known.affiliation

    def side(self, actor: str, day: date | None = None) -> str:
        """The camp that the actor counts with: its own where one is written, else that of those it speaks for."""
        chain = self.chain(actor, day)
        stated = next((known.side for known in chain if known.side), "")
        return stated or (chain[-1].name if chain[-1].kind in ("government", "group") or len(chain) > 1 else "")


def _ends_word(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not (following.isalnum() or following == "$")  # "US$1 billion" names no country


@cache
def read_registry(folder: Path = ACTORS) -> Registry:
    """The known actors of `folder` and the countries of the world. Read once a process.

    Raises `SeedError` for a broken file, an id given twice, and an affiliation that nobody has.
    """
    files = {path: read_seed(path, ActorFile) for path in sorted(folder.glob("[!.]*.yml"))}
    extra = {names.code: names for file in files.values() for names in file.countries}
    territories = {code for file in files.values() for code in file.territories}
    countries = _countries(extra, territories)
    actors = {known.id: known for known, _ in countries}
    for path, file in files.items():
        for known in file.actors:
            if known.id in actors:
                raise SeedError(f"{path}: the id '{known.id}' is given twice; choose another")
            actors[known.id] = known
    for path, file in files.items():
        _check_affiliations(path, file.actors, actors)
    written = (Alias(words, known.id) for known in actors.values() for words in (known.name, *known.aliases))
    return Registry(actors, (*_without_article(written), *(alias for _, names in countries for alias in names)))


def _without_article(aliases: Iterable[Alias]) -> Iterator[Alias]:
    for alias in aliases:
        yield Alias(alias.words.removeprefix("The ").replace("’", "'"), alias.actor, alias.form)


def _check_affiliations(path: Path, entries: Iterable[KnownActor], actors: dict[str, KnownActor]) -> None:
    for known in entries:
        for affiliation in (known.affiliation, *(role.affiliation for role in known.roles)):
            if affiliation and affiliation not in actors:
                raise SeedError(
                    f"{path}: '{known.id}' has the unknown affiliation '{affiliation}'; {_near(affiliation, actors)}"
                )


def _near(name: str, actors: dict[str, KnownActor]) -> str:
    """The nearest id, or what an id may be: all of them would fill a page."""
    hint = nearest(name, actors)
    return (
        hint if hint.startswith("did") else "use the id of an entry in seeds/actors, or country- and a two-letter code"
    )


def _countries(extra: dict[str, CountryNames], territories: set[str]) -> list[tuple[KnownActor, list[Alias]]]:
    """Each sovereign country as a government, with the words for it; larger countries first."""
    found: dict[str, list[CountryInfo]] = defaultdict(list)
    for info in sorted(all_countries(), key=lambda info: -(info.population() or 0)):
        code = info.iso(2)
        if code and code not in territories and info.population():
            found[code].append(info)
    return [_country(code, infos, extra.get(code, CountryNames(code=code))) for code, infos in found.items()]


def _country(code: str, infos: list[CountryInfo], extra: CountryNames) -> tuple[KnownActor, list[Alias]]:
    name = extra.name or infos[0].name().removeprefix("The ")
    spellings = [info.name() for info in infos] + [
        w for info in infos for w in info.alt_spellings() if STATE_WORDS.search(w)
    ]
    usable = (words for words in spellings if words.isascii() and "," not in words)
    aliases = dict.fromkeys(words.strip() for words in (*extra.aliases, *usable) if words not in extra.unused)
    adjectives = dict.fromkeys((*extra.adjectives, *re.split(r"[,/]", infos[0].demonym() or "")))
    people = extra.people or tuple(filter(None, map(_people, adjectives)))
    known = KnownActor(id=f"{COUNTRY}{code.lower()}", name=name, kind="government", aliases=tuple(aliases))
    forms: list[tuple[Form, Iterable[str]]] = [
        ("seat", (*extra.seats, *_capitals(infos[0]))),
        ("adjective", adjectives),
        ("people", people),
    ]
    return known, [Alias(words, known.id, form) for form, group in forms for words in group if words]


def _capitals(info: CountryInfo) -> list[str]:
    """The library gives one capital, several in a list, or none."""
    capital: object = info.capital()
    return [str(words) for words in (capital if isinstance(capital, list) else [capital]) if words]


def _people(adjective: str) -> str:
    """The plural of a demonym: "Ukrainians". "Chinese" or "French" have none; they need a "the"."""
    return "" if not adjective or re.search(r"(ese|[sc]h|ss)$", adjective) else f"{adjective}s"
