"""On whose word the article rests: the share of unnamed sources, and every source with what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.records import Span, Statement
from analysis.scene import origin

QUOTED_WORDS = 30


@dataclass(frozen=True)
class Source:
    """One row of the ledger."""

    claim: Claim
    name: str
    colour: int
    standing: str
    direct: int
    retold: int

    @property
    def total(self) -> int:
        return self.direct + self.retold


@dataclass(frozen=True)
class Sourcing:
    """The section; `gap` speaks when the article reports no statement."""

    summary: tuple[Claim, ...]
    ledger: tuple[Source, ...]
    likelihoods: tuple[Claim, ...]
    distanced: tuple[Claim, ...]
    gap: str


def build(index: Index, citations: Citations) -> Sourcing:
    """The section's view: sources by number of statements."""
    said = index.annotations.statements
    return Sourcing(
        summary=tuple(_summary(index, citations)),
        ledger=tuple(_ledger(index, citations)),
        likelihoods=tuple(_likelihoods(index, citations)),
        distanced=tuple(_distanced(index, citations)),
        gap="" if said else "No statement was found: the article tells in its own voice and quotes nobody.",
    )


def _places(statements: Sequence[Statement]) -> list[Span]:
    return [statement.evidence[0] for statement in statements]


def _summary(index: Index, citations: Citations) -> Iterator[Claim]:
    said = index.annotations.statements
    if not said:
        return
    unnamed = [item for item in said if item.anonymous]
    if unnamed:
        verb = "rests" if len(unnamed) == 1 else "rest"
        text = f"{prose.share(len(unnamed), len(said), 'statement')} {verb} on unnamed sources"
        yield citations.claim(("sourcing", "unnamed"), prose.sentence(text), "inferred", _places(unnamed))
    else:
        text = f"{prose.count(len(said), 'statement')} found, none of them on an unnamed source"
        yield citations.claim(("sourcing", "named"), prose.sentence(text), "inferred", _places(said))
    quoted = [item for item in said if item.kind != "indirect"]
    if quoted:
        verb = "is" if len(quoted) == 1 else "are"
        rest = "; the rest is retold" if len(quoted) < len(said) else ""
        text = f"{prose.share(len(quoted), len(said), 'statement')} {verb} quoted, in full or in part{rest}"
        yield citations.claim(("sourcing", "quoted"), prose.sentence(text), "inferred", _places(quoted))


def _ledger(index: Index, citations: Citations) -> Iterator[Source]:
    """Sources by number of statements; what one outlet's report is the source of stands with the outlet."""
    groups: dict[str | None, list[Statement]] = {}
    for statement in index.annotations.statements:
        groups.setdefault(origin(statement), []).append(statement)
    for source, said in sorted(groups.items(), key=lambda group: -len(group[1])):
        direct = sum(item.kind != "indirect" for item in said)
        name = prose.capital(index.name(source))
        text = f"{name}: {prose.count(len(said), 'statement')}, {prose.number(direct)} quoted."
        places = [place for item in said for place in (item.content_spans or item.evidence)]
        yield Source(
            claim=citations.claim(("source", source or ""), text, "reported", places),
            name=name,
            colour=index.colour(index.actor(source)),
            standing=_standing(said),
            direct=direct,
            retold=len(said) - direct,
        )


def _standing(said: Sequence[Statement]) -> str:
    if origin(said[0]) is None:
        return "not identified"
    return "unnamed" if all(item.anonymous for item in said) else "named"


def _likelihoods(index: Index, citations: Citations) -> Iterator[Claim]:
    """What is said with a likelihood word, with the word's range."""
    for statement in index.annotations.statements:
        likely = prose.likelihood(statement.certainty)
        if likely:
            actor = index.actor(statement.source)
            name = prose.named(actor) if actor else "a speaker the text does not name"
            places = statement.content_spans or statement.evidence
            words = prose.quoted(" ".join(place.quote for place in places))
            verb = prose.verb(actor, "calls", "call") if actor else "calls"
            text = f"{prose.capital(name)} {verb} it {likely}: {words}"
            yield citations.claim(("likelihood", statement.id), text, "asserted", statement.evidence)


def _distanced(index: Index, citations: Citations) -> Iterator[Claim]:
    """What the article reports and does not vouch for, with the word that says so."""
    for statement in index.annotations.statements:
        if statement.distance:
            name = prose.capital(index.name(statement.source))
            words = prose.quoted(" ".join(place.quote for place in statement.content_spans), QUOTED_WORDS)
            text = f"{name}, at a distance (“{statement.distance.quote}”): {words}"
            places = [statement.distance, *statement.content_spans]
            yield citations.claim(("distance", statement.id), text, "reported", places)
