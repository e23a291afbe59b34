"""What a run was made from, so that anyone can make it again: hashes, versions, parameters, the command."""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final, Literal

import yaml

from analysis.errors import ParameterError, SeedError
from analysis.paths import ACTORS, ARTICLES, CITATION, CODEBOOKS, NOTEBOOKS, PACKAGE, ROOT, from_root, read_file
from analysis.settings import EMBEDDED, Origin, Settings

DEFAULT_ARTICLE = ARTICLES / "cnn-us-ukraine-talks.txt"
# In bytes, of a file that people write.
LARGEST = 10_000_000
# The packages whose release can change an output.
PACKAGES = (
    "countryinfo",
    "curated-tokenizers",
    "matplotlib",
    "nbconvert",
    "onnxruntime",
    "pandas",
    "papermill",
    "spacy",
    "weasyprint",
)
# The environment variable by which makers of reproducible packages give the time of a build.
EPOCH: Final = "SOURCE_DATE_EPOCH"
Timekeeper = Literal["SOURCE_DATE_EPOCH", "commit", "release"]


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One effective parameter: its value, where it came from, and whether it differs from the default."""

    name: str
    value: Any
    origin: Origin
    changed: bool


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Everything a reader needs to make the briefing again. Paths are relative to the checkout.

    `time` is the run's in ISO 8601, and never a clock's: `timed_by` says whose it is.
    """

    article: str
    parameters: tuple[Parameter, ...]
    command: str
    commit: str
    dirty: bool
    time: str
    timed_by: Timekeeper
    inputs: Mapping[str, str]  # path -> SHA-256; a folder's covers all its files
    versions: Mapping[str, str]  # package -> release

    @property
    def inputs_sha256(self) -> str:
        """One hash over inputs, versions, parameters and a time that was given: where it is equal, the outputs are,
        but for the commit and its time, which move with every change of what no run reads.
        """
        made_from = [dict(self.inputs), dict(self.versions), {row.name: row.value for row in self.parameters}]
        made_from += [] if self.timed_by == "commit" else [{self.timed_by: self.time}]
        return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"inputs_sha256": self.inputs_sha256}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Provenance":
        known = {name: values[name] for name in cls.__dataclass_fields__}
        return cls(**known | {"parameters": tuple(Parameter(**row) for row in values["parameters"])})


def collect(
    article: Path, settings: Settings, origins: Mapping[str, Origin], earlier: Mapping[str, str] | None = None
) -> Provenance:
    """The provenance of a run that is about to start; `earlier` is the hash of the run that it compares with."""
    changed = settings.changed()
    commit, committed, dirty = _commit()
    time, timed_by = _time(committed)
    return Provenance(
        article=from_root(article),
        parameters=tuple(
            Parameter(name=name, value=value, origin=origins[name], changed=name in changed)
            for name, value in settings.model_dump().items()
        ),
        command=_command(article, changed),
        commit=commit,
        dirty=dirty,
        time=time,
        timed_by=timed_by,
        inputs=dict(_inputs(article)) | dict(earlier or {}),
        versions={"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
        | {package: version(package) for package in PACKAGES}
        | _pipeline(settings.language_model),
    )


def _pipeline(language_model: str) -> dict[str, str]:
    release = language_model_version(language_model)
    return {"language_model": release} if release else {}


def language_model_version(language_model: str) -> str:
    """The release of a spaCy pipeline, or a hash over the files of its folder; empty for the embedded model, which is
    part of the code.
    """
    if language_model == EMBEDDED:
        return ""
    if Path(language_model).is_dir():
        return code_sha256(Path(language_model), base=Path(language_model))
    try:
        return version(language_model)
    except PackageNotFoundError:
        return "unknown"


def origins_of(settings: Settings) -> dict[str, Origin]:
    """Origins where only the values are known: what differs from its default was set."""
    changed = settings.changed()
    return {name: "set" if name in changed else "default" for name in type(settings).model_fields}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _command(article: Path, changed: Mapping[str, Any]) -> str:
    given = os.environ.get(EPOCH)
    words = [*([f"{EPOCH}={given}"] if given else []), "make", "report"]
    if article.resolve() != DEFAULT_ARTICLE:
        words.append(f"ARTICLE={shlex.quote(from_root(article))}")
    if changed:
        words.append(f'SET="{" ".join(f"{name}={value}" for name, value in changed.items())}"')
    return " ".join(words)


def _inputs(article: Path) -> Iterator[tuple[str, str]]:
    metadata = article.with_suffix(".yml")
    files = [article, *([metadata] if metadata.exists() else []), ROOT / "requirements.lock"]
    files += [*sorted(CODEBOOKS.glob("[!.]*.yml")), *sorted(ACTORS.glob("[!.]*.yml")), *sorted(NOTEBOOKS.glob("*.ipynb"))]
    for path in files:
        try:
            yield from_root(path), hashlib.sha256(read_file(path, LARGEST)).hexdigest()
        except OSError as error:
            raise SeedError(f"{path}: cannot be read ({error.strerror}); mend or move what lies there") from error
    yield "analysis/", code_sha256(PACKAGE)


def code_sha256(*places: Path, base: Path = PACKAGE) -> str:
    """One hash over the files of folders and modules below `base`: their names and contents, bytecode left out."""
    digest = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(base).as_posix()} {sha256(path)}\n".encode())
    return digest.hexdigest()


def _commit() -> tuple[str, int | None, bool]:
    """The checkout's commit, when it was made in seconds of Unix, and whether tracked files differ from it; empty
    outside a git checkout.
    """
    try:
        commit, seconds = _git("log", "-1", "--no-show-signature", "--abbrev=12", "--format=%h %ct").split()
        return commit, int(seconds), bool(_git("status", "--porcelain", "--untracked-files=no"))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return "", None, False


def _git(*words: str) -> str:
    if not (ROOT / ".git").exists():
        raise FileNotFoundError(f"{ROOT}: no checkout of its own, whatever checkout it lies in")
    run = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def _time(committed: int | None) -> tuple[str, Timekeeper]:
    """The time that equal runs share: the one given, else the commit's, else, outside git, the release's."""
    if given := os.environ.get(EPOCH):
        return _given_time(given), EPOCH
    if committed is not None:
        return _iso(committed), "commit"
    released = yaml.safe_load(CITATION.read_text(encoding="utf-8"))["date-released"]
    return f"{released}T00:00:00+00:00", "release"


def _given_time(words: str) -> str:
    try:
        if re.fullmatch("[0-9]+", words):
            return _iso(int(words))
    except (ValueError, OverflowError, OSError):
        pass  # a year that no calendar has
    raise ParameterError(f"{EPOCH}={words}: not a time; give whole seconds since 1970, as date +%s prints, or unset it")


def _iso(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
