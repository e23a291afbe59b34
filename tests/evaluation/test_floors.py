"""Floors hold, rise, and are lowered only by hand."""

import tomllib

import pytest

from analysis.accuracy import Figure
from analysis.evaluation.floors import FLOORS_FILE, SLACK, Floors, digest, fallen, raised, read_floors

KEY = ("model", "sentences", "GUM dev")


def figure(f1):
    return Figure(stage=KEY[0], measure=KEY[1], dataset=KEY[2], n=10, precision=f1, recall=f1, f1=f1)


@pytest.mark.parametrize(("f1", "falls"), [(0.899, True), (0.9, False), (0.95, False)])
def test_a_figure_under_its_floor_is_told(f1, falls):
    found = fallen([figure(f1)], Floors("d", {KEY: 0.9}, {}))
    assert bool(found) == falls
    assert all("sentences" in line and "0.900" in line for line in found)


def test_a_figure_without_a_floor_passes():
    assert fallen([figure(0.1)], Floors("d", {}, {})) == []


@pytest.mark.parametrize(
    ("f1", "data", "least"),
    [(0.95, "d", 0.95 - SLACK), (0.80, "d", 0.9), (0.80, "other", 0.80 - SLACK)],
)
def test_recording_raises_and_never_lowers_on_the_same_data(tmp_path, f1, data, least):
    path = tmp_path / "floors.toml"
    path.write_text(raised([figure(f1)], Floors("d", {KEY: 0.9}, {KEY: "why"}), data))
    after = read_floors(path)
    assert (after.data, round(after.least[KEY], 6)) == (data, round(least, 6))
    assert after.reasons == ({KEY: "why"} if least == 0.9 else {})


def test_the_digest_is_that_of_the_dev_sets_alone(tmp_path):
    for name in ("data/language/gum_dev.jsonl", "data/language/gum_train.jsonl", "gold/dev/a/x.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    first = digest(tmp_path)
    (tmp_path / "data/language/gum_train.jsonl").write_text("other")
    assert digest(tmp_path) == first
    (tmp_path / "gold/dev/a/x.json").write_text("other")
    assert digest(tmp_path) != first


def test_every_recorded_figure_has_a_floor_that_it_keeps():
    from analysis.accuracy import figures

    floors = read_floors()
    assert fallen(figures(), floors) == []
    assert {(one.stage, one.measure, one.dataset) for one in figures()} == set(floors.least)
    assert all(row.get("reason") != "" for row in tomllib.loads(FLOORS_FILE.read_text())["floor"])
