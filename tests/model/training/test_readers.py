"""Corpora as examples, from small files written here in their formats."""

import json

import pytest

from analysis.model.encode import GAPS
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, UPOS, bio
from analysis.model.training.readers import (
    NONE,
    bio_tags,
    names,
    read_brat,
    read_polnear,
    read_universal_dependencies,
    read_universal_ner,
)

BRAT = """T1\tSource 0 9\tNed Price
T2\tCue 10 14\tsaid
T3\tContent 15 20;25 33\ttalks
go on in Kyiv
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""
TEXT = "Ned Price said talks may go on in Kyiv."


def tagged(example, head, kinds):
    return [bio(kinds)[tag] for tag in example.labels[head]]


@pytest.fixture
def polnear(tmp_path):
    for name, content in (("text/a.txt", TEXT), ("attributions/a_x.ann", BRAT), ("attributions/a_y.ann", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


def test_brat_spans_are_read_piece_by_piece_and_strange_lines_passed(polnear):
    found = [(one.start, one.end, one.kind) for one in read_brat(polnear / "attributions" / "a_x.ann")]
    assert found == [(0, 9, "source"), (10, 14, "cue"), (15, 20, "content"), (25, 33, "content")]


def test_polnear_gives_the_first_annotators_tags(polnear):
    (example,) = read_polnear(polnear)
    assert example.words.texts[:3] == ["Ned", "Price", "said"]
    assert tagged(example, "attribution", ATTRIBUTION) == [
        "B-source", "I-source", "B-cue", "B-content", "O", "B-content", "I-content", "I-content", "O", "O",
    ]  # fmt: skip
    assert [example.words.texts[link] for link in example.labels["links"] if link != NONE] == ["said"] * 3


def entity(start, end, etype, **fields):
    return {
        "start": start,
        "end": end,
        "etype": etype,
        "named_strict": True,
        "link": "coref",
        "name_span": [start, end],
    } | fields


ROW = {
    "doc_id": "d",
    "text": "Mr. Price left.\n\nThe UN rose.",
    "tokens": [[0, 3], [4, 9], [10, 14], [14, 15], [17, 20], [21, 23], [24, 28], [28, 29]],
    "forms": ["Mr.", "Price", "left", ".", "The", "UN", "rose", "."],
    "xpos": ["NNP", "NNP", "VBD", ".", "DT", "NNP", "VBD", "."],
    "upos": ["PROPN", "PROPN", "VERB", "PUNCT", "DET", "PROPN", "VERB", "_"],
    "head": [2, 0, -1, 2, 5, 6, -1, 6],
    "deprel": ["nsubj", "flat", "root", "punct", "det", "nsubj", "root", "strange"],
    "sent_of_token": [0, 0, 0, 0, 1, 1, 1, 1],
    "entities": [entity(0, 9, "person"), entity(17, 23, "organization")],
}


def test_universal_dependencies(tmp_path):
    file = tmp_path / "gum.jsonl"
    file.write_text(json.dumps(ROW) + "\n")
    (example,) = read_universal_dependencies(file)
    assert example.labels["starts"] == [1, 0, 0, 0, 1, 0, 0, 0]
    assert example.labels["heads"] == [2, 0, 2, 2, 5, 6, 6, 6]
    assert [UPOS[tag] for tag in example.labels["upos"][:3]] == ["PROPN", "PROPN", "VERB"]
    assert RELATIONS[example.labels["relations"][0]] == "nsubj"
    assert (example.labels["upos"][-1], example.labels["relations"][-1]) == (NONE, NONE)
    assert tagged(example, "entities", ENTITIES) == ["O", "B-PERSON", "O", "O", "O", "B-ORG", "O", "O"]
    assert [GAPS[gap] for gap in example.words.gaps] == [
        "line",
        "blank",
        "blank",
        "joined",
        "line",
        "blank",
        "blank",
        "joined",
    ]


LEVIN = {
    "text": "His rival US Senator Carl Levin of Ohio met Americans.",
    "tokens": [
        [0, 3],
        [4, 9],
        [10, 12],
        [13, 20],
        [21, 25],
        [26, 31],
        [32, 34],
        [35, 39],
        [40, 43],
        [44, 53],
        [53, 54],
    ],
    "forms": ["His", "rival", "US", "Senator", "Carl", "Levin", "of", "Ohio", "met", "Americans", "."],
    "xpos": ["PRP$", "NN", "NNP", "NNP", "NNP", "NNP", "IN", "NNP", "VBD", "NNPS", "."],
    "upos": ["PRON", "NOUN", "PROPN", "PROPN", "PROPN", "PROPN", "ADP", "PROPN", "VERB", "PROPN", "PUNCT"],
    "head": [1, 8, 3, 4, 8, 4, 7, 4, -1, 8, 8],
    "deprel": ["nmod:poss", "nsubj", "compound", "nmod:desc", "nsubj", "flat", "case", "nmod", "root", "obj", "punct"],
}


def test_a_persons_name_is_cut_to_itself_and_a_people_is_no_person():
    row = LEVIN | {"entities": [entity(0, 39, "person"), entity(44, 53, "person")]}
    assert [(one.start, one.end, one.kind) for one in names(row)] == [(21, 31, "PERSON"), (44, 53, "OTHER")]


NAMES = {
    "title and determiner stay out": (entity(0, 9, "person"), (4, 9, "PERSON")),
    "a title alone is no name": (entity(0, 3, "person"), None),
    "other kinds": (entity(17, 23, "event"), (21, 23, "OTHER")),
    "nameless": (entity(0, 9, "person", named_strict=False), None),
    "no span of the name": (entity(0, 9, "person", name_span=None), None),
    "clausal": (entity(0, 9, "person", link="disc"), None),
    "time": (entity(0, 9, "time"), None),
}


@pytest.mark.parametrize(("given", "found"), NAMES.values(), ids=NAMES)
def test_names_of_gum(given, found):
    read = [(one.start, one.end, one.kind) for one in names(ROW | {"entities": [given]})]
    assert read == ([found] if found else [])


def test_of_nested_names_the_outermost_stays():
    inner, outer = entity(21, 23, "place"), entity(17, 28, "organization")
    assert [(one.start, one.end) for one in names(ROW | {"entities": [inner, outer]})] == [(21, 28)]


def test_universal_ner_is_cut_into_spacys_tokens(tmp_path):
    file = tmp_path / "uner.jsonl"
    row = {
        "doc_id": "d",
        "text": "Ned's in Kyiv.",
        "entities": [{"start": 0, "end": 3, "etype": "PER"}, {"start": 9, "end": 13, "etype": "LOC"}],
    }
    file.write_text(json.dumps(row))
    (example,) = read_universal_ner(file)
    assert tagged(example, "entities", ENTITIES) == ["B-PERSON", "O", "O", "B-PLACE", "O"]


def test_of_overlapping_spans_the_first_keeps_its_words():
    from analysis.model.training.readers import Labelled

    spans = [(0, 1), (2, 3), (4, 5)]
    tags = bio_tags(spans, [Labelled(2, 5, "cue"), Labelled(0, 3, "source")], ATTRIBUTION)
    assert [bio(ATTRIBUTION)[tag] for tag in tags] == ["B-source", "I-source", "B-cue"]
