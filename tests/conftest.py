"""What the slow tests share: one real run of the bundled article, made once for the whole session."""

import pytest

from analysis import runs
from analysis.provenance import DEFAULT_ARTICLE
from analysis.settings import read_settings


@pytest.fixture(scope="session")
def bundled_run(tmp_path_factory):
    """The folder of a real run: four kernels, nbconvert, WeasyPrint."""
    from analysis.report import build

    plan = runs.plan(DEFAULT_ARTICLE, *read_settings(), reports=tmp_path_factory.mktemp("reports"))
    build(plan)
    return plan.folder
