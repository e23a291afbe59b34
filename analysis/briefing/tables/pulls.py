"""Where the actors pull apart and where together; what each intensity is made of, and what other weights make of it."""

from collections.abc import Sequence

import pandas as pd

from analysis.briefing.index import Index
from analysis.briefing.sensitivity import ranks, trials
from analysis.briefing.tables.cells import frame, holding, issue_name, judgement, pulling, words
from analysis.codebook import Issue
from analysis.records import Annotations, Position, Tension


def tensions(annotations: Annotations, issues: Sequence[Issue] = ()) -> pd.DataFrame:
    """Who pulls against whom, over what, the most intense first."""
    index = Index(annotations, issues)
    return frame(
        {
            "from": index.name(tension.a),
            "against": index.name(tension.b),
            "over": issue_name(tension.issue, index) or tension.about,
            "type": tension.type,
            "status": tension.status,
            "intensity": tension.intensity,
            "interval": f"{tension.low}–{tension.high}",
            "voices": "; ".join(map(index.name, tension.voices)),
            "words of the first": words(tension.a_evidence),
            "words of the second": words(tension.b_evidence),
            **judgement(tension),
        }
        for tension in _widest_first(annotations)
    )


def intensity(annotations: Annotations) -> pd.DataFrame:
    """What the intensity of each tension is the sum of: score times most is points."""
    index = Index(annotations)
    return frame(
        {
            "tension": pulling(tension, index),
            "part": part.name,
            "score": round(part.score, 2),
            "most": part.most,
            "points": part.points,
            "reason": part.reason,
            "words": words(part.evidence),
        }
        for tension in _widest_first(annotations)
        for part in tension.parts
    )


def sensitivity(annotations: Annotations) -> pd.DataFrame:
    """Intensity and, in brackets, rank of each tension as they are, and with each part left out and doubled."""
    index = Index(annotations)
    weighed = [tension for tension in _widest_first(annotations) if tension.parts]
    as_is = {tension.id: tension.intensity for tension in weighed}
    columns = {"as it is": (as_is, ranks(as_is))} | {
        f"{trial.part} × {trial.factor}": (trial.intensities, trial.ranks) for trial in trials(weighed)
    }
    return frame(
        {"tension": pulling(tension, index)}
        | {name: f"{found[tension.id]} ({order[tension.id]})" for name, (found, order) in columns.items()}
        for tension in weighed
    )


def cooperations(annotations: Annotations) -> pd.DataFrame:
    """Who backs, helps or agrees with whom, in what."""
    index = Index(annotations)
    return frame(
        {
            "from": index.name(one.a),
            "with": index.name(one.b),
            "type": one.type,
            "status": one.status,
            "about": one.about,
            "words": words(one.evidence),
            **judgement(one),
        }
        for one in annotations.cooperations
    )


def alternatives(annotations: Annotations) -> pd.DataFrame:
    """Second-best readings of positions and tensions: what was chosen, what else it could be, and its chance."""
    index = Index(annotations)
    records: tuple[tuple[Position | Tension, str], ...] = (
        *((one, holding(one, index)) for one in annotations.positions),
        *((one, pulling(one, index)) for one in annotations.tensions),
    )
    return frame(
        {
            "record": f"{record.prefix}, {name}",
            "field": other.field,
            "read as": index.words(str(getattr(record, other.field, ""))),
            "could be": index.words(other.value),
            "chance": round(other.chance, 2),
        }
        for record, name in records
        for other in record.alternatives
    )


def _widest_first(annotations: Annotations) -> list[Tension]:
    return sorted(annotations.tensions, key=lambda tension: -tension.intensity)
