"""The records that stages hand to one another: frozen, hashable, their ids made from their content.

Spans are half-open `[start, end)` in Unicode code points of `Article.text`. A judged record says how sure
its maker is (`confidence`, 0 to 1), which rule or model decided (`reason`, in words) and which words of the
article it rests on (`evidence`).
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar, Literal

from analysis.errors import EvidenceError

Review = Literal["suggested", "accepted", "edited", "rejected"]
ActorKind = Literal["person", "government", "organization", "group", "media", "unnamed"]
RoleBasis = Literal["", "article", "registry"]
MentionForm = Literal["name", "title", "nominal", "pronoun"]
StatementKind = Literal["direct", "indirect", "mixed"]
Sourcing = Literal["named", "role-only", "unnamed", "document", "outlet"]
Stance = Literal["support", "oppose", "mixed"]
PositionSourcing = Literal["named", "unnamed", "reporter"]
TensionType = Literal["disagreement", "demand", "accusation", "doubt", "threat", "friction"]
Status = Literal["current", "past"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of the article and, for whoever reads the record alone, the words there."""

    start: int
    end: int
    quote: str

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def span(text: str, start: int, end: int) -> Span:
    """The span `[start, end)` of `text`, quoting it."""
    return Span(start, end, text[start:end])


def content_id(prefix: str, *key: object) -> str:
    """A short id that equal content always gets again: `prefix` and eight hex digits of the key's hash."""
    return f"{prefix}-{hashlib.sha256(repr(key).encode()).hexdigest()[:8]}"


@dataclass(frozen=True, kw_only=True)
class Article:
    """A news article as read: `text` is normalised, `paragraphs` are `[start, end)` pairs in it."""

    slug: str
    title: str
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_basis: str = ""  # "stated" or "inferred"; empty without a date
    url: str = ""
    rights: str = ""
    language: str = "en"
    encoding: str = "utf-8"
    raw_sha256: str
    text_sha256: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What every judged record carries. Children name the fields that their id is made from in `key`."""

    prefix: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    confidence: float
    reason: str
    evidence: tuple[Span, ...]
    review: Review = "suggested"

    @property
    def id(self) -> str:
        return content_id(self.prefix, *(getattr(self, name) for name in self.key))

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span in the record with the name of its field."""
        for field in fields(self):
            value = getattr(self, field.name)
            for item in value if isinstance(value, tuple) else (value.span if isinstance(value, Certainty) else value,):
                if isinstance(item, Span):
                    yield field.name, item


@dataclass(frozen=True, kw_only=True)
class Actor(Judged):
    """Someone who speaks, wants or acts. `affiliation` is the id of the actor it speaks for; `side` the name
    of the camp it is counted with, such as "United States". `salience` (0 to 1) is the chance that a summary names it.

    `role_basis` says where `role` comes from; `other_roles` are what else the article or the registry calls it.
    `number` is how many people an actor without a name stands for (None: not said), `why_unnamed` the words that say
    why it has none.
    """

    prefix: ClassVar[str] = "actor"
    key: ClassVar[tuple[str, ...]] = ("name", "kind")
    name: str
    kind: ActorKind
    role: str = ""
    role_basis: RoleBasis = ""
    other_roles: tuple[str, ...] = ()
    affiliation: str | None = None
    side: str = ""
    aliases: tuple[str, ...] = ()
    registry_id: str | None = None
    salience: float = 0.0
    number: int | None = None
    why_unnamed: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Mention(Judged):
    """One place of the text that refers to an actor."""

    prefix: ClassVar[str] = "mention"
    key: ClassVar[tuple[str, ...]] = ("actor", "span")
    actor: str
    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Certainty:
    """The speaker's hedge ("may"), or none; `low`, `high` are per cent, set for likelihood words of ICD 203."""

    term: str = ""
    low: int | None = None
    high: int | None = None
    span: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Statement(Judged):
    """Who says what, on whose word. `source`, `addressee`, `credit` are actor ids, `time` and `due` ids of a `TimeRef`,
    `within` that of the statement in whose content it is told. What weakens it is kept by its holder: `certainty` is
    the speaker's hedge, `distance` the reporter's word ("claimed"), `sourcing` how well the source is named. `credit`
    is the outlet whose reporting it is taken from; a `forecast` tells a prediction, a plan or a promise.
    """

    prefix: ClassVar[str] = "statement"
    key: ClassVar[tuple[str, ...]] = ("cue_span", "content_spans")
    source: str | None
    source_span: Span | None
    cue_span: Span | None
    content_spans: tuple[Span, ...]
    kind: StatementKind
    sourcing: Sourcing
    n_sources: int | None = None  # None: several, number not said
    cue_class: str
    channel: str = ""
    channel_span: Span | None = None
    addressee: str | None = None
    addressee_span: Span | None = None
    credit: str | None = None
    within: str | None = None
    certainty: Certainty = Certainty()
    distance: Span | None = None
    forecast: bool = False
    condition: Span | None = None
    due: str | None = None
    time: str | None = None

    @property
    def anonymous(self) -> bool:
        """Whether it rests on someone whose name the article withholds, be it with a role ("one defense official")."""
        return self.source is not None and self.sourcing in ("unnamed", "role-only")


