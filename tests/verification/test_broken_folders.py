"""Whatever lies in a folder, a check fails in words; none of it is run, followed or left to the interpreter."""

import os

import pytest

from analysis.__main__ import main
from analysis.verification import outputs, rebuild, remade
from analysis.verification.outcome import Outcome, shown
from analysis.verification.outcome import outcome as as_outcome
from analysis.verification.rebuild import Rebuilt
from analysis.verification.runfolder import RunFolder
from analysis.verification.table import CHECKS, outcome_of, verify
from tests.verification.spoiling import outcome, spoil, swap, write

BINARY = bytes(range(256)) * 40
DAMAGES = {"cut": lambda content: content[: len(content) // 2], "empty": lambda _: b"", "binary": lambda _: BINARY}
# Files that only two checks read; and all the others.
TABLES = ("actors", "mentions", "timeline", "statements", "omissions", "positions", "tensions", "cooperations")
FILES = (
    "run.json", "briefing.html", "briefing.pdf", "ro-crate-metadata.json", "data/article.json",
    "data/annotations.jsonl", "data/annotations.jsonld", "data/claims.csv", "notebooks/1-actors.ipynb", "notebooks/briefing.ipynb",
)  # fmt: skip
# The checks that read each of them, beside those that read little: V1, V2, V3, V5 and V8.
FURTHER = {"briefing.html": "469", "briefing.pdf": "69", "data/annotations.jsonl": "49", "data/claims.csv": "9"}
UNEXPECTED = "the folder is not as a run leaves it"
HOSTILE = {
    "nested without end": ("run.json", b"[" * 200_000),
    "a list": ("run.json", b"[1, 2]"),
    "a number beyond all": ("run.json", b'{"article": 1e999, "parameters": 9' + b"9" * 5000 + b"}"),
    "parameters that are none": ("run.json", b'{"article": "x", "parameters": [[]], "outputs": []}'),
    "a path out of the checkout": ("run.json", b'{"article": "../../../../etc/passwd"}'),
    "records of another kind": ("data/annotations.jsonl", b'{"upto": "x", "inputs_sha256": "x"}\n{"record": "spy"}\n'),
    "lines that are no records": ("data/annotations.jsonl", b'{}\n7\n"x"\n'),
    "a notebook that is none": ("notebooks/1-actors.ipynb", b'{"cells": {"a": 1}}'),
    "cells of nothing": ("notebooks/1-actors.ipynb", b'{"cells": [{}, {"metadata": 7}]}'),
    "web annotations in a knot": ("data/annotations.jsonld", b'{"selector":' * 900 + b"1" + b"}" * 900),
    "selectors of nothing": ("data/annotations.jsonld", b'{"selector": [7, {"type": 3}, null]}'),
    "claims without columns": ("data/claims.csv", b"a,b\n1,2,3\n"),
    "a crate of numbers": ("ro-crate-metadata.json", b'{"@graph": [1, 2]}'),
    "a page of markup": ("briefing.html", b"<" * 5_000),
    "a page of comments": ("briefing.html", b"<!-- -->"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def sentence_by_sentence(monkeypatch):
    """What is made again is not the point here, and takes its time."""
    monkeypatch.setattr(remade, "why_not", lambda run: "not asked for")


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_a_failed_check(file, damage, folder):
    spoil(folder, file, DAMAGES[damage])
    reading = f"12358{FURTHER.get(file, '')}"
    found = {check.name: outcome_of(check, RunFolder(folder)) for check in CHECKS if check.name[1] in reading}
    failed = [name for name, one in found.items() if one.status == "failed"]
    assert failed and ("V3 files" in failed or file == "run.json")
    told = [finding for one in found.values() for finding in one.findings]
    assert not [finding for finding in told if UNEXPECTED in finding]
    assert any(file in finding for finding in told)


@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_table_is_a_failed_check(table, folder):
    for change in DAMAGES.values():
        spoil(folder, f"data/{table}.csv", change)
        found = outcome("V2", folder)
        assert found.status == "failed" and any(table in one and UNEXPECTED not in one for one in found.findings)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_made_to_deceive_is_a_failed_check(case, folder):
    name, content = HOSTILE[case]
    write(folder, name, content)
    # The crate's own validator is slow, and reads the crate alone.
    run = RunFolder(folder)
    found = [outcome_of(check, run) for check in CHECKS if "V7" not in check.name or "crate" in case]
    assert all(isinstance(one, Outcome) for one in found)
    assert "failed" in [one.status for one in found if one is not found[2]]


def test_an_empty_folder_and_a_pipe_in_it(tmp_path):
    folder = tmp_path / "run"
    folder.mkdir()
    os.mkfifo(folder / "briefing.html")
    os.mkfifo(folder / "run.json")
    assert [one.status for _, one in verify(folder)] == ["failed"] * len(CHECKS)


def test_no_folder_is_bad_input(tmp_path, capsys):
    assert main(["verify", str(tmp_path / "none")]) == 2
    out, err = capsys.readouterr()
    assert not out and err.count("\n") == 1 and "no such run folder" in err and "make report" in err


def test_a_failed_check_ends_with_status_1_and_a_line_that_names_it(folder, capsys):
    (folder / "briefing.pdf").unlink()
    assert main(["verify", str(folder)]) == 1
    assert "V3 files, V6 network, V7 crate, V9 claims" in capsys.readouterr().out.splitlines()[-1]


def test_lines_are_bounded_and_safe_for_a_terminal():
    lines = as_outcome((f"{n}: \x1b[2J\u202e{'x' * 999}" for n in range(5000)), "").lines("V1 source")
    assert len(lines) == 7 and lines[-1].strip() == "and 994 or more"
    assert all(len(line) < 400 and line.isprintable() for line in lines)
    assert "\\x1b[2J\\u202e" in lines[0]
    assert shown("a\nb") == "a\\nb"


def test_clean_builds_are_compared_file_by_file(folder, monkeypatch):
    recorded = RunFolder(folder).recorded_outputs
    other = dict(recorded) | {"briefing.html": "0" * 64}
    monkeypatch.setattr(outputs.checkout, "differences", lambda run: [])
    for builds, told in (
        ((recorded, recorded), ""),
        ((other, other), "a build makes"),
        ((recorded, other), "two builds"),
    ):
        monkeypatch.setattr(outputs, "rebuilt", lambda run, builds=builds: Rebuilt(builds, ()))
        found = outcome("V3", folder, rebuild=True)
        assert found.findings == () if not told else found.findings[0].startswith(f"briefing.html: {told}")
    monkeypatch.setattr(outputs.checkout, "differences", lambda run: ["the code (analysis/)"])
    assert "the code (analysis/) here is not what made the run" in outcome("V3", folder, rebuild=True).findings[0]


def test_a_build_again_takes_each_parameter_from_where_it_came(folder, tmp_path):
    spoil(folder, "run.json", swap('"value": 0.45,\n   "origin": "default"', '"value": 0.5,\n   "origin": "file"'))
    spoil(folder, "run.json", swap('"value": "apart",\n   "origin": "default"', '"value": "one",\n   "origin": "set"'))
    words = rebuild._parameters(RunFolder(folder), tmp_path)
    assert words == ["--set", "countries=one", "--params", str(tmp_path / "parameters.yml")]
    assert (tmp_path / "parameters.yml").read_text() == '{"min_actor": 0.5}'


def test_a_build_again_needs_the_article_at_its_place(folder, tmp_path):
    run = RunFolder(folder, tmp_path / "story.txt", rebuild=True)
    (tmp_path / "story.txt").write_text("A story.")
    assert "has to lie at seeds/articles/cnn-us-ukraine-talks.txt" in outcome_of(CHECKS[2], run).findings[0]
