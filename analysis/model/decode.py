"""Scores to labels: tags by Viterbi, sentences, and one tree a sentence by Chu-Liu/Edmonds.

Everything here is numpy, in one order, so that equal scores give equal labels.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
# Far below any score, and yet finite, so that sums stay numbers.
BARRED = -1e4


def allowed(tags: Sequence[str]) -> NDArray[np.bool_]:
    """Which tag may follow which (from, to): `I-x` only after `B-x` or `I-x`."""
    table = [[after[0] != "I" or before[2:] == after[2:] for after in tags] for before in tags]
    return np.array(table, dtype=bool)


def viterbi(scores: Floats, transitions: Floats, lengths: Sequence[int]) -> list[Ints]:
    """The best tags of several sequences at once (Viterbi 1967).

    `scores` (B, W, tags), `transitions` (from, to) with barred ones at `BARRED`, `lengths` the words of each
    sequence. A sequence may begin inside a span: it may be the next part of a text.
    """
    number, width, _ = scores.shape
    best = scores[:, 0]
    came_from = np.zeros(scores.shape, dtype=np.int8)
    kept = np.empty_like(scores)
    kept[:, 0] = best
    for place in range(1, width):
        moved = best[:, :, None] + transitions
        came_from[:, place] = moved.argmax(1)
        best = moved.max(1) + scores[:, place]
        kept[:, place] = best
    found = np.zeros((number, width), dtype=np.int64)
    ends = np.asarray(lengths) - 1
    rows = np.arange(number)
    current = kept[rows, ends].argmax(1)
    for place in range(width - 1, -1, -1):
        found[:, place] = current
        current = np.where(place <= ends, came_from[rows, place, current], current)
    return [row[:length] for row, length in zip(found, lengths, strict=True)]


def spans(tags: Sequence[int], names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The `(start, end, kind)` of a BIO sequence of indices into `names`. An `I` that continues nothing begins."""
    start, kind = 0, ""
    for place, tag in enumerate([*tags, 0]):
        name = names[tag]
        if name[0] == "I" and name[2:] == kind:
            continue
        if kind:
            yield start, place, kind
        start, kind = place, name[2:]


# Trees are tried from so many of the likeliest roots.
MOST_ROOTS = 3


def tree(scores: Floats) -> Ints:
    """The heads of one sentence: the best spanning tree with one root, which is its own head.

    `scores` (dependents, heads). The best head of each word is a tree but for one sentence in ten or so; for those
    Chu-Liu/Edmonds is run, once for each likely root.
    """
    heads: Ints = scores.argmax(1)
    if _is_tree(heads):
        return heads
    roots = np.argsort(-np.diagonal(scores), kind="stable")[:MOST_ROOTS]
    candidates = [_rooted(scores, int(root)) for root in roots]
    words = np.arange(len(scores))
    return max(candidates, key=lambda found: float(scores[words, found].sum()))


def _rooted(scores: Floats, root: int) -> Ints:
    """The best tree with `root` as its only root (Chu and Liu 1965, Edmonds 1967)."""
    open_scores = scores.astype(np.float64)
    np.fill_diagonal(open_scores, BARRED)
    open_scores[root] = BARRED
    open_scores[root, root] = 0
    return _contract(open_scores, root)


def _contract(scores: NDArray[np.float64], root: int) -> Ints:
    heads: Ints = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    # The cycle becomes one node, the last; entering it at a word costs that word's arc inside.
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    size = len(outside) + 1
    smaller = np.full((size, size), BARRED)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    smaller[-1, -1] = 2 * BARRED
    found = _contract(smaller, int(np.searchsorted(outside, root)))
    entry = int(found[-1])
    broken = cycle[int(entering[:, entry].argmax())]
    for place, head in enumerate(found[:-1]):
        heads[outside[place]] = cycle[int(leaving[place].argmax())] if head == size - 1 else outside[head]
    heads[broken] = outside[entry]
    return heads


def _cycle(heads: Ints, root: int) -> Ints | None:
    """The words of one cycle, in order; None where every word leads to the root."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[root] = 2
    for first in range(len(heads)):
        path, place = [], first
        while state[place] == 0:
            state[place] = 1
            path.append(place)
            place = int(heads[place])
        if state[place] == 1:
            return np.array(sorted(path[path.index(place) :]))
        state[path] = 2
    return None


def _is_tree(heads: Ints) -> bool:
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) != 1:
        return False
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool((reached == roots[0]).all())


def sentence_bounds(starts: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """The `[start, end)` of each sentence; the first word always starts one."""
    flags = list(starts)
    places = [place for place, is_start in enumerate(flags) if is_start or place == 0]
    return pairwise([*places, len(flags)])
