"""The notebooks' tables: names for ids, one row a record."""

import pytest

from analysis.briefing import tables
from analysis.errors import ParameterError
from tests.briefing.sample import ISSUES, bundled, without_tensions

FOUND = bundled()


@pytest.mark.parametrize(
    ("frame", "records"),
    [
        (tables.actors(FOUND), FOUND.actors),
        (tables.mentions(FOUND), FOUND.mentions),
        (tables.statements(FOUND), FOUND.statements),
        (tables.omissions(FOUND), FOUND.omissions),
        (tables.positions(FOUND, ISSUES), FOUND.positions),
        (tables.tensions(FOUND, ISSUES), FOUND.tensions),
        (tables.cooperations(FOUND), FOUND.cooperations),
        (tables.factors(FOUND), [factor for position in FOUND.positions for factor in position.factors]),
        (
            tables.alternatives(FOUND),
            [one for held in (*FOUND.positions, *FOUND.tensions) for one in held.alternatives],
        ),
        (tables.sensitivity(FOUND), [tension for tension in FOUND.tensions if tension.parts]),
        (tables.timeline(FOUND), FOUND.timeline),
    ],
)
def test_one_row_a_record_and_no_id_in_sight(frame, records):
    assert len(frame) == len(records)
    assert (
        not frame.astype(str)
        .apply(lambda column: column.str.contains(r"\b(?:actor|statement)-[0-9a-f]{8}"))
        .any()
        .any()
    )


def test_actors_come_by_salience_with_where_their_role_is_from():
    frame = tables.actors(FOUND)
    assert list(frame["salience"]) == sorted(frame["salience"], reverse=True)
    assert dict(zip(frame["actor"], frame["role"], strict=True))["Kevin McCarthy"] == "House Minority Leader (article)"


def test_mentions_stand_in_their_sentence_and_can_be_asked_for_by_actor():
    frame = tables.mentions(FOUND, actor="zelensky")
    assert 0 < len(frame) < len(FOUND.mentions)
    assert all("Zelensky" in name for name in frame["actor"])
    assert all(f"⟨{words}⟩" in sentence for words, sentence in zip(frame["words"], frame["in context"], strict=True))


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"actor": "sullivan"}, lambda row: row["source"] == "Jake Sullivan"),
        ({"sourcing": "unnamed"}, lambda row: row["sourcing"] == "unnamed"),
        ({"certainty": "hedged"}, lambda row: "hedge" in row["certainty"]),
        ({"certainty": "flat"}, lambda row: "hedge" not in row["certainty"] and "distance" not in row["certainty"]),
        (
            {"actor": "official", "certainty": "hedged"},
            lambda row: "official" in row["source"] and "hedge" in row["certainty"],
        ),
    ],
)
def test_statements_can_be_asked_for_by_actor_sourcing_and_certainty(asked, holds):
    every = tables.statements(FOUND).to_dict("records")
    found = tables.statements(FOUND, **asked).to_dict("records")
    assert found == [row for row in every if holds(row)] and 0 < len(found) < len(every)


@pytest.mark.parametrize("asked", [{"sourcing": "unamed"}, {"certainty": "hedge"}])
def test_a_choice_that_there_is_not_is_refused_with_the_nearest(asked):
    with pytest.raises(ParameterError, match=r"no such choice; did you mean"):
        tables.statements(FOUND, **asked)


def test_the_matrix_has_actors_by_issue():
    matrix = tables.matrix(FOUND, ISSUES).set_index("actor")
    assert list(matrix.columns) == ["US-Ukraine messaging", "GOP funding signals", "Battlefield assessment"]
    assert list(matrix.loc["Volodymyr Zelensky"]) == ["±", "", "+"]


def test_intensity_lists_every_part_with_its_arithmetic():
    frame = tables.intensity(FOUND)
    assert len(frame) == sum(len(tension.parts) for tension in FOUND.tensions)
    assert dict(frame.iloc[0][["score", "most", "points"]]) == {"score": 0.75, "most": 40, "points": 30}
    assert (frame["points"] == (frame["score"] * frame["most"]).round(1)).all()


def test_the_words_behind_the_cells_of_the_matrix():
    frame = tables.behind(FOUND, ISSUES)
    assert set(frame["issue"]) == {"US-Ukraine messaging", "GOP funding signals", "Battlefield assessment"}
    assert all(words in FOUND.article.text for words in frame["words"])
    [row] = tables.behind(FOUND, ISSUES, actor="mccarthy").to_dict("records")
    assert (row["stance"], row["paragraph"]) == ("−", 12)


def test_factors_end_with_their_product_and_can_be_asked_for_by_actor():
    frame = tables.factors(FOUND, actor="zelensky")
    assert list(frame["sign"]) == ["−", "+"]
    assert list(frame["product"]) == ["", "barring (−) × any negotiations (+) = against"]
    assert tables.factors(FOUND, actor="sullivan").empty


def test_circumstances_of_a_position():
    told = list(tables.positions(FOUND, ISSUES)["circumstances"])
    assert told[1:3] == ["for: Ukraine; when: early October", "if: but with another president of Russia"]
    assert told[-1] == "status: past"


def test_other_readings_stand_beside_what_was_chosen():
    row = tables.alternatives(FOUND).to_dict("records")[-1]
    assert (row["field"], row["read as"], row["could be"], row["chance"]) == ("type", "demand", "friction", 0.3)


@pytest.mark.parametrize("make", [getattr(tables, name) for name in tables.__all__ if name not in ("timeline",)])
def test_nothing_found_is_an_empty_table(make):
    assert make(without_tensions()).empty