@dataclass(frozen=True, kw_only=True)
class Omission(Judged):
    """A sentence ("unattributed") that reports words and that no statement covers; or the first mention of an `actor`
    ("unheard") that is acted upon or spoken of and never speaks, nor anyone for it.
    """

    prefix: ClassVar[str] = "omission"
    key: ClassVar[tuple[str, ...]] = ("kind", "span")
    kind: Literal["unattributed", "unheard"]
    span: Span
    actor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Position(Judged):
    """An actor's stance on a proposition. `issue` is an id of the codebook, or empty for a proposition in the
    article's own words; `strength` runs from 0 to 1; `statements` are the ids it rests on.
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


@dataclass(frozen=True, slots=True)
class IntensityPart:
    """One summand of a tension's intensity, in points, with the reason for it."""

    name: str
    points: float
    reason: str


@dataclass(frozen=True, kw_only=True)
class Tension(Judged):
    """Where `a` pulls against `b`; `a` is the one who acts. `intensity` (0-100) is the sum of `parts`.

    `a_evidence`, `b_evidence` are the words that show each side; `a_records`, `b_records` the ids of the
    positions and statements behind them.
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
    parts: tuple[IntensityPart, ...] = ()
    a_evidence: tuple[Span, ...] = ()
    b_evidence: tuple[Span, ...] = ()
    a_records: tuple[str, ...] = ()
    b_records: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TimeRef(Judged):
    """A time expression: its TIMEX3 type and value, and the days `[begin, end]` (both inclusive) it stands for.

    `anchor` says against what a relative expression was resolved; `begin` and `end` are None where unresolved.
    """

    prefix: ClassVar[str] = "time"
    key: ClassVar[tuple[str, ...]] = ("span",)
    span: Span
    type: TimexType
    value: str
    begin: date | None = None
    end: date | None = None
    anchor: str = ""


KINDS: tuple[type[Judged], ...] = (Actor, Mention, TimeRef, Statement, Omission, Position, Tension)
RECORDS: dict[str, type[Judged]] = {cls.prefix: cls for cls in KINDS}


@dataclass(frozen=True, kw_only=True)
class Annotations:
    """All that was read out of one article: what a run folder's `data/` holds and a briefing is made of."""

    article: Article
    sentences: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timeline: tuple[TimeRef, ...] = ()
    statements: tuple[Statement, ...] = ()
    omissions: tuple[Omission, ...] = ()
    positions: tuple[Position, ...] = ()
    tensions: tuple[Tension, ...] = ()

    def records(self) -> Iterator[Judged]:
        """Every judged record, in the order of the stages."""
        told = (self.statements, self.omissions, self.positions, self.tensions)
        for group in (self.actors, self.mentions, self.timeline, *told):
            yield from group


def check_evidence(text: str, records: Iterable[Judged]) -> None:
    """The evidence gate: every record has spans, verbatim of `text`. `EvidenceError` names the first that has not."""
    for record in records:
        name = f"{record.prefix} {record.id}"
        if not record.evidence:
            raise EvidenceError(f"{name}: rests on no words of the article")
        for field, place in record.spans():
            found = text[place.start : place.end]
            if found != place.quote or place.start >= place.end:
                raise EvidenceError(
                    f"{name}: {field} [{place.start}, {place.end}) quotes {place.quote!r}, the article has {found!r}"
                )
