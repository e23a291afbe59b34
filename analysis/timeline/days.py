"""Days counted from publication, weekdays, their parts and the hours of the clock.

`yesterday`, `last night`, `on Monday`, `10 a.m.`, `noon`. An hour's day is the one named before it, if any.
"""

import re
from datetime import date

from dateutil.relativedelta import relativedelta, weekday

from analysis.timeline.anchoring import direction
from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import number_of, step_of, weekday_of
from analysis.timeline.periods import day, moved
from analysis.timeline.reading import (
    NAME_GOES_ON,
    REFS,
    Context,
    Match,
    Reading,
    Rule,
    counted,
    owned,
    undated,
    unresolved,
    with_part,
)

SPEAKERS = ("i", "me", "my", "we", "us", "our", "you", "your")
QUOTE_ENDS = re.compile(r"[,.]?[”\"']")
IN_NAME = re.compile(r"(?:\b[A-Z]\w{0,30} |[“\"'])$")  # USA Today, "Today"
A_WEEKDAY = re.compile(r"\b[Aa] $")
BEFORE = re.compile(
    r"(?:\b(?:at|by|around|about|from|until|till|to|before|after|since|like|approximately)|[-–]) ?$", re.I
)
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
OFFSETS = {
    "today": 0,
    "this day": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def named_day(match: Match, context: Context) -> Reading | None:
    """`yesterday`, `tomorrow morning`, `tonight`; not USA Today."""
    in_name = IN_NAME.search(context.text, max(0, match.start() - 32), match.start())
    quoted = in_name and in_name[0] in "“\"'"
    if match["day"][0].isupper() and in_name and not (quoted and not QUOTE_ENDS.match(context.text, match.end())):
        return None
    name = re.sub(r"^the ", "", " ".join(match["day"].lower().split()))
    offset = OFFSETS[name]
    if name == "today" and context.looks_back and not _is_that_day(match, context):
        return unresolved("PRESENT_REF", "nowadays, in an article that tells of other times")
    part = "night" if name == "tonight" else match["part"]
    if context.published is None:
        return undated(REFS[(offset > 0) - (offset < 0)], f"“{name}” is counted from publication")
    found = moved(context.published, "day", offset)
    return with_part(
        counted(day(found or context.published), "counted from the day of publication", context, 0.95), part
    )


def _is_that_day(match: Match, context: Context) -> bool:
    """Whether `today` is the day of publication: what is to come, or what someone says of themself."""
    place = context.tokens(match)
    speaks = any(token.lower_ in SPEAKERS for token in place.sent)
    told = direction(place)
    return speaks or (told.sign > 0 and not told.word.endswith("ing"))


def this_part(match: Match, context: Context) -> Reading | None:
    """`last night`, `this morning`; not `our last night`."""
    if owned(match, context):
        return None
    offset = step_of(match["step"])
    if context.published is None:
        return undated(REFS[offset], "a part of a day counted from publication", "TIME")
    found = moved(context.published, "day", offset) or context.published
    return with_part(counted(day(found), "a part of a day counted from publication", context), match["part"])


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
    told = direction(context.tokens(match))
    sign = told.sign or -1
    found: date = context.published + relativedelta(weekday=weekday(number - 1)(sign))
    side = "past or present" if sign < 0 else "present or coming"
    return with_part(counted(day(found), f"weekday, the nearest {side} one; {told.why}", context, 0.85), match["part"])


def stepped_weekday(match: Match, context: Context) -> Reading:
    """`last Monday`: the nearest before the day of publication; `next Friday`: the nearest after it."""
    number, step = weekday_of(match["weekday"]), step_of(match["step"])
    if context.published is None:
        return with_part(undated(f"XXXX-WXX-{number}", "a weekday counted from publication"), match["part"])
    step = step or direction(context.tokens(match)).sign or -1
    found: date = context.published + relativedelta(days=step, weekday=weekday(number - 1)(step))
    return with_part(counted(day(found), "weekday counted from publication", context), match["part"])


def half_day(match: Match, context: Context) -> Reading | None:
    """`10 a.m.`, `6:13 P.M. EDT`."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 0 < hour <= 12:
        return None
    return _at(hour % 12 + (12 if match["half"].lower() == "p" else 0), minute, context)


def whole_day(match: Match, context: Context) -> Reading | None:
    """`22:30`, `at 9:45`: a lone figure such as 3:16 may be a verse or a score."""
    hour = match["hour"]
    introduced = BEFORE.search(context.text[max(0, match.start() - 16) : match.start()])
    if len(hour) < 2 and not introduced:
        return None
    return _at(int(hour), int(match["minute"]), context) if int(hour) < 24 else None


def o_clock(match: Match, context: Context) -> Reading | None:
    hour = int(number_of(match["number"]))
    return _at(hour, 0, context) if 0 < hour <= 24 else None


def named_hour(match: Match, context: Context) -> Reading | None:
    if match["name"][0].isupper():
        return None
    hour, _, minute = NAMED[match["name"].lower()].partition(":")
    return _at(int(hour), int(minute), context)


def _at(hour: int, minute: int, context: Context) -> Reading:
    focus = context.focus
    clock = f"T{hour % 24:02d}:{minute:02d}"
    if focus and focus.begin == focus.end:
        reason = f"time of day, on the day named before it: “{context.focus_words}”"
        return Reading(
            "TIME",
            focus.begin.isoformat() + clock,
            reason,
            0.6,
            focus.begin,
            focus.end,
            f"after “{context.focus_words}”",
        )
    return Reading("TIME", "XXXX-XX-XX" + clock, "time of day; its day is not named before it", 0.6)


DAYS = (
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
    Rule("half-day", r"(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:m|\.m\.?){zone}?", half_day),
    Rule("whole-day", r"(?<![:.\d,])(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?![:\d%]){zone}?", whole_day),
    Rule("o-clock", r"(?P<number>{number}) o'clock", o_clock),
    Rule("named-hour", r"(?P<name>noon|midday|midnight)", named_hour),
)
