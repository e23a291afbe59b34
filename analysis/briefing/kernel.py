"""Kernels that notebooks run in, apart from what runs them: a kernel should be on its way up while that loads."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

from analysis.errors import ParameterError, StorageError
from analysis.paths import ROOT, RUN_FOLDER

KERNEL = "python3"
# A kernel's own process; `{connection_file}` is Jupyter's to fill in.
COMMAND = [sys.executable, "-m", "analysis.kernel_process", "-f", "{connection_file}"]
# What a path to a socket may have on every system, less what is added to the folder's.
LONGEST = 104 - len("/xxxxxxxx/kernel-5")
SECONDS = "FAULTLINE_CELL_SECONDS"
# Many times what a slow laptop needs: the slowest cell reads the whole article.
LEAST_SECONDS, SECONDS_PER_CHARACTER = 900, 0.01


class _OurKernel(KernelSpecManager):
    """Our start of this same Python, whatever kernels of that name a user has installed."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=COMMAND, display_name=kernel_name, language="python")


@contextmanager
def started_kernel(folder: Path, scratch: Path) -> Iterator[KernelManager]:
    """A kernel that works on the run `folder`, on its way up; so that it loads while another notebook still runs.

    The folder reaches it by its environment, not as a parameter: it is this host's business, and parameters are
    printed. All else that it writes, its sockets first, lies in a folder of its own in `scratch`: no port to race
    another run for, nothing on the network, no settings or history of a user's, nothing in a home that may be locked.
    """
    if len(os.fsencode(scratch)) > LONGEST:
        raise StorageError(f"{scratch}: too long a path for sockets; name a shorter one: TMPDIR=/tmp make report")
    place = Path(mkdtemp(prefix="", dir=scratch))
    kernel = KernelManager(
        kernel_name=KERNEL,
        kernel_spec_manager=_OurKernel(),
        # A blocking one waits for the answer of a kernel that has died, and through Ctrl-C.
        client_class="jupyter_client.asynchronous.AsyncKernelClient",
        transport="ipc",
        ip=str(place / "kernel"),
        connection_file=str(place / "kernel.json"),
    )
    own = {RUN_FOLDER: str(folder.resolve()), "IPYTHONDIR": str(place), "TMPDIR": str(place)}
    # Held open for as long as this process lives, and written to by nobody: its end is the kernel's sign to end.
    alive, held = os.pipe()
    try:
        with log_of(kernel).open("wb") as log, os.fdopen(alive, "rb"):
            kernel.start_kernel(cwd=str(ROOT), env=os.environ | own, stdin=alive, stdout=log, stderr=log)
        yield kernel
    finally:
        if kernel.has_kernel:
            kernel.shutdown_kernel(now=True)
        os.close(held)


def log_of(kernel: KernelManager) -> Path:
    """Where a kernel's process writes what it has to say outside of cells."""
    return Path(kernel.connection_file).with_suffix(".log")


def time_limit(characters: int) -> int:
    """The seconds that one cell may take for an article of so many characters, unless the environment says another.

    Raises `ParameterError` where it says no number.
    """
    given = os.environ.get(SECONDS, "")
    if given and not (given.isascii() and given.isdigit() and int(given)):
        raise ParameterError(f"{SECONDS}={given}: not a whole number of seconds above 0; give one, or none")
    return int(given or LEAST_SECONDS + SECONDS_PER_CHARACTER * characters)
