"""The model's file and its card, sound and unsound."""

import shutil
import subprocess
import sys

import pytest

from analysis.errors import ModelError
from analysis.model import card
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, UPOS
from analysis.paths import ROOT

MOST_BYTES = 30_000_000


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The card and the model in a folder of their own, looked up afresh."""
    for name in ("card.toml", "model.onnx"):
        shutil.copy(card.CARD.with_name(name), tmp_path / name)
    monkeypatch.setattr(card, "CARD", tmp_path / "card.toml")
    for cached in (card.card, card.verified_model):
        cached.cache_clear()
    yield tmp_path
    for cached in (card.card, card.verified_model):
        cached.cache_clear()


def test_the_card_describes_the_code_and_the_file():
    labels = {"upos": UPOS, "relations": RELATIONS, "entities": ENTITIES, "attribution": ATTRIBUTION}
    assert {name: tuple(values) for name, values in card.card()["labels"].items()} == labels
    assert card.verified_model().stat().st_size == card.card()["bytes"] <= MOST_BYTES
    assert card.card()["inputs"]["names"] == ["pieces", "features", "firsts"]
    assert all(row["licence"] for row in card.card()["data"])


def truncate(folder):
    file = folder / "model.onnx"
    file.write_bytes(file.read_bytes()[:-1])


UNSOUND = {
    "missing": (lambda folder: (folder / "model.onnx").unlink(), "cannot be read"),
    "truncated": (truncate, "not the model"),
    "another": (lambda folder: (folder / "model.onnx").write_bytes(b"x"), "not the model"),
    "no card": (lambda folder: (folder / "card.toml").unlink(), "cannot be read"),
    "broken card": (lambda folder: (folder / "card.toml").write_text("= 1"), "cannot be read"),
}


@pytest.mark.parametrize(("spoil", "said"), UNSOUND.values(), ids=UNSOUND)
def test_an_unsound_model_is_refused_in_one_line(copy, spoil, said):
    assert card.verified_model() == copy / "model.onnx"
    card.card.cache_clear()
    card.verified_model.cache_clear()
    spoil(copy)
    with pytest.raises(ModelError) as stop:
        card.verified_model()
    assert said in str(stop.value) and "restore" in str(stop.value) and "\n" not in str(stop.value)
    assert stop.value.status == 2


def test_an_unsound_model_stops_the_command_with_status_2(copy, tmp_path):
    truncate(copy)
    code = (
        "import sys, pathlib; from analysis.model import card; card.CARD = pathlib.Path(sys.argv[1]); "
        "from analysis.__main__ import main; sys.exit(main(['annotate', '--out', sys.argv[2]]))"
    )
    out = tmp_path / "out"
    run = subprocess.run(
        [sys.executable, "-c", code, copy / "card.toml", out], cwd=ROOT, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr.count("\n")) == (2, 1) and run.stderr.startswith("faultline: ")
    assert not out.exists()
