"""Stretches of the calendar: their TIMEX3 value and their first and last day."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from analysis.timeline.lexicon import Holiday, Season, Unit, lexicon


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `begin` to `end`, both inclusive, and TIMEX3's `value` for them."""

    value: str
    begin: date
    end: date


def day(of: date) -> Period:
    return Period(of.isoformat(), of, of)


def week(of: date) -> Period:
    """The week from Monday to Sunday (ISO 8601) that holds a day."""
    year, number, weekday = of.isocalendar()
    monday = of - timedelta(days=weekday - 1)
    return Period(f"{year:04d}-W{number:02d}", monday, monday + timedelta(days=6))


def weekend(of: date) -> Period:
    whole = week(of)
    return Period(f"{whole.value}-WE", whole.end - timedelta(days=1), whole.end)


def month(of: date) -> Period:
    last = monthrange(of.year, of.month)[1]
    return Period(f"{of.year:04d}-{of.month:02d}", of.replace(day=1), of.replace(day=last))


def quarter(of: date) -> Period:
    number = (of.month - 1) // 3
    first, last = of.replace(month=3 * number + 1, day=1), of.replace(month=3 * number + 3, day=1)
    return Period(f"{of.year:04d}-Q{number + 1}", first, month(last).end)


def year(of: date) -> Period:
    return Period(f"{of.year:04d}", date(of.year, 1, 1), date(of.year, 12, 31))


def decade(of: date) -> Period:
    first = max(1, of.year // 10 * 10)
    return Period(f"{of.year // 10:03d}", date(first, 1, 1), date(of.year // 10 * 10 + 9, 12, 31))


def century(of: date) -> Period:
    """The hundred years that share their first two digits, as newspapers count them."""
    first = max(1, of.year // 100 * 100)
    return Period(f"{of.year // 100:02d}", date(first, 1, 1), date(of.year // 100 * 100 + 99, 12, 31))


PERIODS: dict[str, Callable[[date], Period]] = {
    "day": day,
    "night": day,
    "week": week,
    "weekend": weekend,
    "month": month,
    "quarter": quarter,
    "year": year,
    "decade": decade,
    "century": century,
}


def year_numbered(number: int) -> Period:
    return year(date(number, 1, 1))


def half_year(number: int, half: int) -> Period:
    """The first (1) or second (2) half of a year."""
    begin, end = (date(number, 1, 1), date(number, 6, 30)) if half == 1 else (date(number, 7, 1), date(number, 12, 31))
    return Period(f"{number:04d}-H{half}", begin, end)


def season(which: Season, number: int) -> Period:
    """The season that begins in year `number`."""
    first = date(number, which.month, 1)
    return Period(f"{number:04d}-{which.symbol}", first, month(first + relativedelta(months=2)).end)


def holiday(which: Holiday, number: int) -> Period:
    return day(which.in_year(number))


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such (30 February)."""
    return date(year, month, day) if year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def moved(anchor: date, unit: str, count: float) -> date | None:
    """`anchor` moved by `count` units; None where that leaves the calendar's years 1 to 9999."""
    length = lexicon().units[unit].length
    try:
        there: date = anchor + relativedelta(**_whole(length, count))
    except (ValueError, OverflowError):
        return None
    return there


def _whole(length: dict[str, int], count: float) -> dict[str, int]:
    """`count` times a length in whole months and days: half a month is 15 days, what is under a day is none."""
    if "months" in length:
        months = count * length["months"]
        return {"months": int(months), "days": round((months - int(months)) * 30)}
    if "days" in length:
        return {"days": round(count * length["days"])}
    minutes = count * (length.get("minutes", 0) + 60 * length.get("hours", 0))
    return {"days": int(minutes / (24 * 60))}


def length_value(count: str, unit: Unit) -> str:
    """TIMEX3's value of a duration: `P8M`, `PT3H`; `count` is `X` where the text names no number."""
    number = count if count == "X" else f"{float(count) * unit.count:g}"
    return f"P{'T' if unit.fine else ''}{number}{unit.symbol}"


def part_of(period: Period, part: str) -> Period:
    """The early, middle or late part, or the first or second half of a period, in its own smaller unit.

    A year and what is shorter fall into thirds; of a decade the early and late part are its halves, of a century its
    first and last quarter, as GUM's annotators read them. Without a `part` the whole.
    """
    if not part:
        return period
    size = (period.end - period.begin).days + 1
    unit = "days" if size < 300 else "months" if size < 3000 else "years"
    count = {"days": size, "months": 12, "years": round(size / 365.25)}[unit]
    first, last = _bounds(part, count)
    begin = period.begin + relativedelta(**{unit: first})
    end = period.begin + relativedelta(**{unit: last}) - timedelta(days=1) if last < count else period.end
    return replace(period, begin=begin, end=end)


def _bounds(part: str, count: int) -> tuple[int, int]:
    share, half = max(1, count // {10: 2, 100: 4}.get(count, 3)), max(1, count // 2)
    third = max(1, count // 3)
    return {
        "early": (0, share),
        "mid": (third, max(third + 1, count - third)),
        "late": (count - share, count),
        "first half": (0, half),
        "second half": (half, count),
    }[part]
