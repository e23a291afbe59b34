from analysis.evaluation import polnear
from analysis.evaluation.polnear import Attribution, read_attributions

STORY = "Talks go on, Ned Price said.\n\n“We go,” he added, “at noon.” Nobody spoke."
# Spans as brat writes them: one discontinuous, one whose covered text runs over two lines, one event without content.
ANN = """T1\tSource 13 22\tNed Price
T2\tCue 23 27\tsaid
T3\tContent 0 11\tTalks go on
E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1
T4\tContent 30 39;50 60\t“We go,” “at
noon.”
T5\tCue 43 48\tadded
E2\tAttribution:T5 Content:T4 Cue:T5
E3\tAttribution:T5 Cue:T5
"""


def test_attributions_are_read_with_discontinuous_spans_and_without_contentless_ones(tmp_path):
    file = tmp_path / "a.ann"
    file.write_text(ANN)
    assert read_attributions(file) == [
        Attribution(((13, 22),), ((23, 27),), ((0, 11),)),
        Attribution((), ((43, 48),), ((30, 39), (50, 60))),
    ]


def test_offsets_lead_back_to_the_file():
    raw = "\ufeffOne \r\n cafe\u0301 and two."
    text = "One\n café and two."
    offsets = polnear._Offsets(raw, text)
    for word in ("One", "café", "two"):
        place = text.index(word)
        start = offsets.places[place]
        assert raw[start : start + len(word)].replace("e\u0301", "é")[:3] == word[:3]


def test_figures_on_a_story_that_is_read_right(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(STORY)
    (tmp_path / "attributions" / "a_0.ann").write_text(ANN.replace("E2\tAttribution:T5 Content:T4 Cue:T5\n", ""))
    whole, _ = polnear.figures(tmp_path)
    assert (whole.n, whole.recall) == (1, 1.0)
    assert whole.precision == 0.5
