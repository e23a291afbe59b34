"""A reports/ with an earlier report in it, and `make report` to be started there and to come to harm."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from tempfile import mkdtemp

import nbformat
import psutil
import pytest

from tests.faults import child

EARLIER = {"briefing.html": "earlier page", "briefing.pdf": "earlier", "data/actors.csv": "id", "run.json": "{}"}
STORY = "The minister said that talks would go on.\n"
# What the list of runs wants of one.
SAVING = """import json, os, pathlib
data = pathlib.Path(os.environ["FAULTLINE_RUN_FOLDER"]) / "data"
data.mkdir(exist_ok=True)
(data / "article.json").write_text(json.dumps({"title": "T", "outlet": "", "published": None}))"""
PATIENCE = 60


class Making:
    """One `make report` under way, or at its end."""

    def __init__(self, process, told, marker):
        self.process, self.told, self.marker = process, told, marker

    def stands_still(self):
        """Wait until it does."""
        until(self.marker.exists)
        return self

    def goes_on(self):
        self.marker.unlink()
        return self

    def kernels(self):
        return psutil.Process(self.process.pid).children(recursive=True)

    def gets(self, number):
        os.kill(self.process.pid, number)
        return self

    def ends(self):
        """Its exit status and the lines it has printed."""
        self.process.join(PATIENCE)
        return self.process.exitcode, self.lines()

    def lines(self):
        return self.told.read_text().splitlines() if self.told.exists() else []


class Site:
    """Where reports are made: a folder of inputs, one of reports, one for temporary files."""

    def __init__(self, folder, temporary):
        self.folder, self.temporary, self.reports = folder, temporary, folder / "reports"
        self.started = []
        child.write(folder, {"story.txt": STORY, "other.txt": STORY})
        child.write(self.reports / "story", EARLIER)

    def make(self, *cells, article="story", at=None, largest_file=None, ignored=None, **environment):
        """Start a report of notebooks with one cell each."""
        number = str(len(self.started))
        notebooks, told, marker = (self.folder / f"{name}{number}" for name in ("notebooks", "told", "marker"))
        write_notebooks(notebooks, cells or ("1",), marker)
        words = ["report", str(self.folder / f"{article}.txt"), "--reports", str(self.reports)]
        environment = {"TMPDIR": str(self.temporary)} | environment
        process = child.started(child.run, words, told, notebooks, at, marker, environment, largest_file, ignored)
        self.started.append(process)
        return Making(process, told, marker)

    def has_earlier(self):
        return read(self.reports / "story") == EARLIER

    def has_new(self, article="story"):
        return (self.reports / article / "briefing.html").read_text() == child.PAGE

    def left_over(self):
        """All that lies about and is no report."""
        hidden = [path for path in self.reports.iterdir() if path.name[0] == "."]
        return [path.name for path in [*hidden, *self.temporary.iterdir()]]


def read(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def until(true):
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def write_notebooks(folder, cells, marker):
    folder.mkdir()
    for number, cell in enumerate(cells):
        parameters = nbformat.v4.new_code_cell("article = ''", metadata={"tags": ["parameters"]})
        sources = (cell.replace("MARKER", str(marker)), SAVING)
        node = nbformat.v4.new_notebook(cells=[parameters, *map(nbformat.v4.new_code_cell, sources)])
        node.metadata.kernelspec = {"name": "python3", "display_name": "python3", "language": "python"}
        nbformat.write(node, folder / f"{number}.ipynb")


@pytest.fixture
def site(tmp_path):
    temporary = Path(mkdtemp(prefix="f"))  # not under pytest's, whose path is too long for sockets
    site = Site(tmp_path, temporary)
    yield site
    for process in site.started:
        process.kill()
        process.join()
    shutil.rmtree(temporary, ignore_errors=True)


@pytest.fixture
def small_disk(site):
    """The site's reports on a disk of 1 MB of its own."""
    moved = site.folder / "moved"
    site.reports.rename(moved)
    site.reports.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", site.reports], capture_output=True)
    if mounted.returncode:
        pytest.skip("this user may mount no disk to fill")
    shutil.copytree(moved, site.reports, dirs_exist_ok=True)
    yield site
    subprocess.run(["umount", "--lazy", site.reports], check=True)
