"""What a page leads to beside itself lies in the run folder."""

import re

from analysis.briefing import claims
from analysis.runs import read_record


def test_every_relative_link_of_the_briefing_leads_to_a_file_of_the_run(bundled_run):
    page = (bundled_run / "briefing.html").read_text(encoding="utf-8")
    links = set(re.findall(r'href="([^"#:]+)"', page))
    assert {"briefing.pdf", "run.json", "data/claims.csv", "data/actors.csv", "notebooks/briefing.ipynb"} <= links
    assert [link for link in links if not (bundled_run / link).is_file()] == []


def test_claims_are_among_the_outputs_of_the_run(bundled_run):
    assert f"data/{claims.FILE}" in read_record(bundled_run)["outputs"]


def test_the_index_shows_the_bottom_line(bundled_run):
    index = (bundled_run.parent / "index.html").read_text(encoding="utf-8")
    assert "The United States presses" in index
