"""Where things lie in a checkout. Only this module knows."""

import errno
import os
import stat
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "analysis"
ARTICLES = ROOT / "seeds" / "articles"
CODEBOOKS = ROOT / "seeds" / "codebooks"
ACTORS = ROOT / "seeds" / "actors"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
# The environment variable that names another folder for what is read once and kept; a clean build starts from an
# empty one.
CACHE_FOLDER = "FAULTLINE_CACHE"
# May be deleted at any time; nothing in a run folder depends on it.
DOCUMENT_CACHE = Path(os.environ.get(CACHE_FOLDER) or REPORTS / ".cache")
CITATION = ROOT / "CITATION.cff"
# The environment variable that tells a notebook's kernel which run folder it works for.
RUN_FOLDER = "FAULTLINE_RUN_FOLDER"


def from_root(path: Path) -> str:
    """How a report names a file: relative to the checkout, so that no host's folders get into it."""
    return Path(os.path.relpath(path.resolve(), ROOT)).as_posix()


def resolve(path: str | Path) -> Path:
    """A path as given, or, where nothing lies there, the same path from the checkout's root.

    A notebook's working folder differs between JupyterLab and papermill; its defaults must hold in both.
    """
    # Those of os, because a name that is too long, or of an unknown user, is simply not there.
    given = Path(os.path.expanduser(path))  # noqa: PTH111
    return ROOT / given if not os.path.exists(given) and os.path.exists(ROOT / given) else given  # noqa: PTH110


class IrregularFileError(OSError):
    """A folder, a pipe or a device stands where a file is wanted."""


class LargeFileError(OSError):
    """A file is larger than any that people write."""


def read_file(path: Path, most: int) -> bytes:
    """The content of a file of at most `most` bytes; nothing that would block or has no end is opened.

    Raises `OSError`, whose `strerror` says why.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise IrregularFileError(errno.EINVAL, "not a file")
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        size = max(len(content), path.stat().st_size)
        raise LargeFileError(errno.EFBIG, f"{size / 1e6:.1f} MB is over the limit of {most / 1e6:g} MB")
    return content
