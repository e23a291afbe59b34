"""What the article leaves out, and how else it could be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim, claim_id
from analysis.briefing.index import Index
from analysis.briefing.saying import other_readings, saying
from analysis.briefing.sections import assumptions
from analysis.briefing.sections.assumptions import Assumption
from analysis.briefing.sections.positions import WORDS
from analysis.records import Actor, Alternative, Omission, Position, Span, Statement, Tension
from analysis.settings import Settings

QUOTED_WORDS = 30
# Second readings less likely than this are for the cards alone.
NOTABLE = 0.25
SHOWN = 8


@dataclass(frozen=True)
class Reading:
    """A judgement that could have come out otherwise; `target` is where it stands."""

    claim: Claim
    target: str


@dataclass(frozen=True)
class Gaps:
    """The section: who is not heard, whose words nobody is found to say, other readings, and what is taken for
    granted. `heard` and `covered` speak where nothing is missing.
    """

    unheard: tuple[Claim, ...]
    heard: str
    uncovered: tuple[Claim, ...]
    more_uncovered: tuple[Claim, ...]
    left: tuple[str, str]
    covered: str
    readings: tuple[Reading, ...]
    more_readings: int
    assumed: tuple[Assumption, ...]
    left_out: tuple[str, ...]


def build(index: Index, citations: Citations, settings: Settings) -> Gaps:
    """The section's view."""
    silent = list(_silent_sides(index))
    sides = tuple(_silent_side(*side, citations) for side in silent[: bounds.TOLD])
    unheard = (*sides, *_silent_actors(index, citations))
    bare = [item for item in index.annotations.omissions if item.kind == "unattributed"]
    uncovered = tuple(_uncovered(item, citations) for item in bare[: SHOWN + bounds.TOLD])
    ranked = sorted(_alternatives(index), key=lambda row: (-row[1][0].chance, row[0].evidence))
    return Gaps(
        unheard=unheard,
        heard="" if unheard else _nobody_missing(index),
        uncovered=uncovered[:SHOWN],
        more_uncovered=uncovered[SHOWN:],
        left=(
            bounds.left(len(silent[bounds.TOLD :]), "side", "data/actors.csv", "further"),
            bounds.left(len(bare) - len(uncovered), "sentence", "data/omissions.csv", "further"),
        ),
        covered="" if uncovered else "Every sentence that reports words has a statement on record.",
        readings=tuple(_reading(record, others, index, citations) for record, others in ranked[:SHOWN]),
        more_readings=len(ranked[SHOWN:]),
        assumed=assumptions.build(index, citations, settings),
        left_out=tuple(assumptions.left_out(settings)),
    )


def _nobody_missing(index: Index) -> str:
    if not index.annotations.actors:
        return "No actor was found, so nobody can be said to be missing."
    return "Every side that is acted upon or spoken of is heard at least once."


def _silent_sides(index: Index) -> Iterator[tuple[str, list[Actor], bool]]:
    """Sides that act, hold something or are pulled at, and whose words are never quoted."""
    records = index.annotations
    pulled = {side for item in records.tensions for side in (item.a, item.b)}
    concerned = pulled | {item.actor for item in records.positions}
    sides: dict[str, list[Actor]] = {}
    for actor in records.actors:
        if actor.id in concerned and index.side(actor):
            sides.setdefault(index.side(actor), []).append(actor)
    by_side: dict[str, list[Statement]] = {}
    for item in records.statements:
        by_side.setdefault(index.side(index.actor(item.source)), []).append(item)
    for side, actors in sides.items():
        said = by_side.get(side, [])
        if not any(item.kind != "indirect" for item in said):
            yield side, actors, bool(said)


def _silent_side(side: str, actors: Sequence[Actor], retold: bool, citations: Citations) -> Claim:
    how = "quoted; that side is only retold" if retold else "quoted or retold"
    text = f"nobody who speaks for {prose.with_the(side)} is {how}"
    places = [actor.evidence[0] for actor in actors]
    return citations.claim(("gap", "side", side), prose.sentence(text), "inferred", places)


def _silent_actors(index: Index, citations: Citations) -> Iterator[Claim]:
    """Who is spoken of and not heard, in one sentence."""
    unheard = [item for item in index.annotations.omissions if item.kind == "unheard"]
    if unheard:
        actors = [index.actor(item.actor) for item in unheard]
        names = bounds.some([prose.named(actor) if actor else index.name(None) for actor in actors])
        single = len(unheard) == 1 and not (actors[0] and prose.is_plural(actors[0]))
        text = f"{names} {'is' if single else 'are'} acted upon or spoken of and never heard"
        places = [item.span for item in unheard]
        yield citations.claim(("omission", "unheard"), prose.sentence(text), "inferred", places)


def _uncovered(item: Omission, citations: Citations) -> Claim:
    """A sentence that reports words which nobody is found to say."""
    text = prose.sentence(prose.quoted(item.span.quote, QUOTED_WORDS))
    return citations.claim(("omission", item.id), text, "inferred", [item.span])


def _alternatives(index: Index) -> Iterator[tuple[Position | Tension, list[Alternative]]]:
    """Judgements on the page with a notable second reading, the likeliest reading first."""
    judged: tuple[Position | Tension, ...] = (*index.told_tensions, *index.told_positions)
    for record in judged:
        others = sorted((one for one in record.alternatives if one.chance >= NOTABLE), key=lambda one: -one.chance)
        if others:
            yield record, others


def _reading(record: Position | Tension, others: list[Alternative], index: Index, citations: Citations) -> Reading:
    said = saying(record, index) if isinstance(record, Tension) else _held(record, index)
    text = f"{prose.sentence(said)} {other_readings(others, index)}"
    places: tuple[Span, ...] = record.evidence[:2]
    claim = citations.claim(("reading", record.id), text, "inferred", places)
    return Reading(claim, claim_id(record.prefix, record.id))


def _held(position: Position, index: Index) -> str:
    actor = index.actor(position.actor)
    words = prose.inner(position.proposition) if index.issue(position.issue) else prose.quoted(position.proposition, 24)
    return f"{prose.named(actor) if actor else index.name(position.actor)}, {WORDS[position.stance]}: {words}"
