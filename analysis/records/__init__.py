"""The records that stages hand to one another: frozen, hashable, their ids made from their content.

Spans are half-open `[start, end)` in Unicode code points of `Article.text`. A judged record says how sure
its maker is (`confidence`, 0 to 1), which rule or model decided (`reason`, in words) and which words of the
article it rests on (`evidence`).
"""

from analysis.records.annotations import KINDS, RECORDS, Annotations, check_evidence
from analysis.records.held import (
    Alternative,
    Cooperation,
    CooperationType,
    Factor,
    IntensityPart,
    Position,
    PositionSourcing,
    Stance,
    Status,
    Tension,
    TensionType,
)
from analysis.records.judged import Judged, Review
from analysis.records.text import Article, Span, content_id, span
from analysis.records.told import (
    Actor,
    ActorKind,
    Certainty,
    Mention,
    MentionForm,
    Omission,
    RoleBasis,
    Sourcing,
    Statement,
    StatementKind,
    TimeRef,
    TimexType,
)

__all__ = [
    "KINDS", "RECORDS", "Actor", "ActorKind", "Alternative", "Annotations", "Article", "Certainty", "Cooperation",
    "CooperationType", "Factor", "IntensityPart", "Judged", "Mention", "MentionForm", "Omission", "Position",
    "PositionSourcing", "Review", "RoleBasis", "Sourcing", "Span", "Stance", "Statement", "StatementKind", "Status",
    "Tension", "TensionType", "TimeRef", "TimexType", "check_evidence", "content_id", "span",
]  # fmt: skip
