"""Every head of the embedded model on the development sets, on the tokens that each set gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any

from analysis.accuracy import Figure
from analysis.evaluation.counts import Counts
from analysis.model.decode import sentence_bounds, spans
from analysis.model.labels import ATTRIBUTION, ENTITIES, bio
from analysis.model.predict import Labelled, predict
from analysis.model.session import Session
from analysis.model.training.readers import (
    Example,
    read_polnear,
    read_universal_dependencies,
    read_universal_ner,
)

STAGE = "model"
# The kinds that Universal NER has; what else bears a name is not scored.
SCORED = ("PERSON", "ORG", "PLACE")
Found = set[tuple[int, int, str]]


def figures(data: Path, session: Session) -> Iterator[Figure]:
    """Rows for all heads. `data` is the folder that holds `attribution/` and `language/`."""
    language = data / "language"
    gum, ewt = (list(read_universal_dependencies(language / f"{name}_dev.jsonl")) for name in ("gum", "ewt"))
    yield from attribution(read_polnear(data / "attribution" / "polnear" / "dev"), session)
    yield from trees(gum, "GUM dev", session)
    yield from trees(ewt, "EWT dev", session)
    yield names(read_universal_ner(language / "uner_ewt_dev.jsonl"), "UNER EWT dev", session)
    yield names(gum, "GUM dev", session)


def attribution(examples: Iterable[Example], session: Session) -> Iterator[Figure]:
    """Exact spans and tokens of each label, and of all together."""
    exact: dict[str, Counts] = defaultdict(Counts)
    tokens: dict[str, Counts] = defaultdict(Counts)
    for example in examples:
        wanted = set(spans(example.labels["attribution"], bio(ATTRIBUTION)))
        found = _found(predict(example.words, session).attribution)
        for kind in ATTRIBUTION:
            pair = ({span for span in found if span[2] == kind}, {span for span in wanted if span[2] == kind})
            _add((exact[kind], exact["micro"]), *pair)
            _add((tokens[kind], tokens["micro"]), *(_tokens(side) for side in pair))
    for kind in (*ATTRIBUTION, "micro"):
        yield exact[kind].figure(STAGE, f"attribution, {kind}: spans", "PolNeAR dev")
    for kind in (*ATTRIBUTION, "micro"):
        yield tokens[kind].figure(STAGE, f"attribution, {kind}: tokens", "PolNeAR dev")


def trees(examples: Sequence[Example], dataset: str, session: Session) -> Iterator[Figure]:
    """Sentences, parts of speech, and dependencies with their full labels, on known sentences and on those found."""
    sentences, upos = Counts(), Counts()
    arcs = {whose: (Counts(), Counts()) for whose in ("known", "found")}
    for example in examples:
        gold = example.labels
        found = predict(example.words, session)
        known = predict(example.words, session, [start == 1 for start in gold["starts"]])
        _add((sentences,), _sentences(found.starts), _sentences(gold["starts"]))
        _add_right((upos,), [tag == own for tag, own in zip(found.upos, gold["upos"], strict=True)])
        for whose, read in (("known", known), ("found", found)):
            heads = [head == own for head, own in zip(read.heads, gold["heads"], strict=True)]
            labels = [label == own for label, own in zip(read.relations, gold["relations"], strict=True)]
            _add_right(arcs[whose][:1], heads)
            _add_right(arcs[whose][1:], [head and label for head, label in zip(heads, labels, strict=True)])
    yield sentences.figure(STAGE, "sentences", dataset)
    yield upos.figure(STAGE, "universal part of speech", dataset)
    for whose, (unlabelled, labelled) in arcs.items():
        yield unlabelled.figure(STAGE, f"heads, {whose} sentences", dataset)
        yield labelled.figure(STAGE, f"heads and labels, {whose} sentences", dataset)


def names(examples: Iterable[Example], dataset: str, session: Session) -> Figure:
    """Exact spans of persons, organisations and places, with their kind."""
    counts = Counts()
    for example in examples:
        wanted = {span for span in spans(example.labels["entities"], bio(ENTITIES)) if span[2] in SCORED}
        found = {span for span in _found(predict(example.words, session).entities) if span[2] in SCORED}
        _add((counts,), found, wanted)
    return counts.figure(STAGE, "persons, organisations, places", dataset)


def _found(labelled: Iterable[Labelled]) -> Found:
    return {(one.start, one.end, one.kind) for one in labelled}


def _tokens(found: Found) -> set[tuple[int, str]]:
    return {(place, kind) for start, end, kind in found for place in range(start, end)}


def _sentences(starts: Iterable[int]) -> set[tuple[int, int]]:
    return set(sentence_bounds([bool(start) for start in starts]))


def _add(counts: Iterable[Counts], found: Set[Any], wanted: Set[Any]) -> None:
    for one in counts:
        one.add(len(found & wanted), len(found), len(wanted))


def _add_right(counts: Iterable[Counts], right: Sequence[bool]) -> None:
    for one in counts:
        one.add(sum(right), len(right), len(right))
