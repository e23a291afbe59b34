import csv
from dataclasses import replace
from datetime import date

import pytest

from analysis import store
from analysis.errors import EvidenceError
from analysis.records import Alternative, Annotations, Certainty, Cooperation, Factor, IntensityPart, Span
from tests.factory import (
    at,
    make_actor,
    make_article,
    make_mention,
    make_omission,
    make_position,
    make_statement,
    make_tension,
    make_time,
)

TEXT = "Ned Price said “talks\u2028are likely”; Kyiv; disagreed on Monday. 😀 “Quoted”"
PRICE = make_actor(TEXT, "Ned Price", aliases=("Price", "Mr. Price"))
KYIV = make_actor(TEXT, "Kyiv", kind="government")
SAID = make_statement(
    TEXT,
    PRICE,
    "“talks\u2028are likely”",
    content_spans=(at(TEXT, "“talks\u2028are likely”"), at(TEXT, "“Quoted”")),
    certainty=Certainty("likely", 55, 80, at(TEXT, "likely")),
)
FULL = Annotations(
    article=make_article(TEXT),
    sentences=(at(TEXT, "Ned Price said"),),
    actors=(PRICE, KYIV),
    mentions=(make_mention(TEXT, PRICE, "Ned Price"),),
    timeline=(make_time(TEXT, "Monday", "2022-11-07"),),
    statements=(SAID,),
    omissions=(make_omission(TEXT, "Kyiv", KYIV), make_omission(TEXT, "Kyiv; disagreed")),
    positions=(make_position(TEXT, KYIV, "talks", "disagreed", statements=(SAID.id,)),),
    tensions=(
        make_tension(TEXT, PRICE, KYIV, "talks", "disagreed", parts=(IntensityPart("opposition", 30, "opposed"),)),
    ),
)


HELD = replace(
    FULL.positions[0],
    on_behalf=PRICE.id,
    factors=(Factor("disagreed", -1, 0.9, "force of the cue", at(TEXT, "disagreed")), Factor("talks", 1)),
    condition=at(TEXT, "likely"),
    time=FULL.timeline[0].id,
    status="past",
    alternatives=(Alternative("stance", "mixed", 0.25),),
)
PULL = replace(
    FULL.tensions[0],
    low=20,
    high=40,
    parts=(IntensityPart("opposition", 20.0, "opposed", 0.8, 25, (at(TEXT, "disagreed"),)),),
    voices=(PRICE.id,),
)
BACKED = Cooperation(
    a=PRICE.id, b=KYIV.id, type="aid", about="talks", status="current",
    confidence=1.0, reason="by hand", evidence=(at(TEXT, "talks"),),
)  # fmt: skip
EVERYTHING = replace(FULL, positions=(HELD,), tensions=(PULL,), cooperations=(BACKED,))


def stored(annotations=FULL, upto="tensions"):
    return store.Stored(annotations, upto, "0" * 64)


def test_what_is_saved_is_loaded_again(tmp_path):
    store.save(tmp_path, stored())
    assert store.load(tmp_path) == stored()


def test_factors_parts_and_cooperation_are_loaded_again(tmp_path):
    store.save(tmp_path, stored(EVERYTHING, "cooperations"))
    assert store.load(tmp_path) == stored(EVERYTHING, "cooperations")
    [position] = rows(tmp_path / "positions.csv")
    assert (position["factors"], position["condition_quote"]) == ("disagreed (-); talks (+)", "likely")
    [tension] = rows(tmp_path / "tensions.csv")
    assert (tension["low"], tension["parts"], tension["voices"]) == ("20", "opposition 20", PRICE.id)
    [cooperation] = rows(tmp_path / "cooperations.csv")
    assert (cooperation["type"], cooperation["evidence_quote"]) == ("aid", "talks")


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_saving_twice_writes_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        store.save(tmp_path / name, stored())
    one, two = (sorted((tmp_path / name).iterdir()) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_csv_columns_are_the_fields(tmp_path):
    store.save(tmp_path, stored())
    with (tmp_path / "statements.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["source"] == PRICE.id and row["certainty_low"] == "55"
    assert row["certainty_start"] == str(TEXT.index("likely")) and row["certainty_quote"] == "likely"
    assert row["content_quote"] == "“talks\u2028are likely”; “Quoted”"
    assert row["content_start"] == f"{TEXT.index('“talks')}; {TEXT.index('“Quoted')}"
    with (tmp_path / "mentions.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["quote"] == "Ned Price"


def test_no_column_hides_another(tmp_path):
    monday = make_time(TEXT, "Monday", "2022-11-07", begin=date(2022, 11, 7), end=date(2022, 11, 8))
    store.save(tmp_path, stored(replace(FULL, timeline=(monday,))))
    for path in tmp_path.glob("*.csv"):
        columns = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
        assert len(columns) == len(set(columns)), path.name
    [row] = rows(tmp_path / "timeline.csv")
    assert (row["start"], row["end"], row["quote"]) == (str(monday.span.start), str(monday.span.end), "Monday")
    assert (row["begin_date"], row["end_date"]) == ("2022-11-07", "2022-11-08")


def test_stages_not_reached_leave_no_file(tmp_path):
    store.save(tmp_path, stored(Annotations(article=FULL.article, actors=FULL.actors), "mentions"))
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["actors.csv", "mentions.csv"]
    assert store.load(tmp_path).upto == "mentions"


def test_the_place_of_a_hedge_passes_the_gate(tmp_path):
    wrong = replace(SAID, certainty=replace(SAID.certainty, span=Span(0, 3, "Ted")))
    with pytest.raises(EvidenceError, match="certainty"):
        store.save(tmp_path / "data", stored(replace(FULL, statements=(wrong,))))


def test_the_gate_stands_before_the_first_byte(tmp_path):
    wrong = replace(SAID, evidence=(Span(0, 3, "Ted"),))
    with pytest.raises(EvidenceError, match=wrong.id):
        store.save(tmp_path / "data", stored(replace(FULL, statements=(wrong,))))
    assert not (tmp_path / "data").exists()
