"""Seconds and peak memory of a run on the bundled article: `make bench`.

Each row is one command, timed as a whole process tree from outside; memory is the largest resident set that the
tree reached, sampled every 100 ms. The run folder of the bundled article is removed before the first row.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "reports" / "cnn-us-ukraine-talks"
CACHE = ROOT / "reports" / ".cache"
PYTHON = sys.executable
OUT = tempfile.mkdtemp(prefix="faultline-bench-")
SINGLE = (
    ("make report, run removed before", ["make", "report"], "20 s, 1024 MiB"),
    ("make report, nothing changed", ["make", "report"], "1 s"),
    ("pipeline without notebooks, nothing cached", [PYTHON, "-m", "analysis", "annotate", "--out", OUT], "2 s"),
)


def resident(process: psutil.Process) -> int:
    """Bytes resident in a process and all that it started."""
    total = 0
    for one in [process, *process.children(recursive=True)]:
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def timed(command: list[str]) -> tuple[float, float]:
    """Wall-clock seconds and peak MiB of a command. Raises `CalledProcessError` if it fails."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        watched = psutil.Process(process.pid)
        peak = 0
        while process.poll() is None:
            try:
                peak = max(peak, resident(watched))
            except psutil.NoSuchProcess:
                break
            time.sleep(0.1)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, peak / 2**20


def main() -> None:
    shutil.rmtree(RUN, ignore_errors=True)
    subprocess.run(["make", "report"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # warms the disk's cache
    shutil.rmtree(RUN)
    print(f"{'command':<48} {'seconds':>8} {'MiB':>6}  target")
    for name, command, target in SINGLE:
        if OUT in command:
            shutil.rmtree(CACHE)  # else the document would be taken from there
        seconds, mebibytes = timed(command)
        print(f"{name:<48} {seconds:>8.2f} {mebibytes:>6.0f}  {target}")
    shutil.rmtree(OUT)


if __name__ == "__main__":
    main()
