"""Who holds what: every position by issue, with the words that show it, and those under no issue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim, Label
from analysis.briefing.index import Index
from analysis.briefing.saying import named, other_readings, product
from analysis.codebook import Issue
from analysis.records import Actor, Position, Stance
from analysis.settings import Settings

MARKS: dict[Stance, str] = {"support": "+", "oppose": "−", "mixed": "±"}
WORDS: dict[Stance, str] = {"support": "for", "oppose": "against", "mixed": "of two minds"}
SOURCING = {"named": "", "unnamed": "on unnamed sources", "reporter": "in the article’s own words"}
QUOTED_WORDS = 26
# What a holder does with a proposition that is a clause, and with one that is none: one, several, in the past.
HOLDS = {
    "support": ("holds that {}", "hold that {}", "held that {}"),
    "oppose": ("rejects that {}", "reject that {}", "rejected that {}"),
    "mixed": ("is of two minds on whether {}", "are of two minds on whether {}", "had two minds on whether {}"),
}
FAVOURS = {
    "support": ("is for {}", "are for {}", "used to be for {}"),
    "oppose": ("is against {}", "are against {}", "used to be against {}"),
    "mixed": ("is of two minds about {}", "are of two minds about {}", "had two minds about {}"),
}
# A verb that stands as such in a clause; the codebook's propositions are clauses all.
FINITE = re.compile(
    r"\b(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would)\b"
    r"|n[’']t\b|[’'](?:d|ll|m|re|ve)\b|\b(?:he|here|it|she|that|there|what|who)[’']s\b|^(?:he|I|it|she|they|we|you)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(r"(?:how|if|what|when|where|whether|which|who|why)\b", re.IGNORECASE)
NONE = (
    "No position was found: nobody in the article is for or against anything that the codebooks or its own wording "
    "make recognisable."
)
NO_ISSUE = (
    "No position falls under an issue of the codebooks, so there is no table of them; those in the article’s own "
    "words follow."
)


@dataclass(frozen=True)
class Line:
    """One position. `does` is the sentence after its holder's name, `words` the article's; `moved` is what made the
    stance, `readings` what else it could be.
    """

    position: str
    claim: Claim
    actor: str
    colour: int
    mark: str
    stance: str
    does: str
    words: str
    notes: str
    moved: str
    readings: str


@dataclass(frozen=True)
class Group:
    """The positions on one issue."""

    title: str
    question: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Positions:
    """The section; `groups` are the issues, `further` the positions under none of them; `gap` speaks when the article
    holds none, `silent` of issues that the codebook names and nobody takes up.
    """

    groups: tuple[Group, ...]
    further: tuple[Line, ...]
    summary: str
    gap: str
    silent: str
    left: str


def build(index: Index, citations: Citations, settings: Settings) -> Positions:
    """The section's view: the issue in focus first."""
    held = index.told_positions
    groups = [
        Group(issue.name, issue.question, _lines([p for p in held if p.issue == issue.id], index, citations))
        for issue in _issues(index, settings)
    ]
    further = _lines([position for position in held if not index.issue(position.issue)], index, citations)
    filled = tuple(group for group in groups if group.lines)
    met = {position.issue for position in index.annotations.positions}
    more = "further position" if filled else "position"
    return Positions(
        groups=filled,
        further=further,
        summary=f"{prose.capital(prose.count(len(further), more))}, in the article’s own words",
        gap=NONE if not held else "" if filled else NO_ISSUE,
        silent=_silent([issue.name for issue in _issues(index, settings) if held and issue.id not in met]),
        left=bounds.left(len(index.annotations.positions) - len(held), "position", "data/positions.csv", "weaker"),
    )


def _issues(index: Index, settings: Settings) -> list[Issue]:
    """The issue in focus first, then the named ones, then those somebody takes a position on."""
    met = {position.issue for position in index.annotations.positions}
    issues = [issue for issue in index.issues if issue.named or issue.id in met]
    return sorted(issues, key=lambda issue: (issue.id != settings.focus, not issue.named))


def _silent(titles: Sequence[str]) -> str:
    return f"Nobody takes a position on {prose.listed(map(prose.lowered, titles), 'or')}." if titles else ""


def _lines(held: Sequence[Position], index: Index, citations: Citations) -> tuple[Line, ...]:
    return tuple(_line(position, index, citations) for position in held)


def _line(position: Position, index: Index, citations: Citations) -> Line:
    actor = index.actor(position.actor)
    name = prose.capital(prose.named(actor)) if actor else prose.capital(index.name(position.actor))
    label: Label = "reported" if position.sourcing == "reporter" else "asserted"
    does = prose.ended(_does(position, actor, own=not index.issue(position.issue)))
    places = (*position.evidence, *([position.condition] if position.condition else []))
    return Line(
        position=position.id,
        claim=citations.claim(("position", position.id), f"{name} {does}", label, places),
        actor=name,
        colour=index.colour(actor),
        mark=MARKS[position.stance],
        stance=WORDS[position.stance],
        does=does,
        words=prose.quoted(position.evidence[0].quote, QUOTED_WORDS),
        notes=", ".join(_remarks(position, index)),
        # What follows from the wording as a whole needs no telling.
        moved=product(position) if any(factor.span for factor in position.factors) else "",
        readings=other_readings(position.alternatives, index),
    )


def _does(position: Position, actor: Actor | None, *, own: bool) -> str:
    """What the holder does with the proposition: `holds that …`, `are against …`."""
    proposition = position.proposition
    clause = not own or (FINITE.search(proposition) and not QUESTION.match(proposition))
    singular, plural, past = (HOLDS if clause else FAVOURS)[position.stance]
    now = plural if actor and prose.is_plural(actor) else singular
    body = proposition.removeprefix("that ") if clause else proposition
    told = prose.quoted(body) if own else prose.inner(body)
    return (past if position.status == "past" else now).format(told)


def _remarks(position: Position, index: Index) -> list[str]:
    said = [statement for key in position.statements if (statement := index.statement(key))]
    likely = dict.fromkeys(filter(None, (prose.likelihood(statement.certainty) for statement in said)))
    remarks = (
        f"for {named(index.actor(position.on_behalf))}" if position.on_behalf else "",
        "in the past" if position.status == "past" else "",
        index.time(position.time),
        f"on the condition {prose.quoted(position.condition.quote)}" if position.condition else "",
        "hedged" if position.hedged else "",
        SOURCING[position.sourcing],
    )
    return [*filter(None, remarks), *likely]
