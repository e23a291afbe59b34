"""Where the sides pull apart: named issues first, each reported even when the article gives it nothing; and where
they work together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.briefing.saying import named, other_readings, saying, together
from analysis.briefing.sections import sides
from analysis.briefing.sensitivity import finding
from analysis.codebook import Issue
from analysis.records import Cooperation, IntensityPart, Tension
from analysis.settings import Settings

# Of cooperation between two, how much is quoted.
ABOUTS, ABOUT_WORDS = 2, 16


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
    """A tension, side against side. `low` to `high` is what the intensity comes to without any one passage."""

    id: str
    claim: Claim
    type: str
    status: str
    intensity: int
    low: int
    high: int
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
    says whether their order hangs on the weights of intensity's parts.
    """

    groups: tuple[Group, ...]
    rest: tuple[Row, ...]
    gap: str
    weights: str
    together: tuple[Claim, ...]


def build(index: Index, citations: Citations, settings: Settings) -> Tensions:
    """The section's view. Every named issue keeps at least one card."""
    ranked = sorted(index.annotations.tensions, key=lambda item: (-item.intensity, item.evidence, item.id))
    shown = _shown(ranked, index, settings)
    groups = [_group(issue, ranked, shown, index, citations) for issue in _issues(ranked, index, settings)]
    other = [item for item in ranked if item.id in shown and not index.issue(item.issue)]
    if other:
        cards = tuple(_card(item, index, citations) for item in other)
        groups.append(Group("Other tensions", "", False, cards, "", None))
    return Tensions(
        groups=tuple(groups),
        rest=tuple(_row(item, index, citations) for item in ranked if item.id not in shown),
        gap=""
        if ranked
        else "No tension was found: no two sides are set against each other in words "
        "that these rules read as a demand, a doubt, a threat, an accusation or opposed positions.",
        weights=finding(ranked),
        together=_together(index, citations),
    )


def _issues(ranked: Sequence[Tension], index: Index, settings: Settings) -> list[Issue]:
    """The issue in focus, then the named ones, then those that the article has a tension on."""
    met = {item.issue for item in ranked}
    issues = [issue for issue in index.issues if issue.named or issue.id in met or issue.id == settings.focus]
    return sorted(issues, key=lambda issue: (issue.id != settings.focus, not issue.named))


def _shown(ranked: Sequence[Tension], index: Index, settings: Settings) -> set[str]:
    """The tensions that get a card: the strongest of each named issue, then the strongest of all."""
    named = [issue.id for issue in index.issues if issue.named or issue.id == settings.focus]
    first = [next((item for item in ranked if item.issue == issue), None) for issue in named]
    order = dict.fromkeys(item.id for item in [*first, *ranked] if item)
    return set(list(order)[: settings.tensions_shown])


def _group(issue: Issue, ranked: Sequence[Tension], shown: set[str], index: Index, citations: Citations) -> Group:
    here = [item for item in ranked if item.issue == issue.id]
    kept = tuple(_card(item, index, citations) for item in here if item.id in shown)
    if here:
        gap = "" if kept else "Its tensions are in the table below."
        return Group(issue.name, issue.question, issue.named, kept, gap, None)
    hint = _hint(issue, index, citations)
    name = prose.lowered(issue.name)
    gap = f"No tension was found on {name}."
    nothing = f"The article gives nothing on {name} that these rules find: no tension, and nobody’s position."
    return Group(issue.name, issue.question, issue.named, (), gap if hint else nothing, hint)


def _hint(issue: Issue, index: Index, citations: Citations) -> Claim | None:
    """Who at least takes a position on an issue without a tension."""
    held = [item for item in index.annotations.positions if item.issue == issue.id]
    if not held:
        return None
    names = list(dict.fromkeys(named(index.actor(item.actor)) for item in held))
    verb = "is" if len(held) == 1 else "are"
    text = f"{prose.count(len(held), 'position')} on it {verb} held by {prose.listed(names)}"
    return citations.claim(("hint", issue.id), prose.sentence(text), "inferred", [item.evidence[0] for item in held])


def _together(index: Index, citations: Citations) -> tuple[Claim, ...]:
    """Who works with whom, all of one kind between the same two in one sentence."""
    groups: dict[str, list[Cooperation]] = {}
    for one in index.annotations.cooperations:
        groups.setdefault(together(one, index), []).append(one)
    return tuple(_worked(sentence, group, citations) for sentence, group in groups.items())


def _worked(sentence: str, group: Sequence[Cooperation], citations: Citations) -> Claim:
    words = list(dict.fromkeys(prose.quoted(one.about, ABOUT_WORDS) for one in group if one.about))
    matter = f", as in {prose.listed(words[:ABOUTS])}" if words else ""
    places = sorted(place for one in group for place in one.evidence)
    return citations.claim(("together", sentence), prose.sentence(f"{sentence}{matter}"), "inferred", places)


def _row(tension: Tension, index: Index, citations: Citations) -> Row:
    claim = citations.claim(
        ("tension", tension.id), prose.sentence(saying(tension, index)), "inferred", tension.evidence
    )
    return Row(tension.id, claim, tension.type, tension.status, tension.intensity)


def _card(tension: Tension, index: Index, citations: Citations) -> Card:
    row = _row(tension, index, citations)
    return Card(
        id=row.id,
        claim=row.claim,
        type=tension.type,
        status=tension.status,
        intensity=tension.intensity,
        low=tension.low,
        high=tension.high,
        readings=other_readings(tension.alternatives, index),
        parts=_parts(tension.parts),
        a=sides.build(tension, "a", index, citations),
        b=sides.build(tension, "b", index, citations),
    )


def _parts(parts: Iterable[IntensityPart]) -> tuple[Part, ...]:
    return tuple(
        Part(part.name, f"{part.points:g}", f"{part.most:g}", part.reason, max(part.points, 0)) for part in parts
    )
