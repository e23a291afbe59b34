"""What stretches of a Doc mean, as vectors whose cosine says how alike they are."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from analysis.model.decode import Floats
from analysis.model.directed import StanceSession, open_stance


def sentence_vectors(doc: Doc, ranges: Sequence[tuple[int, int]], session: StanceSession | None = None) -> Floats:
    """A vector of unit length for each range of tokens `[start, end)`: (n, 384).

    The mean of the embedded model's word vectors by a linear map, fitted so that the result comes near the sentence
    embedding of all-MiniLM-L6-v2 (Reimers and Gurevych 2019). Raises `ValueError` where a range holds no word.
    """
    weight, offset = (session or open_stance()).meaning()
    rows = np.zeros((len(ranges), len(offset)), dtype=np.float32)
    for row, (start, end) in zip(rows, ranges, strict=True):
        row[:] = _mean(doc, start, end) @ weight + offset
    lengths: Floats = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths


def _mean(doc: Doc, start: int, end: int) -> Floats:
    words = [token.i for token in doc[start:end] if not token.is_space]
    if not words:
        raise ValueError(f"tokens {start} to {end} of the Doc hold no word")
    mean: Floats = doc.tensor[words].astype(np.float32).mean(0)
    return mean
