"""Who speaks, wants or acts in the article, for whom, and how much they are heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.records import Actor

KINDS = {
    "person": "person",
    "government": "government",
    "organization": "organization",
    "group": "group",
    "media": "news outlet",
    "unnamed": "unnamed source",
}


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


@dataclass(frozen=True)
class Actors:
    """The section: those who speak, hold or contend; the others by name only; and who is not heard."""

    rows: tuple[ActorRow, ...]
    others: tuple[Claim, ...]
    gaps: tuple[str, ...]


def build(index: Index, citations: Citations) -> Actors:
    """The section's view: actors by side, the most heard first."""
    active = _active(index)
    heard = [actor for actor in index.annotations.actors if actor.id in active]
    heard.sort(key=lambda actor: _rank(actor, index))
    others = [actor for actor in index.annotations.actors if actor.id not in active]
    return Actors(
        rows=tuple(_row(actor, index, citations) for actor in heard),
        others=tuple(
            citations.claim(("actor", actor.id), prose.capital(actor.name), "reported", actor.evidence[:1])
            for actor in others
        ),
        gaps=tuple(_gaps(index, heard)),
    )


def _active(index: Index) -> set[str]:
    records = index.annotations
    pairs = [side for item in records.tensions for side in (item.a, item.b)]
    return {item.source or "" for item in records.statements} | {item.actor for item in records.positions} | {*pairs}


def _rank(actor: Actor, index: Index) -> tuple[int, int, int]:
    side = index.side(actor)
    place = index.sides.index(side) if side else len(index.sides)
    return place, -len(index.statements_of(actor)), index.annotations.actors.index(actor)


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
    )


def _gaps(index: Index, heard: Sequence[Actor]) -> list[str]:
    """Sides that act or are pulled at in the article and are never heard in it."""
    speaking = {index.side(actor) for actor in heard if index.statements_of(actor)}
    silent = list(dict.fromkeys(index.side(actor) for actor in heard if index.side(actor) not in speaking))
    names = [side for side in silent if side]
    return [f"Nobody who speaks for {prose.listed(names, 'or')} is quoted or retold."] if names else []
