"""Years and what is counted in them: seasons, quarters, decades, centuries."""

import re
from datetime import date

from analysis.grammar import relation
from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import compiled, month_of, number_of, ordinal_of, part_named
from analysis.timeline.periods import (
    Period,
    century,
    date_or_none,
    day,
    decade,
    half_year,
    month,
    part_of,
    quarter,
    season,
    year_numbered,
)
from analysis.timeline.reading import Context, Match, Reading, Rule, part_note, stated, unresolved

ANCIENT = (
    r"\d{1,3} {era}|\d{4} (?-i:B\.?C\.?E?)|{era} \d{1,3}|c(?:a|irca)?\.? ?\d{3}(?!,)|\(\d{3} ?[-–] ?\d{3}\)"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9]th|2nd|3rd|10th)[- ]centur(?:y|ies)"
)


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
    if _before_christ(match):
        return unresolved(f"BC{number - 1:02d}", "a century before the calendar's first year")
    if not 0 < number < 100:
        return None
    return stated(part_of(century(date(max(1, 100 * (number - 1)), 1, 1)), part), f"century{part_note(part)}")


def shared_century(match: Match, context: Context) -> Reading | None:
    number = ordinal_of(match["ordinal"])
    if _before_christ(match):
        return unresolved(f"BC{number - 1:02d}", "a century before the calendar's first year, named with the next one")
    return stated(century(date(100 * (number - 1), 1, 1)), "century, named with the next one") if number > 1 else None


def years(match: Match, context: Context) -> Reading | None:
    """`1776-77`, `2008/09`: from one year to another, the second shortened."""
    first = int(match["year"])
    last = first // 100 * 100 + int(match["last"])
    if not first < last <= first + 25:
        return None
    begin, end = year_numbered(first), year_numbered(last)
    return stated(Period(f"{begin.value}/{end.value}", begin.begin, end.end), "from one year to another", 0.8)


def year_shortened(match: Match, context: Context) -> Reading | None:
    """The second year of `1892 – 94`, where a dash, which ranges have, sets it off."""
    first = int(context.text[match.start() - 7 : match.start()].strip(" –")[-4:])
    last = first // 100 * 100 + int(match["last"])
    known = 1000 <= first < last <= first + 50
    return stated(year_numbered(last), "the last year of a range, shortened", 0.8) if known else None


def year_before_shared_era(match: Match, context: Context) -> Reading | None:
    """`1200 to about 400 BCE`: the first of two years, which count down before the era and up in it."""
    first, last = _figures(match["number"]), _figures(match["last"])
    return year_named(match, context) if (first > last) == _before_christ(match) and first != last else None


def is_ancient(text: str) -> bool:
    """Whether an article names years or centuries so early that a number of three figures can be a year."""
    return bool(compiled(ANCIENT).search(text))


def _before_christ_around(match: Match, context: Context) -> bool:
    """Whether the era last named before the number, in the same paragraph, is the one before Christ."""
    furthest = max(0, match.start() - 2000)  # keeps the search linear
    start = max(furthest, context.text.rfind("\n", furthest, match.start()))
    eras = list(compiled("{era}").finditer(context.text, start, match.start()))
    return bool(eras) and eras[-1][0].startswith("B")


def early_year(match: Match, context: Context) -> Reading | None:
    """`in 348`, `(c. 314 – 368)`: three figures are a year only in an article that speaks of such times."""
    word, gap = _before(context.text, match.start())
    introduced = not gap.strip() and word in lexicon().early_prepositions
    ranged = bool(EARLY_RANGE.search(context.text, max(0, match.start() - 40), match.start()))
    if not context.ancient or not (introduced or ranged or "(" in gap) or _counts(match, context):
        return None
    if _before_christ_around(match, context):
        return unresolved(f"BC{int(match['year']):04d}", "a year of three figures, after others BC")
    return stated(year_numbered(int(match["year"])), "a year of three figures, in an article on early times", 0.7)


def early_date(match: Match, context: Context) -> Reading | None:
    """`30 September 420`, `December of 384`."""
    if not context.ancient:
        return None
    year, month_number = int(match["year"]), month_of(match["month"])
    if match["day"] is None:
        return stated(month(date(year, month_number, 1)), "month and year of three figures", 0.7)
    found = date_or_none(year, month_number, ordinal_of(match["day"]))
    return stated(day(found), "day, month and year of three figures", 0.7) if found else None


def _counts(match: Match, context: Context) -> bool:
    """Whether the number counts the noun it stands before."""
    place = context.tokens(match)
    return relation(place.root) == "modifier" and place.root.head.i >= place.end


def year_in_words(match: Match, context: Context) -> Reading | None:
    """`nineteen seventy-two`, `twenty sixteen`."""
    number = int(100 * number_of(match["hundreds"]) + number_of(match["rest"]))
    return stated(year_numbered(number), "a year in words", 0.7) if 1900 <= number <= 2060 else None


def year_named(match: Match, context: Context) -> Reading | None:
    """A number that is called a year or an era's: `the year 71`, `AD 842`, `1200 BC`."""
    number = _figures(match["number"])
    if _before_christ(match):
        return unresolved(f"BC{number:04d}", "a year before the calendar's first", confidence=0.9)
    return stated(year_numbered(number), "the text calls it a year") if 0 < number < 9999 else None


