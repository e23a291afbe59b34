"""What the cells of all tables have in common: names for ids, words for places."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.briefing.index import Index
from analysis.records import Judged, Position, Span, Tension

# Wide enough for a sentence; pandas cuts at 50 characters.
CELL_WIDTH = 200


def frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows as a frame, with cells that notebooks show whole."""
    pd.set_option("display.max_colwidth", CELL_WIDTH)
    return pd.DataFrame(list(rows))


def judgement(record: Judged) -> dict[str, Any]:
    return {"confidence": round(record.confidence, 2), "reason": record.reason}


def labelled(*parts: tuple[str, str]) -> str:
    return "; ".join(f"{label}: {words}" for label, words in parts if words)


def words(places: Iterable[Span]) -> str:
    return " … ".join(place.quote for place in places)


def quote(place: Span | None) -> str:
    return place.quote if place else ""


def issue_name(key: str, index: Index) -> str:
    issue = index.issue(key)
    return issue.name if issue else key


def pulling(tension: Tension, index: Index) -> str:
    """What tells a tension from the others of the article."""
    return f"{index.name(tension.a)} – {index.name(tension.b)}, {tension.type}: {tension.about or tension.issue}"


def holding(position: Position, index: Index) -> str:
    """What tells a position from the others of the article."""
    return f"{index.name(position.actor)}: {position.proposition}"
