"""`data/claims.csv`: every claim of the page, with the words it rests on."""

import csv

import pytest

from analysis.briefing import claims
from analysis.briefing.outline import outline
from tests.briefing.sample import ISSUES, TEXT, bundled, without_tensions


@pytest.fixture(scope="module")
def view():
    return outline(bundled(), issues=ISSUES)


@pytest.fixture
def rows(view, tmp_path):
    claims.write(tmp_path / claims.FILE, view)
    with (tmp_path / claims.FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_claim_has_a_row_and_a_section(view, rows):
    assert [row["id"] for row in rows] == [claim.id for claim in view.claims]
    assert {row["section"] for row in rows} == {name.replace("_", " ") for name in claims.SECTIONS} - {
        "changes",
        "watch",
    }


def test_offsets_lead_to_the_quotes(rows):
    for row in rows:
        starts, ends = (list(map(int, row[name].split("; "))) for name in ("start", "end"))
        assert row["quote"] == "; ".join(TEXT[start:end] for start, end in zip(starts, ends, strict=True))
        assert len(row["notes"].split("; ")) == len(row["paragraph"].split("; ")) == len(starts)


def test_the_bottom_line_is_read_back(view, rows, tmp_path):
    assert claims.read_bottom_line(tmp_path / claims.FILE) == [claim.text for claim in view.bottom_line.claims]


def test_an_article_without_claims_leaves_a_table_with_its_head_alone(tmp_path):
    claims.write(tmp_path / claims.FILE, outline(without_tensions()))
    assert (tmp_path / claims.FILE).read_text().splitlines()[0] == ",".join(claims.COLUMNS)
    assert claims.read_bottom_line(tmp_path / claims.FILE) == []
