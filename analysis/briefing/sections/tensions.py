"""Where the sides pull apart: named issues first, each reported even when the article gives it nothing; and where
they work together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.briefing.leading import leading, ranked
from analysis.briefing.saying import named, other_readings, saying
from analysis.briefing.saying import together as worked
from analysis.briefing.sections import sides
from analysis.briefing.sensitivity import finding
from analysis.briefing.stability import Stability, stabilities
from analysis.codebook import Issue
from analysis.records import Cooperation, IntensityPart, Tension
from analysis.settings import Settings

# How many tensions get a whole card, unless more were asked for; the others with a card have a short one.
WHOLE = 5
# Of cooperation between two, how much is quoted.
ABOUTS, ABOUT_WORDS = 2, 16
MUTUAL = ("disagreement", "friction")


NONE = (
    "No tension was found: no two sides are set against each other in words that these rules read as a demand, a "
    "doubt, a threat, an accusation or opposed positions."
)

TRIALS = (
    "A trial changes one thing: each passage is left out in turn; all unnamed sources are left out; only records that "
    "their maker is surer of are kept (from 0.5 and from 0.7 on); each part of the intensity counts for nothing, then "
    "twice. A tension holds where every side with words still has some and its rank moves by one place at most."
)


@dataclass(frozen=True)
class Part:
    """A summand of the intensity with its share of the bar."""

    name: str
    points: str
    most: str
    reason: str
    width: float


@dataclass(frozen=True)
class Card:
    """A tension, side against side. A card that is not `whole` has one quotation a side; `mutual` tensions run both
    ways; `interval` says what the intensity comes to without any one passage.
    """

    id: str
    claim: Claim
    whole: bool
    type: str
    status: str
    mutual: bool
    intensity: int
    interval: str
    stability: Stability
    readings: str
    parts: tuple[Part, ...]
    a: sides.Side
    b: sides.Side


@dataclass(frozen=True)
class Row:
    """A tension without a card."""

    id: str
    claim: Claim
    type: str
    status: str
    intensity: int


@dataclass(frozen=True)
class Group:
    """An issue, or the tensions outside all issues, with its cards; `gap` says that there are none."""

    title: str
    question: str
    named: bool
    cards: tuple[Card, ...]
    gap: str
    hint: Claim | None


@dataclass(frozen=True)
class Tensions:
    """The section: `rest` are the tensions without a card; `gap` speaks when the article has none at all; `weights`
    says whether their order hangs on the weights of intensity's parts, `trials` what stability is counted in.
    """

    groups: tuple[Group, ...]
    rest: tuple[Row, ...]
    left: str
    gap: str
    weights: str
    trials: str
    together: tuple[Claim, ...]
    left_together: str


def build(index: Index, citations: Citations, settings: Settings) -> Tensions:
    """The section's view. Every named issue keeps at least one card."""
    every, together = ranked(index), _together(index)
    shown = _shown(every, index, settings)
    make = _Cards(index, citations, settings)
    groups = [_group(issue, every, shown, make) for issue in _issues(every, shown, index, settings)]
    other = [item for item in every if item.id in shown and not index.issue(item.issue)]
    rest = [item for item in index.told_tensions if item.id not in shown]
    if other:
        groups.append(Group("Other tensions", "", False, tuple(map(make.card, other)), "", None))
    return Tensions(
        groups=tuple(groups),
        rest=tuple(map(make.row, rest)),
        left=bounds.left(len(every) - len(shown) - len(rest), "tension", "data/tensions.csv", "weaker"),
        gap="" if every else NONE,
        weights=finding(every),
        trials=TRIALS,
        together=tuple(_worked(sentence, group, citations) for sentence, group in together[: bounds.TOLD]),
        left_together=bounds.left(len(together[bounds.TOLD :]), "further pair", "data/cooperations.csv"),
    )


def _issues(every: Sequence[Tension], shown: set[str], index: Index, settings: Settings) -> list[Issue]:
    """The issue in focus, then the named ones, then those of a card in the order of their claim to be told."""
    first = [item.issue for item in [*leading(index, settings), *every] if item.id in shown]
    met = {key: place for place, key in reversed(list(enumerate(first)))}
    asked = [issue for issue in index.issues if issue.named or issue.id == settings.focus]
    asked.sort(key=lambda issue: issue.id != settings.focus)
    others = sorted((issue for issue in index.issues if issue.id in met), key=lambda issue: met[issue.id])
    return list(dict.fromkeys([*asked, *others]))


