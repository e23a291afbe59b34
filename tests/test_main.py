"""The command line as a user meets it: exit statuses, one-line messages, and what stays untouched."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import partial

import pytest

from analysis import pipeline, runs
from analysis.__main__ import main
from analysis.records import Span
from analysis.settings import read_settings
from analysis.store import GROUPS
from tests.factory import make_time

STORY = "The minister said that talks would go on.\n\n“We are ready,” Ned Price told reporters in Kyiv on Monday.\n"
# name -> (files, words after `report`, what the message says)
BAD = {
    "missing": ({}, ["none.txt"], "no such file"),
    "empty": ({"a.txt": ""}, ["a.txt"], "empty"),
    "blank": ({"a.txt": " \n\t\n"}, ["a.txt"], "empty"),
    "binary": ({"a.txt": "\x00\x01\x02" * 99}, ["a.txt"], "binary"),
    "large": ({"a.txt": "words " * 200_000}, ["a.txt"], "1 MB"),
    "no article in the page": ({"a.html": "<html><body><nav>Home</nav></body></html>"}, ["a.html"], "no article"),
    "misspelt metadata": ({"a.txt": STORY, "a.yml": "title: T\npublishd: x\n"}, ["a.txt"], "a.yml:2: unknown key 'publishd'; did you mean 'published'?"),
    "broken metadata": ({"a.txt": STORY, "a.yml": "title: 'T\n"}, ["a.txt"], "a.yml:"),
    "unknown parameter": ({"a.txt": STORY}, ["a.txt", "--set", "min_confidense=0.7"], "did you mean 'min_confidence'?"),
    "ill-typed parameter": ({"a.txt": STORY}, ["a.txt", "--set", "min_confidence=high"], "a number from 0.0 to 1.0"),
    "out of range": ({"a.txt": STORY}, ["a.txt", "--set", "tensions_shown=99"], "a whole number from 1 to 50"),
    "unknown codebook": ({"a.txt": STORY}, ["a.txt", "--set", "codebook=generel"], "did you mean 'general'?"),
    "unknown issue": ({"a.txt": STORY}, ["a.txt", "--set", "codebook=ukraine-war focus=gop-fundin"], "did you mean 'gop-funding'?"),
    "unknown language model": ({"a.txt": STORY}, ["a.txt", "--set", "language_model=en_core_web_none"], "no spaCy pipeline of that name"),
    "missing parameter file": ({"a.txt": STORY}, ["a.txt", "--params", "none.yml"], "cannot be read"),
}  # fmt: skip


def run(folder, *words, **environment):
    """The command as its own process in `folder`."""
    command = [sys.executable, "-m", "analysis", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=os.environ | environment)


def write(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text)


@pytest.fixture
def no_kernel(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a kernel was started")

    monkeypatch.setattr("analysis.report.started_kernel", refuse)


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_in_one_line_with_status_2_and_starts_no_kernel(case, tmp_path, monkeypatch, capsys, no_kernel):
    files, words, message = BAD[case]
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert main(["report", *words, "--reports", "reports"]) == 2
    out, err = capsys.readouterr()
    assert message in err and err.count("\n") == 1 and err.startswith("faultline: ")
    assert not out and not (tmp_path / "reports").exists()


@pytest.mark.parametrize(
    ("reader", "line", "nearest"), [("read_issues", "isues: []", "issues"), ("read_registry", "acters: []", "actors")]
)
def test_misspelt_seed_is_named_with_line_and_nearest_key(
    reader, line, nearest, tmp_path, monkeypatch, capsys, no_kernel
):
    """Codebooks and registries lie in the checkout; the readers are pointed at broken ones elsewhere."""
    write(tmp_path, {"a.txt": STORY})
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    write(seeds, {"mine.yml": f"# first line\n{line}\n"})
    monkeypatch.setattr(pipeline, reader, partial(getattr(pipeline, reader), folder=seeds))
    assert main(["report", str(tmp_path / "a.txt"), "--reports", str(tmp_path / "reports")]) == 2
    assert "mine.yml:2: unknown key" in (err := capsys.readouterr().err) and f"did you mean '{nearest}'?" in err


def test_bad_input_leaves_the_earlier_report(tmp_path, capsys):
    write(tmp_path, {"a.txt": STORY})
    plan = runs.plan(tmp_path / "a.txt", *read_settings(), reports=tmp_path / "reports")
    with runs.building(plan.folder) as place:
        (place / "briefing.html").write_text("earlier")
        runs.publish(place, plan.folder)
    write(tmp_path, {"a.yml": "titel: T\n"})
    assert main(["report", str(tmp_path / "a.txt"), "--reports", str(tmp_path / "reports")]) == 2
    assert (plan.folder / "briefing.html").read_text() == "earlier"


def test_a_span_that_is_not_the_text_stops_with_status_1_naming_the_record(tmp_path, monkeypatch, capsys):
    write(tmp_path, {"a.txt": STORY})
    wrong = replace(make_time(STORY, "Monday", "2022-11-07"), evidence=(Span(0, 6, "Monday"),))
    monkeypatch.setattr(pipeline, "find_times", lambda doc, published: (wrong,))
    assert main(["annotate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]) == 1
    err = capsys.readouterr().err
    assert "Traceback" in err and wrong.id in err
    assert not (tmp_path / "out").exists()


def test_annotate_writes_every_table(tmp_path):
    write(tmp_path, {"a.txt": STORY})
    done = run(tmp_path, "annotate", "a.txt", "--out", "out")
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out" / "data").iterdir()}
    assert names == {"article.json", "annotations.jsonl"} | {f"{name}.csv" for name in GROUPS}


def test_without_the_pdf_library_the_html_is_written_and_the_package_named(tmp_path):
    """WeasyPrint's import is made to fail as it does where Pango is missing; the article is not in UTF-8 either."""
    (tmp_path / "a.txt").write_bytes((STORY * 9).encode("cp1252"))
    (tmp_path / "broken").mkdir()
    write(tmp_path / "broken", {"weasyprint.py": "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"})
    done = run(tmp_path, "report", "a.txt", "--reports", "reports", PYTHONPATH=str(tmp_path / "broken"))
    assert done.returncode == 1
    assert "libpango" in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "reports" / "a" / "briefing.html").stat().st_size > 10_000
    assert not (tmp_path / "reports" / "a" / "briefing.pdf").exists()
    assert json.loads((tmp_path / "reports" / "a" / "run.json").read_text())["encoding"] == "cp1252"


def test_params_prints_each_parameter(capsys):
    assert main(["params"]) == 0
    out = capsys.readouterr().out
    assert "min_confidence = 0.3" in out and "takes a number from 0.0 to 1.0" in out
