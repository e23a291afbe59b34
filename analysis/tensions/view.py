"""The records of earlier stages, looked up by place and by who belongs to whom."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from analysis.codebook import Issue
from analysis.overlaps import Overlaps
from analysis.records import Position, Span, Statement, span
from analysis.scene import Scene

WORDS = (5, 60)
ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class View(Scene):
    """A scene with the positions held in it and the issues they are about."""

    positions: tuple[Position, ...]
    issues: tuple[Issue, ...]

    @cached_property
    def positions_by_id(self) -> dict[str, Position]:
        return {position.id: position for position in self.positions}

    @cached_property
    def statements_by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    def held_at(self, actor: str, place: Span) -> list[Position]:
        """The positions of an actor that show in words of `place`."""
        return list(dict.fromkeys(self._held_by.get(actor, Overlaps()).at(place.start, place.end)))

    @cached_property
    def _held_by(self) -> dict[str, Overlaps[Position]]:
        """The positions by their holders and their evidence."""
        found: dict[str, Overlaps[Position]] = defaultdict(Overlaps)
        for position in self.positions:
            for place in position.evidence:
                found[position.actor].add(place.start, place.end, position)
        return found

    def statements_at(self, place: Span) -> list[Statement]:
        """The statements with a source of which a content shares words with `place`."""
        told = (one for sentence in self.sentences_in(place) for one in self._told_in.get(sentence, ()))
        return [one for one in dict.fromkeys(told) if any(part.overlaps(place) for part in one.content_spans)]

    @cached_property
    def _told_in(self) -> dict[Span, list[Statement]]:
        """The statements with a source by the sentences of their contents."""
        found: dict[Span, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for content in statement.content_spans if statement.source in self.actors else ():
                for sentence in self.sentences_in(content):
                    found[sentence].append(statement)
        return found

    def rivals(self, a: str, b: str) -> bool:
        """Whether neither actor speaks for the other."""
        return (
            a != b
            and not any(one.id == b for one in self.speaks_for(a))
            and not any(one.id == a for one in self.speaks_for(b))
        )

    def apart(self, a: str, b: str) -> bool:
        """Whether two actors speak for different ones in the end."""
        return self.speaks_for(a)[-1].id != self.speaks_for(b)[-1].id

    def sides(self, a: str, b: str, issue: str) -> tuple[str, str]:
        """The sides that matter: between governments these, in the place of those who speak for them.

        On an issue with sides of its own also a party or a group stands for its members. All others stand for
        themselves: two politicians of one country do not make a quarrel of its government.
        """
        largest = [self.speaks_for(actor)[-1] for actor in (a, b)]
        sided = any(one.id == issue and one.sides for one in self.issues)
        if largest[0] != largest[1] and (sided or all(one.kind == "government" for one in largest)):
            return largest[0].id, largest[1].id
        return a, b

    def side_on(self, issue: Issue, actor: str) -> int | None:
        """Which of the issue's sides the actor, or one it speaks for, is on."""
        for one in self.speaks_for(actor):
            for number, side in enumerate(issue.sides):
                if any(side.regex.search(words) for words in (one.name, one.side, one.role)):
                    return number
        return None

    def evidence(self, start: int, end: int, within: Span) -> Span:
        """`[start, end)` inside `within` as evidence: no longer than sixty words, no shorter than five."""
        if len(self.text[start:end].split()) < WORDS[0]:
            start, end = within.start, within.end
        article = ARTICLE.search(self.text, max(0, start - 5), start)
        start = article.start() if article else start
        words = list(WORD.finditer(self.text, start, end))[: WORDS[1]]
        last = words[-1].end()
        return span(self.text, words[0].start(), last)
