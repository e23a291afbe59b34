import pytest

from analysis.statements.cue import read_cue
from tests.factory import make_doc
from tests.statements.marked import statement


@pytest.mark.parametrize(
    ("marked", "cue_class"),
    [
        ("[Price] <asked> {whether Kyiv would talk}.", "ask"),
        ("[Price] <asked> {Kyiv to talk}.", "urge"),
        ("[The official] <asked> {not to be named}.", "urge"),
        ("[Price] <called> {the plan a mistake}.", "say"),
        ("[Price] <called for> {restraint}.", "urge"),
        ("[Price] <called on> {Kyiv to talk}.", "urge"),
        ("[Price] <pressed> {Kyiv to talk}.", "urge"),
        ("[Price] <accused> {Kyiv of lying}.", "accuse"),
        ("[A spokesman] <declined> {to comment}.", "decline"),
        ("[Price] <promised> {to leave}.", "promise"),
        ("[Price] <warned> {that aid may stop}.", "warn"),
        ("[Price] <conceded> {that aid is late}.", "admit"),
        ("[Price] <questioned> {the plan}.", "question"),
        ("{“We go,”} [Price] <told> CNN.", "say"),
        ("[Price] <was also aware of> {the plan}.", "believe"),
        ("[Price] <yodelled> {that aid is late}.", "say"),
    ],
)
def test_the_sense_is_that_of_what_hangs_on_the_cue(marked, cue_class):
    assert statement(marked).cue_class == cue_class


@pytest.mark.parametrize(
    ("marked", "cue_class"),
    [
        ("[Price] <did not say> {when aid would come}.", "decline"),
        ("[She] <would not rule out> {a run}.", "allow"),
        ("[Price] <does not believe> {that aid is late}.", "question"),
        ("[Few experts] <believe> {that aid is late}.", "question"),
        ("[Price] <not only said> {that aid is late}.", "say"),
        ("[Price] <did not yodel> {that aid is late}.", "say"),
    ],
)
def test_a_denied_cue_turns(marked, cue_class):
    assert statement(marked).cue_class == cue_class


@pytest.mark.parametrize(
    ("cue", "content", "frame"),
    [
        ("said", "that aid is late", "that"),
        ("said", "“Aid is late.”", "that"),
        ("said", "aid is late", "clause"),
        ("promised", "to leave", "infinitive"),
        ("urged", "Kyiv to talk", "person"),
        ("praised", "the plan", "object"),
    ],
)
def test_without_a_tree_the_words_tell(cue, content, frame):
    doc = make_doc(f"Price {cue} {content}.", attribution=[("cue", cue), ("content", content)])
    assert read_cue(*doc.spans["attribution"]).frame == frame
