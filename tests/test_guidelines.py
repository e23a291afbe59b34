"""The form of the guidelines: written by the command, read by the guidelines' own scorer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.guidelines import to_guidelines
from analysis.paths import ROOT
from analysis.records import Annotations
from tests.factory import make_actor, make_article, make_position, make_tension

TEXT = "Kyiv barred talks. Washington pressed Kyiv to talk."
SCORER = Path(os.environ.get("GOLD") or ROOT.parent / "shared", "gold", "score.py")
STORY = "Washington urged Kyiv to resume talks.\n\n“We are not ready for talks,” Ned Price said in Kyiv on Monday.\n"


def test_guidelines_form():
    kyiv, washington = make_actor(TEXT, "Kyiv", kind="government"), make_actor(TEXT, "Washington", kind="government")
    form = to_guidelines(
        Annotations(
            article=make_article(TEXT),
            actors=(kyiv, washington),
            positions=(make_position(TEXT, kyiv, "talks", "barred talks", "oppose"),),
            tensions=(make_tension(TEXT, washington, kyiv, "pressed Kyiv to talk", type="demand"),),
        )
    )
    assert json.loads(json.dumps(form)) == form
    assert (
        form["positions"][0] | {"actor": kyiv.id, "stance": "oppose", "evidence": ["barred talks"]}
        == form["positions"][0]
    )
    assert form["tensions"][0] | {"a": washington.id, "b": kyiv.id, "type": "demand"} == form["tensions"][0]


def written(folder):
    """The form of a short story as the command writes it."""
    (folder / "text").mkdir()
    (folder / "text" / "a.txt").write_text(STORY)
    (folder / "form").mkdir()
    assert main(["annotate", str(folder / "text" / "a.txt"), "--gold-json", str(folder / "form" / "a.json")]) == 0
    return folder / "form"


def test_annotate_writes_the_form_alone(tmp_path):
    form = json.loads((written(tmp_path) / "a.json").read_text(encoding="utf-8"))
    assert set(form) == {"article", "actors", "positions", "tensions"} and form["actors"]
    assert all(quote in STORY for row in (*form["positions"], *form["tensions"]) for quote in row["evidence"])
    assert [path.name for path in (tmp_path / "form").iterdir()] == ["a.json"]


@pytest.mark.skipif(not SCORER.is_file(), reason=f"no {SCORER}; GOLD names the folder that holds gold/")
def test_the_scorer_of_the_guidelines_reads_it(tmp_path):
    folder = written(tmp_path)
    command = [sys.executable, str(SCORER), str(folder), str(folder), str(tmp_path / "text")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line for line in done.stdout.splitlines() if not line.endswith("/0/0)")]
    assert rows and all("F 1.000" in row for row in rows), "it agrees with itself"


@pytest.mark.parametrize(
    ("words", "message"),
    [([], "give --out FOLDER, --gold-json FILE, or both"), (["--gold-json", "none/a.json"], "cannot be written")],
)
def test_nowhere_to_write_is_said_in_one_line(words, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY)
    assert main(["annotate", "a.txt", *words]) == 2
    assert message in (err := capsys.readouterr().err) and err.count("\n") == 1
