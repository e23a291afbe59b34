"""The notation of the grammar: regular expressions in which `{month}` and the like stand for the lexicon's words.

Patterns are matched against `folded` text, whole words, in any case. They hold no nested quantifiers, and what they
repeat is bounded, so that matching takes linear time.
"""

import re
from collections.abc import Iterable
from functools import cache

from analysis.timeline.lexicon import lexicon

_FOLDS = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "‐": "-", "‑": "-", "—": "–"})


def folded(text: str) -> str:
    """The text with one kind of blank, apostrophe, hyphen and dash: equally long, so that offsets stay."""
    return text.translate(_FOLDS)


def words(choices: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    ordered = sorted(choices, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


@cache
def macros() -> dict[str, str]:
    """What each name in braces stands for."""
    lex = lexicon()
    tens, small = words(lex.tens), words(set(lex.numbers) - {"a", "an"})
    figures, spelt = r"\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,4})?(?: 1/2)?|\d{1,5}", rf"(?:{tens}(?:[- ]{small})?|{small})"
    number = rf"(?:{figures}|{spelt}(?: and a half)?|an?)"
    short_months = words(set(lex.months) - set(lex.full_months))
    short_weekdays = words(set(lex.weekdays) - set(lex.full_weekdays))
    return {
        "month": words(lex.full_months),
        "mon": rf"(?:{words(lex.full_months)}|{short_months}\.?)",
        "weekday": words(lex.full_weekdays),
        "wday": rf"(?:{words(lex.full_weekdays)}|{short_weekdays}\.?)",
        "season": words(lex.seasons),
        "unit": words(lex.units),
        "longunit": words(["week", "weekend", "month", "quarter", "year", "decade", "century"]),
        "units": rf"(?:{words({f'{name}s' for name in lex.units} | {'centuries'})}|{words(lex.units)})",
        "plural": words({f"{name}s" for name in lex.units if name != "century"} | {"centuries"}),
        "part": words(lex.parts),
        "number": number,
        "vague": words(lex.vague),
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{words(lex.ordinals)})",
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
        "year": r"(?:1\d\d\d|20\d\d)",
        "era": r"(?-i:B\.C\.(?:E\.)?|BCE?|C\.E\.|CE|A\.D\.|AD)",
        "figures": r"(?:\d{1,2},\d{3}|\d{1,4})",
        "early": r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end|first half|second half) of(?: the)?)",
        "to": r"(?: ?[-–] ?| (?:to|and|through|until|till|or) )",
        "cardinal": rf"(?:{tens}(?:[- ]{small})?|(?:oh|o)[- ]{small}|{words(lex.teens)})",
        "decade": words(lex.decades),
        "span": words(lex.known_spans),
        "holiday": words(lex.holidays),
        "recurring": words(lex.recurring),
        "zone": r"(?: (?:local time|[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|Eastern|Pacific|Central))",
    }


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression that a pattern of the grammar stands for."""
    known = macros()
    filled = re.sub(r"\{([a-z]+)\}", lambda match: known[match[1]], pattern)
    return re.compile(rf"(?<![\w$£€#])(?:{filled})(?![\w])", re.IGNORECASE)


def number_of(text: str) -> float:
    """The number that digits or words such as `thirty-five` name."""
    lex = lexicon()
    text = text.lower().replace(",", "")
    if text[0].isdigit():
        whole, _, half = text.partition(" ")
        return float(whole) + (0.5 if half else 0)
    text, half, _ = text.partition(" and a half")
    return (0.5 if half else 0.0) + float(
        sum(lex.tens.get(word, 0) or lex.numbers.get(word, 0) for word in re.split(r"[- ]+", text))
    )


def ordinal_of(text: str) -> int:
    """The number that `3rd`, `third` or `3` name."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else lexicon().ordinals[text.lower()]


def month_of(text: str) -> int:
    return lexicon().months[text.lower().rstrip(".")]


def weekday_of(text: str) -> int:
    return lexicon().weekdays[text.lower().rstrip(".")]


def unit_of(text: str) -> str:
    """The unit's name in the lexicon, of a singular or a plural."""
    name = text.lower()
    return "century" if name == "centuries" else name.removesuffix("s")


PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "first half": "first half",
    "second half": "second half",
}


def part_named(text: str | None) -> str:
    """Which part `early`, `the end of` and the like name; empty for none."""
    if not text:
        return ""
    name = re.sub(r"^the | of( the)?$", "", " ".join(text.lower().split())).strip("- ")
    return PARTS[re.sub(r" of$", "", name)]


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


def step_of(text: str) -> int:
    """-1, 0 or 1 for `last`, `this`, `next` and their like."""
    return STEPS[re.sub(r"^the ", "", " ".join(text.lower().split()))]
