"""The model's file and its card, sound and unsound."""

import shutil
import subprocess
import sys

import pytest

from analysis.errors import ModelError
from analysis.model import card
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, ROOTS, STANCES, TENSIONS, TONES, UPOS
from analysis.paths import ROOT

MOST_BYTES = 30_000_000
FILES = {"model.onnx": card.verified_model, "stance.onnx": card.verified_stance}


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The card and the model in a folder of their own, looked up afresh."""
    for name in ("card.toml", *FILES):
        shutil.copy(card.CARD.with_name(name), tmp_path / name)
    monkeypatch.setattr(card, "CARD", tmp_path / "card.toml")
    forget()
    yield tmp_path
    forget()


def forget():
    for cached in (card.card, *FILES.values()):
        cached.cache_clear()


def test_the_card_describes_the_code_and_the_file():
    labels = {"upos": UPOS, "relations": RELATIONS, "entities": ENTITIES, "attribution": ATTRIBUTION}
    assert {name: tuple(values) for name, values in card.card()["labels"].items()} == labels
    described = (card.card(), card.card()["stance"])
    sizes = [verified().stat().st_size for verified in FILES.values()]
    assert sizes == [one["bytes"] for one in described] and sum(sizes) <= MOST_BYTES
    stance = {"tones": TONES, "roots": ROOTS, "tensions": TENSIONS, "stances": STANCES}
    assert {name: tuple(described[1][name]) for name in stance} == stance
    assert card.card()["inputs"]["names"] == ["pieces", "features", "firsts"]
    assert all(row["licence"] for one in described for row in one["data"])


def truncate(folder, name="model.onnx"):
    file = folder / name
    file.write_bytes(file.read_bytes()[:-1])


UNSOUND = {
    "missing": (lambda folder, name: (folder / name).unlink(), "cannot be read"),
    "truncated": (truncate, "not the model"),
    "another": (lambda folder, name: (folder / name).write_bytes(b"x"), "not the model"),
    "no card": (lambda folder, _: (folder / "card.toml").unlink(), "cannot be read"),
    "broken card": (lambda folder, _: (folder / "card.toml").write_text("= 1"), "cannot be read"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("spoil", "said"), UNSOUND.values(), ids=UNSOUND)
def test_an_unsound_model_is_refused_in_one_line(copy, name, spoil, said):
    assert FILES[name]() == copy / name
    forget()
    spoil(copy, name)
    with pytest.raises(ModelError) as stop:
        FILES[name]()
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
