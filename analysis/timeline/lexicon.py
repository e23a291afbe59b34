"""The words of time expressions, read from `lexicon.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from dateutil.easter import easter


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar: TIMEX3's `symbol` (`count` of it make one), its `length` as relativedelta's arguments."""

    symbol: str
    length: dict[str, int]
    count: int = 1
    fine: bool = False  # shorter than a day


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from `month` on."""

    symbol: str
    month: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of each year: fixed, the first `weekday` from a fixed day on, or counted from Easter."""

    month: int = 1
    day: int = 1
    weekday: int | None = None
    easter: int | None = None

    def in_year(self, year: int) -> date:
        if self.easter is not None:
            sunday: date = easter(year)
            return sunday + timedelta(days=self.easter)
        fixed = date(year, self.month, self.day)
        return fixed + timedelta(days=(self.weekday - fixed.isoweekday()) % 7) if self.weekday else fixed


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day that one of the `words` after it names without its year."""

    day: date
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tense:
    """The words that tell past from future."""

    modals: frozenset[str]
    perfect: frozenset[str]
    past_auxiliaries: frozenset[str]
    ahead: frozenset[str]
    upcoming: frozenset[str]
    past: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`lexicon.toml` as typed tables; see there."""

    months: dict[str, int]
    full_months: tuple[str, ...]
    weekdays: dict[str, int]
    full_weekdays: tuple[str, ...]
    numbers: dict[str, int]
    tens: dict[str, int]
    teens: frozenset[str]
    ordinals: dict[str, int]
    decades: dict[str, int]
    units: dict[str, Unit]
    vague: tuple[str, ...]
    parts: dict[str, str]
    seasons: dict[str, Season]
    holidays: dict[str, Holiday]
    recurring: dict[str, str]
    festive: frozenset[str]
    known_days: tuple[KnownDay, ...]
    known_spans: dict[str, tuple[date, date]]
    tense: Tense
    habit: frozenset[str]
    counts: frozenset[str]
    labels: frozenset[str]
    prepositions: frozenset[str]
    early_prepositions: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
    return Lexicon(
        months=data["months"] | data["month_abbreviations"],
        full_months=tuple(data["months"]),
        weekdays=data["weekdays"] | data["weekday_abbreviations"],
        full_weekdays=tuple(data["weekdays"]),
        numbers=data["numbers"],
        tens=data["tens"],
        teens=frozenset(name for name, number in data["numbers"].items() if number > 9),
        ordinals=data["ordinals"],
        decades=data["decades"],
        units={name: Unit(**fields) for name, fields in data["units"].items()},
        vague=tuple(data["vague"]["words"]),
        parts=data["parts"],
        seasons={name: Season(**fields) for name, fields in data["seasons"].items()},
        holidays={name: Holiday(**fields) for name, fields in data["holidays"].items()},
        recurring=data["recurring"],
        festive=frozenset(data["festive"]["words"]),
        known_days=tuple(KnownDay(known["day"], frozenset(known["words"])) for known in data["known_days"]),
        known_spans={name: (one["begin"], one["end"]) for one in data["known_spans"] for name in one["names"]},
        habit=frozenset(data["habit"]["words"]),
        tense=Tense(**{name: frozenset(words) for name, words in data["tense"].items()}),
        counts=frozenset(data["year"]["counts"]),
        labels=frozenset(data["year"]["labels"]),
        prepositions=frozenset(data["year"]["prepositions"]),
        early_prepositions=frozenset(data["year"]["early_prepositions"]),
    )
