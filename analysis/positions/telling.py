"""What positions are read from: the scene, with its statements by the places of their contents."""

from dataclasses import dataclass

from analysis.records import PositionSourcing, Span, Statement
from analysis.scene import Scene

SOURCINGS: dict[str, PositionSourcing] = {"unnamed": "unnamed", "role-only": "unnamed", "outlet": "reporter"}


def sourcing(statement: Statement) -> PositionSourcing:
    """Whose word a position rests on that is read from `statement`."""
    return SOURCINGS.get(statement.sourcing, "named")


@dataclass(frozen=True)
class Telling(Scene):
    """A scene that knows who tells what at each place."""

    def statement_at(self, start: int, end: int) -> tuple[Statement, Span] | None:
        """The innermost statement with a source whose content holds `[start, end)`, and that content."""
        found = [
            (statement, content)
            for statement in self.statements
            if statement.source in self.actors
            for content in statement.content_spans
            if content.start <= start and end <= content.end
        ]
        return min(found, key=lambda pair: (pair[1].end - pair[1].start, pair[1].start), default=None)

    def statements_within(self, outer: Statement) -> list[Statement]:
        """What others say inside the content of `outer`, those with a source."""
        return [one for one in self.statements if one.within == outer.id and one.source in self.actors]

    def in_statement(self, start: int, end: int) -> bool:
        """Whether `[start, end)` lies in the content, or touches the cue, of a statement with a source."""
        place = Span(start, end, "")
        return self.statement_at(start, end) is not None or any(
            statement.cue_span and statement.cue_span.overlaps(place)
            for statement in self.statements
            if statement.source in self.actors
        )
