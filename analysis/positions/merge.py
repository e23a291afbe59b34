"""Chosen candidates put together to records: one for each holder, proposition and stance, with all its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, prod
from typing import TYPE_CHECKING

from analysis.codebook import Issue
from analysis.overlaps import Overlaps
from analysis.positions.alike import clusters, content_words
from analysis.positions.candidates import Candidate, find_candidates
from analysis.positions.choose import chances, choose
from analysis.positions.circumstances import condition_of, sourcing_of, status_of, time_of
from analysis.positions.clauses import characters, proposition
from analysis.positions.issues import Held, find_held
from analysis.positions.stance import hedge_in, read_stance
from analysis.positions.telling import Telling
from analysis.records import (
    Actor,
    Alternative,
    Article,
    Factor,
    Mention,
    Position,
    PositionSourcing,
    Span,
    Stance,
    Statement,
    Status,
    TimeRef,
    span,
)
from analysis.scene import known_and_placed, passes_on

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The chance from which on a candidate is a position: the best F1 on gold/train by cross-validation.
THRESHOLD = 0.3
# Where a codebook knows the words, candidates are likelier positions: the log odds, and what they keep of the
# regression's, fitted on the 191 such candidates of the coded articles by cross-validation.
KNOWN, KEPT = 0.7, 0.46
SOURCING_ORDER: tuple[PositionSourcing, ...] = ("named", "reporter", "unnamed")
VERDICTS = {"support": "supports", "oppose": "opposes", "mixed": "for and against"}
HEDGED_STRENGTH = 0.6
REASONS_SHOWN = 3
# How often on gold/train coders kept a bare "not" in the proposition, which turns the stance back: 11 of 22. (Where
# nothing turns the stance, theirs was another in 57 of 257: too few to show.)
TURNED_BACK = 0.5


@dataclass(frozen=True)
class Row:
    """One chosen candidate with what it amounts to; `issue` is None for a proposition in the article's own words."""

    one: Candidate
    chance: float
    factors: tuple[Factor, ...]
    issue: Issue | None
    proposition: str
    evidence: Span
    hedge: str
    status: Status

    @property
    def stance(self) -> Stance:
        return "support" if prod(factor.sign for factor in self.factors) > 0 else "oppose"

    @property
    def reason(self) -> str:
        hedged = f", hedged by “{self.hedge}”" if self.hedge else ""
        return f"{' x '.join(map(str, self.factors))} = {VERDICTS[self.stance]}{hedged}"

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The stance on the same words with their "not", where nothing but this turns it."""
        kinds = {factor.reason for factor in self.factors if factor.span}
        other = "support" if self.stance == "oppose" else "oppose"
        return (Alternative("stance", other, TURNED_BACK),) if kinds == {"negation"} and not self.issue else ()

    @property
    def strength(self) -> float:
        return min(factor.strength for factor in self.factors) * (HEDGED_STRENGTH if self.hedge else 1.0)


def find_positions(
    doc: Doc,
    article: Article,
    sentences: tuple[Span, ...],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    issues: tuple[Issue, ...],
    timeline: tuple[TimeRef, ...] = (),
) -> tuple[Position, ...]:
    """The positions that the article gives to its actors, in the order of their first evidence.

    On an issue of the codebook an actor has at most one record for each stance. What no issue covers gets a
    proposition in the article's own words.
    """
    scene = Telling(article, sentences, *known_and_placed(actors, mentions), statements, doc)
    candidates = find_candidates(scene)
    sure = dict(zip(candidates, chances(scene, candidates), strict=True))
    found = ((one, _known(sure[one.one])) for one in find_held(scene, issues, candidates))
    held = {one: chance for one, chance in found if chance >= THRESHOLD}
    on_issues = [_on_issue(scene, one, chance) for one, chance in held.items()]
    taken: Overlaps[Candidate] = Overlaps()
    for one_held in held:
        taken.add(*one_held.one.place, one_held.one)
    free = [one for one in candidates if not any(_covers(scene, other, one) for other in taken.at(*one.place))]
    chosen = choose(free, sure, THRESHOLD)
    told = [_in_own_words(scene, one, sure[one]) for one in chosen]
    groups = (*_by_stance(on_issues), *_by_words(scene, told))
    positions = [_merged(scene, rows, timeline) for rows in groups]
    return tuple(sorted(positions, key=lambda position: (position.evidence[0], position.actor, position.issue)))


def _known(chance: float) -> float:
    """How likely a candidate of such a chance is a position where a codebook knows its words."""
    return 1 / (1 + exp(-KNOWN - KEPT * log(chance / (1 - chance))))


def _covers(scene: Telling, held: Candidate, one: Candidate) -> bool:
    """Whether words that share some of the held ones are held already: by the holder or who speaks for it, or by whom
    the holder tells of.
    """
    speaks = any(actor.id == one.holder for actor in scene.speaks_for(held.holder))
    tells = one.kind == "said" and one.statement is held.statement and one.statement and passes_on(one.statement)
    return speaks or bool(tells)


def _on_issue(scene: Telling, held: Held, sure: float) -> Row:
    return _row(scene, held.one, sure, held.factors, held.issue, held.issue.proposition)


def _in_own_words(scene: Telling, one: Candidate, sure: float) -> Row:
    reading = read_stance(scene, one)
    words = proposition(reading.target, one.words, reading.negations)
    own = Factor("what follows" if reading.target != one.head else "the words themselves", 1)
    return _row(scene, one, sure, (*reading.factors, own), None, words)


def _row(
    scene: Telling, one: Candidate, sure: float, factors: tuple[Factor, ...], issue: Issue | None, words: str
) -> Row:
    evidence = span(scene.text, *characters(scene.doc, scene.text, one.place))
    hedge = hedge_in(evidence.quote)
    return Row(one, sure, factors, issue, words, evidence, hedge, status_of(one))


def _by_stance(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows on issues by actor, issue and stance; both signs in one and the same evidence are kept together."""
    places: dict[tuple[str, str, Span], list[Row]] = defaultdict(list)
    for row in rows:
        places[row.one.holder, row.issue.id if row.issue else "", row.evidence].append(row)
    groups: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for (actor, issue, _), found in places.items():
        stances = {row.stance for row in found}
        groups[actor, issue, "mixed" if len(stances) > 1 else found[0].stance, found[0].status] += found
    return list(groups.values())


