"""Locks that end with the process that holds them, and files that are there whole or as they were.

The system lets go of a lock when its holder dies, however it dies; so what lies about unlocked was left by the dead.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PART = ".part"


def hold(path: Path, waiting: Callable[[], None] | None = None) -> BinaryIO:
    """Lock the file `path`, made where there is none; whoever holds it may move or remove it. Closing lets go.

    `waiting` is called once where another process holds it, before it is waited for.
    """
    while True:
        file = path.open("ab")
        if not _locks(file):
            if waiting:
                waiting()
                waiting = None
            fcntl.flock(file, fcntl.LOCK_EX)
        if _is_at(path, file):
            return file
        file.close()  # its last holder moved or removed it


def hold_if_free(path: Path) -> BinaryIO | None:
    """Lock the file `path` as `hold` does; None where another process holds it."""
    file = path.open("ab")
    if _locks(file) and _is_at(path, file):
        return file
    file.close()
    return None


def _locks(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_at(path: Path, file: BinaryIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` at the end, or not at all where that fails.

    It is locked, so that of two writers the second begins when the first has ended.
    """
    part = path.with_name(f".{path.name}{PART}")
    with hold(part) as file:
        try:
            file.truncate(0)
            yield file
            flush_to_disk(file)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or as it was."""
    with replacing(path) as file:
        file.write(content)


def remove_dead_parts(folder: Path) -> None:
    """Remove what writers that were killed left of files in `folder`."""
    for part in folder.glob(f".*{PART}"):
        file = hold_if_free(part)
        if file:
            with file:
                part.unlink(missing_ok=True)


def flush_to_disk(file: BinaryIO) -> None:
    """Have what was written stand on the disk, so that no cut of power takes it back."""
    file.flush()
    os.fsync(file.fileno())
