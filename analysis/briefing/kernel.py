"""Kernels that notebooks run in, apart from what runs them: a kernel should be on its way up while that loads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jupyter_client.manager import KernelManager

from analysis.paths import ROOT, RUN_FOLDER

KERNEL = "python3"
# What every notebook of ours imports, loaded without leaving a name in its cells' way.
PRELOAD = "[__import__(name) for name in ('analysis.pipeline', 'analysis.briefing.charts', 'analysis.briefing.tables')]"


@contextmanager
def started_kernel(folder: Path) -> Iterator[KernelManager]:
    """A kernel that works on the run `folder`, on its way up; so that it loads while another notebook still runs.

    The folder reaches it by its environment, not as a parameter: it is this host's business, and parameters are
    printed. Its sockets lie in a folder of their own: no port to race another run for, and nothing on the network.
    """
    with TemporaryDirectory(prefix="faultline-") as sockets:
        kernel = KernelManager(kernel_name=KERNEL, transport="ipc", ip=str(Path(sockets) / "kernel"))
        kernel.start_kernel(
            cwd=str(ROOT),
            env=os.environ | {RUN_FOLDER: str(folder.resolve())},
            extra_arguments=[f"--IPKernelApp.exec_lines={PRELOAD}"],
        )
        try:
            yield kernel
        finally:
            kernel.shutdown_kernel(now=True)
