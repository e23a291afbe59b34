"""Words to labels: windows through the network, and what it says of each put together over the whole text.

Where windows overlap, each owns its words up to a border that looks most like the start of a sentence to both. Trees
are decoded as windows come, so that memory does not grow with the square of anything but a window.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from analysis.model.decode import Floats, Ints, sentence_bounds, spans, tree, viterbi
from analysis.model.encode import GAPS, Window, Words, network_input, windows
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, bio
from analysis.model.session import WIDTH, Scores, Session

ROOT = RELATIONS.index("root")
ENTITY_TAGS, ATTRIBUTION_TAGS = bio(ENTITIES), bio(ATTRIBUTION)
# Windows that are decoded together: enough to spare Python its loops, few enough to bound memory. The network's
# outputs live in an arena that doubles as it grows: 64 of them took a gigabyte.
MOST_PARTS = 16
NO_LINK = -1


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words `[start, end)` of one kind. `confidence` is the mean probability of their tags; `link` is, of a source or
    a content, the place of its cue among the spans of its list, where the model sees one in the same window.
    """

    start: int
    end: int
    kind: str
    confidence: float
    link: int | None = None


@dataclass(frozen=True)
class Prediction:
    """What the model reads in a text of `N` words.

    `starts` (N,) whether a word begins a sentence; `upos` and `relations` (N,) indices into `labels`; `heads` (N,)
    words of the text, a root its own; `entities` and `attribution` in order, none overlapping; `states` (N, 384) what
    a lower layer of the encoder knows of each word.
    """

    starts: NDArray[np.bool_]
    upos: Ints
    heads: Ints
    relations: Ints
    entities: list[Labelled]
    attribution: list[Labelled]
    states: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Part:
    """The scores of a window, and the words `[start, end)` of the text that it owns."""

    window: Window
    scores: Scores
    start: int
    end: int

    def own(self, scores: Floats) -> Floats:
        """The rows of the words that it owns."""
        return scores[self.start - self.window.start : self.end - self.window.start]


def predict(words: Words, session: Session, known_starts: Sequence[bool] | None = None) -> Prediction:
    """Read a text, whose sentence starts may be known. An empty one gives an empty prediction."""
    number = len(words.texts)
    starts = np.zeros(number, dtype=bool)
    upos, heads, relations, links = (np.zeros(number, dtype=np.int64) for _ in range(4))
    states = np.zeros((number, WIDTH), dtype=np.float16)
    entities, attribution = _Tags(number, ENTITY_TAGS), _Tags(number, ATTRIBUTION_TAGS)
    for parts in _chunks(_parts(words, session)):
        entities.decode(parts, "entities", session.tables.entity_transitions)
        attribution.decode(parts, "attribution", session.tables.attribution_transitions)
        for part in parts:
            own = slice(part.start, part.end)
            starts[own] = _starts(part, words, session) if known_starts is None else known_starts[own]
            upos[own] = part.own(part.scores.upos).argmax(1)
            heads[own], relations[own] = _trees(part, starts[own], session)
            links[own] = _links(part, attribution.tags[own])
            states[own] = part.own(part.scores.states)
    found = attribution.spans()
    return Prediction(starts, upos, heads, relations, entities.spans(), list(_linked(found, links)), states)


class _Tags:
    """The tags of one BIO head over the words of a text, and how likely each is by itself."""

    def __init__(self, number: int, names: Sequence[str]) -> None:
        self.tags = np.zeros(number, dtype=np.int64)
        self.chances = np.zeros(number, dtype=np.float32)
        self.names = names

    def decode(self, parts: Sequence[Part], head: str, transitions: Floats) -> None:
        """Set the tags of the words that `parts` own."""
        scores: list[Floats] = [part.own(getattr(part.scores, head)) for part in parts]
        lengths = [len(own) for own in scores]
        padded = np.zeros((len(scores), max(lengths), len(self.names)), dtype=np.float32)
        for row, own in zip(padded, scores, strict=True):
            row[: len(own)] = own
        for part, own, tags in zip(parts, scores, viterbi(padded, transitions, lengths), strict=True):
            powers = np.exp(own - own.max(1, keepdims=True))
            self.tags[part.start : part.end] = tags
            self.chances[part.start : part.end] = powers[np.arange(len(tags)), tags] / powers.sum(1)

    def spans(self) -> list[Labelled]:
        """The spans; one may go on from part to part."""
        return [
            Labelled(start, end, kind, float(self.chances[start:end].mean()))
            for start, end, kind in spans(self.tags.tolist(), self.names)
        ]


