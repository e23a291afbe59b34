"""Two clean builds, byte for byte: the second with everything about its surroundings changed that can be."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys

import pytest

from analysis.paths import ROOT
from analysis.runs import LOG

# Another user's habits, and another machine's: no UTF-8, no caches, no fonts, another path through the mathematics.
ELSEWHERE = {
    "LC_ALL": "POSIX",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "7",
    "TZ": "Asia/Kathmandu",
    "OMP_NUM_THREADS": "1",
    "GIT_OPTIONAL_LOCKS": "0",  # so that the copy's `git status` leaves the index alone
}
OLDER_PROCESSOR = {
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX,-AVX2,-FMA",
    "NPY_DISABLE_CPU_FEATURES": "X86_V3",
    "OPENBLAS_CORETYPE": "Nehalem",
}


def digests(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != LOG)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def checkout(tmp_path):
    """A copy of this checkout, in which git finds the same commit and the same changes."""
    copy, git = tmp_path / "another checkout", ROOT / ".git"
    if not git.exists():
        return shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv*", "reports"))
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listing, capture_output=True, text=True, check=True).stdout.split("\0")[:-1]:
        if (ROOT / name).is_file():  # what is deleted here is missing there
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    (copy / ".git").write_text(git.read_text() if git.is_file() else f"gitdir: {git}\n")
    return copy


def test_a_second_clean_build_has_the_same_bytes_in_every_file(bundled_run, checkout, tmp_path):
    """From another path and working folder, as another user with another umask, on one core."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "fonts.conf").write_text("<fontconfig></fontconfig>")
    env = os.environ | ELSEWHERE | (OLDER_PROCESSOR if platform.machine() == "x86_64" else {})
    env |= {"PYTHONPATH": str(checkout), "HOME": str(home), "XDG_CACHE_HOME": str(home), "MPLCONFIGDIR": str(home)}
    env["FONTCONFIG_FILE"] = str(home / "fonts.conf")
    command = [sys.executable, "-m", "analysis", "report", "--reports", str(tmp_path / "reports")]
    subprocess.run(command, cwd=tmp_path, env=env, umask=0o077, preexec_fn=one_core, capture_output=True, check=True)
    folder = tmp_path / "reports" / bundled_run.name
    assert digests(folder) == digests(bundled_run)
    assert {"briefing.html", "briefing.pdf", "ro-crate-metadata.json"} <= set(digests(folder))
    assert (folder.parent / "index.html").read_bytes() == (bundled_run.parent / "index.html").read_bytes()


def one_core():
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
