"""Method and provenance: every figure, the seven bands, what to take away, a citation without a clock."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.accuracy import figures
from analysis.briefing.sections import making, method
from analysis.provenance import Parameter, Provenance
from analysis.store import GROUPS
from tests.briefing.sample import bundled, without_tensions

MADE = Provenance(
    article="seeds/articles/x.txt",
    parameters=(Parameter(name="focus", value="none", origin="default", changed=False),),
    command="make report",
    commit="abc",
    dirty=True,
    time="2022-11-09T00:00:00+00:00",
    timed_by="commit",
    inputs={"seeds/articles/x.txt": "0" * 64},
    versions={"python": "3.11", "spacy": "3.8"},
)


def test_the_bands_are_those_of_icd_203():
    bands = method.build(bundled(), ()).bands
    assert [(band.low, band.high) for band in bands] == [
        (1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99),
    ]  # fmt: skip
    assert bands[4].words == "likely, probable"


def test_the_foremost_figures_are_two_of_each_stage_at_most_and_all_are_listed():
    view = method.build(bundled(), figures())
    assert len(view.measured) == len(figures())
    stages = [row.stage for row in view.foremost]
    assert "model" not in stages and max(stages.count(stage) for stage in stages) == 2


def test_the_citation_names_article_inputs_and_commit():
    cited = making.build(bundled().article, MADE).citation
    assert cited == (
        "Faultline, briefing on “US urges Ukraine to show it is open to talks” (CNN, 8 November 2022); "
        f"inputs {MADE.inputs_sha256[:12]}, commit abc with changes."
    )


@pytest.mark.parametrize(
    ("article", "origin"),
    [
        ({"outlet": "", "published": None}, ""),
        ({"outlet": "", "published": date(2022, 11, 8)}, " (8 November 2022)"),
        ({"outlet": "CNN", "published": None}, " (CNN)"),
    ],
)
def test_the_citation_leaves_out_what_is_not_known(article, origin):
    made = making.build(replace(bundled().article, **article), replace(MADE, commit=""))
    assert made.citation.endswith(f"talks”{origin}; inputs {MADE.inputs_sha256[:12]}.")


def test_every_table_of_records_is_among_the_downloads():
    paths = {path for download in making.build(bundled().article, MADE).downloads for path in download.paths}
    assert {f"data/{name}.csv" for name in GROUPS} | {"data/claims.csv", "briefing.pdf", "run.json"} <= paths


def test_outside_a_run_there_is_nothing_to_tell():
    assert making.build(without_tensions().article, None) is None
