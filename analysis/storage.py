"""What the file system refuses, in words: which file, why, and what to do. Anything else is a defect of ours."""

import errno
import re
from pathlib import Path

from analysis.errors import StorageError

ELSEWHERE = "name another folder: python -m analysis report --reports FOLDER"
LOCKED = f"it cannot be written to; allow it, or {ELSEWHERE}"
IN_THE_WAY = "a file is where a folder should be; move it away and run again"
REMEDIES = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EFBIG: "the system allows no file so large; raise the limit (ulimit -f) and run again",
    errno.EROFS: LOCKED,
    errno.EACCES: LOCKED,
    errno.EPERM: LOCKED,
    errno.ENOTDIR: IN_THE_WAY,
    errno.EEXIST: IN_THE_WAY,
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n) and run again",
    errno.EIO: "the disk cannot be read or written; see to it and run again",
    errno.ENOLCK: f"its file system cannot lock files; {ELSEWHERE}",
}
UNTOUCHED = "an earlier report stays as it was"
TOLD = re.compile(r"\[Errno (\d+)\] ([^:]*)(?:: '(.*)')?")


def explained(error: OSError, where: Path | None = None) -> StorageError | None:
    """The error in one line for a reader; None where it is none that a reader can mend.

    `where` is what was worked on, for an error that names no file.
    """
    if error.errno not in REMEDIES:
        return None
    place = error.filename or where or "a file"
    return StorageError(f"{place}: {REMEDIES[error.errno]}; {UNTOUCHED}")


def read_back(words: str) -> OSError | None:
    """The error of which only the words have come from another process; None where they are another's."""
    found = TOLD.match(words)
    return OSError(int(found[1]), found[2], found[3]) if found else None
