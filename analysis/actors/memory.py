"""The actors met so far as the text is read on: where each was met last, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from analysis.actors.drafts import Draft, Found
from analysis.actors.turns import Turns

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Met:
    """An actor as remembered at some place: its last mention, the sentences since, how often it was met, and
    whether it is the last to have spoken.
    """

    draft: Draft
    last: Found
    distance: int
    times: int
    spoke_last: bool


class Memory:
    """Reads on through a Doc: `meet` adds a mention, `near` looks back."""

    def __init__(self, doc: Doc) -> None:
        self.turns = Turns(doc)
        self._sentence = list(accumulate(int(bool(token.is_sent_start)) for token in doc))
        self._last: dict[Draft, Found] = {}  # the latest last
        self._times: dict[Draft, int] = {}
        self._speaker: Draft | None = None

    def meet(self, draft: Draft, found: Found) -> None:
        self._last.pop(draft, None)
        self._last[draft] = found
        self._times[draft] = self._times.get(draft, 0) + 1
        if found.source:
            self._speaker = draft

    def near(self, token: int, reach: int) -> Iterator[Met]:
        """Those met in this sentence or one of the `reach` before it, the latest first."""
        for draft in reversed(self._last):
            last = self._last[draft]
            distance = self._sentence[token] - self._sentence[last.head.i]
            if distance > reach:
                return
            if last.span.end <= token or last.span.start > token:
                yield Met(draft, last, distance, self._times[draft], draft is self._speaker)
