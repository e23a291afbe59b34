import pytest

from analysis.evaluation.counts import Counts


@pytest.mark.parametrize(
    ("right", "found", "wanted", "scores"),
    [
        (3, 4, 6, (0.75, 0.5, 0.6)),
        (0, 0, 5, (0, 0, 0)),
        (0, 5, 0, (0, 0, 0)),
        (0, 0, 0, (0, 0, 0)),
        (2, 2, 2, (1, 1, 1)),
    ],
)
def test_figure(right, found, wanted, scores):
    counts = Counts()
    counts.add(right, found, wanted)
    figure = counts.figure("statements", "measure", "set")
    assert (figure.precision, figure.recall, figure.f1) == scores
    assert figure.n == wanted
