"""One pull: a single place of the text where one actor is set against another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.records import Span, TensionType


@dataclass(frozen=True, slots=True)
class Pull:
    """`a` acts on `b`. `about` is the issue's name or the article's own words; `records` are those it rests on.

    `chance` is how likely it is these two, `contested` how likely it is anyone; `kinds` the chance of each type, `told`
    whether a word with both among its arguments tells the type.
    """

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
    chance: float
    contested: float
    reason: str
    told: bool = False
    kinds: Mapping[TensionType, float] = field(default_factory=dict)