def _by_words(scene: Telling, rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in own words, those together that say the same of one holder."""
    return clusters(
        sorted(rows, key=lambda row: -row.chance),
        lambda row: (row.one.holder, row.stance, row.status),
        lambda row: content_words(scene, row.one.words),
    )


def _merged(scene: Telling, rows: Sequence[Row], timeline: Sequence[TimeRef]) -> Position:
    best = max(rows, key=lambda row: (row.chance, row.strength, -row.evidence.start))
    mixed = len({row.stance for row in rows}) > 1
    reasons = dict.fromkeys(row.reason for row in rows)
    prefix = f"{VERDICTS['mixed']}: " if mixed else ""
    behind = scene.speaks_for(best.one.holder)[1:]
    return Position(
        actor=best.one.holder,
        issue=best.issue.id if best.issue else "",
        proposition=best.proposition,
        stance="mixed" if mixed else best.stance,
        strength=round(max(row.strength for row in rows), 2),
        hedged=all(row.hedge for row in rows),
        sourcing=min((sourcing_of(scene, row.one) for row in rows), key=SOURCING_ORDER.index),
        statements=tuple(dict.fromkeys(row.one.statement.id for row in rows if row.one.statement)),
        on_behalf=behind[0].id if behind else None,
        factors=best.factors,
        condition=next((place for row in rows if (place := condition_of(scene, row.one))), None),
        time=next((time for row in rows if (time := time_of(row.one, row.evidence, timeline))), None),
        status=best.status,
        alternatives=() if mixed else best.alternatives,
        confidence=round(best.chance, 2),
        reason=prefix + "; ".join(list(reasons)[:REASONS_SHOWN]),
        evidence=tuple(sorted({row.evidence for row in rows})),
    )
