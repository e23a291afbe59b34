"""Days and months, with their year or with the year that suits."""

import re
from collections.abc import Callable
from datetime import date

from analysis.timeline.anchoring import after_focus, direction, habitual, nearest
from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import month_of, ordinal_of, part_named
from analysis.timeline.periods import Period, date_or_none, day, holiday, month, part_of
from analysis.timeline.reading import (
    NAME_GOES_ON,
    Context,
    Match,
    Reading,
    Rule,
    counted,
    followed,
    introduced,
    part_note,
    stated,
    undated,
    unresolved,
)

VERBS = ("may", "march", "mar")  # no months where they begin with a small letter


def iso_date(match: Match, context: Context) -> Reading | None:
    found = date_or_none(int(match["year"]), int(match["month"]), int(match["day"]))
    return stated(day(found), "a date in figures") if found else None


def slashed_date(match: Match, context: Context) -> Reading | None:
    """Month first, as American papers write it, unless that is no date."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    found = date_or_none(year, first, second) or date_or_none(year, second, first)
    return stated(day(found), "a date in figures, month first where possible", 0.85) if found else None


def september_11(match: Match, context: Context) -> Reading:
    return stated(day(date(2001, 9, 11)), "the name of the day's attacks")


def known_span(match: Match, context: Context) -> Reading | None:
    """`since World War II`; not `a World War II veteran`."""
    if not introduced(match, context):
        return None
    begin, end = lexicon().known_spans[match["span"].lower()]
    return stated(Period(f"{begin}/{end}", begin, end), "a war that writers date by", 0.8)


def day_of_month(match: Match, context: Context) -> Reading | None:
    """A day and month, with its year or with the year that suits the verb."""
    number, month_number = ordinal_of(match["day"]), month_of(match["month"])
    if match["month"] in VERBS:
        return None
    year = _year(match)
    if year:
        found = date_or_none(year, month_number, number)
        return stated(day(found), "day, month and year") if found else None
    known = _known_day(match, context, month_number, number)
    if known:
        return known
    return _yearless(
        match, context, f"{month_number:02d}-{number:02d}", lambda y: _day_or_none(y, month_number, number)
    )


def _known_day(match: Match, context: Context, month_number: int, number: int) -> Reading | None:
    """A day that the words after it name without its year: the Sept. 11 attacks."""
    after = re.match(r" (\w+)", context.text[match.end() : match.end() + 20])
    for known in lexicon().known_days:
        day_fits = (known.day.month, known.day.day) == (month_number, number)
        if day_fits and after and after[1].lower() in known.words and known.day <= (context.published or known.day):
            return stated(day(known.day), "a day known by its event", 0.9)
    return None


def _day_or_none(year: int, month_number: int, number: int) -> Period | None:
    found = date_or_none(year, month_number, number)
    return day(found) if found else None


def _year(match: Match) -> int | None:
    """The year in the match, or the one that a later part of a range names for both."""
    groups = match.groupdict()
    text = groups.get("year") or groups.get("shared")
    return int(text) if text else None


def days_of_month(match: Match, context: Context) -> Reading | None:
    """`5–6 September 2019`, `May 3-5`: from one day to another."""
    month_number, first, last = month_of(match["month"]), ordinal_of(match["day"]), ordinal_of(match["last"])
    year = _year(match)

    def between(in_year: int) -> Period | None:
        begin, end = date_or_none(in_year, month_number, first), date_or_none(in_year, month_number, last)
        return Period(f"{begin}/{end}", begin, end) if begin and end and begin < end else None

    if year:
        found = between(year)
        return stated(found, "days of a month and its year") if found else None
    return _yearless(match, context, f"{month_number:02d}-{first:02d}", between)


def month_of_year(match: Match, context: Context) -> Reading | None:
    if match["month"] in VERBS:
        return None
    year = _year(match)
    if year is None:
        return None
    found, part = month(date(year, month_of(match["month"]), 1)), part_named(match["part"])
    return stated(part_of(found, part), f"month and year{part_note(part)}")


def months_of_year(match: Match, context: Context) -> Reading | None:
    """`January-June 2016`: from one month to another."""
    year, first, last = int(match["year"]), month_of(match["month"]), month_of(match["last"])
    if first >= last:
        return None
    begin, end = month(date(year, first, 1)), month(date(year, last, 1))
    return stated(Period(f"{begin.value}/{end.value}", begin.begin, end.end), "months of a year")


def month_alone(match: Match, context: Context) -> Reading | None:
    """A month without a year: `in June`."""
    if not _is_month(match, context):
        return None
    number, part = month_of(match["month"]), part_named(match["part"])
    return _yearless(match, context, f"{number:02d}", lambda year: part_of(month(date(year, number, 1)), part), part)


def month_of_that_year(match: Match, context: Context) -> Reading | None:
    """`March of that year`: the year of the time last named."""
    if context.focus is None or match["month"] in VERBS:
        return None
    found = month(date(context.focus.begin.year, month_of(match["month"]), 1))
    return followed(found, "month of the year named before", context)


BEFORE_MONTH = (
    "in since until till by last next this early mid late through between during before after from to and or of for "
    "around every each ahead"
)
BEFORE_NAMED_MONTH = "in since until till last next early mid late every"


def _is_month(match: Match, context: Context) -> bool:
    """Whether a month's name means the month: not the modal, the verb, or someone called May or April."""
    name = match["month"]
    if name.islower():
        return False
    before = re.search(r"(?<![\w’'-])([\w’'-]+) $", context.text[max(0, match.start() - 20) : match.start()])
    word = before[1].lower() if before else ""
    if name.lower() in context.people:
        return bool(match["part"]) or word in BEFORE_NAMED_MONTH.split()
    if match["part"] or word in BEFORE_MONTH.split():
        return True
    followed_by_name = NAME_GOES_ON.match(context.text, match.end())
    return name.lower() not in (*VERBS, "august") and not followed_by_name


