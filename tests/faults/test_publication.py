"""A run's way to its place, killed by -9 before each single change of the file system that it makes."""

import pytest

from analysis import runs
from tests.faults import child

OLD = {"briefing.html": "old page", "data/actors.csv": "old", "run.json": "{}"}
NEW = {"briefing.html": "new page", "briefing.pdf": "new", "data/article.json": "{}", "run.json": '{"parameters": []}'}
# Of publication: more than there are, so that the last ones do not die.
MOST_CHANGES = 60


def read(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def hidden(reports):
    return [path.name for path in reports.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("swaps", [True, False], ids=["places are swapped", "no swap on this disk"])
@pytest.mark.parametrize("earlier", [OLD, None], ids=["an earlier run", "none before"])
def test_killed_before_any_change_a_whole_run_stands_and_the_next_puts_all_right(swaps, earlier, tmp_path):
    deaths = 0
    for dies_at in range(1, MOST_CHANGES):
        reports = tmp_path / str(dies_at)
        reports.mkdir()
        if earlier:
            child.write(reports / "story", earlier)
        code = child.ended(child.publish, reports, NEW, dies_at, swaps)
        assert code in (0, -9)
        deaths += code == -9
        if swaps and earlier:
            assert read(reports / "story") in (earlier, NEW), "at no moment is there less than a whole run"
        runs.recover(reports)
        assert hidden(reports) == []
        assert read(reports / "story") in (earlier, NEW) if (reports / "story").exists() else not earlier
        if code == 0:
            break
    assert code == 0 and deaths > 15
    assert read(reports / "story") == NEW and runs.is_listed(reports)
