"""Who speaks, wants or acts in the article, for whom, how much they are heard, what they hold and whom they face."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing import bounds, prose
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
    held: int
    positions: tuple[Link, ...]
    tensions: tuple[Link, ...]


@dataclass(frozen=True)
class Actors:
    """The section: those who speak, hold or contend; the others by name only; what stands out, in a sentence."""

    summary: str
    rows: tuple[ActorRow, ...]
    others: tuple[Claim, ...]
    left: str


def build(index: Index, citations: Citations) -> Actors:
    """The section's view: actors by side, the most heard first."""
    active = _active(index)
    every = index.annotations.actors
    # Sorting is stable: among equals, the article's order.
    heard = sorted((actor for actor in every if actor.id in active), key=lambda actor: _rank(actor, index))
    others = [actor for actor in every if actor.id not in active]
    kept = bounds.foremost(heard, bounds.ACTORS, lambda actor: -len(index.statements_of(actor)))
    named = bounds.foremost(others, bounds.OTHERS, lambda actor: -actor.salience)
    counts = _Counts(index)
    rows = tuple(_row(actor, counts, index, citations) for actor in kept)
    return Actors(
        summary=_summary(heard, index),
        rows=rows,
        others=tuple(
            citations.claim(("actor", actor.id), prose.capital(actor.name), "reported", actor.evidence[:1])
            for actor in named
        ),
        left=bounds.left(len(every) - len(kept) - len(named), "actor", "data/actors.csv", "further"),
    )


class _Counts:
    """What is told of each actor: how often it is referred to, what it holds, and where it pulls."""

    def __init__(self, index: Index) -> None:
        self.mentions = Counter(item.actor for item in index.annotations.mentions)
        self.held = Counter(item.actor for item in index.annotations.positions)
        self.positions: dict[str, list[Position]] = {}
        self.tensions: dict[str, list[Tension]] = {}
        for position in index.told_positions:
            self.positions.setdefault(position.actor, []).append(position)
        for tension in index.told_tensions:
            for side in dict.fromkeys((tension.a, tension.b, *tension.voices)):
                self.tensions.setdefault(side, []).append(tension)


def _active(index: Index) -> set[str]:
    records = index.annotations
    pairs = [side for item in records.tensions for side in (item.a, item.b)]
    return {item.source or "" for item in records.statements} | {item.actor for item in records.positions} | {*pairs}


def _rank(actor: Actor, index: Index) -> tuple[int, int]:
    place = index.side_numbers.get(index.side(actor), len(index.sides) + 1)
    return place, -len(index.statements_of(actor))


def _summary(heard: Sequence[Actor], index: Index) -> str:
    """How many there are, and how many of them are heard in their own words."""
    kinds = [{item.kind != "indirect" for item in index.statements_of(actor)} for actor in heard]
    quoted = sum(True in found for found in kinds)
    retold = sum(found == {False} for found in kinds)
    silent = len(heard) - quoted - retold
    if len(heard) == 1:
        how = "quoted" if quoted else "only retold" if retold else "only spoken of"
        return f"One actor speaks, holds something or faces another, and is {how}."
    parts = [
        f"{prose.number(quoted) if quoted else 'none'} {'are' if quoted > 1 else 'is'} quoted",
        f"{prose.number(retold)} only retold" if retold else "",
        f"{prose.number(silent)} only spoken of" if silent else "",
    ]
    found = prose.count(len(heard), "actor")
    return (
        f"Of {found} who speak, hold something or face another, {prose.listed(filter(None, parts))}." if heard else ""
    )


def _row(actor: Actor, counts: _Counts, index: Index, citations: Citations) -> ActorRow:
    said = index.statements_of(actor)
    direct = sum(item.kind != "indirect" for item in said)
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
        mentions=counts.mentions[actor.id],
        held=counts.held[actor.id],
        positions=tuple(map(_position, counts.positions.get(actor.id, ()))),
        tensions=tuple(_tension(item, actor, index) for item in counts.tensions.get(actor.id, ())),
    )


def _position(position: Position) -> Link:
    words = f"{WORDS[position.stance]}: {prose.short(position.proposition, 16)}"
    return Link(claim_id("position", position.id), MARKS[position.stance], words)


def _tension(tension: Tension, actor: Actor, index: Index) -> Link:
    """The tension by its intensity, with the other side."""
    other = tension.a if actor.id == tension.b else tension.b
    words = f"{tension.type}, {index.name(other)} on the other side, intensity {tension.intensity}"
    return Link(claim_id("tension", tension.id), str(tension.intensity), words)
