"""Years and what is counted in them: seasons, quarters, decades, centuries."""

import re
from datetime import date

from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import ordinal_of, part_named
from analysis.timeline.periods import Period, century, decade, half_year, part_of, quarter, season, year_numbered
from analysis.timeline.reading import Context, Match, Reading, Rule, part_note, stated, unresolved


def season_of_year(match: Match, context: Context) -> Reading:
    """A season that names its year; one over the turn of the year belongs to the year in which it begins."""
    part = part_named(match["part"])
    found = season(lexicon().seasons[match["season"].lower()], int(match["year"]))
    return stated(part_of(found, part), f"season of the north and year{part_note(part)}", 0.85)


def quarter_of_year(match: Match, context: Context) -> Reading:
    number, year = ordinal_of(match["ordinal"]), int(match["year"])
    return stated(quarter(date(year, 3 * number - 2, 1)), "quarter and year")


def half_of_year(match: Match, context: Context) -> Reading:
    return stated(half_year(int(match["year"]), ordinal_of(match["ordinal"])), "half and year")


def decade_in_figures(match: Match, context: Context) -> Reading | None:
    """`the 1990s`, `the late ’60s`; `the 1800s` are a century."""
    first = int(match["figures"] or 1900 + int(match["short"]))
    if first % 10:
        return None
    whole = century if first % 100 == 0 and first < 2000 and match["figures"] else decade
    part = part_named(match["part"])
    return stated(part_of(whole(date(first, 1, 1)), part), f"decade or century in figures{part_note(part)}")


def decade_in_words(match: Match, context: Context) -> Reading | None:
    part = part_named(match["part"])
    found = decade(date(lexicon().decades[match["decade"].lower()], 1, 1))
    return stated(part_of(found, part), f"decade in words, of the twentieth century{part_note(part)}", 0.8)


def century_numbered(match: Match, context: Context) -> Reading | None:
    number, part = ordinal_of(match["ordinal"]), part_named(match["part"])
    if match["era"]:
        return unresolved(f"BC{number - 1:02d}", "a century before the calendar's first year")
    if not 0 < number < 100:
        return None
    return stated(part_of(century(date(max(1, 100 * (number - 1)), 1, 1)), part), f"century{part_note(part)}")


def shared_century(match: Match, context: Context) -> Reading | None:
    number = ordinal_of(match["ordinal"])
    return stated(century(date(100 * (number - 1), 1, 1)), "century, named with the next one") if number > 1 else None


def years(match: Match, context: Context) -> Reading | None:
    """`1776-77`, `2008/09`: from one year to another, the second shortened."""
    first = int(match["year"])
    last = first // 100 * 100 + int(match["last"])
    if not first < last <= first + 25:
        return None
    begin, end = year_numbered(first), year_numbered(last)
    return stated(Period(f"{begin.value}/{end.value}", begin.begin, end.end), "from one year to another", 0.8)


def year_named(match: Match, context: Context) -> Reading | None:
    """A number that is called a year or an era's: `the year 71`, `AD 842`, `1200 BC`."""
    number = int(match["number"])
    if match["era"] and match["era"].strip().lower().startswith("b"):
        return unresolved(f"BC{number:04d}", "a year before the calendar's first")
    return stated(year_numbered(number), "the text calls it a year") if number else None


def year_alone(match: Match, context: Context) -> Reading | None:
    """A bare four-digit number, where its neighbours let it be a year."""
    number, part = int(match["year"]), part_named(match["part"])
    if not part and not _is_year(match, context, number):
        return None
    return stated(part_of(year_numbered(number), part), f"a four-digit year{part_note(part)}", 0.9)


RANGE = re.compile(r" ?[-–] ?(?:1\d\d\d|20\d\d)(?!\d)")
PLURAL = re.compile(r" [a-z]{0,20}(?:s|men|women|children|people)\b")


def _is_year(match: Match, context: Context, number: int) -> bool:
    """Whether the words around a four-digit number let it be a year: not a count, a label or a page."""
    lex, text = lexicon(), context.text
    word, gap = _before(text, match.start())
    span = RANGE.match(text, match.end())
    end = span.end() if span else match.end()
    after = re.match(r"[- ]?(\w+|%|°)", text[end : end + 20])
    if (after and after[1].lower() in lex.counts) or (word in lex.labels and not gap.strip() and not span):
        return False
    if (number % 100 == 0 or number < 1900) and PLURAL.match(text, match.end()):
        return False
    ranged = bool(span) or (gap.strip() in ("-", "–") and bool(re.fullmatch(r"[12]\d{3}", word)))
    introduced = not gap.strip() and word in lex.prepositions
    return ranged or introduced or "(" in gap or 1500 <= number <= 2060


def _before(text: str, place: int) -> tuple[str, str]:
    """The word before a place, in lower case, and what stands between."""
    found = re.search(r"([\w.§]*)([^\w.§]*)$", text[max(0, place - 20) : place])
    return (found[1].lower(), found[2]) if found else ("", "")


YEARS = (
    Rule(
        "season-year",
        r"(?:the )?(?:(?P<part>{early})[- ])?(?P<season>{season})(?: of|,)? (?P<year>{year})",
        season_of_year,
    ),
    Rule(
        "quarter-year",
        r"(?:the )?(?P<ordinal>first|second|third|fourth) quarter(?: of|,)? (?P<year>{year})",
        quarter_of_year,
    ),
    Rule("quarter-figures", r"Q(?P<ordinal>[1-4])(?: of|,)? (?P<year>{year})", quarter_of_year),
    Rule("half-year", r"(?:the )?(?P<ordinal>first|second) half of (?P<year>{year})", half_of_year),
    Rule("decade", r"(?:the )?(?:(?P<part>{early})[- ])?(?:(?P<figures>{year})|'(?P<short>\d0))s", decade_in_figures),
    Rule("decade-possessive", r"the (?:(?P<part>{early})[- ])?(?P<figures>{year})(?P<short>)'s", decade_in_figures),
    Rule("decade-words", r"the (?:(?P<part>{early})[- ])?(?P<decade>{decade})", decade_in_words),
    Rule(
        "century",
        r"(?:the )?(?:(?P<part>{early})[- ])?(?P<ordinal>{ordinal})[- ]century(?: (?P<era>BCE?|B\.C\.))?",
        century_numbered,
    ),
    Rule(
        "century-shared",
        r"(?:the )?(?P<ordinal>{ordinal})(?={to}(?:the )?(?:{early}[- ])?{ordinal}[- ]centur)",
        shared_century,
    ),
    Rule("years", r"(?P<year>{year})[-–/](?P<last>\d\d)", years),
    Rule("year-era", r"(?:the )?(?P<number>\d{1,4}) (?P<era>BCE?|B\.C\.|CE|A\.D\.|AD)", year_named),
    Rule("era-year", r"(?P<era>AD|A\.D\.) ?(?P<number>\d{1,4})", year_named),
    Rule("the-year", r"(?:the |in )year (?P<number>\d{1,4})(?P<era>(?: (?:BCE?|B\.C\.))?)", year_named),
    Rule(
        "year", r"(?:the )?(?:(?P<part>{early})[- ])?(?:pre-|post-)?(?P<year>{year})(?!\d|[:.,/-]\d|%|s\b)", year_alone
    ),
)