def _chunks(parts: Iterator[Part]) -> Iterator[list[Part]]:
    while chunk := list(islice(parts, MOST_PARTS)):
        yield chunk


def _parts(words: Words, session: Session) -> Iterator[Part]:
    encoded = session.encoder.encode(words)
    before: Part | None = None
    for window in windows(encoded, words.gaps):
        scores = session.scores(*network_input(encoded, window))
        start = window.start
        if before:
            start = _border(before, window, scores)
            yield Part(before.window, before.scores, before.start, start)
        before = Part(window, scores, start, window.end)
    if before:
        yield before


def _border(before: Part, window: Window, scores: Scores) -> int:
    """Where `window` takes over: at the word of the overlap that both windows together see most as a start.

    The edges of a window lack context, so the outer quarters of the overlap are left to the other window.
    """
    shared = before.window.end - window.start
    margin = shared // 4
    if shared - 2 * margin <= 0:
        return max(window.start, before.window.end)
    earlier = _start_score(before.scores)[-shared:][margin : shared - margin]
    later = _start_score(scores)[:shared][margin : shared - margin]
    return window.start + margin + int((earlier + later).argmax())


def _start_score(scores: Scores) -> Floats:
    """The log-odds that a word begins a sentence."""
    difference: Floats = scores.starts[:, 1] - scores.starts[:, 0]
    return difference


def _starts(part: Part, words: Words, session: Session) -> NDArray[np.bool_]:
    """Which words that `part` owns begin a sentence: the first of a paragraph, and of a part, always does."""
    least = math.log(session.sentence_start / (1 - session.sentence_start))
    starts = part.own(_start_score(part.scores)) >= least
    starts |= np.array(words.gaps[part.start : part.end]) == GAPS.index("line")
    starts[0] = True
    return starts


def _trees(part: Part, starts: NDArray[np.bool_], session: Session) -> tuple[Ints, Ints]:
    """Heads, as words of the text, and relations of the words that `part` owns."""
    offset = part.start - part.window.start
    heads = np.zeros(len(starts), dtype=np.int64)
    for start, end in sentence_bounds(starts):
        inside = slice(offset + start, offset + end)
        heads[start:end] = tree(part.scores.arcs[inside, inside]) + start
    tables = session.tables
    product = part.own(part.scores.dependents) * part.own(part.scores.governors)[heads]
    scored = product @ tables.relation_weight.T + tables.relation_bias
    roots = heads == np.arange(len(heads))
    scored[:, ROOT] = -np.inf
    relations = scored.argmax(1)
    relations[roots] = ROOT
    return heads + part.start, relations


def _links(part: Part, tags: Ints) -> Ints:
    """For each word that `part` owns the first word of the cue that it would go to, or `NO_LINK`."""
    cues = np.flatnonzero(tags == ATTRIBUTION_TAGS.index("B-cue"))
    if not len(cues):
        return np.full(len(tags), NO_LINK)
    offset = part.start - part.window.start
    best: Ints = part.own(part.scores.links)[:, cues + offset].argmax(1)
    return cues[best] + part.start


def _linked(found: Sequence[Labelled], links: Ints) -> Iterator[Labelled]:
    places = {one.start: place for place, one in enumerate(found)}
    for one in found:
        yield one if one.kind == "cue" else replace(one, link=places.get(int(links[one.start])))
