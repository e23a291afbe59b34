"""What the slow tests share: one real run of the bundled article, made once for the whole session."""

import os
import shutil

import pytest
from filelock import FileLock

from analysis import runs
from analysis.articles import slug
from analysis.provenance import DEFAULT_ARTICLE
from analysis.settings import read_settings

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """Gives the folder of a name, filled by the first worker that asks for it; the others wait, and only read it."""
    own = tmp_path_factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name, fill):
        folder, whole = common / name, common / f"{name}.whole"
        with FileLock(common / f"{name}.lock"):
            if not whole.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                whole.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def bundled_run(made_once):
    """The folder of a real run: four kernels, nbconvert, WeasyPrint."""
    from analysis.report import build

    def run(reports):
        build(runs.plan(DEFAULT_ARTICLE, *read_settings(), reports=reports))

    return made_once("reports", run) / slug(DEFAULT_ARTICLE)


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM:
        pytest.skip("needs chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()
