"""On whose word the article rests: the share of unnamed sources, and every source with what it says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.records import Span, Statement
from analysis.scene import origin

QUOTED_WORDS = 30
FILE = "data/statements.csv"
# Of what a summary rests on, how much it cites; the ledger leads to all of it.
CITED = 4
# A sentence of the summary: its key, its words, the places it rests on.
Draft = tuple[str, str, list[Span]]
# From the best named to the least.
STANDINGS = {
    "named": "named",
    "outlet": "news outlet",
    "document": "document",
    "role-only": "by role only",
    "unnamed": "unnamed",
}
# By which channel something was said, where not "in a ...".
CHANNELS = {
    "press": "to the press",
    "press conference": "at a press conference",
    "briefing": "at a briefing",
    "order": "by an order",
    "testimony": "in testimony",
    "social post": "in a post",
}


@dataclass(frozen=True)
class Source:
    """One row of the ledger. `people` is how many stand behind a source without a name, empty for one with a name;
    `why` the article's reason for leaving the name out; `ways` how its words came to the reader.
    """

    claim: Claim
    name: str
    colour: int
    standing: str
    why: str
    people: str
    ways: str
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
    left: tuple[str, str, str]


def build(index: Index, citations: Citations) -> Sourcing:
    """The section's view: sources by number of statements."""
    said = index.annotations.statements
    drafts = _summary(index) if said else ()
    groups, likely, distanced = _sources(index), list(_likely(index)), [item for item in said if item.distance]
    return Sourcing(
        summary=tuple(
            citations.claim(("sourcing", key), prose.sentence(text), "inferred", places[:CITED])
            for key, text, places in drafts
        ),
        ledger=tuple(_row(*group, index, citations) for group in groups[: bounds.SOURCES]),
        likelihoods=tuple(_likelihood(item, index, citations) for item in likely[: bounds.TOLD]),
        distanced=tuple(_distanced(item, index, citations) for item in distanced[: bounds.TOLD]),
        gap="" if said else "No statement was found: the article tells in its own voice and quotes nobody.",
        left=(
            bounds.left(len(groups[bounds.SOURCES :]), "source", FILE, "further"),
            bounds.left(len(likely[bounds.TOLD :]), "statement", FILE, "further"),
            bounds.left(len(distanced[bounds.TOLD :]), "statement", FILE, "further"),
        ),
    )


def _places(statements: Iterable[Statement]) -> list[Span]:
    return [statement.evidence[0] for statement in statements]


def _summary(index: Index) -> Iterator[Draft]:
    """On whose word how much rests, a sentence each."""
    said = index.annotations.statements
    unnamed = [item for item in said if item.anonymous]
    if unnamed:
        verb = "rests" if len(unnamed) == 1 else "rest"
        yield (
            "unnamed",
            f"{prose.share(len(unnamed), len(said), 'statement')} {verb} on unnamed sources",
            _places(unnamed),
        )
    else:
        none = "and its" if len(said) == 1 else "and none on a"
        found = f"{prose.count(len(said), 'statement')} {'was' if len(said) == 1 else 'were'} found, {none} source"
        end = "is not kept unnamed" if len(said) == 1 else "that the article keeps unnamed"
        yield "named", f"{found} {end}", _places(said)
    quoted = [item for item in said if item.kind != "indirect"]
    if quoted:
        verb = "is" if len(quoted) == 1 else "are"
        rest = "; the rest is retold" if len(quoted) < len(said) else ""
        text = f"{prose.share(len(quoted), len(said), 'statement')} {verb} quoted, in full or in part{rest}"
        yield "quoted", text, _places(quoted)
    yield from _origins(said)
    yield from _nameless(index)
    yield from _borrowed(index)


def _origins(said: Sequence[Statement]) -> Iterator[Draft]:
    """How many sources there are when what one outlet's report carries counts once; and who stays unknown."""
    first: dict[str, Statement] = {}
    for item in said:
        if key := origin(item):
            first.setdefault(key, item)
    if first:
        one = len(said) == 1
        which = "" if len(first) == 1 else ", what one outlet’s report carries counted once"
        text = (
            f"the {'statement comes' if one else 'statements come'} from {prose.count(len(first), 'separate source')}"
        )
        yield "origins", f"{text}{which}", _places(first.values())
    lost = [item for item in said if origin(item) is None]
    if lost:
        yield "lost", f"who makes {prose.share(len(lost), len(said), 'statement')} is not clear", _places(lost)


