"""Who holds what: a matrix of actors by issue, and every position with the words that show it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim, Label
from analysis.briefing.index import Index
from analysis.briefing.saying import named, other_readings, product
from analysis.codebook import Issue
from analysis.records import Position
from analysis.settings import Settings

MARKS = {"support": "+", "oppose": "−", "mixed": "±"}
WORDS = {"support": "for", "oppose": "against", "mixed": "of two minds"}
SOURCING = {"named": "", "unnamed": "on unnamed sources", "reporter": "in the article’s own words"}
FIRM = 0.67
NONE = (
    "No position was found: nobody in the article is for or against anything that the codebooks or its own wording "
    "make recognisable."
)


@dataclass(frozen=True)
class Line:
    """One position in the list. `moved` is what made the stance, `readings` what else it could be."""

    position: str
    claim: Claim
    actor: str
    colour: int
    mark: str
    stance: str
    proposition: str
    notes: str
    moved: str
    readings: str


@dataclass(frozen=True)
class Column:
    """An issue of the matrix."""

    name: str
    question: str


@dataclass(frozen=True)
class Cell:
    """What one actor holds on one issue; `mark` is empty where the article gives no position."""

    mark: str = ""
    words: str = ""
    target: str = ""
    firm: bool = False
    hedged: bool = False
    unnamed: bool = False


@dataclass(frozen=True)
class Row:
    """One actor of the matrix. `opens` says that a side begins with it."""

    actor: str
    side: str
    colour: int
    opens: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """The positions on one issue."""

    title: str
    question: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Positions:
    """The section; `gap` speaks when the article holds no position."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    gap: str


def build(index: Index, citations: Citations, settings: Settings) -> Positions:
    """The section's view. Named issues have their column even when nobody takes a position on them."""
    held = index.annotations.positions
    issues = _issues(index, settings)
    groups = [
        Group(issue.name, issue.question, _lines([p for p in held if p.issue == issue.id], index, citations))
        for issue in issues
    ]
    loose = [position for position in held if not index.issue(position.issue)]
    groups.append(Group("In the article’s own terms", "", _lines(loose, index, citations)))
    links = {line.position: line.claim.id for group in groups for line in group.lines}
    columns = tuple(Column(issue.name, issue.question) for issue in issues)
    rows = _rows(issues, index, links)
    return Positions(
        columns=columns if rows else (),
        rows=rows,
        groups=tuple(group for group in groups if group.lines),
        gap="" if held else NONE,
    )


def _issues(index: Index, settings: Settings) -> list[Issue]:
    """The issue in focus first, then the named ones, then those somebody takes a position on."""
    met = {position.issue for position in index.annotations.positions}
    issues = [issue for issue in index.issues if issue.named or issue.id in met]
    return sorted(issues, key=lambda issue: (issue.id != settings.focus, not issue.named))


def _lines(held: Sequence[Position], index: Index, citations: Citations) -> tuple[Line, ...]:
    return tuple(_line(position, index, citations) for position in held)


def _line(position: Position, index: Index, citations: Citations) -> Line:
    actor = index.actor(position.actor)
    name = prose.capital(prose.named(actor)) if actor else index.name(position.actor)
    label: Label = "reported" if position.sourcing == "reporter" else "asserted"
    own = not index.issue(position.issue)
    proposition = prose.ended(prose.quoted(position.proposition) if own else prose.inner(position.proposition))
    text = f"{name}, {WORDS[position.stance]}: {proposition}"
    places = (*position.evidence, *([position.condition] if position.condition else []))
    return Line(
        position=position.id,
        claim=citations.claim(("position", position.id), text, label, places),
        actor=name,
        colour=index.colour(actor),
        mark=MARKS[position.stance],
        stance=WORDS[position.stance],
        proposition=proposition,
        notes=", ".join(_remarks(position, index)),
        moved=product(position),
        readings=other_readings(position.alternatives, index),
    )


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


def _rows(issues: Sequence[Issue], index: Index, links: dict[str, str]) -> tuple[Row, ...]:
    """The actors who hold something on one of `issues`, by side."""
    ids = {issue.id for issue in issues}
    held = [position for position in index.annotations.positions if position.issue in ids]
    holders = {position.actor for position in held}
    actors = [actor for actor in index.annotations.actors if actor.id in holders]
    sides = [*index.sides, ""]
    actors.sort(key=lambda actor: sides.index(index.side(actor)))
    rows = []
    for place, actor in enumerate(actors):
        side = index.side(actor)
        cells = [_cell([p for p in held if (p.actor, p.issue) == (actor.id, issue.id)], links) for issue in issues]
        opens = place == 0 or side != index.side(actors[place - 1])
        rows.append(Row(prose.capital(actor.name), side, index.colour(actor), opens, tuple(cells)))
    return tuple(rows)


def _cell(held: Sequence[Position], links: dict[str, str]) -> Cell:
    if not held:
        return Cell()
    stances = {position.stance for position in held}
    stance = held[0].stance if len(stances) == 1 else "mixed"
    cell = Cell(
        mark=MARKS[stance],
        target=links[held[0].id],
        firm=max(position.strength for position in held) >= FIRM,
        hedged=all(position.hedged for position in held),
        unnamed=all(position.sourcing == "unnamed" for position in held),
    )
    words = [WORDS[stance], "firmly" if cell.firm else "weakly", "hedged" if cell.hedged else ""]
    words += [SOURCING["unnamed"] if cell.unnamed else "", prose.count(len(held), "position")]
    return replace(cell, words=", ".join(filter(None, words)))
