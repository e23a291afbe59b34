"""A made-up article of any length, for benchmarks: `write_article(file, characters, actors)`.

It is a chain of stories, each of two countries with their people and bodies out of one cast: quotations, reports,
unnamed sources, deeds, dates, what one demands of another and what they agree on. Hardly a sentence stands in it twice. The
same arguments always give the same article.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from analysis.registry import COUNTRY, read_registry


def words_of(text: str) -> tuple[str, ...]:
    """The words of a list written as a text."""
    return tuple(text.split())


PUBLISHED = date(2022, 11, 8)
FIRST = words_of(
    "Adam Beatrice Carl Dora Edgar Flora Gavin Helen Ivan Judith Karl Laura Martin Nora Oscar Paula Quentin Rosa "
    "Stefan Teresa Ulrich Vera Walter Yvonne Anton Brigitte Conrad Diana Emil Frieda Gregor Hanna Igor Julia"
)
ONSETS = words_of("Bar Bel Cor Dal Dor Fal Gar Hal Hol Jar Kel Kor Lan Mar Mer Nor Pel Ral Ros Sar Sel Tal Tor Val Ver")
ENDINGS = words_of(
    "bury den dov elli feld ford gard inski ley lund man mark nova off ran rick son stad ton vic ville wick"
)
TITLES = (
    ("President", "the president"), ("Foreign Minister", "the minister"), ("Defense Secretary", "the secretary"),
)  # fmt: skip
BODIES = ("{} Institute", "{} Party", "{} Bank", "{} Council", "{} Group", "{} Times")
THINGS = (
    "the peace talks", "the ceasefire", "military aid", "the new sanctions", "the border treaty", "the grain deal",
    "the gas pipeline", "the election law", "the budget plan", "the trade agreement", "the arms embargo",
    "the fishing quota", "the disputed island", "the rescue fund", "the prisoner exchange", "the inquiry",
    "the nuclear program", "the court ruling", "the refugee camps", "the railway line", "the vaccine program",
    "the energy tax", "the naval base", "the water supply", "the debt relief", "the mining permit",
)  # fmt: skip
ADJECTIVES = (
    "urgent", "costly", "long", "quiet", "joint", "formal", "partial", "early", "private", "regional", "second",
    "wider", "sudden", "modest", "final", "new", "gradual", "public", "fresh", "northern",
)  # fmt: skip
ACTS = (
    "extend", "reject", "support", "suspend", "review", "defend", "abandon", "finance", "restrict", "revive",
    "publish", "oppose", "expand", "discuss", "sign", "block", "delay", "restore", "monitor", "undermine",
)  # fmt: skip
NOUNS = (
    "review", "offer", "pause", "visit", "vote", "report", "debate", "warning", "summit", "pledge", "letter",
    "hearing", "campaign", "protest", "shipment", "survey", "meeting", "appeal", "strike", "audit",
)  # fmt: skip
MODALS = ("will", "would", "must", "should", "may", "cannot", "will not", "could", "would never", "is likely to")
SAID = ("said", "warned", "claimed", "argued", "insisted", "acknowledged", "suggested", "denied", "promised")
DAYS = (
    "on Monday", "on Tuesday", "last week", "in early October", "on Nov. 3", "in June", "last month", "in 2021",
    "two weeks ago", "on Thursday", "over the last eight months", "in the spring of 2022", "yesterday", "on Friday",
)  # fmt: skip
WHY = (
    "because the costs have doubled", "as winter approaches", "despite the losses in the east", "to protect the coast",
    "if the other side agrees", "unless the parliament votes first", "while the inquiry goes on", "without conditions",
    "before the end of the year", "in the next two to three weeks", "even though allies have doubts", "by December",
)  # fmt: skip
UNNAMED = (
    "a Western official", "two diplomats", "sources familiar with the discussions", "one defense official",
    "a senior aide", "people briefed on the matter", "officials", "a source close to the delegation",
)  # fmt: skip


@dataclass(frozen=True)
class Country:
    """What one country is called, who speaks for it, and a body that lies in it."""

    name: str
    adjective: str
    people: str
    seat: str
    persons: tuple[tuple[str, str, str, str], ...]  # title, nominal, first name, surname
    body: str


def countries(number: int) -> list[Country]:
    """So many countries of the registry, each with three persons and a body: five actors."""
    forms: dict[str, dict[str, str]] = {}
    for alias in read_registry().words:
        if alias.actor.startswith(COUNTRY):
            forms.setdefault(alias.actor, {}).setdefault(alias.form, alias.words)
    whole = [one for one in forms.values() if len(one) == 4][:number]
    surnames = random.Random(7).sample([a + b for a, b in product(ONSETS, ENDINGS)], len(whole) * 4)
    found = []
    for place, one in enumerate(whole):
        mine = surnames[4 * place : 4 * place + 4]
        persons = tuple((*title, FIRST[(3 * place + n) % len(FIRST)], mine[n]) for n, title in enumerate(TITLES))
        body = BODIES[place % len(BODIES)].format(mine[3])
        found.append(Country(one["name"], one["adjective"], one["people"], one["seat"], persons, body))
    return found


class Story:
    """The sentences of one story of two countries; `dice` decides every choice."""

    def __init__(self, ours: Country, theirs: Country, dice: random.Random) -> None:
        self.ours, self.theirs, self.dice = ours, theirs, dice

    def paragraphs(self) -> Iterator[str]:
        """The paragraphs, the first mention of each person with title and full name."""
        for country in (self.ours, self.theirs):
            for title, nominal, first, last in country.persons:
                yield self._introduced(country, f"{country.adjective} {title} {first} {last}", last, nominal)
        others = (self._bodies, self._unnamed, self._deeds, self._quoted, self._demand, self._agreed, self._reported)
        for make in self.dice.sample(others, len(others)):
            yield make()

    def _pick(self, words: Sequence[str]) -> str:
        return self.dice.choice(words)

    def _thing(self) -> str:
        """A thing to be for or against, seldom the same twice."""
        thing, adjective, noun = self._pick(THINGS), self._pick(ADJECTIVES), self._pick(NOUNS)
        country = self.dice.choice((self.ours, self.theirs))
        return self._pick((
            f"{thing} after the {adjective} {noun}",
            f"the {adjective} {noun} on {thing.removeprefix('the ')}",
            f"{country.name}’s {adjective} {noun} about {thing}",
        ))  # fmt: skip

    def _clause(self, subject: str) -> str:
        why = f" {self._pick(WHY)}" if self.dice.random() < 0.4 else ""
        return f"{subject} {self._pick(MODALS)} {self._pick(ACTS)} {self._thing()}{why}"

    def _surname(self, country: Country) -> str:
        return self.dice.choice(country.persons)[3]

    def _introduced(self, country: Country, who: str, last: str, nominal: str) -> str:
        rival = self.theirs if country is self.ours else self.ours
        first = f"{who} {self._pick(SAID)} {self._pick(DAYS)} that {self._clause(country.name)}."
        second = f"“{_capital(self._clause('we'))},” {last} {self._pick(('said', 'added', 'told reporters'))}."
        third = f"{_capital(nominal)} also said {rival.name} {self._pick(MODALS)} {self._pick(ACTS)} {self._thing()}."
        return " ".join((first, second, third)[: self.dice.randint(2, 3)])

    def _bodies(self) -> str:
        one, other = self.ours.body, self.theirs.body
        return (
            f"The {one} {self._pick(('criticized', 'accused', 'praised'))} the {other} over {self._thing()}. "
            f"It {self._pick(SAID)} in a statement that {self._clause(f'the {other}')}."
        )

    def _unnamed(self) -> str:
        who = self._pick(UNNAMED)
        return (
            f"{_capital(who)} said {self._clause(self.ours.people)}, and that {self._clause(self.theirs.people)}. "
            f"“They {self._pick(MODALS)} {self._pick(ACTS)} {self._thing()},” {who} told {self.theirs.body}."
        )

    def _deeds(self) -> str:
        person = self._surname(self.ours)
        return (
            f"{_capital(self._pick(DAYS))}, {person} signed a decree on {self._thing()}. {self.theirs.seat} responded "
            f"that {self._clause('it')}. The {self._pick(NOUNS)} came amid concerns that {self._clause('the public')}."
        )

    def _quoted(self) -> str:
        person = self._surname(self.theirs)
        return (
            f"“{_capital(self._clause('I think we'))}. {_capital(self._clause(f'the {self.ours.people}'))},” {person} "
            f"said {self._pick(DAYS)}. “{_capital(self._clause('nobody'))}.” He declined to comment on {self._thing()}."
        )

    def _demand(self) -> str:
        one, other = self._surname(self.ours), self._surname(self.theirs)
        return (
            f"{one} {self._pick(('urged', 'pressed', 'asked', 'told'))} {other} to {self._pick(ACTS)} {self._thing()}, "
            f"but {self.theirs.name} has {self._pick(('refused', 'failed', 'agreed', 'begun'))} to "
            f"{self._pick(ACTS)} {self._thing()}. Tensions between {self.ours.name} and {self.theirs.name} rose "
            f"{self._pick(DAYS)} over {self._thing()}."
        )

    def _agreed(self) -> str:
        return (
            f"{self.ours.name} and {self.theirs.name} agreed {self._pick(DAYS)} to {self._pick(ACTS)} {self._thing()}, "
            f"according to the {self.ours.body}. {self._surname(self.ours)} thanked {self._surname(self.theirs)} for "
            f"{self._thing()}."
        )

    def _reported(self) -> str:
        day = PUBLISHED - timedelta(days=self.dice.randint(1, 900))
        return (
            f"The {self.theirs.body} first reported on {day:%B} {day.day}, {day.year} that {self._clause('officials')}. "
            f"{self.ours.adjective} officials question whether {self._clause(self._surname(self.theirs))}."
        )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def paragraphs(actors: int) -> Iterator[str]:
    """Paragraphs without end, of a cast of so many actors, each of whom comes back every so many stories."""
    cast, dice = countries(max(2, actors // 5)), random.Random(20221108)
    while True:
        order = dice.sample(cast, len(cast))
        for ours, theirs in zip(order, order[1:] + order[:1], strict=True):
            yield from Story(ours, theirs, dice).paragraphs()


def write_article(file: Path, characters: int, actors: int) -> None:
    """Write an article of about so many characters, and the facts about it beside it."""
    parts, length = [], 0
    for paragraph in paragraphs(actors):
        parts.append(paragraph)
        length += len(paragraph) + 1
        if length >= characters:
            break
    file.write_text("\n".join(parts) + "\n", encoding="utf-8")
    facts = f"title: A made-up article of {len(parts)} paragraphs\npublished: {PUBLISHED}\nlanguage: en\n"
    file.with_suffix(".yml").write_text(facts, encoding="utf-8")
