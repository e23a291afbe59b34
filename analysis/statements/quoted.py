"""Quotation marks in a content: whether it is quoted, wholly or in part, and whether the marks are all there."""

import re
from functools import cache

from analysis.lexicon import quotation_marks
from analysis.records import StatementKind

COMPLEMENTISER = re.compile(r"(?:that|as)\s+", re.IGNORECASE)
# Single marks count only around whole words, for they are apostrophes too.
# Inside, no mark that a pair could begin with, so that each is tried once.
SINGLE_PAIR = re.compile(r"(?<!\w)['‘‚](?=\S)(?:[^'‘’‚\n]|(?<=\w)(?:‚|['’](?=\w))|‚(?!\S))*['’](?!\w)")
AFTER_QUOTATION = " .,;:!?"


def kind_of(contents: tuple[str, ...]) -> StatementKind:
    """direct: quotations and nothing else; mixed: reported words with a quotation among them; or indirect."""
    if all(is_quotation(content) for content in contents):
        return "direct"
    return "mixed" if any(has_quotation(content) for content in contents) else "indirect"


def is_quotation(content: str) -> bool:
    """Whether the content is one quotation, perhaps after "that", or the part of one that stands in a paragraph."""
    words = _bare(content)
    if not _opening().match(words):
        return False
    inner = _opening().sub("", words, count=1).rstrip(AFTER_QUOTATION)
    return inner.endswith(_closing()) or not _double().search(inner)


def has_quotation(content: str) -> bool:
    """Whether some words of the content are quoted."""
    return bool(_double().search(content) or SINGLE_PAIR.search(content))


def is_balanced(contents: tuple[str, ...]) -> bool:
    """Whether each quotation that opens closes in its own content or goes on in the next."""
    odd = [len(_double().findall(content)) % 2 == 1 for content in contents]
    goes_on = [bool(_opening().match(content)) for content in contents[1:]] + [False]
    return not any(open_ and not next_ for open_, next_ in zip(odd, goes_on, strict=True))


def asks_on(content: str) -> bool:
    """Whether the reporting clause of a quotation comes after it, though the sentence seems to end (“Why?” X said)."""
    return _bare(content).rstrip("".join(_closing())).endswith(("?", "!", ",", "-", "—", "–"))


def _bare(content: str) -> str:
    return (
        COMPLEMENTISER.sub("", content.strip(), count=1) if COMPLEMENTISER.match(content.strip()) else content.strip()
    )


@cache
def _double() -> re.Pattern[str]:
    return _any_of([*quotation_marks()[0].open, *quotation_marks()[0].close, *quotation_marks()[0].neutral])


@cache
def _opening() -> re.Pattern[str]:
    double, single = quotation_marks()
    return _any_of([*double.open, *double.close, *double.neutral, *single.open, *single.neutral])


@cache
def _closing() -> tuple[str, ...]:
    return tuple(sorted(shape for marks in quotation_marks() for shape in (*marks.close, *marks.neutral, *marks.open)))


def _any_of(shapes: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(shapes, key=lambda shape: (-len(shape), shape)))))
