"""Clean builds of a run: the product's own command, in processes of its own, with nothing kept from before."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis import runs
from analysis.errors import RunError
from analysis.paths import CACHE_FOLDER, ROOT, from_root
from analysis.provenance import EPOCH
from analysis.settings import NO_RUN, run_name
from analysis.verification.runfolder import RunFolder

# A network that has nothing in it, not even this machine; as root, and as anybody where the kernel allows.
ISOLATED = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
# What must not change a byte, and is different from build to build.
HASH_SEEDS = ("1", "2")
# Seconds; a build takes half a minute.
LIMIT = 1800


@dataclass(frozen=True)
class Rebuilt:
    """Hashes of the files that each build made, and the words that its command was kept from the network by."""

    builds: tuple[Mapping[str, str], ...]
    isolated: tuple[str, ...]


@lru_cache(maxsize=1)
def rebuilt(run: RunFolder) -> Rebuilt:
    """Two builds of the run from its article and recorded parameters. Raises `RunError` where one fails."""
    if from_root(run.article_file) != run.provenance.article:
        raise RunError(f"to build the run again its article has to lie at {run.provenance.article}, which it names")
    isolated = next(filter(_works, ISOLATED), ())
    return Rebuilt(tuple(_build(run, seed, isolated) for seed in HASH_SEEDS), isolated)


def _works(command: tuple[str, ...]) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run([*command, "true"], capture_output=True).returncode == 0


def _build(run: RunFolder, seed: str, isolated: tuple[str, ...]) -> dict[str, str]:
    with TemporaryDirectory(prefix="faultline-verify-") as name:
        place = Path(name)
        reports = place / "reports"
        reports.mkdir()
        if run.settings.since != NO_RUN:
            shutil.copytree(run.path.parent / run.settings.since, reports / run.settings.since)
        environment = _time(run) | {"PYTHONHASHSEED": seed, CACHE_FOLDER: str(place / "cache")}
        command = [*isolated, sys.executable, "-m", "analysis", "report", str(run.article_file)]
        command += [*_parameters(run, place), "--reports", str(reports)]
        try:
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=LIMIT)
        except subprocess.TimeoutExpired as error:
            raise RunError(f"the build did not end within {LIMIT // 60} minutes") from error
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["without a word"])[-1]
            raise RunError(f"the build failed with status {done.returncode}: {last}")
        return runs.outputs(reports / run_name(run.slug, run.settings))


def _time(run: RunFolder) -> dict[str, str]:
    """The environment here, with the time that the run was given, or with none."""
    environment = {name: value for name, value in os.environ.items() if name != EPOCH}
    if run.provenance.timed_by == EPOCH:
        environment[EPOCH] = str(int(datetime.fromisoformat(run.provenance.time).timestamp()))
    return environment


def _parameters(run: RunFolder, place: Path) -> list[str]:
    """The recorded parameters, each from where it came then: the page prints that as well."""
    by_origin: dict[str, dict[str, object]] = {"set": {}, "file": {}}
    for row in run.provenance.parameters:
        by_origin.get(row.origin, {})[row.name] = row.value
    file = place / "parameters.yml"
    file.write_text(json.dumps(by_origin["file"]), encoding="utf-8")
    words = " ".join(shlex.quote(f"{name}={value}") for name, value in by_origin["set"].items())
    return ["--set", words, *(["--params", str(file)] if by_origin["file"] else [])]
