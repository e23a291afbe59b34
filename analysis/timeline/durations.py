"""Lengths of time and recurring times: `for months`, `the next two to three weeks`, `nightly`."""

import re
from dataclasses import replace

from analysis.timeline.anchoring import direction
from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import number_of, unit_of, weekday_of
from analysis.timeline.periods import length_value, moved
from analysis.timeline.reading import Context, Match, Reading, Rule, owned, undated, unresolved

EVENT = re.compile(r"[^,.;:()\n“”\"]{0,80}")
BACKWARD = ("last", "past", "previous", "preceding", "recent")
OF_SOMEBODY = re.compile(r" of (?:my|his|her|its|their)\b")
WHOSE = "of somebody's time, not up to publication; unresolved: its end is not given here"
OLD = re.compile(r"[- ](?:old|of age)\b")
# Before "a year" these make a length of it; elsewhere it is a rate ("$10 a year") or no time at all.
LENGTHENED = re.compile(
    r"\b(?:for|in|within|after|nearly|almost|about|around|over|under|than|of|half|lasted|lasting|lasts|took|takes|take|taking|spent|"
    r"spend|spending|least|most|another|every|only|roughly|under) $",
    re.IGNORECASE,
)


def duration(match: Match, context: Context) -> Reading | None:
    """`two weeks`, `a three-day visit`, `for a year`: a length without a place in time; ages and years are none."""
    unit, number = unit_of(match["unit"]), match["number"].lower()
    if unit == "quarter" or OLD.match(context.text, match.end()):
        return None
    if re.fullmatch(r"[12]\d{3}", number) and not match["unit"].lower().endswith("s"):
        return None
    if number in ("a", "an", "one") and not LENGTHENED.search(context.text, max(0, match.start() - 12), match.start()):
        return None
    value = length_value(f"{number_of(number):g}", lexicon().units[unit])
    return unresolved(value, "a length of time; the text does not say from when", "DURATION", 0.8)


def vague_duration(match: Match, context: Context) -> Reading:
    """`for months`, `several years`: a length of no stated number."""
    value = length_value("X", lexicon().units[unit_of(match["unit"])])
    return unresolved(value, "a length of time of no stated number; the text does not say from when", "DURATION", 0.7)


def stretch(match: Match, context: Context) -> Reading | None:
    """`the last eight months`, `the next two to three weeks`: up to publication, or from it; the longer of two."""
    if match["unit"].istitle():
        return None
    unit, back = unit_of(match["unit"]), match["step"].lower().split()[-1] in BACKWARD
    number = match["more"] or match["number"]
    count = number_of(number) if number else 1.0
    value = length_value(f"{count:g}", lexicon().units[unit])
    if OF_SOMEBODY.match(context.text, match.end()):
        return unresolved(value, WHOSE, "DURATION")
    reason = f"{'up to' if back else 'from'} publication"
    reason += f"; {match['number']} or {match['more']}: the longer" if match["more"] else ""
    if context.published is None:
        return undated(value, reason, "DURATION")
    if not back and direction(context.tokens(match)).sign < 0:
        return _told_on(value, unit, count, context)
    far = moved(context.published, unit, -count if back else count)
    if far is None:
        return unresolved(value, f"{reason}; beyond the years of the calendar", "DURATION")
    begin, end = sorted((far, context.published))
    return Reading("DURATION", value, reason, 0.85, begin, end, context.anchor)


def _told_on(value: str, unit: str, count: float, context: Context) -> Reading:
    """A stretch to come in a tale of the past: it begins with the time last named."""
    end = moved(context.focus.end, unit, count) if context.focus else None
    if context.focus is None or end is None:
        return unresolved(value, "from the time told of; unresolved: no time is named before it", "DURATION")
    reason, anchor = "from the time named before it", f"after “{context.focus_words}”"
    return Reading("DURATION", value, reason, 0.6, context.focus.begin, end, anchor)


def open_stretch(match: Match, context: Context) -> Reading | None:
    """`recent weeks`, `the past few days`, `the months ahead`: publication bounds it on one side only."""
    if owned(match, context):
        return None
    groups = match.groupdict()
    back = (groups.get("step") or "coming").lower().split()[-1] in BACKWARD
    value = length_value("X", lexicon().units[unit_of(match["unit"])])
    if OF_SOMEBODY.match(context.text, match.end()):
        return unresolved(value, WHOSE, "DURATION")
    reason = f"{'up to' if back else 'from'} publication; how long is not said"
    if context.published is None:
        return undated(value, reason, "DURATION")
    reading = replace(unresolved(value, reason, "DURATION", 0.75), anchor=context.anchor)
    return replace(reading, end=context.published) if back else replace(reading, begin=context.published)


