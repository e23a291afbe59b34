"""The supply chain: what is said of a report of vulnerabilities, and that each download of the set-up is checked."""

import importlib.util
import os
import re
import subprocess
import sys

import pytest

from analysis.paths import ROOT

FILE = ROOT / ".ci" / "audit.py"
FLAW = {"id": "PYSEC-1", "fix_versions": ["2.0"]}
REPORTS = {
    "none known": ([{"name": "a", "version": "1", "vulns": []}], "1 of 1 packages looked up", 0),
    "one known": ([{"name": "a", "version": "1", "vulns": [FLAW]}], "a 1: PYSEC-1; mended in 2.0", 1),
    "no release": ([{"name": "a", "version": "1", "vulns": [FLAW | {"fix_versions": []}]}], "no release yet", 1),
    "some unknown": (
        [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "?"}],
        "1 of 2 packages looked up",
        0,
    ),
    "all unknown": ([{"name": "b", "skip_reason": "?"}], "skipped; the database of vulnerabilities knows none of", 0),
}


@pytest.fixture(scope="module")
def audit():
    spec = importlib.util.spec_from_file_location("audit", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("packages", "words", "status"), REPORTS.values(), ids=REPORTS)
def test_verdict(audit, packages, words, status):
    lines, given = audit.verdict({"dependencies": packages})
    assert words in "\n".join(lines) and given == status


def test_a_database_that_cannot_be_reached_is_said(tmp_path):
    nowhere = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "NO_PROXY": ""}
    run = subprocess.run(
        [sys.executable, FILE], env=os.environ | nowhere | {"HOME": str(tmp_path)}, capture_output=True, text=True
    )
    assert run.returncode == 0 and "audit: skipped; the database of vulnerabilities cannot be reached" in run.stdout


def test_each_download_of_the_set_up_is_checked_against_its_hash():
    """PyTorch apart, which only training takes, and whose builds differ by machine."""
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"-m pip install .*", recipes)
    assert len(installs) >= 3
    assert all("--require-hashes" in line or "--no-index" in line or "$(TORCH)" in line for line in installs)
