from analysis.evaluation import polnear
from analysis.evaluation.polnear import Attribution, read_attributions

STORY = "Talks go on, Ned Price said.\n\n“We go,” he added, “at noon.” Nobody spoke."
# Spans as brat writes them: one discontinuous, one whose covered text runs over two lines, one event without content.
ANN = """T1\tSource 13 22\tNed Price
T2\tCue 23 27\tsaid
T3\tContent 0 11\tTalks go on
E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1
T4\tContent 30 38;49 59\t“We go,” “at
noon.”
T5\tCue 42 47\tadded
E2\tAttribution:T5 Content:T4 Cue:T5
E3\tAttribution:T5 Cue:T5
"""


def test_attributions_are_read_with_discontinuous_spans_and_without_contentless_ones(tmp_path):
    file = tmp_path / "a.ann"
    file.write_text(ANN)
    assert read_attributions(file) == [
        Attribution(((13, 22),), ((23, 27),), ((0, 11),)),
        Attribution((), ((42, 47),), ((30, 38), (49, 59))),
    ]


def test_offsets_lead_back_to_the_file():
    raw = "\ufeffOne \r\n cafe\u0301 and two."
    text = "One\n café and two."
    offsets = polnear._Offsets(raw, text)
    for word in ("One", "café", "two"):
        place = text.index(word)
        start = offsets.places[place]
        assert raw[start : start + len(word)].replace("e\u0301", "é")[:3] == word[:3]


def test_what_is_said_inside_a_content_is_not_counted():
    outer = Attribution(((0, 5),), ((6, 10),), ((11, 40),))
    inner = Attribution(((11, 15),), ((16, 20),), ((21, 40),))
    assert polnear.outermost([outer, inner]) == [outer]


def test_figures_on_a_story_that_is_read_right(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(STORY)
    sourced = ANN.replace("E2\t", "T6\tSource 39 41\the\nE2\tSource:T6 ").replace("E3\tAttribution:T5 Cue:T5\n", "")
    (tmp_path / "attributions" / "a_0.ann").write_text(sourced)
    exact, half, quotations, speakers = polnear.figures(tmp_path)
    assert (exact.n, exact.f1, half.f1) == (2, 1.0, 1.0)
    assert (quotations.n, quotations.recall, speakers.n, speakers.recall) == (1, 1.0, 1, 1.0)


def test_figures_on_a_story_whose_gold_says_otherwise(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(STORY)
    (tmp_path / "attributions" / "a_0.ann").write_text(ANN.replace("T3\tContent 0 11", "T3\tContent 6 11"))
    exact, half, *_ = polnear.figures(tmp_path)
    assert (half.n, half.recall, half.precision, exact.recall) == (2, 0.0, 0.0, 0.0)
