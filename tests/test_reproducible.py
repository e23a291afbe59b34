"""Two clean builds, byte for byte."""

import hashlib

from analysis import runs
from analysis.provenance import DEFAULT_ARTICLE
from analysis.report import build
from analysis.runs import LOG
from analysis.settings import read_settings


def digests(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != LOG)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_second_clean_build_has_the_same_bytes_in_every_file(bundled_run, tmp_path, monkeypatch):
    """Elsewhere, at another hash seed, in another time zone and locale."""
    for name, value in {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}.items():
        monkeypatch.setenv(name, value)
    plan = runs.plan(DEFAULT_ARTICLE, *read_settings(), reports=tmp_path / "elsewhere")
    build(plan)
    assert digests(plan.folder) == digests(bundled_run)
    assert {"briefing.html", "briefing.pdf"} <= set(digests(plan.folder))
