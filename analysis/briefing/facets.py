"""What a reader can pick notes by: whose words they are, which tension they show, in which voice and how surely."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Certainty, Facets, Note
from analysis.briefing.index import Index, voice
from analysis.briefing.saying import saying
from analysis.records import Actor, Span, Statement

VOICES = {
    "direct": "quoted",
    "indirect": "retold",
    "unnamed": "on unnamed sources",
    "reporter": "the article’s own voice",
}
CERTAINTIES = {"flat": "told flatly", "hedged": "hedged", "distanced": "at a distance", "forecast": "forecast"}


@dataclass(frozen=True)
class Choice:
    """One thing to pick: the `value` that notes carry, and what it is called."""

    value: str
    name: str


@dataclass(frozen=True)
class Choices:
    """All that the notes of a page can be picked by; nothing that would pick none of them."""

    sides: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    tensions: tuple[Choice, ...]
    voices: tuple[Choice, ...]
    certainties: tuple[Choice, ...]


def facets(index: Index) -> Callable[[Span], Facets]:
    """What tells the facets of a place of the article."""
    said = index.said()

    def of(place: Span) -> Facets:
        statement = next((item for span, item in said if place in span), None)
        actors = dict.fromkeys(_actors(place, statement, index))
        # Around what is said, such as "he said last month", the article speaks.
        if statement and not any(place.overlaps(span) for span in statement.content_spans):
            statement = None
        return Facets(
            actors=tuple(actor.id for actor in actors),
            sides=tuple(dict.fromkeys(index.sides.index(side) + 1 for actor in actors if (side := index.side(actor)))),
            tensions=tuple(one.id for one in index.annotations.tensions if _shown(place, one.evidence)),
            voice=voice(statement) if statement else "reporter",
            certainty=tuple(_certainty(place, statement, index)) or ("flat",),
        )

    return of


def choices(notes: Iterable[Note], index: Index) -> Choices:
    """What `notes` can be picked by: sides and actors by name, tensions by intensity."""
    carried = {value for note in notes for value in note.facets.values()}
    actors = sorted(index.annotations.actors, key=lambda actor: (prose.capital(actor.name), actor.id))
    tensions = sorted(index.annotations.tensions, key=lambda one: (-one.intensity, one.evidence, one.id))

    def met(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
        return tuple(Choice(value, prose.capital(name)) for value, name in pairs if value in carried)

    return Choices(
        sides=met((f"side-{number}", side) for number, side in enumerate(index.sides, 1)),
        actors=met((actor.id, actor.name) for actor in actors),
        tensions=met((one.id, saying(one, index)) for one in tensions),
        voices=met(VOICES.items()),
        certainties=met(CERTAINTIES.items()),
    )


def _actors(place: Span, statement: Statement | None, index: Index) -> Iterator[Actor]:
    """Whose words these are, who holds or does what they show, and who is found by them."""
    notes = index.annotations
    ids = list(index.speaks_for(index.actor(statement.source))) if statement else []
    for position in notes.positions:
        if _shown(place, position.evidence):
            ids += [position.actor, position.on_behalf or ""]
    for tension in notes.tensions:
        ids += [tension.a] if _shown(place, tension.a_evidence) else []
        ids += [tension.b] if _shown(place, tension.b_evidence) else []
    ids += [actor.id for actor in notes.actors if place in actor.evidence]
    return (actor for key in ids if (actor := index.actor(key)))


def _certainty(place: Span, statement: Statement | None, index: Index) -> Iterator[Certainty]:
    held = [one for one in index.annotations.positions if _shown(place, one.evidence)]
    if (statement and statement.certainty.term) or any(one.hedged for one in held):
        yield "hedged"
    if statement and statement.distance:
        yield "distanced"
    if statement and statement.forecast:
        yield "forecast"


def _shown(place: Span, evidence: Iterable[Span]) -> bool:
    return any(place in span for span in evidence)
