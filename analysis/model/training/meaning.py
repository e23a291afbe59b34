"""The map from the mean of a sentence's word states to its embedding by all-MiniLM-L6-v2, by ridge regression."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from analysis.model.decode import sentence_bounds
from analysis.model.encode import CLS, SEP, Words
from analysis.model.predict import predict
from analysis.model.session import WIDTH, Session
from analysis.model.training.network import Network

Floats = NDArray[np.float32]
RIDGE = 3.0
# Shorter ones are headings and scraps; of longer ones the teacher reads as much.
LEAST_WORDS, MOST_PIECES = 4, 254
BATCH = 32


def sentences(words: Words, session: Session) -> Iterator[tuple[Floats, list[int]]]:
    """Of each sentence of a text the mean of its states (384,), and its pieces for the teacher."""
    found = predict(words, session)
    pieces = session.encoder.encode(words).pieces
    for start, end in sentence_bounds(found.starts):
        if end - start >= LEAST_WORDS:
            own = [piece for word in pieces[start:end] for piece in word]
            yield found.states[start:end].astype(np.float32).mean(0), [CLS, *own[:MOST_PIECES], SEP]


def embeddings(teacher: Network, sentences: Sequence[Sequence[int]]) -> Floats:
    """The embeddings (n, 384) of sentences by an encoder as it was: means over pieces, of unit length."""
    found = np.zeros((len(sentences), WIDTH), dtype=np.float32)
    order = sorted(range(len(sentences)), key=lambda place: len(sentences[place]))
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        rows = [torch.tensor(sentences[place]) for place in places]
        pieces = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        with torch.inference_mode():
            inside = (pieces != 0)[:, :, None]
            means = (teacher.encode(pieces) * inside).sum(1) / inside.sum(1)
            found[places] = functional.normalize(means, dim=1).numpy()
    return found


def fit(texts: Iterable[Words], session: Session, teacher: Network) -> tuple[Floats, Floats]:
    """The map's weight (384, 384) and offset (384,)."""
    means, pieces = zip(*(row for words in texts for row in sentences(words, session)), strict=True)
    rows, wanted = np.array(means, dtype=np.float64), embeddings(teacher, pieces).astype(np.float64)
    centre, aim = rows.mean(0), wanted.mean(0)
    rows, wanted = rows - centre, wanted - aim
    weight = np.linalg.solve(rows.T @ rows + RIDGE * np.eye(WIDTH), rows.T @ wanted)
    return weight.astype(np.float32), (aim - centre @ weight).astype(np.float32)
