"""Plain English from records: agreement, lists, numbers, dates, quotation within quotation."""

import re
import textwrap
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from analysis.lexicon import likelihood_rows, likelihoods
from analysis.records import Actor, Certainty

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Words that begin with a vowel sound, and letters whose names do.
VOWEL_SOUND = re.compile(r"(?:[aio]|e(?!u|we)|u(?!n[ei](?!n)|se|sa|ti|to|ro)|hono|hour|heir)(?!ne\b|nce\b|ne-)")
VOWEL_NAME = re.compile(r"[AEFHILMNORSX]")
CLAUSE_ENDS = (",", ";", ":", "–", "—")
# Quotation marks inside a quotation, while it is put together: a closing one alone looks like an apostrophe. No text
# holds these: `normalise` takes them out.
INNER = ("\ufdd0", "\ufdd1")


@cache
def _words(table: str) -> frozenset[str]:
    """One row of `prose.toml`."""
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return frozenset(rows[table])


def number(n: int) -> str:
    """A number as a word up to ten: `three`, `11`."""
    return NUMBERS[n] if 0 <= n < len(NUMBERS) else f"{n:,}"


def plural(noun: str) -> str:
    """A common noun's plural, by the regular rules: `sources`, `parties`, `speeches`."""
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else f"{noun}s"


def count(n: int, noun: str) -> str:
    """A number with its noun in agreement: `one source`, `three sources`, `no sources`."""
    return f"{number(n)} {noun if n == 1 else plural(noun)}"


def listed(items: Iterable[str], joiner: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} {joiner} {last}" if head else last


def capital(text: str) -> str:
    """`text` as the start of a sentence."""
    return text[:1].upper() + text[1:]


def inner(text: str) -> str:
    """A sentence in the middle of another: the first letter small where its word is never a name (`should`)."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first.lower() in _words("never_names") else text


def lowered(title: str) -> str:
    """A title in the middle of a sentence: the first letter small, unless its word is a name or an acronym."""
    first = re.match(r"[\w’'.]+", title)
    named = not first or first[0] in _words("proper") or not (first[0] == "A" or first[0][1:].islower())
    return title if named else title[0].lower() + title[1:]


def article(noun: str) -> str:
    """The noun with `a` or `an` by its sound: `an official`, `a union`, `an FBI agent`, `a NATO official`."""
    first = noun.split()[0]
    # Long acronyms with a vowel after the first letter are read as words.
    spelled = first[:2].isupper() and not (len(first) > 3 and set(first[1:3]) & set("AEIOU"))
    vowel = VOWEL_NAME.match(first) if spelled else VOWEL_SOUND.match(first.lower())
    return f"{'an' if vowel else 'a'} {noun}"


def sentence(text: str) -> str:
    """`text` with a capital and a full stop."""
    return capital(ended(text))


def ended(text: str) -> str:
    """`text` with a full stop, unless a mark ends it already."""
    return text.strip() if re.search(r"[.?!…][”’]?$", text.strip()) else f"{text.strip()}."


def named(actor: Actor) -> str:
    """The actor's name in the middle of a sentence, with `the` where English wants it."""
    name = actor.name
    first = name.split()[0].lower()
    if actor.kind == "person" or first in _words("determiners"):
        return lowered(name) if actor.kind == "unnamed" else name
    if actor.kind == "unnamed":
        return lowered(name) if is_plural(actor) else article(lowered(name))
    if name.islower() and not is_plural(actor):
        return f"the {name}"
    if actor.kind == "group" and first in _words("common"):
        return with_the(name[0].lower() + name[1:])
    return with_the(name)


def with_the(name: str) -> str:
    """A name that is no person's, with `the` where English wants it: `the United States`, `Ukraine`."""
    takes = name in _words("the_whole") or _head(name.split()) in _words("the_last")
    return f"the {name}" if takes and not name.lower().startswith("the ") else name


def familiar(actor: Actor) -> str:
    """What the article itself calls a person for short (`Zelensky`); the name where it has no such word."""
    ends = [alias for alias in actor.aliases if actor.name.endswith(f" {alias}")]
    return max(ends, key=len) if ends and actor.kind == "person" else named(actor)


def is_plural(actor: Actor) -> bool:
    """Whether the actor takes a plural verb: `US officials urge`, `the United States urges`."""
    words = actor.name.split()
    if actor.kind == "person" or words[0].lower() in ("a", "an", "one"):
        return False
    head = _head(words).lower()
    by_form = (
        (actor.kind in ("group", "unnamed") or actor.name.islower())
        and head.endswith("s")
        and head not in _words("singular")
    )
    return by_form or head in _words("plural")


