"""Words to what the network reads: word pieces, a feature a piece, and windows of whole paragraphs.

The encoder's vocabulary knows no capitals, so the feature says how a word is written, what stands before it, and
whether it lies in a quotation.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from curated_tokenizers import WordPieceProcessor  # type: ignore[attr-defined]

CLS, SEP, UNKNOWN = 101, 102, 100
# Pieces a window holds beside CLS and SEP. Attention takes square time; longer windows were not tried.
MOST_PIECES = 254
# A paragraph that exceeds a window is read in windows that share so many pieces, half of them context for each.
OVERLAP = 96
MOST_PIECES_OF_A_WORD = 16

SHAPES = ("lower", "capital", "upper", "mixed", "digit", "mark")
GAPS = ("joined", "blank", "line")
# Feature ids: one for each shape, gap and quotedness, then these two.
CONTINUATION = len(SHAPES) * len(GAPS) * 2
NO_WORD = CONTINUATION + 1
FEATURES = NO_WORD + 1
CHUNK = re.compile(r"[^\W_]+|\S")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel over the words of a text, blanks left out.

    `gaps` are indices into `GAPS`, a line at the first word of a paragraph; `quoted` says whether a word lies in a
    quotation.
    """

    texts: Sequence[str]
    gaps: Sequence[int]
    quoted: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces and feature ids of each word, never empty."""

    pieces: Sequence[tuple[int, ...]]
    features: Sequence[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[start, end)` that the network reads together."""

    start: int
    end: int


class Encoder:
    """Words to pieces by a WordPiece vocabulary (Wu et al. 2016), given in the order of its ids."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._processor = WordPieceProcessor(list(vocabulary))
        self._word = lru_cache(maxsize=50_000)(self._encode_word)

    def encode(self, words: Words) -> Pieces:
        """The pieces and the feature of each word."""
        encoded = [self._word(text) for text in words.texts]
        features = [
            (shape * len(GAPS) + gap) * 2 + quoted
            for (_, shape), gap, quoted in zip(encoded, words.gaps, words.quoted, strict=True)
        ]
        return Pieces([pieces for pieces, _ in encoded], features)

    def encode_word(self, text: str) -> tuple[int, ...]:
        """The pieces of one word."""
        return self._word(text)[0]

    def _encode_word(self, text: str) -> tuple[tuple[int, ...], int]:
        pieces: list[int] = []
        for chunk in CHUNK.findall(_plain(text)):
            pieces += self._processor.encode(chunk)[0] if len(chunk) <= 100 else [UNKNOWN]
            if len(pieces) >= MOST_PIECES_OF_A_WORD:
                break
        known = tuple(piece if piece >= 0 else UNKNOWN for piece in pieces[:MOST_PIECES_OF_A_WORD])
        return known or (UNKNOWN,), shape_of(text)


def _plain(text: str) -> str:
    """Lower case without accents, as the vocabulary was made."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def shape_of(text: str) -> int:
    """How a word is written, as an index into `SHAPES`."""
    if text.islower():
        shape = "lower"
    elif any(letter.isdigit() for letter in text):
        shape = "digit"
    elif not any(letter.isalpha() for letter in text):
        shape = "mark"
    elif text.isupper() and len(text) > 1:
        shape = "upper"
    elif text[0].isupper() and not any(letter.isupper() for letter in text[1:]):
        shape = "capital"
    else:
        shape = "mixed"
    return SHAPES.index(shape)


def windows(pieces: Pieces, gaps: Sequence[int]) -> Iterator[Window]:
    """Windows in order: whole paragraphs, as many as fit; one that exceeds a window in several that overlap."""
    lengths = [len(word) for word in pieces.pieces]
    starts = [place for place, gap in enumerate(gaps) if gap == GAPS.index("line") or place == 0]
    begun, held = 0, 0
    for start, end in pairwise([*starts, len(lengths)]):
        size = sum(lengths[start:end])
        if held and held + size > MOST_PIECES:
            yield from _cut(lengths, begun, start)
            begun, held = start, 0
        held += size
    if held:
        yield from _cut(lengths, begun, len(lengths))


def _cut(lengths: Sequence[int], start: int, end: int) -> Iterator[Window]:
    """Words `[start, end)` in windows that fit, each sharing `OVERLAP` pieces with the next."""
    while True:
        last, held = start, 0
        while last < end and held + lengths[last] <= MOST_PIECES:
            held += lengths[last]
            last += 1
        yield Window(start, last)
        if last == end:
            return
        shared, start = 0, last
        while shared + lengths[start - 1] <= OVERLAP:
            start -= 1
            shared += lengths[start]


def network_input(pieces: Pieces, window: Window) -> tuple[list[int], list[int], list[int]]:
    """Piece ids (P,), feature ids (P,) and the place of each word's first piece (W,), with CLS and SEP around."""
    ids, features, firsts = [CLS], [NO_WORD], []
    for word, feature in zip(
        pieces.pieces[window.start : window.end], pieces.features[window.start : window.end], strict=True
    ):
        firsts.append(len(ids))
        ids += word
        features += [feature, *[CONTINUATION] * (len(word) - 1)]
    return [*ids, SEP], [*features, NO_WORD], firsts
