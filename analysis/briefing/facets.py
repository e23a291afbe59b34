"""What a reader can pick notes by: whose words they are, which tension they show, in which voice and how surely."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Certainty, Facets, Note
from analysis.briefing.index import Index, voice
from analysis.briefing.places import Places
from analysis.briefing.saying import saying
from analysis.records import Actor, Position, Span, Statement, Tension

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


class Shown:
    """By the places of the evidence: what is said, who holds or does something, who is found by it, which tensions."""

    def __init__(self, index: Index) -> None:
        notes = index.annotations
        self.said = Places(index.said())
        self.held = Places((span, item) for item in notes.positions for span in item.evidence)
        self.pulling = Places(row for item in notes.tensions for row in _pulling(item))
        self.tensions = Places((span, item.id) for item in notes.tensions for span in item.evidence)
        self.found: dict[Span, list[str]] = {}
        for actor in notes.actors:
            for span in actor.evidence:
                self.found.setdefault(span, []).append(actor.id)


def facets(index: Index) -> Callable[[Span], Facets]:
    """What tells the facets of a place of the article."""
    shown = Shown(index)

    def of(place: Span) -> Facets:
        statement = next(shown.said.around(place), None)
        actors = dict.fromkeys(_actors(place, statement, shown, index))
        # Around what is said, such as "he said last month", the article speaks.
        if statement and not any(place.overlaps(span) for span in statement.content_spans):
            statement = None
        sides = [side for actor in actors if (side := index.side(actor))]
        return Facets(
            actors=tuple(actor.id for actor in actors),
            sides=tuple(dict.fromkeys(index.side_numbers[side] for side in sides)),
            tensions=tuple(dict.fromkeys(shown.tensions.around(place))),
            voice=voice(statement) if statement else "reporter",
            certainty=tuple(_certainty(statement, shown.held.around(place))) or ("flat",),
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


def _pulling(tension: Tension) -> Iterator[tuple[Span, str]]:
    """The places that show each side, with its id."""
    yield from ((span, tension.a) for span in tension.a_evidence)
    yield from ((span, tension.b) for span in tension.b_evidence)


def _actors(place: Span, statement: Statement | None, shown: Shown, index: Index) -> Iterator[Actor]:
    """Whose words these are, who holds or does what they show, and who is found by them."""
    ids = list(index.speaks_for(index.actor(statement.source))) if statement else []
    for position in shown.held.around(place):
        ids += [position.actor, position.on_behalf or ""]
    ids += [*shown.pulling.around(place), *shown.found.get(place, ())]
    return (actor for key in ids if (actor := index.actor(key)))


def _certainty(statement: Statement | None, held: Iterable[Position]) -> Iterator[Certainty]:
    if (statement and statement.certainty.term) or any(one.hedged for one in held):
        yield "hedged"
    if statement and statement.distance:
        yield "distanced"
    if statement and statement.forecast:
        yield "forecast"
