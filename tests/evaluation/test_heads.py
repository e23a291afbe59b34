"""The figures of the model's heads, on words whose labels are what the model itself reads, or not."""

import pytest

from analysis.evaluation.heads import attribution, names, trees
from analysis.model.labels import ATTRIBUTION, ENTITIES, bio
from analysis.model.predict import predict
from analysis.model.session import open_session
from analysis.model.training.readers import Example
from analysis.model.words import words_at

TEXT = "“We go,” Ned Price said in Kyiv. Talks went on, and Jake Sullivan left Washington."
SPANS = [(0, 1), (1, 3), (4, 6), (6, 7), (7, 8), (9, 12), (13, 18), (19, 23), (24, 26), (27, 31), (31, 32), (33, 38), (39, 43), (44, 46), (46, 47), (48, 51), (52, 56), (57, 65), (66, 70), (71, 81), (81, 82)]  # fmt: skip


def tags(labelled, kinds):
    found = [0] * len(SPANS)
    for one in labelled:
        for place in range(one.start, one.end):
            found[place] = bio(kinds).index(f"{'I' if place > one.start else 'B'}-{one.kind}")
    return found


@pytest.fixture(scope="module")
def example():
    words = words_at(TEXT, SPANS, [])
    read = predict(words, open_session())
    labels = {
        "starts": [int(start) for start in read.starts],
        "upos": read.upos.tolist(),
        "heads": read.heads.tolist(),
        "relations": read.relations.tolist(),
        "entities": tags(read.entities, ENTITIES),
        "attribution": tags(read.attribution, ATTRIBUTION),
    }
    return Example("own", words, labels)


def scores(example):
    session = open_session()
    rows = [*attribution([example], session), *trees([example], "a set", session), names([example], "a set", session)]
    return {row.measure: row.f1 for row in rows if row.n}


def test_what_the_model_reads_is_all_right_by_its_own_labels(example):
    found = scores(example)
    assert len(found) >= 14 and set(found.values()) == {1.0}


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("upos", "universal part of speech"),
        ("heads", "heads and labels, known sentences"),
        ("relations", "heads and labels, found sentences"),
        ("starts", "sentences"),
        ("entities", "persons, organisations, places"),
        ("attribution", "attribution, micro: spans"),
    ],
)
def test_one_wrong_label_costs_its_own_measure(example, head, measure):
    spoilt = list(example.labels[head])
    if head == "starts":
        spoilt[5] = 1
    else:
        spoilt[11] = 1 if head in ("entities", "attribution") else spoilt[11] + 1
    found = scores(Example("own", example.words, example.labels | {head: spoilt}))
    assert 0 < found[measure] < 1
