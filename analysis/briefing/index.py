"""Look-ups over the annotations that several sections of the briefing share."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from analysis.briefing import prose
from analysis.briefing.bounds import POSITIONS, TENSIONS, foremost
from analysis.briefing.evidence import Spoken, Voice
from analysis.briefing.places import Places
from analysis.codebook import Issue
from analysis.records import Actor, Annotations, Position, Span, Statement, Tension

# How many sides have a colour of their own; later ones are grey.
COLOURS = 6


class Index:
    """Annotations with their issues, by name, by side and by place."""

    def __init__(self, annotations: Annotations, issues: Sequence[Issue] = ()) -> None:
        self.annotations = annotations
        self.article = annotations.article
        self.issues = tuple(issues)
        self._actors = {actor.id: actor for actor in annotations.actors}
        self._issues = {issue.id: issue for issue in issues}
        self._statements = {statement.id: statement for statement in annotations.statements}
        self._positions = {position.id: position for position in annotations.positions}
        self._times = {time.id: time for time in annotations.timeline}
        sides = dict.fromkeys(self.side(actor) for actor in annotations.actors)
        self.sides = tuple(side for side in sides if side)
        self.side_numbers = {side: number for number, side in enumerate(self.sides, 1)}

    def actor(self, id: str | None) -> Actor | None:
        return self._actors.get(id or "")

    def name(self, id: str | None) -> str:
        """The actor's name; plain words where the text does not tell who it is."""
        actor = self.actor(id)
        return actor.name if actor else "speaker not identified"

    def words(self, value: str) -> str:
        """A value of a record's field: the name where it is the id of an actor or an issue."""
        actor, issue = self.actor(value), self.issue(value)
        return actor.name if actor else issue.name if issue else value

    def issue(self, id: str) -> Issue | None:
        return self._issues.get(id)

    def statement(self, id: str) -> Statement | None:
        return self._statements.get(id)

    def position(self, id: str) -> Position | None:
        return self._positions.get(id)

    def teller(self, id: str | None) -> str:
        """The source of the statement of that id, empty where there is none."""
        outer = self._statements.get(id or "")
        return self.name(outer.source) if outer else ""

    def time(self, id: str | None) -> str:
        """The words of a time expression, empty where there is none of that id."""
        time = self._times.get(id or "")
        return time.span.quote if time else ""

    def side(self, actor: Actor | None) -> str:
        """The camp the actor is counted with: its own, that of whom it speaks for, or its name if it is a state."""
        seen: set[str] = set()
        while actor and actor.id not in seen:
            if actor.side:
                return actor.side
            if actor.kind == "government":
                return actor.name
            seen.add(actor.id)
            actor = self.actor(actor.affiliation)
        return ""

    def speaks_for(self, actor: Actor | None) -> tuple[str, ...]:
        """The ids of the actor and of those it speaks for."""
        chain: list[str] = []
        while actor and actor.id not in chain:
            chain.append(actor.id)
            actor = self.actor(actor.affiliation)
        return tuple(chain)

    def colour(self, actor: Actor | None) -> int:
        """The number of the side's colour, from 1; 0 for no side and for sides beyond the last colour."""
        number = self.side_numbers.get(self.side(actor), 0)
        return number if number <= COLOURS else 0

    def statements_of(self, actor: Actor) -> tuple[Statement, ...]:
        return tuple(self._said_by.get(actor.id, ()))

    def voices(self, statements: Iterable[Statement]) -> dict[Voice, int]:
        """How many of `statements` are in which voice."""
        counts = Counter(voice(statement) for statement in statements)
        return {name: counts[name] for name in ("direct", "indirect", "unnamed")}

    def said(self) -> list[tuple[Span, Statement]]:
        """The places where somebody speaks, shortest first, with what is said."""
        places = [(span, item) for item in self.annotations.statements for span in _words(item)]
        return sorted(places, key=lambda place: (place[0].end - place[0].start, place[0]))

    def speakers(self) -> list[tuple[Span, str]]:
        """The places where somebody speaks, shortest first, with the name."""
        return [(span, self.name(item.source)) for span, item in self.said()]

    def spoken(self) -> tuple[Spoken, ...]:
        """What is said by whom, shortest first, so that a quotation inside reported speech keeps its own voice."""
        rows = [
            Spoken(span, voice(item), self.colour(self.actor(item.source)), self.name(item.source))
            for item in self.annotations.statements
            for span in item.content_spans
        ]
        return tuple(sorted(rows, key=lambda row: (row.span.end - row.span.start, row.span)))

    def legend(self) -> tuple[tuple[int, str], ...]:
        """The colours in which somebody speaks, with the names of their sides."""
        used = {row.colour for row in self.spoken()}
        return tuple((number, prose.capital(side)) for number, side in enumerate(self.sides, 1) if number in used)

    def sentence(self, place: Span) -> Span:
        """The sentence around `place`, or else its own words."""
        return next(self._sentences.around(place), place)

    @cached_property
    def contents(self) -> Places[Statement]:
        """The statements by the places of what they say."""
        return Places((span, item) for item in self.annotations.statements for span in item.content_spans)

    @cached_property
    def told_positions(self) -> tuple[Position, ...]:
        """Those that a page has room for: all, or the firmest."""
        return foremost(self.annotations.positions, POSITIONS, lambda one: (-one.strength, -one.confidence))

    @cached_property
    def told_tensions(self) -> tuple[Tension, ...]:
        """Those that a page has room for: all, or the most intense; the widest first."""
        every = sorted(self.annotations.tensions, key=lambda one: (-one.intensity, one.evidence, one.id))
        return tuple(every[:TENSIONS])

    @cached_property
    def _sentences(self) -> Places[Span]:
        return Places((span, span) for span in self.annotations.sentences)

    @cached_property
    def _said_by(self) -> dict[str | None, list[Statement]]:
        found: dict[str | None, list[Statement]] = {}
        for item in self.annotations.statements:
            found.setdefault(item.source, []).append(item)
        return found


def voice(statement: Statement) -> Voice:
    """Whose words reach the reader: quoted, retold, or told by someone without a name."""
    if statement.anonymous:
        return "unnamed"
    return "indirect" if statement.kind == "indirect" else "direct"


def _words(statement: Statement) -> tuple[Span, ...]:
    return (*statement.content_spans, *statement.evidence)
