"""Whose the time of a run is: the one given, else the commit's, else the release's; never a clock's."""

import subprocess

import pytest
import yaml

from analysis import provenance
from analysis.__main__ import main
from analysis.errors import ParameterError
from analysis.paths import CITATION, PACKAGE, ROOT
from analysis.provenance import DEFAULT_ARTICLE, EPOCH, collect
from analysis.settings import read_settings


@pytest.fixture
def collected(monkeypatch):
    """Provenance with that time in the environment."""

    def at(given):
        monkeypatch.delenv(EPOCH, raising=False)
        if given is not None:
            monkeypatch.setenv(EPOCH, given)
        return collect(DEFAULT_ARTICLE, *read_settings())

    return at


@pytest.fixture
def no_git(monkeypatch):
    def fail(*words):
        raise FileNotFoundError("git")

    monkeypatch.setattr(provenance, "_git", fail)


def test_a_given_time_is_an_input_and_part_of_the_command(collected):
    first, again, other = collected("1667900000"), collected("1667900000"), collected("1667900001")
    assert (first.time, first.timed_by) == ("2022-11-08T09:33:20+00:00", EPOCH)
    assert first.command == "SOURCE_DATE_EPOCH=1667900000 make report"
    assert first.inputs_sha256 == again.inputs_sha256 != other.inputs_sha256
    assert collected(None).inputs_sha256 != first.inputs_sha256


def test_else_it_is_the_commit_s_and_no_input(collected, monkeypatch):
    """A commit that changes nothing a run reads must not make every run stale."""
    monkeypatch.setattr(provenance, "_git", lambda *words: "abc 1667900000" if words[0] == "log" else "")
    first = collected(None)
    monkeypatch.setattr(provenance, "_git", lambda *words: "abd 1667999999" if words[0] == "log" else "")
    later = collected("")
    assert (first.time, first.timed_by) == ("2022-11-08T09:33:20+00:00", "commit")
    assert later.time > first.time and later.inputs_sha256 == first.inputs_sha256


def test_without_git_it_is_the_release_s(collected, no_git):
    released = yaml.safe_load(CITATION.read_text(encoding="utf-8"))["date-released"]
    made = collected(None)
    assert (made.time, made.timed_by) == (f"{released}T00:00:00+00:00", "release")
    assert (made.commit, made.dirty) == ("", False)


def test_the_commit_is_that_of_the_checkout(collected):
    git = ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"]
    found = subprocess.run(git, capture_output=True, text=True, check=False)
    assert collected(None).commit == (found.stdout.strip() if found.returncode == 0 else "")


def test_a_copy_inside_another_checkout_has_not_that_one_s_commit(monkeypatch):
    monkeypatch.setattr(provenance, "ROOT", PACKAGE)
    assert provenance._commit() == ("", None, False)


@pytest.mark.parametrize("words", ["yesterday", "1.5", "-1", "1e9", " 1", "١٢٣", "9" * 15, "9" * 40])
def test_a_time_that_is_none_is_refused(collected, words):
    with pytest.raises(ParameterError, match=f"{EPOCH}={words}: not a time; give whole seconds since 1970"):
        collected(words)


def test_a_bad_time_ends_the_command_with_one_line(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(EPOCH, "noon")
    assert main(["report", "--reports", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1 and not list(tmp_path.iterdir())
