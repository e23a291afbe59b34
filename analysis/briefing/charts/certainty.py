"""How surely what is said is said: a sign for every statement, by side."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes

from analysis.briefing import lettering, prose
from analysis.briefing.drawing import (
    INK,
    PALETTE,
    SMALL,
    TEXT,
    WIDTH,
    Chart,
    area,
    box,
    canvas,
    disc,
    finished,
    line,
    ring,
    words,
)
from analysis.briefing.index import Index
from analysis.records import Annotations, Statement

Kind = Literal["flat", "forecast", "hedged", "likelihood", "distanced"]
KINDS: tuple[Kind, ...] = ("flat", "forecast", "hedged", "likelihood", "distanced")
# What must be there for the figure to say something.
FEWEST_ROWS, FEWEST_UNSURE, MOST_ROWS = 2, 3, 8
NAMES, LEADING, PITCH, SIGN = 112.0, 12.0, 12.0, 8.0
# As many in a line as can be told apart.
MOST_SIGNS = 76
QUOTED = 2
NO_SIDE, UNKNOWN = "No side given", "Speaker not identified"


@dataclass(frozen=True)
class Line:
    """All statements of one side."""

    name: str
    colour: int
    said: tuple[tuple[Kind, Statement], ...]

    @property
    def unsure(self) -> int:
        return sum(kind != "flat" for kind, _ in self.said)


def certainty(annotations: Annotations) -> Chart | None:
    """Flat, foretold, hedged, with a word of likelihood, or at the reporter's distance."""
    index = Index(annotations)
    found = _lines(index)
    unsure = sum(one.unsure for one in found)
    lines = found[:MOST_ROWS]
    if len(lines) < FEWEST_ROWS or unsure < FEWEST_UNSURE:
        return None
    names = [lettering.wrapped(one.name, NAMES - 8, TEXT, bold=True, lines=2) for one in lines]
    told = [lettering.wrapped(_counts(one), WIDTH - NAMES, SMALL, lines=2) for one in lines]
    each = math.ceil(max(len(one.said) for one in lines) / MOST_SIGNS)
    pitch = min(PITCH, (WIDTH - NAMES) * each / max(len(one.said) for one in lines))
    heights = [
        max(LEADING * len(name), SIGN + 4 + LEADING * len(text)) + 9 for name, text in zip(names, told, strict=True)
    ]
    with canvas(sum(heights)) as axes:
        top = 0.0
        for one, name, text, height in zip(lines, names, told, heights, strict=True):
            _draw_line(axes, one, top, pitch, (name, text), each)
            top += height
        return finished(
            axes,
            "certainty",
            made="charts.certainty",
            finding=_finding(found),
            reading=_reading(lines, len(found) - len(lines), each),
            alt="Signs for statements by side. " + " ".join(f"{one.name}: {_counts(one)}." for one in lines),
            rows=tuple(
                {"side": one.name, "certainty": kind, "words": _words(said), "statement": said.id}
                for one in lines
                for kind, said in one.said
            ),
        )


def kind_of(statement: Statement) -> Kind:
    """What weakens a statement most."""
    if statement.distance:
        return "distanced"
    if statement.certainty.term:
        return "hedged" if statement.certainty.low is None else "likelihood"
    return "forecast" if statement.forecast else "flat"


def _lines(index: Index) -> list[Line]:
    groups: dict[tuple[str, int], list[tuple[Kind, Statement]]] = {}
    for statement in index.annotations.statements:
        actor = index.actor(statement.source)
        side = prose.capital(index.side(actor)) or (NO_SIDE if actor else UNKNOWN)
        groups.setdefault((side, index.colour(actor)), []).append((kind_of(statement), statement))
    lines = [
        Line(*key, tuple(sorted(said, key=lambda item: (KINDS.index(item[0]), item[1].evidence))))
        for key, said in groups.items()
    ]
    return sorted(lines, key=lambda one: (one.name in (NO_SIDE, UNKNOWN), -len(one.said), one.name))


