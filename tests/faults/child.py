"""`make report` in a process of its own, to be killed, starved or stopped: real kernels, locks, files and signals.

It is forked off a server that has loaded everything. Its notebooks are the test's, and what comes after them (page,
lint, PDF, crate) is a stand-in, unless that is what a test is about.
"""

import multiprocessing
import os
import resource
import runpy
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

from analysis import locks, runs

# Where a child can be made to stand still: the function that it is about to call.
STEPS = {
    "the PDF": ("analysis.report", "_write_pdf"),
    "the move": ("analysis.runs", "publish"),
    "the index": ("analysis.briefing.catalogue", "render"),
}
LIGHT = [sys.executable, "-m", "tests.faults.light_kernel", "-f", "{connection_file}"]
PAGE = "<html>new</html>"
CHANGING = {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(
    ["tests.faults.child", "analysis.guidelines", "analysis.report", "analysis.briefing.catalogue", "papermill"]
)


def run(words, told, notebooks, at, marker, environment, largest_file, ignored):
    """What the child does: the command with these words; what it prints goes to the file `told`. At the step `at` it
    stands still for as long as the file `marker` is there.
    """
    with Path(told).open("wb") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    os.environ.update(environment)
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # A shell has what it starts in the background ignore some.
        signal.signal(number, signal.SIG_IGN if number == ignored else signal.SIG_DFL)
    _stand_in(Path(notebooks))
    if at:
        owner, function = STEPS[at]
        _stand_still_before(import_module(owner), function, Path(marker))
    sys.argv = ["analysis", *words]
    runpy.run_module("analysis", run_name="__main__", alter_sys=True)


def _stand_in(notebooks):
    from analysis import report
    from analysis.briefing import kernel

    kernel.COMMAND = LIGHT
    report.NOTEBOOKS = notebooks
    report.NOTEBOOK_ORDER = tuple(sorted(path.stem for path in notebooks.glob("*.ipynb")))
    found = SimpleNamespace(article=None)
    report.store = SimpleNamespace(load=lambda folder: SimpleNamespace(annotations=found))
    report.crate = report.web_annotations = SimpleNamespace(write=lambda *_: None)
    report.lint = SimpleNamespace(check=lambda *_: None, words_taken_over=lambda *_: ())
    report._write_pdf = lambda html, path: path.write_text("new") and None
    sys.modules["analysis.briefing.export"] = SimpleNamespace(to_html=lambda node, **_: PAGE)


def _stand_still_before(owner, name, marker):
    original = getattr(owner, name)

    def first(*args, **options):
        marker.touch()
        while marker.exists():
            time.sleep(0.02)
        return original(*args, **options)

    setattr(owner, name, first)


def started(target, *args):
    """A process that does that."""
    process = SERVER.Process(target=target, args=args)
    process.start()
    return process


def ended(target, *args):
    """The exit code of a process that has done that."""
    process = started(target, *args)
    process.join()
    return process.exitcode


def publish(reports, files, dies_at, swaps):
    """Make the run `story` of these files anew, dying at one of the changes of the file system that it takes."""
    from analysis import exchange
    from analysis.briefing import catalogue, kernel

    if not swaps:
        exchange.exchange = lambda one, other: False
    die_at(dies_at)
    with runs.building(reports / "story") as place:
        kernel.scratch(place)
        write(place, files)
        runs.publish(place, reports / "story")
    catalogue.write(reports)


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def die_at(number):
    """Die by -9 just before this process changes the file system for that time from here on."""
    count = 0

    def hook(event, values):
        nonlocal count
        if event in CHANGING or (event == "open" and values[2] & WRITING):
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def write_half(path, marker):
    """Write a file whole, but stand still half-way."""
    with locks.replacing(path) as file:
        file.write(b"half")
        file.flush()
        marker.touch()
        while marker.exists():
            time.sleep(0.02)
        file.write(b" and half")
