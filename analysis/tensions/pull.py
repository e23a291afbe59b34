"""One pull: a single place of the text where one actor is set against another."""

from dataclasses import dataclass

from analysis.records import Span, TensionType


@dataclass(frozen=True, slots=True)
class Pull:
    """`a` acts on `b`. `about` is the issue's name or the article's own words; `records` are those it rests on."""

    a: str
    b: str
    type: TensionType
    issue: str
    about: str
    a_evidence: tuple[Span, ...]
    b_evidence: tuple[Span, ...]
    a_records: tuple[str, ...]
    b_records: tuple[str, ...]
    past: bool
    strength: float
    confidence: float
    reason: str
