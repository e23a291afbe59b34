"""The corpora of stance as questions."""

import json

import pytest

from analysis.model.labels import ROOTS, TONES
from analysis.model.training.readers import NONE
from analysis.model.training.stance_questions import (
    DIRECTIONS,
    Reader,
    read_deeds,
    read_pairs,
    read_tones,
    tone_of,
)

TEXT = "Kratz’s claims hurt Avery, he said."


@pytest.fixture
def write(tmp_path):
    def write(*rows):
        file = tmp_path / "rows.jsonl"
        file.write_text("".join(json.dumps({"sentence": TEXT} | row) + "\n" for row in rows))
        return file

    return write


def test_a_row_asks_both_ways(write):
    row = {"p_span": [0, 6], "q_span": [20, 25], "label": 3}
    (pair,) = read_pairs(write(row, row | {"q_span": None}), Reader())
    assert (pair.forth.source, pair.forth.target, pair.forth.tone) == ((0, 2), (4, 5), TONES.index("negative"))
    assert (pair.back.source, pair.back.target, pair.back.tone) == ((4, 5), (0, 2), TONES.index("neutral"))
    assert pair.forth.root == pair.back.root == NONE


def test_where_nothing_is_felt_nothing_is_done(write):
    (pair,) = read_pairs(write({"p_span": [0, 5], "q_span": [20, 25], "label": 0}), Reader())
    assert ROOTS[pair.forth.root] == ROOTS[pair.back.root] == "NONE"


def test_only_one_direction_has_a_tone():
    assert sorted(DIRECTIONS) == [(0, 0), (0, 1), (0, 2), (1, 0), (2, 0)]


def test_the_text_s_own_tone_has_no_source(write):
    targets = [{"start": 0, "end": 5, "polarity": "neg"}, {"start": 20, "end": 25, "polarity": "pos"}]
    found = list(read_tones(write({"targets": targets}), Reader()))
    assert [(one.source, TONES[one.tone]) for one in found] == [(None, "negative"), (None, "positive")]


def test_a_deed_has_a_code_and_its_tone(write):
    row = {"source_span": [0, 5], "target_span": [20, 25], "root": "ACCUSE"}
    (deed,) = read_deeds(write(row, row | {"source_span": None}), Reader())
    assert (ROOTS[deed.root], TONES[deed.tone]) == ("ACCUSE", "negative")


@pytest.mark.parametrize(
    ("root", "tone"),
    [
        ("YIELD", "positive"),
        ("AID", "positive"),
        ("CONSULT", "neutral"),
        ("REQUEST", "neutral"),
        ("ASSAULT", "negative"),
    ],
)
def test_the_tone_of_a_code(root, tone):
    assert TONES[tone_of(root)] == tone
