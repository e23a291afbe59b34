"""Opposed positions on one issue, by actors of different sides."""

from collections.abc import Iterable, Iterator, Sequence

from analysis.codebook import Issue
from analysis.overlaps import Overlaps
from analysis.records import Position, Span, Stance, TensionType
from analysis.tensions.pull import Pull
from analysis.tensions.relations import find_relations, past
from analysis.tensions.view import View

OPPOSED = 0.6
# Where the codebook names the issue's parties, that two opposed holders are the right two is its author's word.
OPPOSED_PARTIES = 0.8
EVIDENCE_EACH = 4
PLAIN_STRENGTH = 0.4  # of words that set nobody against another by themselves


def opposed_positions(view: View) -> Iterator[Pull]:
    """One side is for what the other is against."""
    for issue in view.issues:
        held = [position for position in view.positions if position.issue == issue.id]
        pair = _by_sides(view, issue, held) if issue.sides else _by_stance(view, held)
        if pair:
            yield _pull(view, issue, *pair)


def _by_sides(view: View, issue: Issue, held: Sequence[Position]) -> tuple[list[Position], list[Position]] | None:
    """The positions of the issue's two sides, where they differ at all."""
    first, second = ([one for one in held if view.side_on(issue, one.actor) == side] for side in (0, 1))
    stances = {one.stance for one in (*first, *second)}
    return (first, second) if first and second and len(stances) > 1 else None


def _by_stance(view: View, held: Sequence[Position]) -> tuple[list[Position], list[Position]] | None:
    """The best supporter and the best opponent who speak for different actors, each with all that it holds."""
    opponents = _best_apart(view, [one for one in held if one.stance == "oppose"])
    supporters = [one for one in held if one.stance == "support"]
    pairs = [(a, b) for a in supporters for b in opponents if view.apart(a.actor, b.actor)]
    if not pairs:
        return None
    a, b = max(pairs, key=lambda pair: (_weight(pair[0]) + _weight(pair[1]), -pair[0].evidence[0].start))
    return [a], [b]


def _weight(position: Position) -> float:
    return position.confidence * position.strength


def _best_apart(view: View, held: Iterable[Position]) -> list[Position]:
    """The best position, and the best of those whose holders speak for another: one of the two is apart from anyone."""
    ranked = sorted(held, key=_weight, reverse=True)
    return [*ranked[:1], *[one for one in ranked if view.apart(one.actor, ranked[0].actor)][:1]]


def _differ(a: Position, b: Position) -> bool:
    return a.stance != b.stance


def _pull(view: View, issue: Issue, first: Sequence[Position], second: Sequence[Position]) -> Pull:
    a, b = _opposed(first, second)
    kind = _directed(view, issue, first, second) or "disagreement"
    evidence = [_evidence(side, lead) for side, lead in ((first, a), (second, b))]
    shown = [place for places in evidence for place in places]
    sure = min(OPPOSED_PARTIES if issue.sides else OPPOSED, a.confidence, b.confidence)
    return Pull(
        a=a.actor,
        b=b.actor,
        type=kind,
        issue=issue.id,
        about=issue.name,
        a_evidence=evidence[0],
        b_evidence=evidence[1],
        a_records=_ids(first),
        b_records=_ids(second),
        past=all(_past(view, place) for place in evidence[0]),
        strength=_wording(view, shown),
        chance=sure,
        contested=sure,
        reason=f"{view.actors[a.actor].name} {_verb(a)}, {view.actors[b.actor].name} {_verb(b)}: {issue.proposition}",
        kinds={kind: 1.0},
    )


def _wording(view: View, places: Sequence[Span]) -> float:
    """The strength of the strongest relation word in the evidence."""
    inside = (
        word.relation.strength
        for word in find_relations(view.text)
        if any(place.start <= word.start < place.end for place in places)
    )
    return max(inside, default=PLAIN_STRENGTH)


def _opposed(first: Sequence[Position], second: Sequence[Position]) -> tuple[Position, Position]:
    """The pair of positions that differ most surely."""
    firmest: dict[Stance, Position] = {}
    for one in second:
        firmest[one.stance] = max(firmest.get(one.stance, one), one, key=lambda other: other.strength)

    def best(one: Position, others: Iterable[Position]) -> Position:
        return max((other for other in others if _differ(one, other)), key=lambda other: _sureness(one, other))

    met = [one for one in first if firmest.keys() - {one.stance}]
    a = max(met, key=lambda one: _sureness(one, best(one, firmest.values())))
    return a, best(a, second)


def _sureness(a: Position, b: Position) -> tuple[bool, float]:
    return "mixed" not in (a.stance, b.stance), min(a.strength, b.strength)


def _directed(view: View, issue: Issue, first: Sequence[Position], second: Sequence[Position]) -> TensionType | None:
    """The type of the relation word in the acting side's own evidence: urging makes a demand, questioning a doubt."""
    if not issue.sides:
        return None
    places: Overlaps[Span] = Overlaps()
    for place in (place for position in first for place in position.evidence):
        places.add(place.start, place.end, place)
    kinds = [
        word.relation.type
        for word in find_relations(view.text)
        if word.relation.type in ("demand", "doubt")
        and places.taken(word.start, word.start + 1)
        and any(view.side_on(issue, one.actor) == 1 for one in view.mentions_in(word.end, word.end + 60))
    ]
    return max(kinds, key=kinds.count, default=None)


def _evidence(side: Sequence[Position], lead: Position) -> tuple[Span, ...]:
    """The lead's words and those of its side, in the order of the text."""
    places = dict.fromkeys(place for position in (lead, *side) for place in position.evidence)
    return tuple(sorted(list(places)[:EVIDENCE_EACH]))


def _ids(side: Sequence[Position]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for position in side for name in (position.id, *position.statements)))


def _past(view: View, place: Span) -> bool:
    sentence = view.sentence_at(place.start)
    return sentence is not None and past().search(sentence.quote) is not None


def _verb(position: Position) -> str:
    return {"support": "supports", "oppose": "opposes", "mixed": "is for and against"}[position.stance]