def _head(words: Sequence[str]) -> str:
    """The noun that a name is built on: `Ministry` in `Ministry of Defense`."""
    stop = next((i for i, word in enumerate(words) if i and word.lower() in _words("after_head")), len(words))
    return words[stop - 1]


def verb(actor: Actor, singular: str, plural_form: str) -> str:
    """The verb that agrees with the actor."""
    return plural_form if is_plural(actor) else singular


def quoted(words: str, limit: int = 60) -> str:
    """`words` in double quotation marks, those inside it single, cut after about `limit` words."""
    text = _unquoted(re.sub(r"``|''", '"', " ".join(words.split())))
    text = re.sub(r"[“«] ?|\"(?=\w)", INNER[0], text)
    text = short(re.sub(r" ?[”»\"]", INNER[1], text).rstrip(",;:–— "), limit)
    missing = text.count(INNER[0]) - text.count(INNER[1])
    # What is quoted may begin or end inside somebody's words.
    text = INNER[0] * -missing + text + INNER[1] * missing
    return f"“{text.replace(INNER[0], '‘').replace(INNER[1], '’')}”"


def _unquoted(text: str) -> str:
    """`text` without the marks around all of it, or a single stray one at its edge."""
    body = text.strip('“”"«» ')
    return text if re.search('[“”"«»]', body) else body


def typeset(text: str) -> str:
    """`text` as a codebook has it, with the apostrophes of print: `Ukraine’s`."""
    return text.replace("'", "’")


def short(text: str, limit: int) -> str:
    """At most `limit` words, cut where a clause ends if one ends late enough, with an ellipsis where more follow."""
    words = text.split()
    if len(words) <= limit:
        return text
    least = limit * 2 // 3
    pairs = enumerate(pairwise(words[: limit + 1]), 1)
    ends = [place for place, (word, after) in pairs if place >= least and (word[-1] in CLAUSE_ENDS or after in "–—")]
    last = ends[-1] if ends else limit
    while last > least and words[last - 1].lower() in _words("dangling"):
        last -= 1
    return f"{' '.join(words[:last]).rstrip(',;:–—- ')} …"


def share(part: int, whole: int, noun: str) -> str:
    """A part of a whole: `seven of ten statements (70%)`, `all three statements`, `the only statement`."""
    if part == whole:
        return f"the only {noun}" if whole == 1 else f"all {count(whole, noun)}"
    return f"{number(part) if part else 'none'} of {count(whole, noun)} ({percent(part / whole)})"


def percent(ratio: float) -> str:
    return f"{ratio * 100:.0f}%"


def likelihood(certainty: Certainty) -> str:
    """How likely, in a word of one row of ICD 203, whatever the article's own was: `likely (55–80%)`; empty where that
    has no range.
    """
    row, _ = likelihood_rows()
    term = next((term for term in row if likelihoods()[term] == (certainty.low, certainty.high)), "")
    return f"{term} ({certainty.low}–{certainty.high}%)" if term else ""


def day(when: date) -> str:
    """`8 November 2022`."""
    return f"{when.day} {when:%B} {when.year}"


def days(begin: date, end: date) -> str:
    """A range of days, nothing said twice: `3–9 November 2022`, `November 2022`, `2021–2022`."""
    if begin == end:
        return day(begin)
    whole = _whole(begin, end)
    if whole:
        return whole
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{day(end)}"
    if begin.year == end.year:
        return f"{begin.day} {begin:%B} – {day(end)}"
    return f"{day(begin)} – {day(end)}"


def _whole(begin: date, end: date) -> str:
    """The name of whole months or years, empty where the range is neither."""
    next_day = date.fromordinal(end.toordinal() + 1)
    if begin.day != 1 or next_day.day != 1:
        return ""
    if begin.month == 1 and next_day.month == 1:
        return str(begin.year) if begin.year == end.year else f"{begin.year}–{end.year}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin:%B} {begin.year}"
    if begin.year == end.year:
        return f"{begin:%B} – {end:%B} {end.year}"
    return f"{begin:%B} {begin.year} – {end:%B} {end.year}"


def reading_minutes(text: str) -> int:
    """Minutes to read `text` at 238 words a minute, the mean of adults reading English (Brysbaert 2019)."""
    return max(1, round(len(text.split()) / 238))


def wrapped(text: str, width: int) -> str:
    """`text` broken into lines of about `width` characters."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False))
