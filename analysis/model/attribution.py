"""Attribution by rules: who (source) is reported by which words (cue) to say what (content).

Proposals are laid down by rank, so that no token gets two labels: quotations and clauses before the cue first, then
what follows a cue. A quotation left over may go on from an earlier one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.model.contents import trimmed_end
from analysis.model.cues import find_cues
from analysis.model.phrases import Bounds
from analysis.model.reading import OPEN, Reading, Stretch
from analysis.model.rules import Proposal, labelled_speech, propose

Label = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Tokens `[start, end)` and their part in an attribution."""

    start: int
    end: int
    label: Label


def find_attributions(reading: Reading) -> list[Labelled]:
    """Spans labelled source, cue or content, in order; no token lies in two."""
    taken: list[Label | None] = [None] * len(reading.words)
    found: list[Labelled] = []
    previous: Stretch | None = None
    for stretch in reading.stretches:
        laid = [part for proposal in _proposals(reading, stretch) for part in _lay(proposal, taken)]
        found += laid or _continuing(reading, stretch, previous, taken)
        previous = stretch
    return sorted(found, key=lambda part: part.start)


def _proposals(reading: Reading, stretch: Stretch) -> list[Proposal]:
    cues = find_cues(reading, stretch)
    found = [*(propose(reading, stretch, cues, cue) for cue in cues), labelled_speech(reading, stretch)]
    return sorted(filter(None, found), key=lambda proposal: (proposal.rank, proposal.cue.start))


def _lay(proposal: Proposal, taken: list[Label | None]) -> Iterator[Labelled]:
    """The parts of a proposal, unless its cue or all its content is taken; what is taken of the rest is left out."""
    if any(taken[slice(*proposal.cue)]) or all(any(taken[slice(*content)]) for content in proposal.contents):
        return
    yield _mark(proposal.cue, "cue", taken)
    for content in proposal.contents:
        if not any(taken[slice(*content)]):
            yield _mark(content, "content", taken)
    if proposal.source and not any(taken[slice(*proposal.source)]):
        yield _mark(proposal.source, "source", taken)


def _mark(bounds: Bounds, label: Label, taken: list[Label | None]) -> Labelled:
    taken[slice(*bounds)] = [label] * (bounds.end - bounds.start)
    return Labelled(bounds.start, bounds.end, label)


def _continuing(
    reading: Reading, stretch: Stretch, previous: Stretch | None, taken: list[Label | None]
) -> Iterator[Labelled]:
    """A quotation that stands alone after an attributed content, or goes on from the paragraph before."""
    first = reading.quoted[stretch.start]
    if first == OPEN or previous is None or taken[stretch.start]:
        return
    start, end = reading.quotes[first]
    after = "content" in taken[previous.start : previous.end]
    alone = previous.paragraph == stretch.paragraph or trimmed_end(reading, end, stretch.end) == end
    if reading.quotations[first].continues or (after and alone):
        yield _mark(Bounds(start, end), "content", taken)
