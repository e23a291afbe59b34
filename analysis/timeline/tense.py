"""Which way a time without a year points, by the verbs around it."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.timeline.lexicon import lexicon
from analysis.timeline.patterns import words
from analysis.timeline.reading import Context

WINDOW = 160  # characters on either side: keeps the search linear, and a verb further off belongs to another clause


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 for the past, 1 for the future, 0 where no word tells; and the word."""

    sign: int
    word: str = ""

    @property
    def why(self) -> str:
        return f"“{self.word}” beside it" if self.word else "no verb tells past from future"


@cache
def _cues() -> re.Pattern[str]:
    """Case matters: May is a month and Will a man. A future takes its verb along, lest "will be held" end as a past."""
    future, past = words(lexicon().future), words(lexicon().past)
    verb = r"(?: not| also| likely)?(?: to)?(?: be| have)?(?: \w{1,30})?"
    return re.compile(
        rf"(?:(?P<future>(?<!\w){future}(?!\w)|'ll\b){verb})|(?P<past>(?<!\w){past}(?!\w)|\b\w{{2,30}}ed\b)"
    )


def direction(context: Context, start: int, end: int) -> Direction:
    """By the nearest telling word before `start` in the sentence, else by the first after `end`."""
    first, last = context.sentence
    before = list(_cues().finditer(context.text, max(first, start - WINDOW), start))
    cue = before[-1] if before else _cues().search(context.text, end, min(last, end + WINDOW))
    if cue is None:
        return Direction(0)
    return Direction(1 if cue["future"] else -1, cue["future"] or cue["past"])
