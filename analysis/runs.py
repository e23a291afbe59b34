"""Run folders under `reports/`: whether one is current, and how a new one takes its place whole.

A run is built in a hidden folder beside its own and moved when it is complete, so that an earlier report stays as it
was whatever happens meanwhile. The folder holds all that the making of a run leaves about, and a lock by which the next
run tells a living maker from a dead one.
"""

import hashlib
import json
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from analysis import store
from analysis.articles import check_article, slug
from analysis.errors import ParameterError, StorageError, nearest
from analysis.exchange import exchange
from analysis.locks import hold, hold_if_free, remove_dead_parts
from analysis.paths import DOCUMENT_CACHE, REPORTS
from analysis.provenance import Provenance, collect, sha256
from analysis.records import Annotations
from analysis.settings import NO_RUN, Origin, Settings, run_name

RECORD = "run.json"
LOG = "run.log"
INDEX = "index.html"
BUILDING = ".building-"
# What lies in such a folder, beside the run: its lock, the run before it where two could not change places, and where
# its kernels keep what they need.
LOCK, EARLIER_RUN, SCRATCH_NOTE = "lock", "earlier", "scratch"
SCRATCH = "faultline-"
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


def listing(reports: Path) -> str:
    """One hash over the runs that `reports/index.html` lists, by which it tells whether it is current."""
    digest = hashlib.sha256()
    for folder in finished(reports):
        record = folder / RECORD
        digest.update(f"{folder.name} {sha256(record) if record.is_file() else ''}\n".encode())
    return digest.hexdigest()


def finished(reports: Path) -> list[Path]:
    """The folders of all runs there are, by name."""
    return sorted(path.parent for path in reports.glob("[!.]*/briefing.html"))


def is_listed(reports: Path) -> bool:
    """Whether `reports/index.html` lists the runs as they are; a run killed after it took its place is not in it."""
    try:
        return listing(reports) in (reports / INDEX).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A fresh folder to build a run in, on the same disk as its own; removed at the end unless `publish` has moved it.

    Where another process is building the same run, this one says so and waits for its end.
    """
    place = folder.parent / f"{BUILDING}{folder.name}"
    with _held(place):
        _clear(place)
        # By this process's name, so that nothing which a dead one's kernel may still write gets into it.
        fresh = place / str(os.getpid())
        fresh.mkdir()
        try:
            yield fresh
        finally:
            _clear(place)
            _remove(place)


def reports_of(place: Path) -> Path:
    """Under which folder of runs `place` lies, be it a run or one that is being built."""
    return place.parent.parent if place.parent.name.startswith(BUILDING) else place.parent


def _held(place: Path) -> BinaryIO:
    def waiting() -> None:
        name = place.name.removeprefix(BUILDING)
        print(f"faultline: another make report is making {name}; this one waits for it", file=sys.stderr)

    while True:
        place.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # its last holder removed it in between
            return hold(place / LOCK, waiting)


def scratch(place: Path) -> Path:
    """A folder for what the kernels of the run built in `place` need besides: elsewhere, as paths of sockets must be
    short and not every disk can hold one. It is noted before it is made, so that the next run can remove it.
    """
    try:
        folder = Path(tempfile.gettempdir()) / f"{SCRATCH}{secrets.token_hex(4)}"
    except FileNotFoundError as error:
        raise StorageError(
            "no folder for temporary files can be written to; free space there, or name one: TMPDIR=folder make report"
        ) from error
    (place.parent / SCRATCH_NOTE).write_text(str(folder), encoding="utf-8")
    folder.mkdir(mode=0o700)
    return folder


def recover(reports: Path) -> None:
    """Put right what killed runs left under `reports`; what a living one is building stays."""
    for place in reports.glob(f"{BUILDING}*"):
        with suppress(FileNotFoundError):
            lock = hold_if_free(place / LOCK)
            if lock:
                with lock:
                    _clear(place)
                    _remove(place)
    for folder in {reports, DOCUMENT_CACHE}:
        remove_dead_parts(folder)


def _clear(place: Path) -> None:
    """Remove all that lies in `place`, which is held, but the lock; an earlier run comes back from there first."""
    earlier, folder = place / EARLIER_RUN, place.parent / place.name.removeprefix(BUILDING)
    if earlier.exists() and not folder.exists():
        earlier.rename(folder)
    with suppress(OSError, ValueError):
        noted = Path((place / SCRATCH_NOTE).read_text(encoding="utf-8"))
        if noted.name.startswith(SCRATCH):
            shutil.rmtree(noted, ignore_errors=True)
    for path in place.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != LOCK:
            path.unlink()


def _remove(place: Path) -> None:
    (place / LOCK).unlink(missing_ok=True)
    with suppress(OSError):  # another process is about to lock it anew
        place.rmdir()


def publish(built: Path, folder: Path) -> None:
    """Move a complete run to its own place, in one step where the file system can; the earlier run there goes only
    when the new one stands.
    """
    _flush(built)
    if not folder.exists():
        built.rename(folder)
    elif not exchange(built, folder):
        # Whoever clears up brings it back if this process gets no further than here.
        folder.rename(built.with_name(EARLIER_RUN))
        built.rename(folder)
    _flush_entry(folder.parent)


def _flush(built: Path) -> None:
    for path in sorted(built.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            _flush_entry(path)
    _flush_entry(built)


def _flush_entry(folder: Path) -> None:
    """Have a folder's list of files stand on the disk."""
    entry = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every file system takes it for a folder
            os.fsync(entry)
    finally:
        os.close(entry)
