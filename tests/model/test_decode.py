"""Decoding against exhaustive search on small cases."""

import itertools

import numpy as np
import pytest

from analysis.model.decode import BARRED, MOST_ROOTS, allowed, sentence_bounds, spans, tree, viterbi
from analysis.model.labels import ATTRIBUTION, bio

TAGS = bio(("x", "y"))


def test_an_inside_follows_only_its_own_kind():
    pairs = {
        (before, after)
        for before, row in zip(TAGS, allowed(TAGS), strict=True)
        for after, may in zip(TAGS, row, strict=True)
        if not may
    }
    assert pairs == {("O", "I-x"), ("O", "I-y"), ("B-x", "I-y"), ("I-x", "I-y"), ("B-y", "I-x"), ("I-y", "I-x")}


@pytest.mark.parametrize("seed", range(5))
def test_viterbi_finds_the_best_of_all_sequences(seed):
    random = np.random.default_rng(seed)
    lengths = [1, 3, 5]
    scores = random.normal(size=(3, 5, len(TAGS))).astype(np.float32)
    transitions = np.where(allowed(TAGS), random.normal(size=(len(TAGS),) * 2), BARRED).astype(np.float32)
    for row, length, found in zip(scores, lengths, viterbi(scores, transitions, lengths), strict=True):
        every = itertools.product(range(len(TAGS)), repeat=length)
        best = max(
            every,
            key=lambda tags: (
                sum(row[i, t] for i, t in enumerate(tags)) + sum(transitions[a, b] for a, b in itertools.pairwise(tags))
            ),
        )
        assert found.tolist() == list(best)


def is_tree(heads) -> bool:
    roots = [place for place, head in enumerate(heads) if place == head]
    for place in range(len(heads)):
        for _ in heads:
            place = heads[place]
        if place not in roots:
            return False
    return len(roots) == 1


@pytest.mark.parametrize("seed", range(200))
def test_tree_finds_the_best_tree_from_the_likeliest_roots(seed):
    random = np.random.default_rng(seed)
    size = int(random.integers(1, 6))
    scores = random.normal(size=(size, size)).astype(np.float32)
    likely = set(np.argsort(-np.diagonal(scores))[:MOST_ROOTS].tolist())
    every = [heads for heads in itertools.product(range(size), repeat=size) if is_tree(heads)]
    tried = [heads for heads in every if any(heads[root] == root for root in likely)]
    best = max(sum(scores[place, head] for place, head in enumerate(heads)) for heads in tried)
    found = tree(scores)
    assert is_tree(found.tolist())
    assert float(scores[np.arange(size), found].sum()) >= best - 1e-5


def test_a_long_sentence_of_cycles_gets_a_tree():
    scores = np.random.default_rng(1).normal(size=(250, 250)).astype(np.float32)
    assert is_tree(tree(scores).tolist())


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("O O", []),
        ("B-source I-source O", [(0, 2, "source")]),
        ("B-source B-source", [(0, 1, "source"), (1, 2, "source")]),
        ("B-source I-cue", [(0, 1, "source"), (1, 2, "cue")]),
        ("I-content I-content", [(0, 2, "content")]),
        ("O B-content I-content", [(1, 3, "content")]),
    ],
)
def test_spans(tags, found):
    names = bio(ATTRIBUTION)
    assert list(spans([names.index(tag) for tag in tags.split()], names)) == found


def test_the_first_word_always_begins_a_sentence():
    assert list(sentence_bounds([False, False, True])) == [(0, 2), (2, 3)]
