"""`make report` killed by -9 and stopped by signals, at work on real kernels."""

import ctypes
import signal
import sys

import psutil
import pytest

from tests.faults.conftest import until

PR_SET_CHILD_SUBREAPER = 36  # of Linux's prctl.h
# Busy without end, and deaf to what asks it politely.
BUSY = """import pathlib, signal
for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP): signal.signal(one, signal.SIG_IGN)
pathlib.Path('MARKER').touch()
while True: pass"""


def are_gone(kernels):
    return not any(kernel.is_running() and kernel.status() != psutil.STATUS_ZOMBIE for kernel in kernels)


@pytest.mark.parametrize(
    ("at", "cells", "kernels_at_work"),
    [(None, (BUSY, "2"), 2), ("the PDF", ("1",), 0), ("the move", ("1",), 0), ("the index", ("1",), 0)],
    ids=["a cell", "the PDF", "the move", "the index"],
)
def test_killed_at_work_its_kernels_end_and_the_next_run_recovers(at, cells, kernels_at_work, site):
    making = site.make(*cells, at=at).stands_still()
    kernels = making.kernels()
    assert len(kernels) == kernels_at_work
    assert making.gets(signal.SIGKILL).ends()[0] == -9
    assert site.has_new() if at == "the index" else site.has_earlier()
    until(lambda: are_gone(kernels))
    code, lines = site.make().ends()
    assert code == 0 and lines[0] == ("nothing has changed since" if at == "the index" else "made")
    assert site.has_new() and not site.left_over()
    assert 'href="story/briefing.html"' in (site.reports / "index.html").read_text()


@pytest.fixture
def heir():
    """This process inherits orphans, as a desktop's session does; Jupyter's own watch takes it for their parent."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has such processes")
    system = ctypes.CDLL(None)
    system.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    system.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def test_killed_while_its_kernels_load_they_end(heir, site):
    making = site.make("1")
    until(making.kernels)
    kernels = making.kernels()
    making.gets(signal.SIGKILL).ends()
    until(lambda: are_gone(kernels))
    assert site.has_earlier()


def test_what_was_set_to_be_ignored_stays_ignored(site):
    """As `nohup` does for a closed terminal."""
    making = site.make("1", at="the PDF", ignored=signal.SIGHUP).stands_still()
    assert making.gets(signal.SIGHUP).goes_on().ends()[0] == 0 and site.has_new()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_it_says_so_in_one_line_and_leaves_nothing(number, site):
    making = site.make(BUSY, "2").stands_still()
    kernels = making.kernels()
    code, lines = making.gets(number).ends()
    assert (code, lines) == (128 + number, ["faultline: stopped; an earlier report stays as it was"])
    assert are_gone(kernels) and site.has_earlier() and not site.left_over()
