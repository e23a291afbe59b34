"""Time expressions against GUM's resolved dates (TEI `when`, `from`, `to`, `notBefore`, `notAfter`).

What is compared, in GUM's terms:

- GUM calls a date whatever stands for days: "today" and "this morning" (TIMEX3's DATE and TIME), but also "the past 30
  days" (a DURATION that has a place in time). So every expression counts that we give a place: a first or last day, a
  part of every year (`XXXX-SU`), or a year before the calendar's first (`BC0400`). Sets, lengths without a place and
  times of the clock, which GUM tags apart, do not.
- A place is right where both bounds are; a bound that GUM leaves open is free. Of a month or season of no year in
  particular GUM gives months (`--06`, `--06` to `--09` for the summer), and TIMEX3 a value without days: these are
  compared as values. So are years before the calendar, which have no days here.

GUM's own limits stay in the figures: it leaves "last night" or "today" unmarked in some talks and films, dates talks of
unknown day 2000-01-01, and marks now "the early 1990s", now "1990s" in the same words.
"""

import json
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from analysis.accuracy import Figure
from analysis.document import read_document
from analysis.evaluation.counts import Counts
from analysis.evaluation.gum import article_of
from analysis.records import TimeRef
from analysis.timeline import find_times

DATASET = "GUM dates dev"
Bound = date | int | str | None
"""A day; the negative number of a year before the calendar; TIMEX3's value for a part of every year; or open."""
Bounds = tuple[Bound, Bound]
SEASONS = {"--03": "SP", "--06": "SU", "--09": "FA", "--12": "WI"}
PLACED = re.compile(r"BC\d|XXXX-(?!W\d|WXX|XX)")
PART_OF_DAY = re.compile(r"T(?:MO|AF|EV|NI)$")


def figures(file: Path) -> Iterator[Figure]:
    """Rows for one file: whether an expression's place overlaps, and whether its days are right as well."""
    places, values = Counts(), Counts()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = [(one["start"], one["end"], bounds(one["attrs"])) for one in row["dates"] if one["tag"] == "date"]
        article = article_of(row, row["dct"])
        found = [time for time in find_times(read_document(article), article.published) if placed(time)]
        met = [(one, time) for one in gold for time in found if one[0] < time.span.end and time.span.start < one[1]]
        places.add(len({one[:2] for one, _ in met}), len(found), len(gold))
        values.add(len({one[:2] for one, time in met if agree(one[2], found_bounds(time))}), len(found), len(gold))
    yield places.figure("timeline", "time expression overlaps", DATASET)
    yield values.figure("timeline", "time expression with the right days", DATASET)


def placed(time: TimeRef) -> bool:
    """Whether an expression stands for days, for a part of every year, or for years before the calendar."""
    if time.type == "SET" or (time.type == "TIME" and not PART_OF_DAY.search(time.value)):
        return False
    return bool(time.begin or time.end) or bool(PLACED.match(time.value))


def bounds(attributes: Mapping[str, str]) -> Bounds:
    """What TEI's attributes stand for."""
    first = attributes.get("when") or attributes.get("from") or attributes.get("notBefore") or ""
    last = attributes.get("when") or attributes.get("to") or attributes.get("notAfter") or ""
    if first.startswith("--"):
        season = SEASONS.get(first) if last != first else None
        value = f"XXXX-{season}" if season else f"XXXX{first[1:]}" if first == last else f"XXXX-{first[2:4]}"
        return value, value
    return _bound(first, last_day=False), _bound(last, last_day=True)


def found_bounds(time: TimeRef) -> Bounds:
    """What a time expression of ours stands for."""
    if time.value.startswith("BC"):
        first, _, last = time.value.partition("/")
        return _before_christ(first), _before_christ(last or first)
    if time.value.startswith("XXXX-"):
        return time.value, time.value
    return time.begin, time.end


def agree(gold: Bounds, found: Bounds) -> bool:
    return all(wanted is None or wanted == bound for wanted, bound in zip(gold, found, strict=True))


def _before_christ(value: str) -> int | None:
    return -int(value[2:]) if re.fullmatch(r"BC\d{4}", value) else None


def _bound(value: str, *, last_day: bool) -> Bound:
    before = value.startswith("-")
    parts = [int(part) for part in value.split("T")[0].split("-") if part.isdigit()]
    if not parts:
        return None
    year, month, day = [*parts, 0, 0][:3]
    if before:
        return -year
    month = month or (12 if last_day else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last_day else 1))
