"""Where things lie in a checkout. Only this module knows."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "analysis"
ARTICLES = ROOT / "seeds" / "articles"
CODEBOOKS = ROOT / "seeds" / "codebooks"
ACTORS = ROOT / "seeds" / "actors"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
CITATION = ROOT / "CITATION.cff"
# The environment variable that tells a notebook's kernel which run folder it works for.
RUN_FOLDER = "FAULTLINE_RUN_FOLDER"
# The one that names another folder for what is read once and kept; a clean build starts from an empty one.
CACHE_FOLDER = "FAULTLINE_CACHE"


def from_root(path: Path) -> str:
    """How a report names a file: relative to the checkout, so that no host's folders get into it."""
    return Path(os.path.relpath(path.resolve(), ROOT)).as_posix()


def resolve(path: str | Path) -> Path:
    """A path as given, or, where nothing lies there, the same path from the checkout's root.

    A notebook's working folder differs between JupyterLab and papermill; its defaults must hold in both.
    """
    given = Path(path).expanduser()
    return ROOT / given if not given.exists() and (ROOT / given).exists() else given


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or as it was: beside its place first, then moved."""
    part = path.with_name(f".{path.name}-{os.getpid()}")
    part.write_bytes(content)
    part.replace(path)
