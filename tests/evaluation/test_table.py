import tomllib

import pytest

from analysis.__main__ import main
from analysis.accuracy import Figure, figures
from analysis.evaluation.table import to_toml

ROW = Figure(stage="actors", measure="found", dataset="a set", n=3, precision=0.5, recall=0.25, f1=0.333)


def test_figures_are_written_as_they_are_read():
    assert [Figure(**row) for row in tomllib.loads(to_toml([ROW]))["figure"]] == [ROW]


def test_every_stage_has_a_recorded_figure():
    assert {figure.stage for figure in figures()} == {
        "model",
        "actors",
        "timeline",
        "statements",
        "positions",
        "tensions",
    }


def test_without_the_sets_it_says_what_to_give(tmp_path, capsys):
    assert main(["evaluate", "--gold", str(tmp_path)]) == 2
    assert "GOLD" in capsys.readouterr().err


@pytest.mark.parametrize("figure", figures(), ids=lambda figure: f"{figure.stage} {figure.measure}")
def test_recorded_figures_agree_with_themselves(figure):
    assert figure.n > 0 and 0 <= figure.f1 <= 1
    harmonic = 2 * figure.precision * figure.recall / (figure.precision + figure.recall)
    # Where each is a mean of several measures, the mean of F1 lies under the F1 of the means.
    slack = 0.05 if "average" in figure.measure else 0.002
    assert figure.f1 == pytest.approx(harmonic, abs=slack)
