"""Who speaks, wants or acts in the article, for whom, how much they are heard, what they hold and whom they face."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim, claim_id
from analysis.briefing.index import Index
from analysis.briefing.sections.positions import MARKS, WORDS
from analysis.records import Actor, Position, Tension

KINDS = {
    "person": "person",
    "government": "government",
    "organization": "organization",
    "group": "group",
    "media": "news outlet",
    "unnamed": "unnamed source",
}


@dataclass(frozen=True)
class Link:
    """A mark or number that leads to a claim made elsewhere on the page; `words` say what it stands for."""

    target: str
    mark: str
    words: str


@dataclass(frozen=True)
class ActorRow:
    """One actor. `background` says that the role comes from the registry, not from the article's words."""

    claim: Claim
    name: str
    kind: str
    role: str
    background: bool
    affiliation: str
    side: str
    colour: int
    direct: int
    retold: int
    mentions: int
    positions: tuple[Link, ...]
    tensions: tuple[Link, ...]


@dataclass(frozen=True)
class Actors:
    """The section: those who speak, hold or contend; the others by name only; what stands out, in a sentence."""

    summary: str
    rows: tuple[ActorRow, ...]
    others: tuple[Claim, ...]


def build(index: Index, citations: Citations) -> Actors:
    """The section's view: actors by side, the most heard first."""
    active = _active(index)
    heard = [actor for actor in index.annotations.actors if actor.id in active]
    heard.sort(key=lambda actor: _rank(actor, index))
    others = [actor for actor in index.annotations.actors if actor.id not in active]
    rows = tuple(_row(actor, index, citations) for actor in heard)
    return Actors(
        summary=_summary(rows),
        rows=rows,
        others=tuple(
            citations.claim(("actor", actor.id), prose.capital(actor.name), "reported", actor.evidence[:1])
            for actor in others
        ),
    )


def _active(index: Index) -> set[str]:
    records = index.annotations
    pairs = [side for item in records.tensions for side in (item.a, item.b)]
    return {item.source or "" for item in records.statements} | {item.actor for item in records.positions} | {*pairs}


def _rank(actor: Actor, index: Index) -> tuple[int, int, int]:
    side = index.side(actor)
    place = index.sides.index(side) if side else len(index.sides)
    return place, -len(index.statements_of(actor)), index.annotations.actors.index(actor)


def _summary(rows: Sequence[ActorRow]) -> str:
    """How many there are, and how many of them are heard in their own words."""
    quoted = sum(row.direct > 0 for row in rows)
    retold = sum(row.retold > 0 and not row.direct for row in rows)
    silent = len(rows) - quoted - retold
    if len(rows) == 1:
        heard = "quoted" if quoted else "only retold" if retold else "only spoken of"
        return f"One actor speaks, holds something or faces another, and is {heard}."
    parts = [
        f"{prose.number(quoted) if quoted else 'none'} {'are' if quoted > 1 else 'is'} quoted",
        f"{prose.number(retold)} only retold" if retold else "",
        f"{prose.number(silent)} only spoken of" if silent else "",
    ]
    found = prose.count(len(rows), "actor")
    return f"Of {found} who speak, hold something or face another, {prose.listed(filter(None, parts))}." if rows else ""


def _row(actor: Actor, index: Index, citations: Citations) -> ActorRow:
    said = index.statements_of(actor)
    direct = sum(item.kind != "indirect" for item in said)
    mentions = sum(item.actor == actor.id for item in index.annotations.mentions)
    who = ", ".join(filter(None, [prose.capital(actor.name), actor.role]))
    heard = f"{prose.count(direct, 'quotation')}, {prose.count(len(said) - direct, 'retold statement')}"
    return ActorRow(
        claim=citations.claim(("actor", actor.id), f"{who}: {heard}.", "reported", actor.evidence[:1]),
        name=prose.capital(actor.name),
        kind=KINDS[actor.kind],
        role=actor.role,
        background=actor.role_basis == "registry",
        affiliation=index.name(actor.affiliation) if actor.affiliation else "",
        side=index.side(actor),
        colour=index.colour(actor),
        direct=direct,
        retold=len(said) - direct,
        mentions=mentions,
        positions=tuple(_position(item) for item in index.annotations.positions if item.actor == actor.id),
        tensions=tuple(
            _tension(item, actor, index) for item in _widest(index) if actor.id in (item.a, item.b, *item.voices)
        ),
    )


def _widest(index: Index) -> list[Tension]:
    return sorted(index.annotations.tensions, key=lambda item: (-item.intensity, item.evidence, item.id))


def _position(position: Position) -> Link:
    words = f"{WORDS[position.stance]}: {prose.short(position.proposition, 16)}"
    return Link(claim_id("position", position.id), MARKS[position.stance], words)


def _tension(tension: Tension, actor: Actor, index: Index) -> Link:
    """The tension by its intensity, with the other side."""
    other = tension.a if actor.id == tension.b else tension.b
    words = f"{tension.type}, {index.name(other)} on the other side, intensity {tension.intensity}"
    return Link(claim_id("tension", tension.id), str(tension.intensity), words)
