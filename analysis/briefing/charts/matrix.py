"""The position matrix: actors by issue, a mark where one holds something on the other."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from matplotlib.axes import Axes

from analysis.briefing import lettering, prose
from analysis.briefing.drawing import (
    INK,
    PALETTE,
    PAPER,
    SMALL,
    TEXT,
    WIDEST,
    WIDTH,
    Chart,
    Spot,
    canvas,
    disc,
    finished,
    line,
    ring,
    words,
)
from analysis.briefing.evidence import claim_id
from analysis.briefing.index import Index
from analysis.codebook import Issue
from analysis.records import Actor, Annotations, Position, Stance

FEWEST_MARKS, FEWEST_ROWS, MOST_ROWS = 3, 2, 18
NAMES, NAME_LINES, LEADING = 110.0, 2, 12.0
NARROW, ROOMY = 25.0, 40.0  # a column
HEADING, ROW = 17.0, 24.0
TURN, HEAD_ROOM, HEAD_LEADING = math.radians(60), 108.0, 10.0
SMALLEST, LARGEST = 12.0, 20.0  # marks
NAMED = 3
SIGNS: dict[Stance, str] = {"support": "+", "oppose": "−", "mixed": "±"}
WORDS: dict[Stance, str] = {"support": "for", "oppose": "against", "mixed": "of two minds"}


@dataclass(frozen=True)
class Mark:
    """What one actor holds on one issue."""

    actor: Actor
    issue: Issue
    stance: Stance
    strength: float
    hedged: bool
    unnamed: bool
    positions: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A row: an actor, or the heading of a side that is none itself. `top` is where it begins."""

    label: tuple[str, ...]
    colour: int
    heads: bool
    actor: Actor | None
    top: float
    height: float


def stances(annotations: Annotations, issues: Sequence[Issue] = ()) -> Chart | None:
    """Who is for, against or of two minds on which issue of `issues`."""
    index = Index(annotations, issues)
    held = _marks(index)
    columns = _columns(held, index)
    numbers = {issue.id: number for number, issue in enumerate(columns)}
    marks = [mark for mark in held if mark.issue.id in numbers]
    lines = _lines(marks, index)
    shown = {line.actor.id: line for line in lines if line.actor}
    marks = [mark for mark in marks if mark.actor.id in shown]
    if len(marks) < FEWEST_MARKS or len(shown) < FEWEST_ROWS:
        return None
    heads = [lettering.wrapped(issue.name, HEAD_ROOM, SMALL, lines=2) for issue in columns]
    lengths = [lettering.widest(head, SMALL) for head in heads]
    pitch = _pitch(lengths)
    top = max(lengths) * math.sin(TURN) + 14
    width = max(WIDTH, _right(lengths, pitch))
    height = top + lines[-1].top + lines[-1].height
    told = {position.id for position in index.told_positions}
    with canvas(height, width) as axes:
        _draw_grid(axes, lines, heads, pitch, top)
        spots: list[Spot] = []
        for mark in marks:
            row = shown[mark.actor.id]
            x, y = NAMES + pitch * (numbers[mark.issue.id] + 0.5), top + row.top + row.height / 2
            _draw_mark(axes, x, y, mark, PALETTE[row.colour])
            spots += _spots(mark, x, y, (width, height), told)
        return finished(
            axes,
            "stances",
            made="charts.stances",
            finding=_finding(marks, columns),
            reading=_reading(marks, held),
            alt=_alt(marks),
            rows=tuple(_row(mark, index) for mark in marks),
            spots=tuple(spots),
        )


def _marks(index: Index) -> list[Mark]:
    groups: dict[tuple[str, str], list[Position]] = {}
    for position in index.annotations.positions:
        if index.actor(position.actor) and index.issue(position.issue):
            groups.setdefault((position.actor, position.issue), []).append(position)
    return [_mark(group, index) for group in groups.values()]


def _mark(held: Sequence[Position], index: Index) -> Mark:
    """One mark for all that an actor holds on an issue; for and against together are two minds."""
    first, distinct = held[0], {position.stance for position in held}
    actor, issue = index.actor(first.actor), index.issue(first.issue)
    assert actor and issue
    return Mark(
        actor=actor,
        issue=issue,
        stance=first.stance if len(distinct) == 1 else "mixed",
        strength=max(position.strength for position in held),
        hedged=all(position.hedged for position in held),
        unnamed=all(position.sourcing == "unnamed" for position in held),
        positions=tuple(position.id for position in held),
    )


