"""The corpora of stance as questions: what does this source hold of, or do to, this target, in this sentence?"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray

from analysis.model.encode import Words
from analysis.model.labels import ROOTS, TONES
from analysis.model.training.readers import NONE, spacy_spans, words_of

Place = tuple[int, int]
# The word states of each text.
States = dict[str, NDArray[np.float16]]
NEUTRAL, POSITIVE, NEGATIVE = range(len(TONES))
# Of each label of the directed corpus the tone of p to q and that of q to p.
DIRECTIONS = (
    (NEUTRAL, NEUTRAL),
    (POSITIVE, NEUTRAL),
    (NEUTRAL, POSITIVE),
    (NEGATIVE, NEUTRAL),
    (NEUTRAL, NEGATIVE),
)
POLARITY = {"neu": NEUTRAL, "pos": POSITIVE, "neg": NEGATIVE}
FRIENDLY = frozenset(("AGREE", "AID", "COOPERATE", "SUPPORT", "YIELD"))
OPEN = frozenset(("CONSULT", "REQUEST"))


@dataclass(frozen=True)
class Question:
    """A `source` and a `target`, each words `[start, end)` of a text; one of `None` is named elsewhere or nowhere, or
    is who writes. `tone`, `root`, `tension` and `stance` are indices into the labels, `NONE` where nothing is known.
    """

    text: str
    source: Place | None
    target: Place | None
    tone: int
    root: int
    tension: int = NONE
    stance: int = NONE


@dataclass(frozen=True)
class Pair:
    """Both questions of one row of the directed corpus: p of q, q of p. `label` is the row's own."""

    forth: Question
    back: Question
    label: int


class Reader:
    """The words of a text, and where among them characters lie."""

    def __init__(self) -> None:
        self._english = spacy.blank("en")

    def words(self, text: str) -> Words:
        """The text as the network reads it."""
        return words_of(text, spacy_spans(self._english, text))

    def place(self, text: str, span: Place | None) -> Place | None:
        """The words that hold any of the characters `span`; `None` where there are none."""
        if span is None:
            return None
        spans = spacy_spans(self._english, text)
        inside = [place for place, (start, end) in enumerate(spans) if start < span[1] and span[0] < end]
        return (inside[0], inside[-1] + 1) if inside else None


def read_pairs(file: Path, reader: Reader) -> Iterator[Pair]:
    """The rows of the directed corpus but those that do not say where p or q stands: three in a thousand."""
    for row in _rows(file):
        text = row["sentence"]
        p, q = (reader.place(text, row[name]) for name in ("p_span", "q_span"))
        if p and q:
            forth, back = DIRECTIONS[row["label"]]
            # Where nothing is felt nothing is done; what is done where something is felt, the corpus does not say.
            root = NONE if row["label"] else ROOTS.index("NONE")
            yield Pair(Question(text, p, q, forth, root), Question(text, q, p, back, root), row["label"])


def read_tones(file: Path, reader: Reader) -> Iterator[Question]:
    """NewsMTSC: the text's own tone towards each target."""
    for row in _rows(file):
        for one in row["targets"]:
            target = reader.place(row["sentence"], (one["start"], one["end"]))
            if target:
                yield Question(row["sentence"], None, target, POLARITY[one["polarity"]], NONE)


def read_deeds(file: Path, reader: Reader) -> Iterator[Question]:
    """PLOVER: what the source does to the target; the tone is that of the deed."""
    for row in _rows(file):
        text, root = row["sentence"], row["root"]
        source, target = (reader.place(text, row[name]) for name in ("source_span", "target_span"))
        if source and target:
            yield Question(text, source, target, tone_of(root), ROOTS.index(root))


def tone_of(root: str) -> int:
    """The tone of a deed by its root code."""
    return POSITIVE if root in FRIENDLY else NEUTRAL if root in OPEN else NEGATIVE


def _rows(file: Path) -> Iterator[Mapping[str, Any]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())
