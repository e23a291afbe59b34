"""The records of earlier stages, looked up by place in the text and by who speaks for whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.records import Actor, Article, Mention, Span, Statement

# Cues that only hand something on; any other takes a side.
PLAIN_CLASSES = ("say", "report", "admit", "predict", "ask", "allow")


def passes_on(statement: Statement) -> bool:
    """Whether the source only tells what others hold or do: nameless sources and outlets that plainly report."""
    return statement.sourcing in ("unnamed", "outlet") and statement.cue_class in PLAIN_CLASSES


def origin(statement: Statement) -> str | None:
    """The actor that a statement goes back to: a source by name, else the outlet that it is credited to, else its
    source. All that one outlet's report is the source of has one origin.
    """
    return statement.source if statement.sourcing == "named" else statement.credit or statement.source


def known_and_placed(
    actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[dict[str, Actor], tuple[Mention, ...]]:
    """Actors by id, and the mentions of these in the order of the text, as a `Scene` takes them."""
    known = {actor.id: actor for actor in actors}
    placed = sorted((mention for mention in mentions if mention.actor in known), key=lambda mention: mention.span)
    return known, tuple(placed)


@dataclass(frozen=True)
class Scene:
    """One article with what has been read in it so far. `mentions` are in the order of the text."""

    article: Article
    sentences: tuple[Span, ...]
    actors: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        return self.article.text

    def sentence_at(self, offset: int) -> Span | None:
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def sentences_in(self, place: Span) -> tuple[Span, ...]:
        first = bisect_right(self.sentences, place.start, key=lambda sentence: sentence.end)
        last = bisect_left(self.sentences, place.end, key=lambda sentence: sentence.start)
        return self.sentences[first:last]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin inside `[start, end)`."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.span.start)
        return self.mentions[first:last]

    def speaks_for(self, actor: str | None) -> tuple[Actor, ...]:
        """The actor and those it speaks for, the largest last."""
        chain: list[Actor] = []
        while actor and actor in self.actors and self.actors[actor] not in chain:
            chain.append(self.actors[actor])
            actor = chain[-1].affiliation
        return tuple(chain)
