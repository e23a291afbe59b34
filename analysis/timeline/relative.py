"""Times counted from the day of publication: `yesterday`, `last month`, `two years ago`, `on Monday`."""

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from dateutil.relativedelta import relativedelta

from analysis.timeline.anchoring import direction, nearest
from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import month_of, number_of, part_named, step_of, unit_of
from analysis.timeline.periods import PERIODS, Period, day, month, moved, part_of, season, weekend, year
from analysis.timeline.reading import (
    NAME_GOES_ON,
    REFS,
    Context,
    Match,
    Reading,
    Rule,
    counted,
    introduced,
    owned,
    part_note,
    undated,
    unresolved,
)

DUE = re.compile(r"\bby $", re.IGNORECASE)


def stepped_unit(match: Match, context: Context) -> Reading | None:
    """`last month`, `this year`, `next week`; `this weekend` by the verb; not `his last year`, "This Week"."""
    titled = match["unit"].istitle()
    if titled or owned(match, context):
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
    if unit == "week" and step == 0 and direction(context.tokens(match)).sign < 0:
        return counted(replace(found, end=context.published), "the week of publication, up to that day", context)
    return counted(found, f"{unit} counted from publication{part_note(part)}", context)


def the_weekend(match: Match, context: Context) -> Reading:
    """`over the weekend`: the nearest on the side the verb points to."""
    if context.published is None:
        return undated("XXXX-WXX-WE", "a weekend counted from publication")
    return _this_weekend(match, context, context.published)


def _this_weekend(match: Match, context: Context, published: date) -> Reading:
    told = direction(context.tokens(match))
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
    return nearest(published, candidates, 0 if step else direction(context.tokens(match)).sign)


def season_introduced(match: Match, context: Context) -> Reading | None:
    """`in the spring`, `by fall`: words with other meanings, which a preposition makes seasons."""
    return season_alone(match, context) if introduced(match, context) else None


def season_alone(match: Match, context: Context) -> Reading | None:
    """`in the summer`: the nearest on the side the verb points to; with no such verb, of any year."""
    if match["season"][0].isupper() and NAME_GOES_ON.match(context.text, match.end()):
        return None
    named = match[0].split()[-1].lower() in context.people
    if named or any(token.pos_ == "VERB" for token in context.tokens(match)):
        return None
    which, part = lexicon().seasons[match["season"].lower()], part_named(match["part"])
    told = direction(context.tokens(match))
    every_year = context.looks_back or match[0].lower().endswith("s")
    if context.published is None or not told.sign or every_year:
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
    whole = PERIODS[unit](context.published)
    if "end" in match[0].lower() and DUE.search(context.text, max(0, match.start() - 4), match.start()):
        return counted(replace(whole, begin=whole.end), f"the last day of the {unit} of publication", context, 0.75)
    return counted(part_of(whole, part), f"the {unit} of publication{part_note(part)}", context, 0.75)


RELATIVE = (
    Rule(
        "step-unit",
        r"(?:(?P<part>{early})[- ])?(?P<step>last|this past|this|the current|current|next|this coming|the coming) "
        r"(?P<unit>{longunit})",
        stepped_unit,
    ),
    Rule("weekend", r"the weekend(?! (?:of|that|when|before|after))", the_weekend),
    Rule(
        "within", r"(?P<side>earlier|later)(?: in)? (?:this|the) (?P<unit>week|month|year|decade|century)", within_unit
    ),
    Rule("step-month", r"(?P<step>last|this past|this|next|this coming) (?P<month>{month})", stepped_month),
    Rule("step-season", r"(?P<step>last|this past|this|next|this coming) (?P<season>{season})", stepped_season),
    Rule("season", r"(?:the )?(?:(?P<part>{early})[- ])?(?P<season>summer|winter|autumn)(?:time|s)?", season_alone),
    Rule(
        "season-introduced",
        r"(?:the )?(?:(?P<part>{early})[- ])?(?P<season>spring|fall)(?! of (?!\d))",
        season_introduced,
    ),
    Rule("season-first", r"(?P<part>)(?P<season>spring|fall)(?=(?: and | or |, )(?:{early} )?{season})", season_alone),
    Rule("ago", r"(?P<number>{number})(?: |-)(?P<unit>{units}) (?P<way>ago|back|from now)", ago),
    Rule("vague-ago", r"{vague} {plural} (?:ago|back)", vaguely_ago),
    Rule("end-of-unit", r"(?P<part>{early}) (?P<unit>week|month|year|decade|century)(?! of)", end_of_unit),
    Rule("unit-end", r"(?P<unit>year|month)(?:-|'s | )end", end_of_unit),
)
