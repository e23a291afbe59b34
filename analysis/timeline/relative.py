"""Times counted from the day of publication: `yesterday`, `last month`, `two years ago`, `on Monday`."""

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from dateutil.relativedelta import relativedelta, weekday

from analysis.timeline.dates import nearest
from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import month_of, number_of, part_named, unit_of, weekday_of
from analysis.timeline.periods import PERIODS, Period, day, month, moved, part_of, season, weekend, year
from analysis.timeline.reading import (
    NAME_GOES_ON,
    Context,
    Match,
    Reading,
    Rule,
    counted,
    part_note,
    undated,
    unresolved,
)
from analysis.timeline.tense import direction

STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "following": 1,
}
QUOTE_ENDS = re.compile(r"[,.]?[”\"']")
A_WEEKDAY = re.compile(r"\b[Aa] $")
IN_NAME = re.compile(r"(?:\b[A-Z]\w{0,30} |[“\"'])$")  # USA Today, "Today"
OWNED = re.compile(r"\b(?:my|our|your|his|her|its|their)[ ]$", re.IGNORECASE)
REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
DAYS = {
    "today": 0,
    "this day": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def step_of(text: str) -> int:
    """-1, 0 or 1 for `last`, `this`, `next` and their like."""
    return STEPS[re.sub(r"^the ", "", " ".join(text.lower().split()))]


def named_day(match: Match, context: Context) -> Reading | None:
    """`yesterday`, `tomorrow morning`, `tonight`; not USA Today."""
    in_name = IN_NAME.search(context.text, max(0, match.start() - 32), match.start())
    quoted = in_name and in_name[0] in "“\"'"
    if match["day"][0].isupper() and in_name and not (quoted and not QUOTE_ENDS.match(context.text, match.end())):
        return None
    name = re.sub(r"^the ", "", " ".join(match["day"].lower().split()))
    offset = DAYS[name]
    part = "night" if name == "tonight" else match["part"]
    if context.published is None:
        return undated(REFS[(offset > 0) - (offset < 0)], f"“{name}” is counted from publication")
    found = moved(context.published, "day", offset)
    return with_part(
        counted(day(found or context.published), "counted from the day of publication", context, 0.95), part
    )


def this_part(match: Match, context: Context) -> Reading | None:
    """`last night`, `this morning`; not `our last night`."""
    if OWNED.search(context.text, max(0, match.start() - 8), match.start()):
        return None
    offset = step_of(match["step"])
    if context.published is None:
        return undated(REFS[offset], "a part of a day counted from publication", "TIME")
    found = moved(context.published, "day", offset) or context.published
    return with_part(counted(day(found), "a part of a day counted from publication", context), match["part"])


def with_part(reading: Reading, part: str | None) -> Reading:
    """The reading narrowed to a part of its day: type TIME, `2022-11-07TNI`."""
    if not part:
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{lexicon().parts[part.lower()]}")


def weekday_alone(match: Match, context: Context) -> Reading | None:
    """The nearest such day on the side the verb points to, the day of publication included; past by default."""
    number = weekday_of(match["weekday"])
    if match["part"] and match["part"].istitle() and NAME_GOES_ON.match(context.text, match.end()):
        return None
    named = context.text[max(0, match.start() - 12) : match.start()].lower().split()[-1:]
    if match["weekday"].islower() or lexicon().festive & set(named):
        return None
    if A_WEEKDAY.search(context.text, max(0, match.start() - 3), match.start()):
        return unresolved(f"XXXX-WXX-{number}", "any such weekday")
    if context.published is None:
        return with_part(undated(f"XXXX-WXX-{number}", "a weekday of a week not named"), match["part"])
    told = direction(context, *match.span())
    sign = told.sign or -1
    found: date = context.published + relativedelta(weekday=weekday(number - 1)(sign))
    side = "past or present" if sign < 0 else "present or coming"
    return with_part(counted(day(found), f"weekday, the nearest {side} one; {told.why}", context, 0.85), match["part"])


def stepped_weekday(match: Match, context: Context) -> Reading:
    """`last Monday`: the nearest before the day of publication; `next Friday`: the nearest after it."""
    number, step = weekday_of(match["weekday"]), step_of(match["step"])
    if context.published is None:
        return with_part(undated(f"XXXX-WXX-{number}", "a weekday counted from publication"), match["part"])
    step = step or direction(context, *match.span()).sign or -1
    found: date = context.published + relativedelta(days=step, weekday=weekday(number - 1)(step))
    return with_part(counted(day(found), "weekday counted from publication", context), match["part"])


def stepped_unit(match: Match, context: Context) -> Reading | None:
    """`last month`, `this year`, `next week`; `this weekend` by the verb; not `his last year`, "This Week"."""
    titled = match["unit"].istitle()
    if titled or OWNED.search(context.text, max(0, match.start() - 8), match.start()):
        return None
    unit, step, part = unit_of(match["unit"]), step_of(match["step"]), part_named(match["part"])
    if context.published is None:
        return undated(REFS[step], f"a {unit} counted from publication")
    if unit == "weekend" and step == 0:
        return _this_weekend(match, context, context.published)
    anchor = moved(context.published, unit, step)
    if anchor is None:
        return None
    found = part_of(PERIODS[unit](anchor), part)
    return counted(found, f"{unit} counted from publication{part_note(part)}", context)


def _this_weekend(match: Match, context: Context, published: date) -> Reading:
    told = direction(context, *match.span())
    back = told.sign < 0 and published.isoweekday() < 5
    found = weekend(published - relativedelta(days=7 if back else 0))
    return counted(found, f"weekend, the nearest one; {told.why}", context, 0.8)


def within_unit(match: Match, context: Context) -> Reading:
    """`earlier this year`: from its begin to publication; `later this month`: from publication to its end."""
    unit, later = unit_of(match["unit"]), match["side"].lower() == "later"
    if context.published is None:
        return undated("FUTURE_REF" if later else "PAST_REF", f"counted from publication, within the {unit}")
    whole = PERIODS[unit](context.published)
    begin, end = (context.published, whole.end) if later else (whole.begin, context.published)
    side = "from publication on" if later else "up to publication"
    return counted(Period(whole.value, begin, end), f"the {unit} of publication, {side}", context)


def stepped_month(match: Match, context: Context) -> Reading | None:
    """`last June`, `next March`, `this November`."""
    if match["month"].islower():
        return None
    number, step = month_of(match["month"]), step_of(match["step"])
    if context.published is None:
        return undated(f"XXXX-{number:02d}", "a month counted from publication")
    months = [month(date(year, number, 1)) for year in _years_around(context.published)]
    found = _stepped(months, step, match, context, context.published)
    return counted(found, "month counted from publication", context, 0.85) if found else None


def stepped_season(match: Match, context: Context) -> Reading | None:
    """`last summer`, `this fall`; `next spring` is the following year's."""
    which, step = lexicon().seasons[match["season"].lower()], step_of(match["step"])
    if context.published is None:
        return undated(f"XXXX-{which.symbol}", "a season counted from publication")
    years = [context.published.year + 1] if step > 0 else _years_around(context.published)
    found = _stepped([season(which, year) for year in years], step, match, context, context.published)
    return counted(found, "season of the north counted from publication", context, 0.8) if found else None


def _years_around(published: date) -> list[int]:
    return [year for year in range(published.year - 1, published.year + 2) if MINYEAR <= year < MAXYEAR]


def _stepped(candidates: list[Period], step: int, match: Match, context: Context, published: date) -> Period | None:
    """`last`: the nearest that ended before publication; `next`: that begins after it; `this`: by the verb."""
    if step < 0:
        candidates = [period for period in candidates if period.end < published]
    elif step > 0:
        candidates = [period for period in candidates if period.begin > published]
    return nearest(published, candidates, 0 if step else direction(context, *match.span()).sign)


def season_alone(match: Match, context: Context) -> Reading | None:
    """`in the summer`: the nearest on the side the verb points to; with no such verb, of any year."""
    if match["season"][0].isupper() and NAME_GOES_ON.match(context.text, match.end()):
        return None
    which, part = lexicon().seasons[match["season"].lower()], part_named(match["part"])
    told = direction(context, *match.span())
    if context.published is None or not told.sign:
        return unresolved(f"XXXX-{which.symbol}", "a season of a year not named", confidence=0.5)
    found = nearest(context.published, [season(which, year) for year in _years_around(context.published)], told.sign)
    reason = f"no year is given: the nearest season of the north; {told.why}{part_note(part)}"
    return counted(part_of(found, part), reason, context, 0.6) if found else None


def ago(match: Match, context: Context) -> Reading | None:
    """`two years ago`, `a month from now`: as coarse as its unit, a week being given to the day."""
    unit, later = unit_of(match["unit"]), match["way"].lower() == "from now"
    if context.published is None:
        return undated("FUTURE_REF" if later else "PAST_REF", "counted from publication")
    count = number_of(match["number"])
    found = moved(context.published, unit, count if later else -count)
    if found is None:
        return unresolved("FUTURE_REF" if later else "PAST_REF", "beyond the years of the calendar")
    coarse = {"month": month, "quarter": month, "year": year, "decade": year, "century": year}.get(unit, day)
    return counted(coarse(found), f"{match['number']} {match['unit']} counted from publication", context)


def vaguely_ago(match: Match, context: Context) -> Reading:
    """`several months ago`: before publication, one cannot say when."""
    reason = "counted from publication by a number that is not given: begins on no stated day"
    if context.published is None:
        return undated("PAST_REF", reason)
    return replace(unresolved("PAST_REF", reason), end=context.published, anchor=context.anchor)


def end_of_unit(match: Match, context: Context) -> Reading | None:
    """`the end of the year`, `the start of the week`, `year-end`."""
    groups = match.groupdict()
    unit, part = unit_of(match["unit"]), part_named(groups.get("part")) or "late"
    if context.published is None:
        return undated("FUTURE_REF" if part == "late" else "PAST_REF", f"part of a {unit} not named")
    found = part_of(PERIODS[unit](context.published), part)
    return counted(found, f"the {unit} of publication{part_note(part)}", context, 0.75)


RELATIVE = (
    Rule(
        "day",
        r"(?P<day>yesterday|today|(?<!to )this day(?! and)|tonight|tomorrow"
        r"|(?:the )?day before yesterday|(?:the )?day after tomorrow)"
        r"(?: (?P<part>{part}))?",
        named_day,
    ),
    Rule(
        "day-part", r"(?:(?:late|early) )?(?P<step>this (?={part})|last (?=night|evening))(?P<part>{part})", this_part
    ),
    Rule("weekday", r"(?P<weekday>{weekday})(?: (?P<part>{part}))?", weekday_alone),
    Rule(
        "step-weekday",
        r"(?P<step>last|this past|past|this|next|this coming) (?P<weekday>{weekday})(?: (?P<part>{part}))?",
        stepped_weekday,
    ),
    Rule(
        "step-unit",
        r"(?:(?P<part>{early})[- ])?(?P<step>last|this past|this|the current|current|next|this coming|the coming) "
        r"(?P<unit>{longunit})",
        stepped_unit,
    ),
    Rule(
        "within", r"(?P<side>earlier|later)(?: in)? (?:this|the) (?P<unit>week|month|year|decade|century)", within_unit
    ),
    Rule("step-month", r"(?P<step>last|this past|this|next|this coming) (?P<month>{month})", stepped_month),
    Rule("step-season", r"(?P<step>last|this past|this|next|this coming) (?P<season>{season})", stepped_season),
    Rule("season", r"(?:the )?(?:(?P<part>{early})[- ])?(?P<season>summer|winter)(?:time|s)?", season_alone),
    Rule(
        "season-introduced",
        r"(?<=in |by )(?:the )?(?:(?P<part>{early})[- ])?(?P<season>{season})(?! of (?!\d))",
        season_alone,
    ),
    Rule("ago", r"(?P<number>{number})(?: |-)(?P<unit>{units}) (?P<way>ago|back|from now)", ago),
    Rule("vague-ago", r"{vague} {plural} (?:ago|back)", vaguely_ago),
    Rule("end-of-unit", r"(?P<part>{early}) (?P<unit>week|month|year|decade|century)(?! of)", end_of_unit),
    Rule("unit-end", r"(?P<unit>year|month)(?:-|'s | )end", end_of_unit),
)