def holiday_in_year(match: Match, context: Context) -> Reading | None:
    which = lexicon().holidays[" ".join(match["holiday"].lower().split())]
    if match["holiday"][0].islower() or NAME_GOES_ON.match(context.text, match.end()):
        return None
    year = _year(match)
    if year:
        return stated(holiday(which, year), "holiday and year")
    name = f"{which.month:02d}-{which.day:02d}" if which.weekday is None and which.easter is None else "XX-XX"
    return _yearless(match, context, name, lambda in_year: holiday(which, in_year))


def day_number_alone(match: Match, context: Context) -> Reading | None:
    """`on the 15th`: of the month last named, or of the month of publication."""
    number, near = ordinal_of(match["ordinal"]), context.focus
    if near and (near.end - near.begin).days < 31:
        found = _day_or_none(near.begin.year, near.begin.month, number)
        return followed(found, "a day of the month named before", context) if found else None
    if context.published is None:
        return undated(f"XXXX-XX-{number:02d}", "a day of a month not named")
    found = _day_or_none(context.published.year, context.published.month, number)
    return counted(found, "a day of the month of publication", context, 0.6) if found else None


def _yearless(
    match: Match, context: Context, value: str, make: Callable[[int], Period | None], part: str = ""
) -> Reading | None:
    """A day or month without its year: nearest to the day of publication, on the side the verb points to."""
    if context.published is None:
        return undated(f"XXXX-{value}", f"no year is given{part_note(part)}")
    place = context.tokens(match)
    told = direction(place)
    is_month = len(value) == 2 or told.word in ("is", "are")  # or a day that is a feast: "His day is 30 September."
    if told.present and is_month and (context.looks_back or habitual(place)):
        return unresolved(f"XXXX-{value}", f"of every year: a habit or a state, told in the present{part_note(part)}")
    if context.looks_back and context.focus:
        found = after_focus(context.focus, make)
        return followed(found, f"no year is given: the one that follows{part_note(part)}", context) if found else None
    years = range(max(1, context.published.year - 4), min(9999, context.published.year + 4) + 1)
    found = nearest(context.published, (make(year) for year in years), told.sign)
    if found is None:
        return None
    return counted(
        found, f"no year is given: the nearest one{part_note(part)}; {told.why}", context, 0.85 if told.sign else 0.7
    )


DATES = (
    Rule("iso-date", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", iso_date),
    Rule("slashed-date", r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)(?!/)", slashed_date),
    Rule("september-11", r"9/11(?!/)", september_11),
    Rule("known-span", r"(?:the )?(?P<span>{span})", known_span),
    Rule(
        "month-day",
        r"(?:{wday},? )?(?P<month>{mon}) (?:the )?(?P<day>{day})(?!\d|[:%]|,\d{3})(?:,? (?P<year>{year}))?"
        r"(?={to}{mon} {day},? (?P<shared>{year}))?",
        day_of_month,
    ),
    Rule(
        "day-month",
        r"(?:{wday},? )?(?:the )?(?P<day>{day}|{ordinal}(?= of))(?: of)? (?P<month>{mon})(?:,? (?P<year>{year}))?"
        r"(?={to}{day} {mon},? (?P<shared>{year}))?",
        day_of_month,
    ),
    Rule(
        "month-days",
        r"(?P<month>{mon}) (?P<day>{day}) ?[-–] ?(?P<last>{day})(?![\d:%])(?:,? (?P<year>{year}))?",
        days_of_month,
    ),
    Rule(
        "days-month",
        r"(?P<day>{day}) ?(?:[-–]|to|and) ?(?P<last>{day}) (?P<month>{mon})(?:,? (?P<year>{year}))?",
        days_of_month,
    ),
    Rule(
        "month-year",
        r"(?:(?P<part>{early})[- ])?(?P<month>{mon})(?:,| of| in|'s)? (?P<year>{year})(?!\d|[:%])",
        month_of_year,
    ),
    Rule("months-year", r"(?P<month>{mon}) ?[-–/] ?(?P<last>{mon})(?: of| in|,)? (?P<year>{year})", months_of_year),
    Rule(
        "month-shared-year",
        r"(?:(?P<part>{early})[- ])?(?P<month>{month})(?={to}(?:{early}[- ])?{month}(?: of| in|,)? (?P<shared>{year}))",
        month_of_year,
    ),
    Rule("month", r"(?:(?P<part>{early})[- ])?(?P<month>{month})", month_alone),
    Rule("month-same-year", r"(?P<month>{month})(?: of| in)? (?:the same|that) year", month_of_that_year),
    Rule("holiday", r"(?P<holiday>{holiday})(?:,? (?P<year>{year}))?", holiday_in_year),
    Rule("day-number", r"(?<=on )the (?P<ordinal>{ordinal})(?! (?!(?:and|at|that|when)\b)\w|-)", day_number_alone),
)