def _words(statement: Statement) -> str:
    """The word that weakens it, with its range where ICD 203 gives one."""
    if statement.distance:
        return f"“{statement.distance.quote}”"
    hedge = statement.certainty
    term = hedge.span.quote if hedge.span else hedge.term
    return prose.likelihood(hedge) or (f"“{term}”" if term else "")


def _counts(one: Line) -> str:
    parts = []
    for kind, n in sorted(Counter(kind for kind, _ in one.said).items(), key=lambda item: KINDS.index(item[0])):
        said = list(dict.fromkeys(filter(None, (_words(item) for known, item in one.said if known == kind))))
        noun = prose.plural(kind) if kind == "forecast" and n > 1 else kind
        name = "" if kind == "likelihood" else f" {noun}"
        quoted = prose.listed(said[:QUOTED])
        parts.append(f"{n}{name}{f' {quoted}' if kind == 'likelihood' else f' ({quoted})' if quoted else ''}")
    return ", ".join(parts)


def _finding(lines: Sequence[Line]) -> str:
    whole = sum(len(one.said) for one in lines)
    flat = prose.capital(prose.share(whole - sum(one.unsure for one in lines), whole, "statement"))
    sides = [one for one in lines if one.name not in (NO_SIDE, UNKNOWN) and len(one.said) >= FEWEST_UNSURE]
    sure = [one for one in sides if not one.unsure]
    if sure:
        return f"{flat} are made flatly, among them all {_of(sure[0], len(sure[0].said))}."
    least = max(sides, key=lambda one: (one.unsure / len(one.said), one.unsure), default=None)
    if least:
        sure_of = len(least.said) - least.unsure
        few = f"{prose.number(sure_of) if sure_of else 'none'} {'is' if sure_of == 1 else 'are'}"
        return f"{flat} are made flatly; of the {_of(least, len(least.said))}, {few}."
    return f"{flat} are made flatly."


def _of(one: Line, n: int) -> str:
    return f"{prose.number(n)} from {prose.with_the(one.name)}"


def _reading(lines: Sequence[Line], left: int, each: int) -> str:
    met = {kind for one in lines for kind, _ in one.said}
    looks = {
        "flat": "a square is said flatly",
        "forecast": "a triangle foretells",
        "hedged": "a ring is hedged by its speaker",
        "likelihood": "a ring with a dot has a likelihood word, here with its range in ICD 203",
        "distanced": "a crossed square is kept at a distance by the reporter",
    }
    told = "; ".join(look for kind, look in looks.items() if kind in met)
    more = (
        f" {prose.capital(prose.count(left, 'further side'))} {'is' if left == 1 else 'are'} left out." if left else ""
    )
    return f"One sign {'a statement' if each == 1 else f'for {each} statements'}: {told}.{more}"


def _draw_line(axes: Axes, one: Line, top: float, pitch: float, texts: tuple[list[str], list[str]], each: int) -> None:
    name, told = texts
    for number, text in enumerate(name):
        words(axes, 0, top + 9 + LEADING * number, text, bold=True, colour=PALETTE[one.colour] if one.colour else INK)
    for number, (kind, _) in enumerate(one.said[::each]):
        _draw_sign(axes, NAMES + pitch * number + pitch / 2, top + 5, kind, PALETTE[one.colour], min(SIGN, pitch - 1))
    for number, text in enumerate(told):
        words(axes, NAMES, top + SIGN + 13 + LEADING * number, text, size=SMALL)


def _draw_sign(axes: Axes, x: float, y: float, kind: Kind, colour: str, size: float) -> None:
    half = size / 2
    if kind == "flat":
        box(axes, x - half, y - half, x + half, y + half, colour)
    elif kind == "forecast":
        area(axes, [(x - half, y - half), (x + half + 1, y), (x - half, y + half)], colour)
    elif kind == "distanced":
        corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
        line(axes, [*corners, corners[0], corners[2]], colour, 1.2)
    else:
        ring(axes, x, y, size + 1, colour, 1.4)
        if kind == "likelihood":
            disc(axes, x, y, size / 2.6, colour)
