"""All records of one article, and the gate that they pass."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.errors import EvidenceError
from analysis.records.held import Cooperation, Position, Tension
from analysis.records.judged import Judged
from analysis.records.text import Article, Span
from analysis.records.told import Actor, Mention, Omission, Statement, TimeRef

KINDS: tuple[type[Judged], ...] = (Actor, Mention, TimeRef, Statement, Omission, Position, Tension, Cooperation)
RECORDS: dict[str, type[Judged]] = {cls.prefix: cls for cls in KINDS}


@dataclass(frozen=True, kw_only=True)
class Annotations:
    """All that was read out of one article: what a run folder's `data/` holds and a briefing is made of."""

    article: Article
    sentences: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timeline: tuple[TimeRef, ...] = ()
    statements: tuple[Statement, ...] = ()
    omissions: tuple[Omission, ...] = ()
    positions: tuple[Position, ...] = ()
    tensions: tuple[Tension, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()

    def records(self) -> Iterator[Judged]:
        """Every judged record, in the order of the stages."""
        told = (self.statements, self.omissions, self.positions, self.tensions, self.cooperations)
        for group in (self.actors, self.mentions, self.timeline, *told):
            yield from group


def check_evidence(text: str, records: Iterable[Judged]) -> None:
    """The evidence gate: every record has spans, verbatim of `text`. `EvidenceError` names the first that has not."""
    for record in records:
        name = f"{record.prefix} {record.id}"
        if not record.evidence:
            raise EvidenceError(f"{name}: rests on no words of the article")
        for field, place in record.spans():
            found = text[place.start : place.end]
            if found != place.quote or place.start >= place.end:
                raise EvidenceError(
                    f"{name}: {field} [{place.start}, {place.end}) quotes {place.quote!r}, the article has {found!r}"
                )
