"""Directed stance between two marked actors of a sentence, and what word vectors know of the root codes of deeds."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.accuracy import Figure
from analysis.document import tokenize
from analysis.evaluation.counts import Counts
from analysis.evaluation.gum import article_of
from analysis.evaluation.regression import multinomial
from analysis.model.component import EmbeddedModel
from analysis.model.directed import Directed, DirectedStance, Tokens
from analysis.model.lay import lay_states, word_places

STAGE = "model"
DIRECTED, DEEDS = "directed sentiment dev", "PLOVER sentences, in five folds"
FOLDS = 5
# Inverse variance of the prior on the weights over features of unit variance.
PRIOR = 100.0
Floats = NDArray[np.float64]


def figures(folder: Path, stance: DirectedStance) -> Iterator[Figure]:
    """Rows for both sets; `folder` is data's `stance/`."""
    yield from directed(folder / "directed_dev.jsonl", stance)
    yield from deeds(folder / "plv_train.jsonl")


def directed(file: Path, stance: DirectedStance) -> Iterator[Figure]:
    """The five classes of the directed corpus, each sentence given. Rows that do not say where p or q stands, three in
    a thousand, are left out.
    """
    reader = SentenceReader()
    wanted, found = [], []
    for row in _rows(file):
        if row["p_span"] and row["q_span"]:
            doc = reader(row["sentence"])
            p, q = (reader.place(doc, row[name]) for name in ("p_span", "q_span"))
            wanted.append(row["label"])
            found.append(five_ways(*stance(doc, [(p, q), (q, p)])))
    yield from classified(wanted, found, "directed stance", DIRECTED)


def five_ways(forth: Directed, back: Directed) -> int:
    """The likeliest of: neither feels anything, p likes q, q likes p, p dislikes q, q dislikes p."""
    chances = (
        forth.neutral * back.neutral,
        forth.positive * back.neutral,
        forth.neutral * back.positive,
        forth.negative * back.neutral,
        forth.neutral * back.negative,
    )
    return chances.index(max(chances))


def deeds(file: Path) -> Iterator[Figure]:
    """The root code of what the source does to the target, by a regression on what the stance head reads: the head
    itself learned from these sentences, a fold's regression did not.
    """
    reader, features, labels, texts = SentenceReader(), [], [], []
    for row in _rows(file):
        if row["source_span"] and row["target_span"]:
            doc = reader(row["sentence"])
            source, target = (reader.place(doc, row[name]) for name in ("source_span", "target_span"))
            words = doc.tensor.astype(np.float64)
            ranges = (source, target, (0, len(doc)))
            features.append(np.concatenate([words[start:end].mean(0) for start, end in ranges]))
            labels.append(row["root"])
            texts.append(row["sentence"])
    names = sorted(set(labels))
    wanted = [names.index(label) for label in labels]
    found = cross_validated(np.array(features), np.array(wanted), [texts.index(text) % FOLDS for text in texts])
    yield from classified(wanted, found, "root code of a deed", DEEDS)


def cross_validated(features: Floats, labels: NDArray[np.int64], folds: Sequence[int]) -> list[int]:
    """The class of each row by a regression on the rows of the other folds."""
    found = np.zeros(len(labels), dtype=np.int64)
    for fold in range(FOLDS):
        held = np.array(folds) == fold
        mean, spread = features[~held].mean(0), features[~held].std(0) + 1e-6
        scaled = (features - mean) / spread
        weights = multinomial(scaled[~held], labels[~held], PRIOR)
        found[held] = (np.c_[scaled[held], np.ones(held.sum())] @ weights).argmax(1)
    return [int(label) for label in found]


def classified(wanted: Sequence[int], found: Sequence[int], measure: str, dataset: str) -> Iterator[Figure]:
    """How many are right, and the mean over the classes."""
    right, classes = Counts(), {label: Counts() for label in sorted(set(wanted))}
    for own, other in zip(wanted, found, strict=True):
        right.add(int(own == other), 1, 1)
        for label, counts in classes.items():
            counts.add(int(own == other == label), int(other == label), int(own == label))
    yield right.figure(STAGE, f"{measure}: right", dataset)
    rows = [counts.figure(STAGE, "", dataset) for counts in classes.values()]
    means = {
        name: round(sum(getattr(row, name) for row in rows) / len(rows), 3) for name in ("precision", "recall", "f1")
    }
    yield Figure(stage=STAGE, measure=f"{measure}: average of classes", dataset=dataset, n=len(wanted), **means)


class SentenceReader:
    """One sentence as a Doc of that one sentence with its word vectors."""

    def __init__(self) -> None:
        self._model = EmbeddedModel()

    def __call__(self, text: str) -> Any:
        doc = tokenize(article_of({"doc_id": "sentence", "text": text}, ""))
        words, _ = word_places(doc)
        lay_states(doc, words, self._model.predict(doc).states)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    def place(self, doc: Any, characters: Sequence[int]) -> Tokens:
        """The tokens that hold any of the characters `[start, end)`."""
        span = doc.char_span(*characters, alignment_mode="expand")
        return span.start, span.end


def _rows(file: Path) -> Iterator[Mapping[str, Any]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())
