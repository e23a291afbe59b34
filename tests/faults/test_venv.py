"""The Makefile's .venv: interrupted, made by two at once, and with its Python gone. A tiny lock and project stand for ours."""

import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.paths import ROOT
from tests.faults.conftest import until

MAKES, WAITS = "making .venv from requirements.lock", "another make is making .venv; this one waits for it"
# Installs the project itself, and stands still meanwhile for as long as a file is there.
BACKEND = """
import pathlib, time, zipfile
def build_editable(folder, config_settings=None, metadata_directory=None):
    pathlib.Path("begun").touch()
    while pathlib.Path("hold").exists(): time.sleep(0.02)
    return wheel(folder, "project")
def wheel(folder, name):
    with zipfile.ZipFile(pathlib.Path(folder) / f"{name}-1-py3-none-any.whl", "w") as file:
        file.writestr(f"{name}.py", "")
        file.writestr(f"{name}-1.dist-info/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1\\n")
        file.writestr(f"{name}-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        file.writestr(f"{name}-1.dist-info/RECORD", "")
    return f"{name}-1-py3-none-any.whl"
"""
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "project"\nversion = "1"\n'
# This Python, but without the seconds that a pip of its own takes.
SYSTEM_PYTHON = '#!/bin/sh\n[ "$2" = venv ] && exec {0} -m venv --without-pip "$3"\nexec {0} "$@"\n'


@pytest.fixture
def checkout(tmp_path):
    for name in ("Makefile", ".ci/alone"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "backend.py").write_text(BACKEND)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    spec = importlib.util.spec_from_file_location("backend", tmp_path / "backend.py")
    backend = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(backend)
    digest = hashlib.sha256((tmp_path / backend.wheel(tmp_path, "tiny")).read_bytes()).hexdigest()
    (tmp_path / "requirements.lock").write_text(f"tiny==1 --hash=sha256:{digest}\n")
    python = tmp_path / "python"
    python.write_text(SYSTEM_PYTHON.format(sys.executable))
    python.chmod(0o755)
    return tmp_path


def make(checkout):
    pip = Path(importlib.util.find_spec("pip").origin).parents[1]
    environment = {
        "SYSTEM_PYTHON": "./python",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(checkout),
        "PYTHONPATH": str(pip),
    }
    output = (checkout / "told").open("a")
    return subprocess.Popen(
        ["make", ".venv/ready"],
        cwd=checkout,
        env=os.environ | environment,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )


def told(checkout):
    return (checkout / "told").read_text()


def is_whole(checkout):
    [site] = (checkout / ".venv" / "lib").glob("*/site-packages")
    return (checkout / ".venv" / "ready").exists() and (site / "tiny.py").exists() and (site / "project.py").exists()


def test_interrupted_the_next_make_starts_anew(checkout):
    (checkout / "hold").touch()
    killed = make(checkout)
    until((checkout / "begun").exists)
    os.killpg(killed.pid, signal.SIGKILL)
    assert killed.wait() == -9 and not (checkout / ".venv" / "ready").exists()
    (checkout / ".venv" / "left").touch()
    (checkout / "hold").unlink()
    assert make(checkout).wait() == 0, told(checkout)
    assert is_whole(checkout) and not (checkout / ".venv" / "left").exists()


def test_of_two_at_once_one_makes_it_and_a_python_that_is_gone_is_replaced(checkout):
    (checkout / "hold").touch()
    first = make(checkout)
    until((checkout / "begun").exists)
    second = make(checkout)
    until(lambda: WAITS in told(checkout))
    first.kill()  # what it has started goes on
    (checkout / "hold").unlink()
    assert second.wait() == 0 and is_whole(checkout) and told(checkout).count(MAKES) == 1, told(checkout)
    assert make(checkout).wait() == 0 and told(checkout).count(MAKES) == 1, told(checkout)
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python")
    assert make(checkout).wait() == 0 and is_whole(checkout) and told(checkout).count(MAKES) == 2, told(checkout)
