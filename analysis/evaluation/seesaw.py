"""The polarity between two actors of an article, against SEESAW: measured only, never learned from (its licence)."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.accuracy import Figure
from analysis.evaluation.counts import Counts
from analysis.evaluation.gum import article_of
from analysis.pipeline import Analysis
from analysis.settings import Settings

DATASET = "SEESAW validation, every third article"
STEP = 3  # all of them would take three minutes
PEOPLE = "People"
Polarities = dict[frozenset[str], str]


def figures(file: Path, scoring: Any) -> Iterator[Figure]:
    """One row: two people or groups that an article sets against each other, or joins, in whichever direction.

    `scoring` is the guidelines' scorer, whose rules say which of our actors is which of SEESAW's. Pairs with an actor
    that SEESAW does not list are left out, as its coders did not look at them.
    """
    counts = Counts()
    for line in file.read_text(encoding="utf-8").splitlines()[::STEP]:
        row = json.loads(line)
        wanted, found = coded(row), read(row, scoring)
        right = sum(wanted.get(pair) == polarity for pair, polarity in found.items())
        counts.add(right, len(found), len(wanted))
    yield counts.figure("tensions", "polarity of two actors", DATASET)


def coded(row: Mapping[str, Any]) -> Polarities:
    """The polarity that most of an article's stances between two of its people have."""
    people = {entity["name"] for entity in row["entities"] if PEOPLE in entity["type"]}
    told: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for stance in row["stances"]:
        pair = frozenset((stance["subject"], stance["object"]))
        if len(pair) == 2 and pair <= people:
            told[pair][stance["sentiment"]] += 1
    return {pair: polarities.most_common(1)[0][0] for pair, polarities in told.items()}


def read(row: Mapping[str, Any], scoring: Any) -> Polarities:
    """What our tensions and cooperation say of the same people; of both, tension goes first."""
    analysis = Analysis(Path(row["doc_id"]), Settings())
    analysis.article = article_of({"doc_id": row["doc_id"], "text": row["text"]}, row["date"])
    people = [
        {"id": entity["name"], "name": entity["name"], "kind": "person", "aliases": []}
        for entity in row["entities"]
        if PEOPLE in entity["type"]
    ]
    ours = [{"id": one.id, "name": one.name, "kind": one.kind, "aliases": list(one.aliases)} for one in analysis.actors]
    met: Mapping[str, str] = scoring.align(people, ours)
    found = _pairs([(one.a, one.b) for one in analysis.cooperations], met, "POS")
    return found | _pairs([(one.a, one.b) for one in analysis.tensions], met, "NEG")


def _pairs(sides: Sequence[tuple[str, str]], met: Mapping[str, str], polarity: str) -> Polarities:
    pairs = (frozenset((met[a], met[b])) for a, b in sides if a in met and b in met)
    return {pair: polarity for pair in pairs if len(pair) == 2}
