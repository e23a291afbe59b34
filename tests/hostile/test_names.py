"""Names of files and kinds of files: the run's folder stays under reports, nothing hangs, nothing runs."""

import json
import os
import subprocess
import sys

import pytest

from analysis import runs
from analysis.articles import read_article, slug
from analysis.errors import InputError
from analysis.paths import ROOT
from analysis.provenance import collect
from analysis.settings import Settings
from tests.hostile.corpus import cases

NAMES = cases("names")
TEXT = "President Zelensky said on Monday that talks would go on."


def path_of(case, folder):
    return folder / os.fsdecode(case.content)


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_read_or_refused_and_its_run_stays_under_reports(name, tmp_path):
    case, origins = NAMES[name], dict.fromkeys(Settings.model_fields, "default")
    path = path_of(case, tmp_path)
    if len(path.name) < 256:
        path.write_text(TEXT)
    if case.refused:
        with pytest.raises(InputError, match=case.refused) as refusal:
            runs.plan(path, Settings(), origins)
        assert str(refusal.value).isprintable()
        return
    plan = runs.plan(path, Settings(), origins, tmp_path / "reports")
    assert plan.folder.parent == tmp_path / "reports" and plan.folder.name[0] != "."
    assert plan.folder.name == case.row.get("slug", plan.folder.name) == slug(path)
    assert len(plan.folder.name) <= 80
    assert read_article(path).title.isprintable()


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path):
    """Each where an article, its metadata, parameters or a seed is expected; a pipe would be waited for, a device read on."""
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "b.yml")
    (tmp_path / "c.yml").mkdir()
    (tmp_path / "d.yml").symlink_to("/dev/zero")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    for name in "bcd":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    ways = [
        "/dev/zero",
        "/dev/stdin",
        "/proc/self/mem",
        "pipe.txt",
        ".",
        "circle.txt",
        "dangling.txt",
        "b.txt",
        "c.txt",
        "d.txt",
        "~nobody-of-that-name/x.txt",
        "a" * 300,
        "/" * 5000,
    ]
    words = [("report", way) for way in ways] + [
        ("report", str(ROOT / "README.md"), "--params", way) for way in ("/dev/zero", "b.yml", ".")
    ]
    script = "import sys, json\nfrom analysis.__main__ import main\nfor words in json.loads(sys.argv[1]): print(main(words), flush=True)"
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(words)], cwd=tmp_path, capture_output=True, text=True, timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    lines = done.stderr.splitlines()
    assert done.stdout.split() == ["2"] * len(words), done.stderr
    assert len(lines) == len(words) and all(line.startswith("faultline: ") for line in lines)


def test_a_seed_that_is_no_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.provenance.CODEBOOKS", tmp_path)
    (tmp_path / ".#mine.yml").symlink_to("an editor's lock")
    collect(ROOT / "README.md", Settings(), dict.fromkeys(Settings.model_fields, "default"))
    (tmp_path / "mine.yml").mkdir()
    with pytest.raises(InputError, match=r"mine\.yml: cannot be read"):
        collect(ROOT / "README.md", Settings(), dict.fromkeys(Settings.model_fields, "default"))


def test_an_unreadable_article_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(InputError, match="Permission denied"):
        read_article(path)


def test_a_linked_article_is_read_and_its_run_is_named_by_the_link(tmp_path):
    (tmp_path / "elsewhere.txt").write_text(TEXT)
    link = tmp_path / "link.txt"
    link.symlink_to("elsewhere.txt")
    plan = runs.plan(link, Settings(), dict.fromkeys(Settings.model_fields, "default"), tmp_path / "reports")
    assert plan.folder == tmp_path / "reports" / "link"
    assert read_article(link).text == TEXT


def test_make_runs_nothing_in_a_value(tmp_path):
    values = [
        f"{name}=$(shell touch {tmp_path / name})`touch {tmp_path / name}`"
        for name in ("ARTICLE", "SET", "PARAMS", "GOLD")
    ]
    subprocess.run(["make", "-C", ROOT, "help", *values], capture_output=True, check=True)
    assert not list(tmp_path.iterdir())
