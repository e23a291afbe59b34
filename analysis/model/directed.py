"""Directed stance: what one actor of a sentence feels or does towards another, each direction a question of its own;
and what the sentence tells of one actor, whomever it is about.

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
# The words read, the source and the target.
Asked = tuple[tuple[int, ...], Tokens | None, Tokens | None]
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
    likeliest PLOVER root code of what it does to it, `NONE` where nothing, with its chance. `tensions` are the chances
    of `TENSIONS`, in their order, that it acts so against it; of disagreement and friction, that the two have it.
    """

    neutral: float
    positive: float
    negative: float
    root: str
    root_chance: float
    tensions: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Involved:
    """The chances of `TENSIONS`, in their order, between an actor and whomever it may be, and how likely the sentence
    shows it without a position or for or against something, the three adding up to one.
    """

    tensions: tuple[float, ...]
    no_position: float
    support: float
    oppose: float

    @property
    def contested(self) -> float:
        """How likely the sentence tells of a tension of the actor's, or of any where none was named."""
        return round(1 - self.tensions[0], 6)


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

    def answer(self, read: Floats, sources: Floats, targets: Floats) -> list[Floats]:
        """The chances of `TONES`, `ROOTS`, `TENSIONS` and `STANCES`, each (TOGETHER, labels), for `TOGETHER` questions
        about a sentence. `sources` and `targets` (TOGETHER, W + 1) are one at their words and nought elsewhere.
        """
        return self._run(["tones", "roots", "tensions", "stances"], sentence=read, source=sources, target=targets)

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
        asked: list[Asked] = [(_words_round(doc, target), source, target) for source, target in pairs]
        return [_directed(*chances) for chances in self._answers(doc, asked)]

    def involved(self, doc: Doc, actors: Sequence[tuple[Tokens, Tokens | None]]) -> list[Involved]:
        """What a sentence, given by tokens of it, tells of each actor named in it, tokens `[start, end)`.

        With `None`, or an actor outside it: whether it tells of a tension at all, and what position whoever speaks
        there has. Raises `ValueError` where the tokens given hold no word.
        """
        asked: list[Asked] = [(_words_round(doc, sentence), actor, None) for sentence, actor in actors]
        return [_involved(*chances) for chances in self._answers(doc, asked)]

    def _answers(self, doc: Doc, asked: Sequence[Asked]) -> list[Sequence[Floats]]:
        """The chances of each question, sentence by sentence."""
        places: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for place, (words, _, _) in enumerate(asked):
            places[words].append(place)
        found: dict[int, Sequence[Floats]] = {}
        for words, own in places.items():
            read = self._session.read(doc.tensor[list(words)].astype(np.float32))
            marks = np.array([[_marked(np.array(words), tokens) for tokens in asked[place][1:]] for place in own])
            found |= dict(zip(own, self._asked(read, marks), strict=True))
        return [found[place] for place in range(len(asked))]

    def _asked(self, read: Floats, marks: Floats) -> Iterator[Sequence[Floats]]:
        for start in range(0, len(marks), TOGETHER):
            some = marks[start : start + TOGETHER]
            filled = np.concatenate([some, np.repeat(some[:1], TOGETHER - len(some), 0)])
            chances = self._session.answer(read, filled[:, 0], filled[:, 1])
            yield from ([rows[place] for rows in chances] for place in range(len(some)))


def _directed(tones: Floats, roots: Floats, tensions: Floats, _stances: Floats) -> Directed:
    best = int(roots.argmax())
    neutral, positive, negative = _rounded(tones)
    return Directed(neutral, positive, negative, ROOTS[best], round(float(roots[best]), 6), _rounded(tensions))


def _involved(_tones: Floats, _roots: Floats, tensions: Floats, stances: Floats) -> Involved:
    no_position, support, oppose = _rounded(stances)
    return Involved(_rounded(tensions), no_position, support, oppose)


def _rounded(chances: Floats) -> tuple[float, ...]:
    return tuple(round(float(chance), 6) for chance in chances)


def _words_round(doc: Doc, tokens: Tokens) -> tuple[int, ...]:
    """The tokens of the sentence of `tokens` that are words, the most of them that are read."""
    words = [token.i for token in doc[tokens[0]].sent if not token.is_space]
    first = next((place for place, word in enumerate(words) if tokens[0] <= word < tokens[1]), None)
    if first is None:
        raise ValueError(f"tokens {tokens[0]} to {tokens[1]} of the Doc hold no word to ask about")
    start = max(0, min(first - MOST_WORDS // 2, len(words) - MOST_WORDS))
    return tuple(words[start : start + MOST_WORDS])


def _marked(words: Ints, tokens: Tokens | None) -> Floats:
    """One at the words that are tokens, or where there are none at the place before them."""
    marks = np.zeros(len(words) + 1, dtype=np.float32)
    if tokens:
        marks[1:] = (words >= tokens[0]) & (words < tokens[1])
    marks[0] = not marks.any()
    return marks
