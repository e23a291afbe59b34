"""What the actors hold, and how they stand to one another."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from analysis.records.judged import Judged
from analysis.records.text import Span

Stance = Literal["support", "oppose", "mixed"]
PositionSourcing = Literal["named", "unnamed", "reporter"]
TensionType = Literal["disagreement", "demand", "accusation", "doubt", "threat", "friction"]
CooperationType = Literal["endorsement", "aid", "agreement"]
Status = Literal["current", "past"]
SIGNS = {1: "+", -1: "-"}


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that turns or weakens a stance: `sign` 1 or -1, `strength` from 0 to 1; `span` where the text says it,
    None for what follows from its wording as a whole; `reason` what kind of thing it is, such as "force of the cue".
    """

    words: str
    sign: int
    strength: float = 1.0
    reason: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.words} ({SIGNS[self.sign]})"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reading that was not chosen: the `field` of the record, the `value` it would have, and its chance (0 to 1)."""

    field: str
    value: str
    chance: float

    def __str__(self) -> str:
        return f"{self.field} {self.value} {self.chance:g}"


@dataclass(frozen=True, kw_only=True)
class Position(Judged):
    """An actor's stance on a proposition. `issue` is an id of the codebook, or empty for a proposition in the
    article's own words; `strength` runs from 0 to 1; `statements` are the ids it rests on.

    The stance is the sign of the product of `factors`. `on_behalf` is the id of the actor that the holder speaks for,
    `condition` what the stance hangs on, `time` the id of a `TimeRef`; what was held and is no more is `past`.
    """

    prefix: ClassVar[str] = "position"
    key: ClassVar[tuple[str, ...]] = ("actor", "issue", "proposition", "stance", "evidence")
    actor: str
    issue: str
    proposition: str
    stance: Stance
    strength: float
    hedged: bool
    sourcing: PositionSourcing
    statements: tuple[str, ...] = ()
    on_behalf: str | None = None
    factors: tuple[Factor, ...] = ()
    condition: Span | None = None
    time: str | None = None
    status: Status = "current"
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class IntensityPart:
    """One summand of a tension's intensity: `score` (0 to 1) of at most `most` points, with the reason and the words
    that it was read from.
    """

    name: str
    points: float
    reason: str
    score: float = 0.0
    most: float = 0.0
    evidence: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} {self.points:g}"


@dataclass(frozen=True, kw_only=True)
class Tension(Judged):
    """Where `a` pulls against `b`; `a` is the one who acts. `intensity` (0-100) is the sum of `parts`; `low` and
    `high` are the least and the most that it comes to when any one passage is left out.

    `a_evidence`, `b_evidence` are the words that show each side; `a_records`, `b_records` the ids of the
    positions and statements behind them. `voices` are the actors who act or speak for the two sides.
    """

    prefix: ClassVar[str] = "tension"
    key: ClassVar[tuple[str, ...]] = ("a", "b", "issue", "about", "type", "status")
    a: str
    b: str
    issue: str
    about: str
    type: TensionType
    status: Status
    intensity: int
    low: int = 0
    high: int = 100
    parts: tuple[IntensityPart, ...] = ()
    a_evidence: tuple[Span, ...] = ()
    b_evidence: tuple[Span, ...] = ()
    a_records: tuple[str, ...] = ()
    b_records: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cooperation(Judged):
    """Where `a` backs, helps or agrees with `b`; `about` is what in, in the article's own words."""

    prefix: ClassVar[str] = "cooperation"
    key: ClassVar[tuple[str, ...]] = ("a", "b", "type", "status", "evidence")
    a: str
    b: str
    type: CooperationType
    about: str
    status: Status
