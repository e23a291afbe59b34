import os
import shutil

import pytest


@pytest.fixture
def folder(bundled_run, tmp_path):
    """A copy of a real run that a test may spoil: its files are links to those of the run until one is written."""
    copy = tmp_path / bundled_run.name
    shutil.copytree(bundled_run, copy, copy_function=os.link)
    return copy
