import tempfile

import pytest

from analysis.briefing import kernel
from analysis.errors import ParameterError, StorageError


def test_without_a_folder_for_temporary_files_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/dev/null/none"])
    with pytest.raises(StorageError, match="TMPDIR=folder make report"):
        kernel.scratch(tmp_path / "run")


def test_a_path_too_long_for_sockets_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", f"/tmp/{'x' * 90}")
    with pytest.raises(StorageError, match=r"xxx.*TMPDIR=/tmp make report"):
        kernel.scratch(tmp_path / "run")


@pytest.mark.parametrize(("characters", "seconds"), [(0, 900), (3_000, 930), (1_000_000, 10_900)])
def test_the_time_limit_of_a_cell_grows_with_the_article(characters, seconds):
    assert kernel.time_limit(characters) == seconds


@pytest.mark.parametrize("given", ["soon", "0", "-1", "1.5", "²"])
def test_a_time_limit_that_is_none_is_refused(given, monkeypatch):
    monkeypatch.setenv(kernel.SECONDS, given)
    with pytest.raises(ParameterError, match=f"{kernel.SECONDS}={given}: not a whole number"):
        kernel.time_limit(1)
