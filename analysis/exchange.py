"""Two paths that change places in one step of the file system: at no moment is either of them missing."""

import ctypes
import errno
import os
import sys
from pathlib import Path

# Of Linux's fcntl.h and fs.h, of macOS's stdio.h.
AT_FDCWD, RENAME_EXCHANGE = -100, 2
RENAME_SWAP = 2
# What a system or a file system answers that cannot do it.
UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> bool:
    """Let two paths of one file system change places. False where the system cannot; then nothing has happened."""
    libc = ctypes.CDLL(None, use_errno=True)
    a, b = os.fsencode(one), os.fsencode(other)
    # An audit hook should hear of it as of any renaming.
    sys.audit("os.rename", a, b, -1, -1)
    try:
        if sys.platform == "darwin":
            failed = libc.renamex_np(a, b, RENAME_SWAP)
        else:
            failed = libc.renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE)
    except AttributeError:  # a C library that has no such function
        return False
    number = ctypes.get_errno()
    if failed and number not in UNABLE:
        raise OSError(number, os.strerror(number), str(other))
    return not failed