def _columns(marks: Sequence[Mark], index: Index) -> list[Issue]:
    """The issues that somebody holds something on, in the codebook's order; the most held where all would not fit."""
    counts = Counter(mark.issue.id for mark in marks)
    room = int((WIDEST - NAMES - HEAD_ROOM / 2) // NARROW)
    met = [issue.id for issue in index.issues if issue.id in counts]
    ranked = sorted(met, key=lambda key: -counts[key])[:room]
    return [issue for issue in index.issues if issue.id in ranked]


def _pitch(lengths: Sequence[float]) -> float:
    """How far columns stand apart: as far as a phone has room, within bounds."""
    spare = WIDTH - _right(lengths, NARROW)
    return min(ROOMY, NARROW + max(0.0, spare) / len(lengths))


def _right(lengths: Sequence[float], pitch: float) -> float:
    """How far to the right the slanting heads reach."""
    return max(NAMES + pitch * (n + 0.5) + length * math.cos(TURN) + 12 for n, length in enumerate(lengths))


def _lines(marks: Sequence[Mark], index: Index) -> list[Line]:
    """The rows, by side, each side under its name; who has none comes last."""
    counts = Counter(mark.actor.id for mark in marks)
    holders = [actor for actor in index.annotations.actors if actor.id in counts]
    kept = sorted(holders, key=lambda actor: -counts[actor.id])[:MOST_ROWS]
    lines: list[Line] = []
    top = 0.0
    for side in (*index.sides, ""):
        members = [actor for actor in kept if index.side(actor) == side]
        itself = next((actor for actor in members if side and actor.name.lower() == side.lower()), None)
        rest = [actor for actor in members if actor is not itself]
        rows: list[tuple[str, bool, Actor | None]] = [(side or "No side given", True, itself)] if members else []
        for name, heads, actor in (*rows, *((actor.name, False, actor) for actor in rest)):
            label = lettering.wrapped(prose.capital(name), NAMES - 8, TEXT, bold=heads, lines=NAME_LINES)
            height = max(ROW if actor else HEADING, LEADING * len(label) + 4)
            colour = index.colour(members[0]) if side else 0
            lines.append(Line(tuple(label), colour, heads, actor, top, height))
            top += height
        top += 5 if members else 0
    return lines


def _draw_grid(axes: Axes, lines: Sequence[Line], heads: Sequence[Sequence[str]], pitch: float, top: float) -> None:
    """Names of actors and issues, and hairlines that lead from both to the marks."""
    right = NAMES + pitch * len(heads)
    for row in lines:
        middle = top + row.top + row.height / 2
        for number, text in enumerate(row.label):
            words(axes, 0, middle + 4 + LEADING * (number - (len(row.label) - 1) / 2), text, bold=row.heads,
                  colour=PALETTE[row.colour] if row.heads and row.colour else INK)  # fmt: skip
        if row.actor:
            line(axes, [(NAMES, middle), (right, middle)], PALETTE[0], 0.5, alpha=0.45)
    bottom = top + lines[-1].top + lines[-1].height
    for number, head in enumerate(heads):
        x = NAMES + pitch * (number + 0.5)
        line(axes, [(x, top - 2), (x, bottom)], PALETTE[0], 0.5, alpha=0.45)
        for step, text in enumerate(head):
            off = HEAD_LEADING * (step - (len(head) - 1) / 2) + 3
            words(axes, x + off * math.sin(TURN), top - 6 + off * math.cos(TURN), text, size=SMALL,
                  turn=math.degrees(TURN))  # fmt: skip


def _draw_mark(axes: Axes, x: float, y: float, mark: Mark, colour: str) -> None:
    """The sign on a disc that grows with strength, or in a ring where hedged; a dot beside it for unnamed sources."""
    size = SMALLEST + (LARGEST - SMALLEST) * mark.strength
    (ring if mark.hedged else disc)(axes, x, y, size, colour)
    sign, arm = colour if mark.hedged else PAPER, size * 0.26
    if mark.stance == "mixed":
        line(axes, [(x - arm, y + arm), (x + arm, y + arm)], sign, 1.5)
        line(axes, [(x, y - arm * 1.3), (x, y + arm * 0.5)], sign, 1.5)
        y -= arm * 0.4
        line(axes, [(x - arm, y), (x + arm, y)], sign, 1.5)
    else:
        line(axes, [(x - arm, y), (x + arm, y)], sign, 1.8)
    if mark.stance == "support":
        line(axes, [(x, y - arm), (x, y + arm)], sign, 1.8)
    if mark.unnamed:
        disc(axes, x + size / 2 + 1, y + size / 2 - 1, 4.5, INK)


def _spots(mark: Mark, x: float, y: float, size: tuple[float, float], told: Set[str]) -> Iterator[Spot]:
    """The spot over a mark, if any of its positions is told on the page."""
    half, (width, height) = LARGEST / 2 + 2, size
    for first in [key for key in mark.positions if key in told][:1]:
        yield Spot(
            target=claim_id("position", first),
            words=f"{prose.capital(mark.actor.name)}, {mark.issue.name}: {_told(mark)}",
            left=round((x - half) / width * 100, 2),
            top=round((y - half) / height * 100, 2),
            width=round(2 * half / width * 100, 2),
            height=round(2 * half / height * 100, 2),
        )


def _told(mark: Mark) -> str:
    parts = (WORDS[mark.stance], "hedged" if mark.hedged else "", "on unnamed sources" if mark.unnamed else "")
    return ", ".join(filter(None, parts))


def _finding(marks: Sequence[Mark], columns: Sequence[Issue]) -> str:
    """The issue that most are for and against; or that there is none."""
    sides = {
        issue.id: [
            [m.actor for m in marks if m.issue.id == issue.id and m.stance == way] for way in ("support", "oppose")
        ]
        for issue in columns
    }
    split = [issue for issue in columns if all(sides[issue.id])]
    if not split:
        most = max(columns, key=lambda issue: sum(map(len, sides[issue.id])))
        many = prose.count(sum(mark.issue.id == most.id for mark in marks), "actor")
        return f"On no issue is one for what another is against; most take a position on {_titled(most)}: {many}."
    sharpest = max(split, key=lambda issue: (min(map(len, sides[issue.id])), sum(map(len, sides[issue.id]))))
    pro, con = sides[sharpest.id]
    return (
        f"The most even split is over {_titled(sharpest)}: {_names(pro)} {_are(pro)} for, "
        f"{_names(con)} {_are(con)} against."
    )


def _titled(issue: Issue) -> str:
    return prose.lowered(issue.name)


def _names(actors: Sequence[Actor]) -> str:
    named = [prose.named(actor) for actor in actors[:NAMED]]
    left = len(actors) - len(named)
    return prose.listed([*named, *([prose.count(left, "other")] if left else [])])


def _are(actors: Sequence[Actor]) -> str:
    return prose.verb(actors[0], "is", "are") if len(actors) == 1 else "are"


def _reading(marks: Sequence[Mark], held: Sequence[Mark]) -> str:
    """What each look means, of those that occur."""
    unnamed, left = sum(mark.unnamed for mark in marks), len(held) - len(marks)
    signs = prose.listed(f"{SIGNS[way]} {WORDS[way]}" for way in SIGNS if any(mark.stance == way for mark in marks))
    dotted = f"a dot where on unnamed sources only ({prose.number(unnamed)} of {prose.number(len(marks))})"
    hollow = "hollow where hedged" if any(mark.hedged for mark in marks) else ""
    looks = [f"{signs}; the larger, the firmer", hollow, dotted if unnamed else ""]
    read = f"{'; '.join(filter(None, looks))}. A blank is no position, and a mark leads to the words."
    more = f" {prose.capital(prose.count(left, 'further mark'))} would not fit and {'is' if left == 1 else 'are'}"
    return f"{read}{more} in the table alone." if left else read


def _alt(marks: Sequence[Mark]) -> str:
    by_actor: dict[str, list[str]] = {}
    for mark in marks:
        by_actor.setdefault(mark.actor.name, []).append(f"{_told(mark)} on {_titled(mark.issue)}")
    return "Matrix of positions. " + " ".join(
        f"{prose.capital(name)}: {'; '.join(told)}." for name, told in by_actor.items()
    )


def _row(mark: Mark, index: Index) -> Mapping[str, object]:
    return {
        "actor": mark.actor.name,
        "side": index.side(mark.actor),
        "issue": mark.issue.name,
        "stance": mark.stance,
        "strength": mark.strength,
        "hedged": mark.hedged,
        "unnamed sources only": mark.unnamed,
        "positions": "; ".join(mark.positions),
    }
