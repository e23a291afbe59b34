"""Times of the clock: `10 a.m.`, `22:30`, `noon`. Their day is the one named in the same sentence, if any."""

import re

from analysis.timeline.patterns import number_of
from analysis.timeline.reading import Context, Match, Reading, Rule

BEFORE = re.compile(
    r"(?:\b(?:at|by|around|about|from|until|till|to|before|after|since|like|approximately)|[-–]) ?$", re.I
)
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


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


CLOCK = (
    Rule("half-day", r"(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:m|\.m\.?){zone}?", half_day),
    Rule("whole-day", r"(?<![:.\d,])(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?![:\d%]){zone}?", whole_day),
    Rule("o-clock", r"(?P<number>{number}) o'clock", o_clock),
    Rule("named-hour", r"(?P<name>noon|midday|midnight)", named_hour),
)
