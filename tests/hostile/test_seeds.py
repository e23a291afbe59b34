"""Hand-written YAML with hostile strings: metadata, codebooks, registries, parameter files."""

import pytest
from lxml import html

from analysis.articles import read_article
from analysis.briefing.catalogue import write as write_catalogue
from analysis.codebook import read_issues
from analysis.errors import InputError
from analysis.model.other import OtherModel
from analysis.registry import read_registry
from analysis.runs import plan, write_record
from analysis.settings import Settings, read_settings
from tests.briefing.other_articles import brief
from tests.hostile.corpus import cases
from tests.hostile.shown import check_run

CASES = cases("seeds")
TEXT = "President Zelensky said on Monday that talks would go on.\n\n“We are ready,” Ned Price said."
SHOWN = [name for name, case in CASES.items() if "refused" not in case.row]


def read(name, folder):
    """What the program makes of a case where such a file is expected. Raises an `InputError`."""
    kind = name.split()[0]
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.yml").write_bytes(CASES[name].content)
    if kind == "metadata":
        return read_article(folder / "a.txt")
    if kind == "codebook":
        return read_issues("a", TEXT, folder)
    if kind == "registry":
        return read_registry(folder)
    (folder / "a.yml").rename(folder / "parameters.yml")
    settings, origins = read_settings(file=folder / "parameters.yml")
    plan(folder / "a.txt", settings, origins, folder)
    return OtherModel(settings.language_model)


@pytest.mark.parametrize("name", sorted(set(CASES) - set(SHOWN)))
def test_what_is_wrong_is_refused_in_one_line(name, tmp_path):
    with pytest.raises(InputError) as refusal:
        read(name, tmp_path)
    message = str(refusal.value)
    assert CASES[name].refused in message
    assert message.isprintable() and len(message) < 1_000 and ";" in message


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_only_odd_is_read_as_plain_words(name, tmp_path):
    found = read(name, tmp_path)
    if name.startswith("metadata"):
        for words in (found.title, found.outlet, found.url, found.rights, *found.authors):
            assert words.isprintable()
        assert found.title == CASES[name].row.get("shows", found.title)
    elif name.startswith("codebook"):
        assert all(issue.name.isprintable() for issue in found)
    else:
        assert all(known.name.isprintable() for known in found.actors.values())


def test_hostile_words_of_seeds_are_text_on_the_page_and_in_the_list_of_runs(tmp_path, monkeypatch):
    """One page with them all: of each kind of file a case, and of titles one that breaks out of everything."""
    run = tmp_path / "reports" / "a"
    run.mkdir(parents=True)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for kind in ("codebook", "registry"):
        (seeds / kind).mkdir()
        (seeds / kind / "mine.yml").write_bytes(CASES[f"{kind} markup"].content)
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    article.with_suffix(".yml").write_bytes(CASES["metadata markup"].content)
    monkeypatch.setattr("analysis.pipeline.read_issues", lambda choice, text: read_issues("mine", text, seeds / "codebook"))
    monkeypatch.setattr("analysis.pipeline.read_registry", lambda: read_registry(seeds / "registry"))
    brief(article, run, paper=False)
    check_run(run)
    page = (run / "briefing.html").read_text()
    for words in ("<script>window.__pwned=1</script>", "<b onclick=window.__pwned=1>", "{{ 7*7 }}"):
        assert words in html.document_fromstring(page).text_content()
    write_record(run, plan(article, Settings(), dict.fromkeys(Settings.model_fields, "default"), tmp_path).provenance)
    write_catalogue(tmp_path / "reports")
    index = html.document_fromstring((tmp_path / "reports" / "index.html").read_text())
    assert index.xpath("//h2")[0].text_content() == "<script>window.__pwned=1</script>"
    assert not index.xpath("//script | //img | //*[@onerror] | //svg")
