"""What runs in the process of a notebook's kernel: `python -m analysis.kernel_process -f FILE`.

The guard against the network stands before anything else is loaded, and a kernel that cannot be made so does not run.
"""

import os
import sys
import threading
from typing import Any

from analysis import offline


def main() -> None:
    """Serve a notebook until the process that started this one shuts it down or ends."""
    threading.Thread(target=_end_with_parent, args=(os.dup(sys.stdin.fileno()),), daemon=True).start()
    offline.refuse()
    from ipykernel.kernelapp import IPKernelApp

    app: Any = IPKernelApp.instance()
    app.initialize([*sys.argv[1:], "--HistoryManager.enabled=False"])
    with app.shell.builtin_trap:  # as in a cell: pandas asks whether there is a shell when it loads
        # What every notebook of ours imports.
        from analysis import pipeline
        from analysis.briefing import charts, tables
    _ = pipeline, charts, tables
    app.start()


def _end_with_parent(alive: int) -> None:
    """Read from what the parent holds open, which is empty, until it ends; then end at once, whatever goes on."""
    os.read(alive, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