def beside_event(match: Match, context: Context) -> Reading:
    """`the weeks before Russia's invasion`, `ten days after the vote`: counted from an event, its day not given."""
    event = EVENT.match(context.text, match.end())
    words = event[0].rstrip() if event else ""
    number = match["number"]
    value = length_value(f"{number_of(number):g}" if number else "X", lexicon().units[unit_of(match["unit"])])
    reason = "counted from the event named after it; unresolved: its day is not given here"
    return replace(unresolved(value, reason, "DURATION"), evidence_end=match.end() + len(words))


def day_beside_event(match: Match, context: Context) -> Reading:
    """`the day before the outbreak of war`: one day, month or year beside an event."""
    return replace(beside_event(match, context), type="DATE", value="XXXX")


def recurring(match: Match, context: Context) -> Reading | None:
    """`nightly`, `weekly`; capitalised it is a name (the Daily Mail)."""
    word = match["recurring"]
    return None if word[0].isupper() else _set(lexicon().recurring[word.lower()])


def every_unit(match: Match, context: Context) -> Reading | None:
    """`every day`, `each of the three weeks`, `week by week`, `twice a month`, `by the hour`."""
    number = match.groupdict().get("number")
    return _set(length_value(f"{number_of(number):g}" if number else "1", lexicon().units[unit_of(match["unit"])]))


def every_named(match: Match, context: Context) -> Reading:
    """`every Monday`, `each morning`, `every summer`, `Mondays`."""
    name = match["name"].lower()
    lex = lexicon()
    if name in lex.seasons:
        return _set(f"XXXX-{lex.seasons[name].symbol}")
    if name in lex.parts:
        return _set(f"XXXX-XX-XXT{lex.parts[name]}")
    if name in lex.full_months:
        return _set(f"XXXX-{lex.months[name]:02d}")
    return _set(f"XXXX-WXX-{weekday_of(name)}")


def _set(value: str) -> Reading:
    return unresolved(value, "a recurring time: it has no one begin and end", "SET", 0.85)


DURATIONS = (
    Rule("duration", r"(?P<number>{number})(?: |-)(?P<unit>{units})", duration),
    Rule("vague-duration", r"(?:for |{vague} )(?P<unit>{plural})(?! old)", vague_duration),
    Rule(
        "stretch",
        r"(?:the )?(?P<step>last|past|previous|preceding|next|coming|following) "
        r"(?:(?P<number>{number})(?:(?: to | or |-|–)(?P<more>{number}))? )(?P<unit>{units})",
        stretch,
    ),
    Rule("stretch-one", r"the (?P<step>last|past|next|coming)(?P<number>)(?P<more>) (?P<unit>{unit})(?!s)", stretch),
    Rule(
        "open-stretch",
        r"(?:the )?(?:(?:more|most) )?(?P<step>recent|last|past|next|coming)(?: {vague})? (?P<unit>{plural})",
        open_stretch,
    ),
    Rule("ahead", r"the (?P<unit>{plural}) (?:ahead|to come)", open_stretch),
    Rule(
        "beside-event",
        r"(?:the )?(?:(?P<number>{number}) |{vague} )?(?P<unit>{plural}) "
        r"(?:before|after|since|following|leading up to|prior to)(?= [\w'“])",
        beside_event,
    ),
    Rule(
        "day-beside-event",
        r"(?P<number>)the (?P<unit>day|night|week|month|year) (?:before|after|following|prior to)(?= [\w'“])",
        day_beside_event,
    ),
)
SETS = (
    Rule("recurring", r"(?P<recurring>{recurring})", recurring),
    Rule("every", r"(?:every|each) (?:(?:other )?|(?P<number>{number}) )(?P<unit>{units})", every_unit),
    Rule(
        "times", r"(?:once|twice|(?:{number}|several|many) times) (?:a|an|each|every|per) (?P<unit>{unit})", every_unit
    ),
    Rule("by-unit", r"{unit} by (?:the )?(?P<unit>{unit})", every_unit),
    Rule("by-the-unit", r"by the (?P<unit>minute|hour|day|week|month)(?! (?:of|that|when|\d)|')", every_unit),
    Rule("every-named", r"(?:every|each) (?P<name>{weekday}|{part}|{season}|{month})", every_named),
    Rule("weekdays", r"(?P<name>{weekday})(?: {part})?s", every_named),
)