def _shown(ranked: Sequence[Tension], index: Index, settings: Settings) -> set[str]:
    """The tensions that get a card: the strongest of each named issue, then the strongest of all."""
    named = [issue.id for issue in index.issues if issue.named or issue.id == settings.focus]
    first = [next((item for item in ranked if item.issue == issue), None) for issue in named]
    order = dict.fromkeys(item.id for item in [*first, *ranked] if item)
    return set(list(order)[: settings.tensions_shown])


def _group(issue: Issue, every: Sequence[Tension], shown: set[str], make: _Cards) -> Group:
    here = [item for item in every if item.issue == issue.id]
    kept = tuple(make.card(item) for item in here if item.id in shown)
    if here:
        gap = "" if kept else "What the article has on it stands among the further tensions below."
        return Group(prose.typeset(issue.name), prose.typeset(issue.question), issue.named, kept, gap, None)
    hint = _hint(issue, make.index, make.citations)
    name = prose.lowered(prose.typeset(issue.name))
    gap = f"No tension was found on {name}."
    nothing = f"The article gives nothing on {name} that these rules find: no tension, and nobody’s position."
    return Group(
        prose.typeset(issue.name), prose.typeset(issue.question), issue.named, (), gap if hint else nothing, hint
    )


def _hint(issue: Issue, index: Index, citations: Citations) -> Claim | None:
    """Who at least takes a position on an issue without a tension."""
    held = [item for item in index.annotations.positions if item.issue == issue.id]
    if not held:
        return None
    names = list(dict.fromkeys(named(index.actor(item.actor)) for item in held))
    verb = "is" if len(held) == 1 else "are"
    text = f"{prose.count(len(held), 'position')} on it {verb} held by {bounds.some(names)}"
    return citations.claim(("hint", issue.id), prose.sentence(text), "inferred", [item.evidence[0] for item in held])


def _together(index: Index) -> list[tuple[str, list[Cooperation]]]:
    """Who works with whom, all of one kind between the same two in one sentence."""
    groups: dict[str, list[Cooperation]] = {}
    for one in index.annotations.cooperations:
        groups.setdefault(worked(one, index), []).append(one)
    return list(groups.items())


def _worked(sentence: str, group: Sequence[Cooperation], citations: Citations) -> Claim:
    # What the record has cut short is read where it stands.
    matters = [one.evidence[0].quote if one.about.endswith("…") else one.about for one in group if one.about]
    words = list(dict.fromkeys(prose.quoted(matter, ABOUT_WORDS) for matter in matters))
    matter = f", as in {prose.listed(words[:ABOUTS])}" if words else ""
    places = sorted(place for one in group for place in one.evidence)
    return citations.claim(("together", sentence), prose.sentence(f"{sentence}{matter}"), "inferred", places)


class _Cards:
    """Makes the cards and rows of one article; those of leading tensions are whole."""

    def __init__(self, index: Index, citations: Citations, settings: Settings) -> None:
        self.index, self.citations = index, citations
        first = leading(index, settings)
        asked = sum(bool(issue and issue.named) for issue in (index.issue(item.issue) for item in first))
        self._whole = {item.id for item in first[: max(WHOLE, asked)]}
        self._stabilities = stabilities(index)

    def row(self, tension: Tension) -> Row:
        text = prose.sentence(saying(tension, self.index))
        claim = self.citations.claim(("tension", tension.id), text, "inferred", tension.evidence)
        return Row(tension.id, claim, tension.type, tension.status, tension.intensity)

    def card(self, tension: Tension) -> Card:
        row, whole = self.row(tension), tension.id in self._whole
        return Card(
            id=row.id,
            claim=row.claim,
            whole=whole,
            type=tension.type,
            status=tension.status,
            mutual=tension.type in MUTUAL,
            intensity=tension.intensity,
            interval=_interval(tension),
            stability=self._stabilities[tension.id],
            readings=other_readings(tension.alternatives, self.index),
            parts=_parts(tension.parts),
            a=sides.build(tension, "a", self.index, self.citations, whole=whole),
            b=sides.build(tension, "b", self.index, self.citations, whole=whole),
        )


def _interval(tension: Tension) -> str:
    """What the intensity comes to without any one passage; empty where its parts are not known."""
    if not tension.parts:
        return ""
    if not tension.low:
        return "It rests on one passage alone."
    whole = f"{tension.low}–{tension.high}" if tension.low != tension.high else f"{tension.low}"
    return f"Its intensity is {whole} without any one passage."


def _parts(parts: Iterable[IntensityPart]) -> tuple[Part, ...]:
    return tuple(
        Part(part.name, f"{part.points:g}", f"{part.most:g}", part.reason, max(part.points, 0)) for part in parts
    )
