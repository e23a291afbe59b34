"""Chains of mentions against GUM's entities, and the ranking of actors against its salient ones.

A mention counts as found where its head is (as in the CRAC shared tasks' head match): where a noun phrase ends is
another question. Coreference is the mean of MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998) and
entity-based CEAF (Luo 2005), the "CoNLL average" of Pradhan et al. 2012, over persons and organisations with a name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from analysis.accuracy import Figure
from analysis.actors.drafts import Draft
from analysis.actors.find import read_chains
from analysis.document import read_document
from analysis.evaluation.counts import Counts
from analysis.evaluation.gum import Document, read_documents
from analysis.registry import COUNTRY, read_registry

DATASET = "GUM dev"
SCORED = ("person", "organization")
Cluster = frozenset[int]
Shares = tuple[float, float, float, float]
"""Right and wanted of recall, right and found of precision."""


def figures(file: Path) -> Iterator[Figure]:
    """Rows for one file of GUM."""
    pronouns, salience = Counts(), Counts()
    shares: dict[str, Any] = dict.fromkeys(MEASURES, np.zeros(4))
    mentions = 0
    for document in read_documents(file):
        chains = read_chains(read_document(document.article), read_registry(), document.article)
        pronouns.add(*placed_pronouns(document, chains))
        salience.add(*ranked_salient(document, chains))
        gold = [entity.mentions for entity in document.entities if entity.named and entity.kind in SCORED]
        found = [_places(chain, document) for chain in comparable(chains) if chain.named]
        mentions += sum(map(len, gold))
        for name, measure in MEASURES.items():
            shares[name] = np.add(shares[name], measure(gold, found))
    yield pronouns.figure("actors", "pronoun put to the right person", DATASET)
    yield conll_average(shares, mentions)
    yield salience.figure("actors", "salient actors among the first of as many", DATASET)


def placed_pronouns(document: Document, chains: Sequence[Draft]) -> tuple[int, int, int]:
    """Pronouns for persons mentioned more than once: put to the right one, put to any, all there are.

    A chain stands for the entity that most of its mentions belong to.
    """
    entity_of = {place: entity for entity in document.entities for place in entity.mentions}
    wanted = {
        place
        for entity in document.entities
        if entity.kind == "person" and len(entity.mentions) > 1
        for place in entity.pronouns
    }
    right = found = 0
    for chain in chains:
        places = _places(chain, document)
        meant = Counter(id(entity_of[place]) for place in sorted(places) if place in entity_of)
        placed = places & wanted if len(places) > 1 else frozenset()
        found += len(placed)
        right += sum(id(entity_of[place]) == meant.most_common(1)[0][0] for place in placed)
    return right, found, len(wanted)


def ranked_salient(document: Document, chains: Sequence[Draft]) -> tuple[int, int, int]:
    """The salient persons and organisations of the document among as many chains, the most salient first."""
    salient = [entity.mentions for entity in document.entities if entity.salient and entity.kind in SCORED]
    first = sorted(comparable(chains), key=lambda chain: -chain.salience)[: len(salient)]
    places = [_places(chain, document) for chain in first]
    right = sum(any(2 * len(found & mentions) >= len(found) for found in places) for mentions in salient)
    return right, len(first), len(salient)


def comparable(chains: Iterable[Draft]) -> list[Draft]:
    """The chains that GUM may count as persons or organisations; a country is mostly a place there."""
    return [
        chain for chain in chains if not chain.bystander and not (chain.known and chain.known.id.startswith(COUNTRY))
    ]


def conll_average(shares: Mapping[str, Sequence[float]], mentions: int) -> Figure:
    """The mean of the measures' precision, recall and F1."""
    rows = [(right_found / found, right / wanted) for right, wanted, right_found, found in shares.values()]
    scores = [(p, r, 2 * p * r / (p + r) if p + r else 0.0) for p, r in rows]
    precision, recall, f1 = (round(sum(column) / len(scores), 3) for column in zip(*scores, strict=True))
    measure = "named persons and organisations, CoNLL average"
    return Figure(
        stage="actors", measure=measure, dataset=DATASET, n=mentions, precision=precision, recall=recall, f1=f1
    )


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Shares:
    """Links kept, of those that the clusters need at least."""
    return (*_links(gold, found), *_links(found, gold))


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    cluster_of = {place: number for number, cluster in enumerate(others) for place in cluster}
    parts = [len({cluster_of.get(place, ("alone", place)) for place in cluster}) for cluster in clusters]
    sizes = list(map(len, clusters))
    return sum(sizes) - sum(parts), sum(sizes) - len(sizes)


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Shares:
    """For each mention, the share of its cluster that is together in the other clustering too."""
    return (*_kept(gold, found), *_kept(found, gold))


def _kept(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    cluster_of = {place: cluster for cluster in others for place in cluster}
    kept = sum(
        len(cluster & cluster_of.get(place, frozenset())) / len(cluster) for cluster in clusters for place in cluster
    )
    return kept, sum(map(len, clusters))


def ceaf(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Shares:
    """The likeness of the clusters under the best one-to-one pairing."""
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold]).reshape(len(gold), len(found))
    best = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return best, len(gold), best, len(found)


MEASURES: dict[str, Callable[[Sequence[Cluster], Sequence[Cluster]], Shares]] = {
    "MUC": muc,
    "B-cubed": b_cubed,
    "CEAF": ceaf,
}


def _places(chain: Draft, document: Document) -> Cluster:
    return frozenset(document.place(found.head.idx) for found in chain.found)