def _nameless(index: Index) -> Iterator[Draft]:
    """How many people unnamed sources are, and why they have no name."""
    ids = {item.source for item in index.annotations.statements if item.anonymous}
    nameless = [actor for actor in index.annotations.actors if actor.id in ids]
    counted = sum(actor.number for actor in nameless if actor.number is not None)
    open_ended = [actor for actor in nameless if actor.number is None]
    if open_ended:
        names = bounds.some([prose.lowered(prose.named(actor)) for actor in open_ended])
        one = counted == 1
        known = f"; the other unnamed {'source is' if one else 'sources are'} {prose.number(counted)} "
        known += "person" if one else "people"
        text = f"how many people speak as {names} is not said{known if counted else ''}"
        yield "number", text, [actor.evidence[0] for actor in open_ended]
    reasons = [actor.why_unnamed for actor in nameless if actor.why_unnamed]
    if nameless and not reasons:
        whose = "unnamed source has" if len(nameless) == 1 else "unnamed sources have"
        yield "reasons", f"why its {whose} no name the article does not say", [one.evidence[0] for one in nameless]
    elif reasons:
        verb = "has" if len(reasons) == 1 else "have"
        text = f"why {prose.share(len(reasons), len(nameless), 'unnamed source')} {verb} no name, the article says"
        yield "reasons", text, list(reasons)


def _borrowed(index: Index) -> Iterator[Draft]:
    """What rests on papers, and what is taken from other outlets' reporting."""
    said = index.annotations.statements
    papers = [item for item in said if item.sourcing == "document"]
    if papers:
        verb = "rests" if len(papers) == 1 else "rest"
        yield "documents", f"{prose.share(len(papers), len(said), 'statement')} {verb} on a document", _places(papers)
    taken = [item for item in said if item.credit]
    if taken:
        outlets = dict.fromkeys(prose.named(actor) for item in taken if (actor := index.actor(item.credit)))
        verb = "is" if len(taken) == 1 else "are"
        share = prose.share(len(taken), len(said), "statement")
        yield "credit", f"{share} {verb} credited to the reporting of {bounds.some(list(outlets))}", _places(taken)


def _sources(index: Index) -> list[tuple[str | None, list[Statement]]]:
    """Sources by number of statements; what one outlet's report is the source of stands with the outlet."""
    groups: dict[str | None, list[Statement]] = {}
    for statement in index.annotations.statements:
        groups.setdefault(origin(statement), []).append(statement)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _row(source: str | None, said: Sequence[Statement], index: Index, citations: Citations) -> Source:
    direct = sum(item.kind != "indirect" for item in said)
    actor = index.actor(source)
    name = prose.capital(index.name(source))
    text = f"{name}: {prose.count(len(said), 'statement')}, {prose.number(direct)} quoted."
    places = [place for item in said for place in (item.content_spans or item.evidence)]
    nameless = bool(actor) and all(item.anonymous for item in said)
    return Source(
        claim=citations.claim(("source", source or ""), text, "reported", places),
        name=name,
        colour=index.colour(actor),
        standing=_standing(said),
        why=prose.quoted(actor.why_unnamed.quote) if actor and actor.why_unnamed else "",
        people=str(actor.number or "not said") if actor and nameless else "",
        ways=prose.listed(dict.fromkeys(way for item in said for way in _ways(item, index))),
        direct=direct,
        retold=len(said) - direct,
    )


def _standing(said: Sequence[Statement]) -> str:
    """How well the article names it; the best where that differs from statement to statement."""
    if origin(said[0]) is None:
        return "not identified"
    ways = {item.sourcing for item in said}
    return next(words for sourcing, words in STANDINGS.items() if sourcing in ways)


def _ways(item: Statement, index: Index) -> Iterator[str]:
    """By which channel it was said, and whose reporting it is taken from."""
    if item.channel:
        yield CHANNELS.get(item.channel, f"in {prose.article(item.channel)}")
    credit = index.actor(item.credit)
    if credit and item.credit != item.source:
        yield f"through {prose.named(credit)}"


def _likely(index: Index) -> Iterator[Statement]:
    return (item for item in index.annotations.statements if prose.likelihood(item.certainty))


def _likelihood(statement: Statement, index: Index, citations: Citations) -> Claim:
    """What is said with a likelihood word, with the word's range."""
    actor = index.actor(statement.source)
    name = prose.named(actor) if actor else "a speaker the text does not name"
    places = statement.content_spans or statement.evidence
    words = prose.quoted(" ".join(place.quote for place in places))
    verb = prose.verb(actor, "calls", "call") if actor else "calls"
    text = prose.sentence(f"{name} {verb} it {prose.likelihood(statement.certainty)}: {words}")
    return citations.claim(("likelihood", statement.id), text, "asserted", statement.evidence)


def _distanced(statement: Statement, index: Index, citations: Citations) -> Claim:
    """What the article reports and does not vouch for, with the word that says so."""
    name = prose.capital(index.name(statement.source))
    words = prose.quoted(" ".join(place.quote for place in statement.content_spans), QUOTED_WORDS)
    doubt = f" (“{statement.distance.quote}”)" if statement.distance else ""
    text = prose.sentence(f"{name}, at a distance{doubt}: {words}")
    places = [*([statement.distance] if statement.distance else []), *statement.content_spans]
    return citations.claim(("distance", statement.id), text, "reported", places)
