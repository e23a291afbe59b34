"""Disks that are full or locked, and what else a reader can mend: one line, status 2, the earlier report untouched."""

import os
import subprocess

import pytest

FULL = "the disk is full; free some space and run again; an earlier report stays as it was"
LARGE = "import os; open(os.environ['FAULTLINE_RUN_FOLDER'] + '/large', 'w').write('x' * 2_000_000)"
# case -> (bytes left free on the disk, cell)
FULL_DISKS = {"from the start": (0, "1"), "while a cell writes": (300_000, LARGE), "at the list of runs": (60_000, "1")}


def fill(folder, left):
    """Fill a disk until so many bytes are free."""
    disk = os.statvfs(folder)
    (folder / "filling").write_bytes(b"x" * (disk.f_bavail * disk.f_bsize - left))


@pytest.mark.parametrize("case", FULL_DISKS)
def test_on_a_full_disk_it_says_so_and_recovers_when_there_is_space(case, small_disk):
    left, cell = FULL_DISKS[case]
    fill(small_disk.reports, left)
    code, lines = small_disk.make(cell).ends()
    assert code == 2 and len(lines) == 1 and lines[0].endswith(FULL), lines
    assert str(small_disk.reports) in lines[0]
    assert small_disk.has_new() if "list" in case else small_disk.has_earlier()
    (small_disk.reports / "filling").unlink()
    assert not small_disk.left_over()
    if left:
        assert small_disk.make().ends()[0] == 0 and small_disk.has_new()
        assert 'href="story/briefing.html"' in (small_disk.reports / "index.html").read_text()


def test_a_limit_on_the_size_of_files_is_named(site):
    code, lines = site.make(largest_file=60_000).ends()
    assert code == 2 and len(lines) == 1 and str(site.reports) in lines[0] and "ulimit -f" in lines[0], lines
    assert site.has_new() and not site.left_over()


def test_a_locked_disk_is_named(small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk.reports], check=True)
    code, lines = small_disk.make().ends()
    assert code == 2 and len(lines) == 1 and str(small_disk.reports) in lines[0] and "cannot be written" in lines[0]
    assert small_disk.has_earlier()


def test_a_file_where_the_reports_should_be_is_named(site):
    reports = site.reports
    reports.rename(site.folder / "moved")
    reports.write_text("mine")
    code, lines = site.make().ends()
    assert (
        code == 2 and len(lines) == 1 and str(reports) in lines[0] and "a file is where a folder should be" in lines[0]
    )
    assert reports.read_text() == "mine"


def test_reports_that_are_missing_are_made(site):
    site.reports = site.folder / "new" / "reports"
    assert site.make().ends()[0] == 0 and site.has_new()


def test_a_path_too_long_for_sockets_is_named(site):
    site.temporary = site.temporary / ("x" * 90)
    site.temporary.mkdir()
    code, lines = site.make().ends()
    assert code == 2 and len(lines) == 1 and "TMPDIR=/tmp make report" in lines[0], lines
    assert site.has_earlier() and not site.left_over()


def test_no_home_is_needed(site):
    """Where a home cannot be made, no library's cache or history can be either."""
    code, lines = site.make(HOME="/dev/null/home").ends()
    assert code == 0 and lines[0] == "made" and not site.left_over(), lines
