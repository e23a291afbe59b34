"""What stages ask of the words that a pattern found in the text."""

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

DETERMINER = re.compile(
    r"(?:\b(?:the|an?|this|these|those|his|her|its|their|our|my|your|of|some|any|no)|['’]s?)\s+$", re.IGNORECASE
)
CAPITAL_BEHIND = re.compile(r"[\w,]\s$")
LOOK_BACK = 32  # characters in which a determiner is looked for


class Found(Protocol):
    """Words at a place of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Word = TypeVar("Word", bound=Found)


def outermost(found: Iterable[Word]) -> list[Word]:
    """The words in the order of the text, none inside another; of those that begin together the longest."""
    kept: list[Word] = []
    for word in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


def stands_as_noun(match: re.Match[str]) -> bool:
    """Whether a determiner before it, or a capital inside a sentence, shows that the word found is no verb."""
    before = match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    capital = match[0][0].isupper() and CAPITAL_BEHIND.search(before) is not None
    return capital or DETERMINER.search(before) is not None
