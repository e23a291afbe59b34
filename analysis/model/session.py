"""The model file: opened once a process, checked against its card, run window by window by onnxruntime.

ONNX names stop here. A window is run alone: the activations of a run share one int8 scale, so that a window's scores
would otherwise depend on what is read beside it.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from analysis.model.card import card, verified_model
from analysis.model.decode import Floats
from analysis.model.encode import CLS, NO_WORD, SEP, Encoder

# Windows are short: more threads wait for one another.
MOST_THREADS = 4
SCORES = ("starts", "upos", "entities", "attribution", "arcs", "links", "dependents", "governors")
# Beside the heads' scores: what a lower layer of the encoder knows of each word.
STATES, WIDTH = "states", 384
TABLES = ("relation_weight", "relation_bias", "entity_transitions", "attribution_transitions")


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits of one window of `W` words: starts (W, 2), upos (W, 17), entities and attribution (W, BIO tags), arcs
    (W dependents, W heads), links (W first words of sources and contents, W first words of cues), dependents and
    governors (W, 128); and the `states` (W, 384) of a lower layer at the words, which are no logits.
    """

    starts: Floats
    upos: Floats
    entities: Floats
    attribution: Floats
    arcs: Floats
    links: Floats
    dependents: Floats
    governors: Floats
    states: Floats


@dataclass(frozen=True, slots=True)
class Tables:
    """What decoding needs of the model beside scores: relation_weight (labels, 128), relation_bias (labels,), and
    transitions (from, to) of the two BIO heads.
    """

    relation_weight: Floats
    relation_bias: Floats
    entity_transitions: Floats
    attribution_transitions: Floats


class Session:
    """An open model. `threads` changes the time and nothing else; a word begins a sentence from the probability
    `sentence_start` on.
    """

    def __init__(self, path: Path, threads: int, sentence_start: float = 0.5) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.sentence_start = sentence_start
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        vocabulary = self._session.get_modelmeta().custom_metadata_map["vocabulary"]
        self.encoder = Encoder(vocabulary.split("\n"))
        self.tables = Tables(**dict(zip(TABLES, self._run([CLS, SEP], [NO_WORD, NO_WORD], [0], TABLES), strict=True)))

    def scores(self, pieces: Sequence[int], features: Sequence[int], firsts: Sequence[int]) -> Scores:
        """The scores of one window: piece and feature ids (P,), the place of each word's first piece (W,)."""
        return Scores(*self._run(pieces, features, firsts, (*SCORES, STATES)))

    def _run(
        self, pieces: Sequence[int], features: Sequence[int], firsts: Sequence[int], outputs: Sequence[str]
    ) -> list[Any]:
        inputs = {"pieces": pieces, "features": features, "firsts": firsts}
        fed = {name: np.array([values], dtype=np.int64) for name, values in inputs.items()}
        return [output[0] for output in self._session.run(list(outputs), fed)]


@cache
def open_session(threads: int | None = None) -> Session:
    """The model that the card names, opened once a process. Raises `ModelError` where there is none."""
    path = verified_model()
    return Session(path, threads or min(MOST_THREADS, os.cpu_count() or 1), card()["thresholds"]["sentence_start"])
