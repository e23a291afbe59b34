"""What the tests of hostile input share: a story to put it into, and no cache but a temporary one."""

from itertools import cycle

import pytest

from analysis import pipeline
from analysis.__main__ import main as command

# By turns, so that what is put into them meets every section of the page.
SENTENCES = (
    "President Volodymyr Zelensky said on Monday that %s would end the war.\n\n",
    "“We are ready, %s,” State Department spokesman Ned Price told reporters in Kyiv.\n\n",
    "Russia opposes %s, two US officials said, adding that Biden’s plan was likely to fail by 2024.\n\n",
)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "DOCUMENT_CACHE", tmp_path_factory.mktemp("documents"))
        yield


@pytest.fixture(scope="session")
def story():
    """Sentences with each of the texts in one of them."""
    return lambda texts: "".join(sentence.replace("%s", text) for text, sentence in zip(texts, cycle(SENTENCES)))


@pytest.fixture
def main(capsys):
    """Runs a command that must be refused, and returns its one line."""

    def refused(*words):
        capsys.readouterr()
        assert command(words) == 2
        out, err = capsys.readouterr()
        assert not out and err.startswith("faultline: ") and err.count("\n") == 1 and err[:-1].isprintable()
        return err

    return refused
