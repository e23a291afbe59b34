"""Times counted from the one last named before them: `three days later`, `that year`, `the next day`."""

import re
from dataclasses import replace

from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import number_of, unit_of
from analysis.timeline.periods import PERIODS, moved
from analysis.timeline.reading import Context, Match, Reading, Rule, followed, unresolved

STEPS = {
    "that": 0,
    "that same": 0,
    "the same": 0,
    "the next": 1,
    "the following": 1,
    "the previous": -1,
    "the preceding": -1,
}
OVER = re.compile(r"\b(?:over|in|for|within|during) $", re.IGNORECASE)
AFTER = ("later", "after", "afterward", "afterwards", "on")


def counted_on(match: Match, context: Context) -> Reading | None:
    """`three days later`, `two years earlier`."""
    unit = unit_of(match["unit"])
    if lexicon().units[unit].fine:
        return None
    sign = 1 if match["way"].lower() in AFTER else -1
    return _from_focus(context, unit, sign * number_of(match["number"]))


def vaguely_on(match: Match, context: Context) -> Reading:
    """`several months later`."""
    return unresolved("XXXX", "counted, by a number that is not given, from a time named before")


def stepped(match: Match, context: Context) -> Reading | None:
    """`that year`, `the next day`; `over the next year` is a stretch of time."""
    if OVER.search(context.text, max(0, match.start() - 8), match.start()) and match["step"].lower() == "the next":
        return None
    return _from_focus(context, unit_of(match["unit"]), STEPS[" ".join(match["step"].lower().split())])


def stepped_part(match: Match, context: Context) -> Reading:
    """`the next morning`: of the day after the one last named."""
    reading = _from_focus(context, "day", STEPS[match["step"].lower()])
    return replace(reading, type="TIME", value=f"{reading.value}T{lexicon().parts[match['part'].lower()]}")


def beside(match: Match, context: Context) -> Reading | None:
    """`the year before`, `the day after`."""
    return _from_focus(context, unit_of(match["unit"]), -1 if match["way"].lower() in ("before", "earlier") else 1)


def _from_focus(context: Context, unit: str, count: float) -> Reading:
    """`count` units from the time last named, where that is known as finely as the unit needs."""
    reason = (
        f"{abs(count):g} {unit} {'after' if count > 0 else 'before'} the time named before"
        if count
        else f"the same {unit}"
    )
    focus = context.focus
    if focus is None:
        return unresolved("XXXX", f"{reason}; unresolved: no time is named before it", confidence=0.5)
    size = PERIODS[unit](focus.begin) if unit in PERIODS else None
    found = moved(focus.begin, unit, count)
    if size is None or found is None or not size.begin <= focus.begin <= focus.end <= size.end:
        return unresolved(
            "XXXX", f"{reason}; unresolved: “{context.focus_words}” is too coarse to count from", confidence=0.5
        )
    return followed(PERIODS[unit](found), reason, context)


FOLLOWING = (
    Rule("later", r"(?P<number>{number}) (?P<unit>{units}) (?P<way>later|earlier|afterwards?|after that)", counted_on),
    Rule("vague-later", r"{vague} {plural} (?:later|earlier|afterwards?)", vaguely_on),
    Rule(
        "step",
        r"(?P<step>that same|that|the same|the next|the following|the previous|the preceding) "
        r"(?P<unit>day|night|week|weekend|month|year|decade|century)(?! (?:of|that|when))",
        stepped,
    ),
    Rule("step-part", r"(?P<step>the next|the following) (?P<part>{part})", stepped_part),
    Rule(
        "beside", r"the (?P<unit>day|week|month|year) (?P<way>before|earlier|after|later)(?= ?[.,;:!?”\"’)]|$)", beside
    ),
)
