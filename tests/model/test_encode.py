"""Words to pieces, features and windows."""

import itertools

import pytest

from analysis.model.encode import (
    CONTINUATION,
    FEATURES,
    GAPS,
    MOST_PIECES,
    NO_WORD,
    OVERLAP,
    SHAPES,
    UNKNOWN,
    Encoder,
    Pieces,
    Words,
    network_input,
    shape_of,
    windows,
)

VOCABULARY = ["[PAD]"] * 100 + [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "talks",
    "cafe",
    "u",
    ".",
    "s",
    "zel",
    "##ens",
    "##ky",
    "'",
]
JOINED, BLANK, LINE = range(len(GAPS))


def pieces_of(word: str) -> list[str]:
    encoded = Encoder(VOCABULARY).encode(Words([word], [LINE], [False]))
    return [VOCABULARY[piece] for piece in encoded.pieces[0]]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("talks", ["talks"]),
        ("Talks", ["talks"]),
        ("Café", ["cafe"]),
        ("Zelensky", ["zel", "##ens", "##ky"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("qqq", ["[UNK]"]),
        ("the" * 400, ["[UNK]"]),
        ("😀", ["[UNK]"]),
        ("\ufe0f", ["[UNK]"]),
    ],
)
def test_pieces_of_a_word(word, pieces):
    assert pieces_of(word) == pieces


def test_a_word_of_many_parts_is_cut():
    assert len(pieces_of("." * 5000)) < 50


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Kyiv", "capital"),
        ("I", "capital"),
        ("CNN", "upper"),
        ("McCarthy", "mixed"),
        ("2022", "digit"),
        ("G7", "digit"),
        ("“", "mark"),
        ("日本", "mixed"),
    ],
)
def test_how_a_word_is_written(word, shape):
    assert SHAPES[shape_of(word)] == shape


def test_features_tell_shape_gap_and_quotation_apart():
    words = [
        (text, gap, quoted) for text in ("a", "A", "AB", "aB", "1", ".") for gap in range(3) for quoted in (False, True)
    ]
    encoded = Encoder(VOCABULARY).encode(Words(*(list(column) for column in zip(*words, strict=True))))
    assert sorted(encoded.features) == list(range(CONTINUATION))
    assert (CONTINUATION, NO_WORD) == (FEATURES - 2, FEATURES - 1)


def lengths(*paragraphs: list[int]) -> tuple[Pieces, list[int]]:
    """Words of so many pieces, and the gaps before them."""
    pieces = [(UNKNOWN,) * length for paragraph in paragraphs for length in paragraph]
    gaps = [BLANK if place else LINE for paragraph in paragraphs for place in range(len(paragraph))]
    return Pieces(pieces, [0] * len(pieces)), gaps


def bounds(*paragraphs: list[int]) -> list[tuple[int, int]]:
    return [(window.start, window.end) for window in windows(*lengths(*paragraphs))]


def test_windows_hold_as_many_whole_paragraphs_as_fit():
    assert bounds([1] * 100, [1] * 100, [1] * 100) == [(0, 200), (200, 300)]
    assert bounds([2] * 127, [1]) == [(0, 127), (127, 128)]
    assert bounds([]) == []


def test_a_long_paragraph_is_read_in_windows_that_overlap():
    found = bounds([1] * 20, [1] * 600, [1] * 20)
    assert found[0] == (0, 20) and found[-1] == (620, 640)
    inner = found[1:-1]
    assert inner[0][0] == 20 and inner[-1][1] == 620
    assert all(left[1] - right[0] == OVERLAP for left, right in itertools.pairwise(inner))
    assert all(end - start <= MOST_PIECES for start, end in found)


def test_windows_always_come_forward():
    assert bounds([16] * 400)[-1][1] == 400


def test_network_input_marks_first_pieces():
    pieces = Pieces([(5,), (6, 7)], [3, 4])
    window = next(windows(pieces, [LINE, BLANK]))
    assert network_input(pieces, window) == (
        [101, 5, 6, 7, 102],
        [NO_WORD, 3, 4, CONTINUATION, NO_WORD],
        [1, 2],
    )
