"""Directed stance: what one actor of a sentence feels or does towards another, each direction a question of its own.

The head stands on the vectors that the embedded model lays on a Doc. It computes in single precision, a sentence once
and then as many questions at a time as always, so that an answer rests on its sentence and on nothing else that is
asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from spacy.tokens import Doc

from analysis.model.card import verified_stance
from analysis.model.decode import Floats, Ints
from analysis.model.labels import ROOTS
from analysis.model.session import WIDTH

Tokens = tuple[int, int]
# Words read of a sentence that is longer; those round the target.
MOST_WORDS = 128
# Questions that the head is always given at once, some of them idle: its sums are rounded by how many there are.
TOGETHER = 8
# A file's inputs are all fed, those too that the way through it does not need.
BLANK: dict[str, Floats] = {
    "states": np.zeros((1, 1, WIDTH), dtype=np.float32),
    "sentence": np.zeros((1, 2, 3 * WIDTH), dtype=np.float32),
    "source": np.ones((TOGETHER, 2), dtype=np.float32),
    "target": np.ones((TOGETHER, 2), dtype=np.float32),
}


@dataclass(frozen=True, slots=True)
class Directed:
    """How likely a source is neutral, positive or negative towards a target, the three adding up to one; and the
    likeliest PLOVER root code of what it does to it, `NONE` where nothing, with its chance.
    """

    neutral: float
    positive: float
    negative: float
    root: str
    root_chance: float


class StanceSession:
    """The head's file, open. A sentence of `W` words has a place before the first for who writes or speaks."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        # One file, several ways through it: what a way does not need is not computed.
        self._options = onnxruntime.RunOptions()
        self._options.only_execute_path_to_fetches = True

    def read(self, states: Floats) -> Floats:
        """A sentence (1, W + 1, 3 * 384) as its questions find it, of its words' `states` (W, 384)."""
        found: Floats = self._run(["read"], states=states[None])[0]
        return found

    def answer(self, read: Floats, sources: Floats, targets: Floats) -> tuple[Floats, Floats]:
        """The chances of `TONES` and of `ROOTS` for each of `TOGETHER` questions about a sentence. `sources` and
        `targets` (TOGETHER, W + 1) are one at their words and nought elsewhere.
        """
        tones, roots = self._run(["tones", "roots"], sentence=read, source=sources, target=targets)
        return tones, roots

    def meaning(self) -> tuple[Floats, Floats]:
        """The map (384, 384) and the offset (384,) from the mean of word states to the meaning of a sentence."""
        weight, offset = self._run(["meaning_weight", "meaning_offset"])
        return weight[0], offset[0]

    def _run(self, outputs: list[str], **inputs: Floats) -> list[Any]:
        return list(self._session.run(outputs, BLANK | inputs, self._options))


@cache
def open_stance() -> StanceSession:
    """The head that the card names, opened once a process. Raises `ModelError` where there is none."""
    return StanceSession(verified_stance())


class DirectedStance:
    """Answers questions about the actors of a Doc that has sentences and the embedded model's vectors."""

    def __init__(self, session: StanceSession | None = None) -> None:
        self._session = session or open_stance()

    def __call__(self, doc: Doc, pairs: Sequence[tuple[Tokens, Tokens]]) -> list[Directed]:
        """The stance of each source to its target, both tokens `[start, end)`, read in the sentence of the target.

        A source outside it is taken for whoever speaks there. Raises `ValueError` where a target holds no word.
        """
        asked: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for place, (_, target) in enumerate(pairs):
            asked[_words_round(doc, target)].append(place)
        found: dict[int, Directed] = {}
        for words, places in asked.items():
            answers = self._answers(doc, np.array(words), [pairs[place] for place in places])
            found |= dict(zip(places, answers, strict=True))
        return [found[place] for place in range(len(pairs))]

    def _answers(self, doc: Doc, words: Ints, pairs: Sequence[tuple[Tokens, Tokens]]) -> Iterator[Directed]:
        read = self._session.read(doc.tensor[words].astype(np.float32))
        marks = np.array([[_marked(words, tokens) for tokens in pair] for pair in pairs])
        marks[~marks[:, 0].any(1), 0, 0] = 1
        for start in range(0, len(pairs), TOGETHER):
            some = marks[start : start + TOGETHER]
            filled = np.concatenate([some, np.repeat(some[:1], TOGETHER - len(some), 0)])
            tones, roots = self._session.answer(read, filled[:, 0], filled[:, 1])
            yield from (_directed(*chances) for chances in zip(tones[: len(some)], roots, strict=False))


def _directed(tones: Floats, roots: Floats) -> Directed:
    neutral, positive, negative = (round(float(chance), 6) for chance in tones)
    best = int(roots.argmax())
    return Directed(neutral, positive, negative, ROOTS[best], round(float(roots[best]), 6))


def _words_round(doc: Doc, target: Tokens) -> tuple[int, ...]:
    """The tokens of the target's sentence that are words, the most of them that are read."""
    words = [token.i for token in doc[target[0]].sent if not token.is_space]
    first = next((place for place, word in enumerate(words) if target[0] <= word < target[1]), None)
    if first is None:
        raise ValueError(f"tokens {target[0]} to {target[1]} of the Doc hold no word to ask about")
    start = max(0, min(first - MOST_WORDS // 2, len(words) - MOST_WORDS))
    return tuple(words[start : start + MOST_WORDS])


def _marked(words: Ints, tokens: Tokens) -> Floats:
    marks = np.zeros(len(words) + 1, dtype=np.float32)
    marks[1:] = (words >= tokens[0]) & (words < tokens[1])
    return marks
