"""Run folders under `reports/`: whether one is current, and how a new one takes its place whole.

A run is built in a folder beside its own and moved when it is complete, so that an earlier report stays as it was
whatever happens meanwhile.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis import store
from analysis.articles import check_article, slug
from analysis.errors import ParameterError, nearest
from analysis.paths import REPORTS
from analysis.provenance import Provenance, collect, sha256
from analysis.records import Annotations
from analysis.settings import NO_RUN, Origin, Settings, run_name

RECORD = "run.json"
LOG = "run.log"
# How a run that another is compared with stands among that one's inputs.
EARLIER = "reports/"


@dataclass(frozen=True)
class Plan:
    """A run that is wanted: of which article, under which settings, from which inputs, in which folder."""

    article: Path
    settings: Settings
    provenance: Provenance
    folder: Path


def plan(article: Path, settings: Settings, origins: Mapping[str, Origin], reports: Path = REPORTS) -> Plan:
    """The run that this article and these settings ask for. Raises `ArticleError` where there is no such file, and
    `ParameterError` where the run to compare with cannot be read or is this one.
    """
    check_article(article)
    name = run_name(slug(article), settings)
    if settings.since == name:
        raise ParameterError(f"since={name}: a run cannot be compared with itself; name another, or none")
    earlier = read_earlier(reports, settings.since)
    return Plan(article, settings, collect(article, settings, origins, earlier_inputs(earlier)), reports / name)


@dataclass(frozen=True)
class Earlier:
    """A run that another is compared with: its records, and the parameters and inputs that they were made from.

    `sha256` covers all of these and nothing else, so that two runs may each be compared with the other.
    """

    name: str
    annotations: Annotations
    parameters: Mapping[str, Any]
    inputs: Mapping[str, str]
    sha256: str


def read_earlier(reports: Path, name: str) -> Earlier | None:
    """The run of that name under `reports`; None for `none`. Raises `ParameterError` where it cannot be read."""
    if name == NO_RUN:
        return None
    folder = reports / name
    if not folder.is_dir():
        there = [path.parent.parent.name for path in sorted(reports.glob(f"[!.]*/data/{store.ANNOTATIONS_FILE}"))]
        remedy = nearest(name, there) if there else "there is none to compare with yet"
        raise ParameterError(f"since={name}: no such run under {reports.name}; {remedy}")
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        parameters = {row["name"]: row["value"] for row in record["parameters"]}
        inputs = {path: digest for path, digest in record["inputs"].items() if not path.startswith(EARLIER)}
        annotations = store.load(folder / "data").annotations
    except (OSError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise ParameterError(
            f"since={name}: its records cannot be read; make that run again, or compare with none"
        ) from error
    parameters.pop("since", None)
    return Earlier(name, annotations, parameters, inputs, _digest(folder / "data", parameters, inputs))


def earlier_inputs(earlier: Earlier | None) -> dict[str, str]:
    """What the run compared with adds to the inputs of the new one."""
    return {f"{EARLIER}{earlier.name}": earlier.sha256} if earlier else {}


def _digest(data: Path, *made_from: Mapping[str, Any]) -> str:
    """One hash over the records in `data`, their header left out, and over what they were made from."""
    records = (data / store.ANNOTATIONS_FILE).read_bytes().partition(b"\n")[2]
    article = (data / store.ARTICLE_FILE).read_bytes()
    return hashlib.sha256(b"\n".join([article, records, json.dumps(made_from, sort_keys=True).encode()])).hexdigest()


def read_record(folder: Path) -> dict[str, Any]:
    """The folder's `run.json`; empty where there is none that can be read."""
    try:
        record: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record


def write_record(folder: Path, provenance: Provenance, **outcome: Any) -> None:
    """Write `run.json`: the provenance, and, once known, what came of it."""
    record = json.dumps(provenance.to_json() | outcome, ensure_ascii=False, indent=1)
    (folder / RECORD).write_text(f"{record}\n", encoding="utf-8")


def is_current(plan: Plan) -> bool:
    """Whether the plan's folder holds, complete and untouched, what these inputs make."""
    record = read_record(plan.folder)
    files: Mapping[str, str] = record.get("outputs", {})
    return (
        "briefing.pdf" in files
        and record.get("inputs_sha256") == plan.provenance.inputs_sha256
        and all((plan.folder / name).is_file() and sha256(plan.folder / name) == files[name] for name in files)
    )


def outputs(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of a run by its name, `run.json` and the log left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in files if path.name not in (RECORD, LOG)}


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A fresh folder to build a run in, beside its own; removed unless `publish` has moved it."""
    place = folder.parent / f".building-{folder.name}-{os.getpid()}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def publish(built: Path, folder: Path) -> None:
    """Move a complete run to its own place; the earlier run there goes only when the new one stands."""
    old = folder.parent / f".old-{folder.name}-{os.getpid()}"
    if folder.exists():
        folder.rename(old)
    try:
        built.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
