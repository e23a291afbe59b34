import pytest

from analysis.scoring import combine
from analysis.statements.clauses import Clause
from analysis.statements.contents import FEATURES, Candidate, candidates, choose
from analysis.statements.layout import Layout
from tests.factory import make_doc
from tests.statements.trees import with_tree


def layout_of(text, spans, *, arcs=(), links=(), confidence=None):
    doc = with_tree(make_doc(text, attribution=spans), arcs, {"said", "late"})
    doc.spans["attribution"].attrs["link"] = [dict(links).get(place) for place in range(len(spans))]
    if confidence:
        doc.spans["attribution"].attrs["confidence"] = confidence
    return Layout(doc)


def odds(text, spans, **more):
    """The odds that the first content belongs to the first cue, which has the first source."""
    layout = layout_of(text, spans, **more)
    clause = Clause(layout.of("cue")[0], layout.of("source")[0], own_source=True)
    return combine(FEATURES, Candidate(layout, layout.of("content")[0], clause)).score


SAID = [("source", "Price"), ("cue", "said"), ("content", "aid is late")]
RANKED = {
    "a link": (("Price said aid is late.", SAID, {"links": ((2, 1),)}), ("Price said aid is late.", SAID, {})),
    "the tree": (
        (
            "Price said aid is late.",
            SAID,
            {"arcs": [("said", "said", "root"), ("late", "said", "ccomp"), ("aid", "late", "nsubj")]},
        ),
        (
            "Price said aid is late.",
            SAID,
            {"arcs": [("said", "said", "root"), ("late", "late", "root"), ("aid", "late", "nsubj")]},
        ),
    ),
    "one sentence": (("Price said aid is late.", SAID, {}), ("Price said so. Now aid is late.", SAID, {})),
    "a quotation goes on": (
        ("Price said so. “Aid is late.”", [*SAID[:2], ("content", "“Aid is late.”")], {}),
        ("Price said so. Aid is late.", [*SAID[:2], ("content", "Aid is late.")], {}),
    ),
    "after rather than before": (
        ("Price said so. “Aid is late.”", [*SAID[:2], ("content", "“Aid is late.”")], {}),
        ("“Aid is late.” Then Price said so.", [*SAID[:2], ("content", "“Aid is late.”")], {}),
    ),
    "paragraphs": (
        ("Price said so. “Aid is late.”", [*SAID[:2], ("content", "“Aid is late.”")], {}),
        ("Price said so.\n“Aid is late.”", [*SAID[:2], ("content", "“Aid is late.”")], {}),
    ),
    "a colon": (
        ("Price said:\n“Aid is late.”", [*SAID[:2], ("content", "“Aid is late.”")], {}),
        ("Price said so.\n“Aid is late.”", [*SAID[:2], ("content", "“Aid is late.”")], {}),
    ),
    "a known cue": (
        ("Price said aid is late.", SAID, {}),
        ("Price yodelled aid is late.", [SAID[0], ("cue", "yodelled"), SAID[2]], {}),
    ),
    "a sure label": (
        ("Price said aid is late.", SAID, {"confidence": [0.9, 0.9, 0.9]}),
        ("Price said aid is late.", SAID, {"confidence": [0.9, 0.9, 0.3]}),
    ),
}


@pytest.mark.parametrize(("better", "worse"), RANKED.values(), ids=RANKED)
def test_better_outscores_worse(better, worse):
    def score(row):
        text, spans, more = row
        return odds(text, spans, **more)

    assert score(better) > score(worse)


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    def score(first):
        text = f"Price said {first}\n“They stay.”"
        spans = [("source", "Price"), ("cue", "said"), ("content", first), ("content", "“They stay.”")]
        layout = layout_of(text, spans)
        clause = Clause(layout.of("cue")[0], layout.of("source")[0], own_source=True)
        return combine(FEATURES, Candidate(layout, layout.of("content")[1], clause)).score

    assert score("“We go.") > score("“We go.”")


def test_a_question_in_quotation_marks_does_not_end_its_sentence():
    layout = layout_of("“Why?” Price asked.", [("content", "“Why?”"), ("source", "Price"), ("cue", "asked")])
    clause = Clause(layout.of("cue")[0], layout.of("source")[0], own_source=True)
    assert Candidate(layout, layout.of("content")[0], clause).sentences == 0


def test_nothing_near_is_no_choice():
    layout = layout_of("Aid is late.", [("content", "Aid is late")])
    (content,) = layout.of("content")
    assert list(candidates(layout, content, [])) == []
    assert choose(layout, content, []) is None
