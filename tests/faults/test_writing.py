"""Single files that are there whole or as they were: the list of runs, a cached document."""

import pytest

from analysis import locks
from tests.faults import child
from tests.faults.conftest import until


@pytest.fixture
def writer(tmp_path):
    """A process half-way through writing `page`; the file by which it is let go on."""
    (tmp_path / "page").write_text("earlier")
    process = child.started(child.write_half, tmp_path / "page", tmp_path / "marker")
    until((tmp_path / "marker").exists)
    yield process, tmp_path / "marker"
    process.kill()
    process.join()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_killed_half_way_it_leaves_the_earlier_file_and_the_next_clears_up(writer, tmp_path):
    process, marker = writer
    process.kill()
    process.join()
    marker.unlink()
    assert (tmp_path / "page").read_text() == "earlier" and len(names(tmp_path)) == 2
    locks.remove_dead_parts(tmp_path)
    assert names(tmp_path) == ["page"]


def test_the_next_writer_takes_over_from_a_dead_one(writer, tmp_path):
    process, marker = writer
    process.kill()
    process.join()
    marker.unlink()
    locks.write_whole(tmp_path / "page", b"new")
    assert (tmp_path / "page").read_text() == "new" and names(tmp_path) == ["page"]


def test_of_two_at_once_the_second_begins_when_the_first_has_ended(writer, tmp_path):
    process, marker = writer
    locks.remove_dead_parts(tmp_path)  # it lives
    second = child.started(child.write_half, tmp_path / "page", tmp_path / "second")
    second.join(0.3)
    assert not (tmp_path / "second").exists()
    marker.unlink()
    until((tmp_path / "second").exists)
    process.join()
    assert process.exitcode == 0 and (tmp_path / "page").read_text() == "half and half"
    (tmp_path / "second").unlink()
    second.join()
    assert second.exitcode == 0 and names(tmp_path) == ["page"]


def test_a_writer_that_fails_leaves_the_earlier_file_alone(tmp_path):
    (tmp_path / "page").write_text("earlier")
    with pytest.raises(RuntimeError), locks.replacing(tmp_path / "page") as file:
        file.write(b"half")
        raise RuntimeError
    assert (tmp_path / "page").read_text() == "earlier" and names(tmp_path) == ["page"]
