"""Which tensions a reader is told of first: those asked for, then those that stand on words of their own."""

from collections.abc import Sequence

from analysis.briefing.index import Index
from analysis.briefing.places import Places
from analysis.records import Span, Tension
from analysis.settings import Settings

# Below it a tension is for the reader to judge further down, unless its issue was asked for.
SURE = 0.6
# A tension of which more than this is known from those before it tells their story again.
KNOWN = 0.5


def ranked(index: Index) -> list[Tension]:
    """All tensions, the widest first."""
    return sorted(index.annotations.tensions, key=lambda item: (-item.intensity, item.evidence, item.id))


def leading(index: Index, settings: Settings) -> list[Tension]:
    """One tension for each issue or matter, in the order of their claim to be told: issues that were asked for, then
    those whose sides the codebook names, then others; among equals the widest first.

    What was not asked for is passed over where its maker is not sure, where one side has no words of its own, or
    where most of its passages are those of tensions already told; but an issue whose sides the codebook names is a
    question apart even where it is discussed in the same words. Where nothing is left, the widest tension stands.
    """
    every = ranked(index)
    kept: list[Tension] = []
    matters: set[str] = set()
    known: Places[Tension] = Places()
    for item in sorted(every, key=lambda item: _claim(item, index, settings)):
        claim = _claim(item, index, settings)
        again = (item.issue or item.about) in matters
        stands = claim == 0 or (item.confidence >= SURE and two_sided(item) and (claim == 1 or not _known(item, known)))
        if stands and not again:
            kept.append(item)
            matters.add(item.issue or item.about)
            for place in item.evidence:
                known.add(place, item)
    return kept or every[:1]


def two_sided(tension: Tension) -> bool:
    """Whether each side is shown by a passage that does not show the other."""
    a, b = tension.a_evidence, tension.b_evidence
    return _has_own(a, b) and _has_own(b, a)


def _claim(tension: Tension, index: Index, settings: Settings) -> int:
    issue = index.issue(tension.issue)
    if not issue:
        return 3
    return 0 if issue.named or issue.id == settings.focus else 1 if issue.sides else 2


def _has_own(places: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(not any(place.overlaps(other) for other in others) for place in places)


def _known(tension: Tension, told: Places[Tension]) -> bool:
    again = [place for place in tension.evidence if any(told.across(place))]
    return len(again) > KNOWN * len(tension.evidence)