def _figures(text: str) -> int:
    return int(text.replace(",", ""))


def _before_christ(match: Match) -> bool:
    return bool(match["era"]) and match["era"].strip().upper().startswith("B")


def year_alone(match: Match, context: Context) -> Reading | None:
    """A bare four-digit number, where its neighbours let it be a year."""
    number, part = int(match["year"]), part_named(match["part"])
    if not part and not _is_year(match, context, number):
        return None
    if match["side"]:
        after = match["side"].lower() == "post-"
        begin, end = (date(number + 1, 1, 1), None) if after else (None, date(number - 1, 12, 31))
        return Reading("DATE", f"{number}", "the time before or after a year", 0.8, begin, end, "stated")
    return stated(part_of(year_numbered(number), part), f"a four-digit year{part_note(part)}", 0.9)


EARLY_RANGE = re.compile(r"(?:\(|\b(?:c\.|about|around|from|between) ?)\d{3}(?: ?[-–] ?| to | and | until )$")
RANGE = re.compile(r" ?[-–] ?(?:1\d\d\d|20\d\d)(?!\d)")
PLURAL = re.compile(
    r" (?!(?:as|was|is|has|his|this|its|vs|across|years)\b)[a-z]{0,20}(?:s|men|women|children|people)\b"
)
ADDRESS = re.compile(
    r" [A-Z]\w{1,20}(?: [A-Z]\w{1,20})? (?:St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Drive|Lane|Way)\b"
)
CODE = re.compile(r"(?<!\d{4})\d-$|\d\): ?$|\): ?\d{1,4}[-–]$")  # the number of a telephone, the pages of a volume


def _is_year(match: Match, context: Context, number: int) -> bool:
    """Whether the words around a four-digit number let it be a year: not a count, a label or a page."""
    lex, text = lexicon(), context.text
    word, gap = _before(text, match.start())
    if CODE.search(text, max(0, match.start() - 12), match.start()) or ADDRESS.match(text, match.end()):
        return False
    span = RANGE.match(text, match.end())
    end = span.end() if span else match.end()
    after = re.match(r"[- ]?(\w+|%|°)", text[end : end + 20])
    if (after and after[1].lower() in lex.counts) or (word in lex.labels and not gap.strip() and not span):
        return False
    if (number % 100 == 0 or number < 1900) and PLURAL.match(text, match.end()):
        return False
    ranged = bool(span) or (gap.strip() in ("-", "–") and bool(re.fullmatch(r"[12]\d{3}", word)))
    introduced = not gap.strip() and word in lex.prepositions and not match[0].lower().startswith("the ")
    return ranged or introduced or "(" in gap or 1500 <= number <= 2060


def _before(text: str, place: int) -> tuple[str, str]:
    """The word before a place, in lower case, and what stands between."""
    found = re.search(r"([\w.§]{0,20})([^\w.§]{0,20})$", text[max(0, place - 20) : place])
    return (found[1].lower(), found[2]) if found else ("", "")


YEARS = (
    Rule(
        "season-year",
        r"(?:the )?(?:(?P<part>{early})[- ])?(?P<season>{season})(?: of|,)? (?P<year>{year})(?:[-–/]\d\d)?",
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
        r"(?:the )?(?:(?P<part>{early})[- ])?(?P<ordinal>{ordinal})[- ]centur(?:y|ies)(?: (?P<era>{era}))?",
        century_numbered,
    ),
    Rule(
        "century-shared",
        r"(?:the )?(?P<ordinal>{ordinal})"
        r"(?={to}(?:the )?(?:{early}[- ])?{ordinal}[- ]centur(?:y|ies)(?: (?P<era>{era}))?)",
        shared_century,
    ),
    Rule("years", r"(?P<year>{year})[-/](?P<last>\d\d)", years),
    Rule("year-last", r"(?:(?<=\d{4}–)|(?<=\d{4} – ))(?P<last>\d\d)(?![:%])", year_shortened),
    Rule("year-era", r"(?:the )?(?P<number>{figures}) ?(?P<era>{era})", year_named),
    Rule(
        "year-shared-era",
        r"(?P<number>{figures})(?={to}(?:about |around |c\. ?|ca\. ?|roughly )?(?P<last>{figures}) ?(?P<era>{era}))",
        year_before_shared_era,
    ),
    Rule("era-year", r"(?P<era>{era}) ?(?P<number>\d{1,4})(?![\d,:.]\d)", year_named),
    Rule("the-year", r"(?:the |in )year (?P<number>\d{1,4})(?P<era>(?: {era})?)", year_named),
    Rule("early-year", r"(?P<year>[1-9]\d\d)(?![-:.,/]\d|%|s\b| {era})", early_year),
    Rule(
        "early-date", r"(?:(?P<day>{day}) )?(?P<month>{mon})(?: of|,)? (?P<year>[1-9]\d\d)(?![-:.,/]\d|%)", early_date
    ),
    Rule("year-in-words", r"(?P<hundreds>nineteen|twenty)[- ](?:uh, )?(?P<rest>{cardinal})", year_in_words),
    Rule(
        "year",
        r"(?:the )?(?:(?P<part>{early})[- ])?(?P<side>pre-|post-)?(?P<year>{year})(?!\d|[:.,/-]\d|%|s\b)",
        year_alone,
    ),
)
