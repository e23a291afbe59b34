"""What a language model read, laid on a Doc. Blank tokens are no words: each hangs on the word before it."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, SpanGroup

from analysis.layers import ATTRIBUTION
from analysis.model.decode import Ints


def word_places(doc: Doc) -> tuple[Ints, list[tuple[int, int]]]:
    """The tokens that are words, that is, all but blanks; and the characters `[start, end)` of each."""
    table = doc.to_array(["LENGTH", "SPACY", "IS_SPACE"]).astype(np.int64).reshape(len(doc), 3)
    ends = np.cumsum(table[:, 0] + table[:, 1])
    starts = ends - table[:, 0] - table[:, 1]
    words = np.flatnonzero(table[:, 2] == 0)
    return words, list(zip(starts[words].tolist(), (starts + table[:, 0])[words].tolist(), strict=True))


def lay_tree(doc: Doc, words: Ints, heads: Ints, relations: Sequence[str], tags: Sequence[str]) -> None:
    """Set heads, relations and parts of speech, and with the trees the sentences.

    `words` are the tokens read, ascending; the rest is parallel to them, `heads` in tokens, a root its own. All is
    set at once: token by token takes quadratic time.
    """
    if not len(words):
        return
    tokens = np.arange(len(doc))
    # Of each token the word that it is or that stands before it; before the first word, the first.
    all_heads = words[np.clip(np.searchsorted(words, tokens, side="right") - 1, 0, None)]
    all_heads[words] = heads
    strings = doc.vocab.strings
    columns: Any = np.empty((len(doc), 3), dtype=np.uint64)  # spaCy's own array types are thinc's
    columns[:, 0] = (all_heads - tokens).astype(np.uint64)
    columns[:, 1], columns[:, 2] = strings.add("dep"), strings.add("SPACE")
    columns[words, 1] = np.array([strings.add(label) for label in relations], dtype=np.uint64)
    columns[words, 2] = np.array([strings.add(tag) for tag in tags], dtype=np.uint64)
    doc.from_array(["HEAD", "DEP", "POS"], columns)


def lay_states(doc: Doc, words: Ints, states: NDArray[np.float16]) -> None:
    """Set the tensor of `doc` (tokens, width): a row a token, zero for blanks."""
    doc.tensor = np.zeros((len(doc), states.shape[1]), dtype=states.dtype)
    doc.tensor[words] = states


def lay_attribution(doc: Doc, spans: Iterable[Span], confidences: Sequence[float], links: Sequence[int | None]) -> None:
    """Set the attribution spans, with how sure the model is of each and the place of its cue in the group."""
    attrs = {"confidence": list(confidences), "link": list(links)}
    doc.spans[ATTRIBUTION] = SpanGroup(doc, name=ATTRIBUTION, spans=list(spans), attrs=attrs)
