"""What the actors hold: positions, the matrix of them, the words behind its cells, and what moved each stance."""

from collections.abc import Sequence

import pandas as pd

from analysis.briefing.index import Index
from analysis.briefing.saying import product
from analysis.briefing.tables.cells import frame, holding, issue_name, judgement, labelled, quote, words
from analysis.codebook import Issue
from analysis.records import Annotations, Position

MARKS = {"support": "+", "oppose": "−", "mixed": "±"}


def positions(annotations: Annotations, issues: Sequence[Issue] = ()) -> pd.DataFrame:
    """Who is for or against what, how firmly, and by which words."""
    index = Index(annotations, issues)
    return frame(
        {
            "actor": index.name(position.actor),
            "issue": issue_name(position.issue, index),
            "stance": position.stance,
            "proposition": position.proposition,
            "strength": round(position.strength, 2),
            "hedged": position.hedged,
            "sourcing": position.sourcing,
            "circumstances": _circumstances(position, index),
            "words": words(position.evidence),
            **judgement(position),
        }
        for position in annotations.positions
    )


def matrix(annotations: Annotations, issues: Sequence[Issue] = ()) -> pd.DataFrame:
    """Actors by issue: + for, − against, ± of two minds, blank where the article gives no position."""
    index = Index(annotations, issues)
    held: dict[tuple[str, str], set[str]] = {}
    for position in annotations.positions:
        if index.issue(position.issue):
            held.setdefault((position.actor, position.issue), set()).add(position.stance)
    ids = {key for pair in held for key in pair}
    holders = [actor for actor in annotations.actors if actor.id in ids]
    shown = [issue for issue in issues if issue.named or issue.id in ids]
    rows = [
        {"actor": actor.name} | {issue.name: _mark(held.get((actor.id, issue.id), set())) for issue in shown}
        for actor in holders
    ]
    return frame(rows)


def behind(annotations: Annotations, issues: Sequence[Issue] = (), actor: str = "") -> pd.DataFrame:
    """The words behind each cell of the matrix, a row a passage; with `actor`, of those whose name has it."""
    index = Index(annotations, issues)
    return frame(
        {
            "actor": index.name(position.actor),
            "issue": issue_name(position.issue, index),
            "stance": MARKS[position.stance],
            "paragraph": annotations.article.paragraph_of(place),
            "words": place.quote,
            "strength": round(position.strength, 2),
            "sourcing": position.sourcing,
        }
        for position in sorted(annotations.positions, key=lambda one: (index.name(one.actor), one.issue, one.evidence))
        if index.issue(position.issue) and actor.lower() in index.name(position.actor).lower()
        for place in position.evidence
    )


def factors(annotations: Annotations, actor: str = "") -> pd.DataFrame:
    """What moved each stance, a row a factor, the product with the last; with `actor`, of those whose name has it."""
    index = Index(annotations)
    return frame(
        {
            "position": holding(position, index),
            "words": factor.words,
            "sign": "+" if factor.sign > 0 else "−",
            "strength": round(factor.strength, 2),
            "reason": factor.reason,
            "product": product(position) if number == len(position.factors) else "",
        }
        for position in annotations.positions
        if actor.lower() in index.name(position.actor).lower()
        for number, factor in enumerate(position.factors, 1)
    )


def _circumstances(position: Position, index: Index) -> str:
    """For whom, on what condition and when it is held."""
    return labelled(
        ("for", index.name(position.on_behalf) if position.on_behalf else ""),
        ("if", quote(position.condition)),
        ("when", index.time(position.time)),
        ("status", position.status if position.status == "past" else ""),
    )


def _mark(stances: set[str]) -> str:
    if not stances:
        return ""
    return MARKS[next(iter(stances))] if len(stances) == 1 else MARKS["mixed"]
