"""Who is in the article, what they say, and when: the records of the first stages."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from analysis.records.judged import Judged
from analysis.records.text import Span

ActorKind = Literal["person", "government", "organization", "group", "media", "unnamed"]
RoleBasis = Literal["", "article", "registry"]
MentionForm = Literal["name", "title", "nominal", "pronoun"]
StatementKind = Literal["direct", "indirect", "mixed"]
Sourcing = Literal["named", "role-only", "unnamed", "document", "outlet"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


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
