"""What becomes of the intensities and their order when one part counts for nothing, or for twice as much.

Computed from the records alone: each part of an intensity says its score and the most points it can give.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.points import WHOLE, balanced, summed
from analysis.records import IntensityPart, Tension

LEFT_OUT, DOUBLED = 0, 2


@dataclass(frozen=True)
class Trial:
    """The tensions weighed with the points of `part` times `factor`: intensity and rank by id, rank 1 the widest."""

    part: str
    factor: int
    intensities: Mapping[str, int]
    ranks: Mapping[str, int]


def trials(tensions: Sequence[Tension]) -> Iterator[Trial]:
    """Each part left out, then doubled; the others share what is left of 100 points."""
    weighed = [tension for tension in tensions if tension.parts]
    for part in dict.fromkeys(part.name for tension in weighed for part in tension.parts):
        for factor in (LEFT_OUT, DOUBLED):
            found = {tension.id: reweighed(tension.parts, part, factor) for tension in weighed}
            yield Trial(part, factor, found, ranks(found))


def reweighed(parts: Sequence[IntensityPart], name: str, factor: float) -> int:
    """The intensity that `parts` come to when the points of the part `name` are multiplied."""
    points = {part.name: part.most for part in parts}
    moved = balanced(points, {name: min(WHOLE, points[name] * factor)}) if name in points else points
    return summed(round(part.score * moved[part.name], 1) for part in parts)


def ranks(intensities: Mapping[str, int]) -> dict[str, int]:
    """Ranks from 1 by falling intensity; equal ones share the better rank."""
    first: dict[int, int] = {}
    for rank, intensity in enumerate(sorted(intensities.values(), reverse=True), 1):
        first.setdefault(intensity, rank)
    return {key: first[own] for key, own in intensities.items()}


def finding(tensions: Sequence[Tension]) -> str:
    """In one sentence, whether the order hangs on the weights; empty where there is no order."""
    weighed = [tension for tension in tensions if tension.parts]
    if len(weighed) < 2:
        return ""
    before = ranks({tension.id: tension.intensity for tension in weighed})
    tried = list(trials(weighed))
    top = [key for key, rank in before.items() if rank == 1]
    upset = [trial for trial in tried if not any(trial.ranks[key] == 1 for key in top)]
    if upset:
        words = [f"{trial.part} {'doubled' if trial.factor == DOUBLED else 'left out'}" for trial in upset]
        return f"Another tension would come first with {prose.listed(words, 'or')}."
    most = max(abs(trial.ranks[key] - rank) for trial in tried for key, rank in before.items())
    moved = f"no tension would move by more than {prose.count(most, 'rank')}" if most else "nor would any other move"
    return f"With any one part of the intensity left out or doubled, the same tension would come first; {moved}."
