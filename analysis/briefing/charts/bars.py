"""Bars by actor: how often each is referred to, and in which voice each is heard."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from analysis.briefing import lettering, prose
from analysis.briefing.drawing import PALETTE, SMALL, TEXT, Chart, area, box, canvas, finished, line, words
from analysis.briefing.evidence import Voice
from analysis.briefing.index import Index
from analysis.records import Actor, Annotations

FEWEST_BARS, MOST_BARS = 2, 10
VOICES: dict[Voice, str] = {"direct": "quoted", "indirect": "retold", "unnamed": "unnamed"}
# Where bars begin, how long the longest is, and how thick they are.
NAMES, LONGEST, THICK = 112.0, 122.0, 12.0
LEADING = 12.0
# Of a side, how many statements make its share worth telling, and which shares stand out.
FEWEST_SAID, MOSTLY, HARDLY = 3, 0.5, 0.15


@dataclass(frozen=True)
class Bar:
    """One actor's bar: how many in each voice, and the words behind it."""

    actor: Actor
    colour: int
    counts: Mapping[Voice, int]
    label: str

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def mentions_by_actor(annotations: Annotations) -> Chart | None:
    """How often the text refers to each actor."""
    index = Index(annotations)
    counts = Counter(mention.actor for mention in annotations.mentions)
    bars = [
        Bar(actor, index.colour(actor), {"direct": counts[actor.id]}, str(counts[actor.id]))
        for actor in sorted(annotations.actors, key=lambda actor: -counts[actor.id])
        if counts[actor.id]
    ][:MOST_BARS]
    if len(bars) < FEWEST_BARS:
        return None
    first = bars[0]
    finding = (
        f"{prose.capital(prose.named(first.actor))} {prose.verb(first.actor, 'is', 'are')} referred to most: "
        f"{prose.count(first.total, 'time')}."
    )
    alt = "Bars of mentions by actor. " + " ".join(f"{_name(bar)}: {bar.total}." for bar in bars)
    rows = tuple({"actor": bar.actor.name, "side": index.side(bar.actor), "mentions": bar.total} for bar in bars)
    reading = "One bar an actor, in the colour of its side."
    return _bars(
        bars, "mentions", made="charts.mentions_by_actor", finding=finding, reading=reading, alt=alt, rows=rows
    )


def voices(annotations: Annotations) -> Chart | None:
    """Who speaks how much: quoted, retold, or without a name."""
    index = Index(annotations)
    said = [_heard(actor, index) for actor in annotations.actors]
    said = sorted((bar for bar in said if bar.total), key=lambda bar: -bar.total)
    # Where everybody is heard once, bars of one length would say nothing.
    if len(said) < FEWEST_BARS or said[0].total == 1:
        return None
    bars = said[:MOST_BARS]
    left = len(said) - len(bars)
    reading = (
        "A bar is one speaker’s statements: full where the article quotes, pale where it retells, dotted where it "
        "gives no name."
    ) + (f" {prose.capital(prose.count(left, 'further speaker'))} with fewer are left out." if left else "")
    alt = "Bars of statements by speaker. " + " ".join(f"{_name(bar)}: {bar.label}." for bar in bars)
    rows = tuple(
        {"speaker": bar.actor.name, "side": index.side(bar.actor)} | {VOICES[v]: n for v, n in bar.counts.items()}
        for bar in bars
    )
    return _bars(
        bars, "voices", made="charts.voices", finding=_finding(said, index), reading=reading, alt=alt, rows=rows
    )


def _heard(actor: Actor, index: Index) -> Bar:
    counts = index.voices(index.statements_of(actor))
    return Bar(actor, index.colour(actor), counts, ", ".join(f"{n} {VOICES[v]}" for v, n in counts.items() if n))


def _finding(said: Sequence[Bar], index: Index) -> str:
    """The contrast between two sides where there is one, else who has no name, else who is heard most."""
    sides: dict[str, Counter[str]] = {}
    for bar in said:
        sides.setdefault(index.side(bar.actor), Counter()).update(bar.counts)
    shares = {
        side: counts["unnamed"] / counts.total()
        for side, counts in sides.items()
        if side and counts.total() >= FEWEST_SAID
    }
    if shares:
        most, least = max(shares, key=lambda s: shares[s]), min(shares, key=lambda s: shares[s])
        if shares[most] >= MOSTLY and shares[least] <= HARDLY:
            return _contrast(most, sides[most], least, sides[least])
    whole = sum((Counter(bar.counts) for bar in said), Counter[Voice]())
    if whole["unnamed"] / whole.total() >= 1 / 3:
        share = prose.share(whole["unnamed"], whole.total(), "statement")
        return f"{prose.capital(share)} with a known source come from people whose names the article withholds."
    first = said[0]
    return (
        f"{prose.capital(prose.named(first.actor))} {prose.verb(first.actor, 'is', 'are')} heard most: "
        f"{prose.number(first.total)} of {prose.count(whole.total(), 'statement')} with a known speaker."
    )


def _contrast(most: str, hidden: Counter[str], least: str, heard: Counter[str]) -> str:
    part = prose.capital(prose.share(hidden["unnamed"], hidden.total(), "statement"))
    few = f"{prose.number(heard['unnamed'])} of {prose.number(heard.total())}" if heard["unnamed"] else "none"
    return (
        f"{part} heard from {prose.with_the(most)} come from people without a name; "
        f"of those heard from {prose.with_the(least)}, {few} {'does' if heard['unnamed'] == 1 else 'do'}."
    )


def _name(bar: Bar) -> str:
    return prose.capital(bar.actor.name)


def _bars(bars: Sequence[Bar], name: str, **told: object) -> Chart:
    names = [lettering.wrapped(_name(bar), NAMES - 8, TEXT, lines=2) for bar in bars]
    heights = [LEADING * len(lines) + 8 for lines in names]
    longest = max(bar.total for bar in bars)
    with canvas(sum(heights)) as axes:
        top = 0.0
        for bar, lines, height in zip(bars, names, heights, strict=True):
            _draw_bar(axes, bar, lines, top + height / 2, LONGEST / longest)
            top += height
        return finished(axes, name, **told)


def _draw_bar(axes: Axes, bar: Bar, lines: Sequence[str], middle: float, unit: float) -> None:
    for number, text in enumerate(lines):
        words(axes, 0, middle + 4 + LEADING * (number - (len(lines) - 1) / 2), text)
    left = NAMES
    for voice, n in bar.counts.items():
        if n:
            _draw_voice(axes, left, left + n * unit, middle, PALETTE[bar.colour], voice)
        left += n * unit
    words(axes, left + 6, middle + 4, bar.label, size=SMALL)


def _draw_voice(axes: Axes, left: float, right: float, middle: float, colour: str, voice: Voice) -> None:
    """Full, pale with a rim, or empty with a dotted rim: three looks that grey print keeps apart."""
    top, bottom = middle - THICK / 2, middle + THICK / 2
    if voice == "direct":
        box(axes, left, top, right, bottom, colour)
        return
    rim = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    if voice == "indirect":
        area(axes, rim, colour, 0.3)
    line(axes, [(x + (0.6 if x == left else -0.6), y + (0.6 if y == top else -0.6)) for x, y in rim], colour, 1.2,
         **({"dashes": (1.2, 2)} if voice == "unnamed" else {}))  # fmt: skip
