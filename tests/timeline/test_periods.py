from datetime import date

import pytest

from analysis.timeline.lexicon import lexicon
from analysis.timeline.periods import (
    PERIODS,
    date_or_none,
    half_year,
    length_value,
    moved,
    part_of,
    season,
    year_numbered,
)

THURSDAY = date(2016, 2, 4)


@pytest.mark.parametrize(
    ("unit", "value", "begin", "end"),
    [
        ("day", "2016-02-04", "2016-02-04", "2016-02-04"),
        ("week", "2016-W05", "2016-02-01", "2016-02-07"),
        ("weekend", "2016-W05-WE", "2016-02-06", "2016-02-07"),
        ("month", "2016-02", "2016-02-01", "2016-02-29"),
        ("quarter", "2016-Q1", "2016-01-01", "2016-03-31"),
        ("year", "2016", "2016-01-01", "2016-12-31"),
        ("decade", "201", "2010-01-01", "2019-12-31"),
        ("century", "20", "2000-01-01", "2099-12-31"),
    ],
)
def test_period_around_a_day(unit: str, value: str, begin: str, end: str) -> None:
    period = PERIODS[unit](THURSDAY)
    assert (period.value, str(period.begin), str(period.end)) == (value, begin, end)


def test_first_week_of_january_may_belong_to_the_year_before() -> None:
    assert PERIODS["week"](date(2021, 1, 1)).value == "2020-W53"


@pytest.mark.parametrize(
    ("part", "begin", "end"),
    [
        ("", "2016-01-01", "2016-12-31"),
        ("early", "2016-01-01", "2016-04-30"),
        ("mid", "2016-05-01", "2016-08-31"),
        ("late", "2016-09-01", "2016-12-31"),
        ("first half", "2016-01-01", "2016-06-30"),
        ("second half", "2016-07-01", "2016-12-31"),
    ],
)
def test_part_of_a_year(part: str, begin: str, end: str) -> None:
    period = part_of(year_numbered(2016), part)
    assert (str(period.begin), str(period.end), period.value) == (begin, end, "2016")


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year", "decade", "century"])
def test_parts_meet_and_fill_the_whole(unit: str) -> None:
    whole = PERIODS[unit](THURSDAY)
    early, late = part_of(whole, "early"), part_of(whole, "late")
    assert early.begin == whole.begin
    assert late.end == whole.end
    assert whole.begin <= early.end <= whole.end


def test_winter_runs_over_the_turn_of_the_year() -> None:
    winter = season(lexicon().seasons["winter"], 2015)
    assert (str(winter.begin), str(winter.end)) == ("2015-12-01", "2016-02-29")


def test_halves() -> None:
    assert half_year(2016, 1).end < half_year(2016, 2).begin


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("month", -1, date(2016, 1, 4)),
        ("year", 2.5, date(2018, 8, 4)),
        ("week", 2, date(2016, 2, 18)),
        ("hour", 48, date(2016, 2, 6)),
        ("hour", 3, THURSDAY),
        ("century", -21, None),
        ("year", 99999999999, None),
    ],
)
def test_moved(unit: str, count: float, expected: date | None) -> None:
    assert moved(THURSDAY, unit, count) == expected


@pytest.mark.parametrize(("year", "month", "day"), [(2015, 2, 29), (2016, 13, 1), (2016, 4, 31), (0, 1, 1)])
def test_no_such_day(year: int, month: int, day: int) -> None:
    assert date_or_none(year, month, day) is None


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [("8", "month", "P8M"), ("X", "week", "PXW"), ("3", "hour", "PT3H"), ("1", "fortnight", "P2W")],
)
def test_length_value(count: str, unit: str, value: str) -> None:
    assert length_value(count, lexicon().units[unit]) == value


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thanksgiving", "2022-11-24"),
        ("labor day", "2022-09-05"),
        ("election day", "2022-11-08"),
        ("memorial day", "2022-05-30"),
        ("easter monday", "2022-04-18"),
        ("christmas", "2022-12-25"),
    ],
)
def test_holidays(name: str, expected: str) -> None:
    assert str(lexicon().holidays[name].in_year(2022)) == expected
