"""A run folder as a research object: valid by its profile's own validator, true to its files, the same each time."""

import json
import shutil
import socket
from dataclasses import replace
from itertools import islice

import pytest

from analysis import crate, store
from analysis.provenance import EPOCH, Provenance, sha256
from analysis.runs import LOG, RECORD, read_record

# What a crate of ours cannot give, of what is recommended: addresses it has not, a person it does not record.
NOT_KNOWN = {
    "./": "publisher",
    "./#agent": "affiliation",
    "./#faultline": "url",
    "./#notebooks/1-actors.ipynb": "url",
    "./#notebooks/2-positions.ipynb": "url",
    "./#notebooks/3-tensions.ipynb": "url",
    "./#notebooks/briefing.ipynb": "url",
    "http://schema.org/SoftwareApplication": "absolute URI",
    "http://schema.org/SoftwareSourceCode": "absolute URI",
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """The validator would fetch the meaning of the crate's terms."""

    def refuse(*_):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def run(bundled_run, tmp_path):
    """A copy of a real run, to damage; in a folder of a name that is no address."""
    return shutil.copytree(bundled_run, tmp_path / "an é run")


def read(folder):
    return json.loads((folder / crate.FILE).read_text(encoding="utf-8"))


def entities(folder):
    return {entity["@id"]: entity for entity in read(folder)["@graph"]}


def change(folder, key, **values):
    """Set properties of the entity of that id; None takes one away."""
    document = read(folder)
    entity = next(entity for entity in document["@graph"] if entity["@id"] == key)
    entity.update(values)
    for name in [name for name, value in values.items() if value is None]:
        del entity[name]
    (folder / crate.FILE).write_text(json.dumps(document), encoding="utf-8")


def test_a_real_run_breaks_no_rule_and_lacks_only_what_is_not_known(bundled_run):
    found = [line.split(": ", 2)[1:] for line in crate.breaches(bundled_run, read(bundled_run), "RECOMMENDED")]
    assert {entity for entity, _ in found} == set(NOT_KNOWN)
    assert [words for entity, words in found if NOT_KNOWN[entity] not in words] == []


def test_every_fault_is_told_on_a_line_of_its_own(run):
    (run / "data" / "actors.csv").write_text("touched")
    (run / "data" / "claims.csv").unlink()
    (run / "notes.txt").write_text("an analyst's own")
    change(run, "./", license=None)
    change(run, "#run", instrument=None, nonsense="of no context")
    lines = list(crate.faults(run))
    expected = [
        "data/actors.csv: its hash is not the one that the crate gives",
        "notes.txt: lies in the folder, and the crate does not name it",
        "data/claims.csv: the crate names it, and it is not in the folder",
        'Data Entity \'data/claims.csv\'',
        "MUST have a `license` property",
        "MUST have an instrument property",
        'JSON-LD key "nonsense" is not allowed',
    ]  # fmt: skip
    assert [words for words in expected if not [line for line in lines if words in line]] == []
    assert len(lines) == len(expected) and not [line for line in lines if "\n" in line]


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        (crate.FILE, None, "cannot be read as a crate"),
        (crate.FILE, "{", "cannot be read as a crate"),
        (crate.FILE, "[]", "cannot be read as a crate"),
        (crate.FILE, '{"@graph": [{"@id": {}}]}', "cannot be read as a crate"),
        (crate.FILE, '{"@graph": []}', "the crate does not name it"),
        ("briefing.html", "touched", "briefing.html: its hash is not the one that the crate gives"),
        ("briefing.html", None, "briefing.html: the crate names it, and it is not in the folder"),
        ("ä b.txt", "", "ä b.txt: lies in the folder, and the crate does not name it"),
    ],
)
def test_files_and_crate_that_do_not_agree_are_told_before_the_validator_is_asked(run, path, content, words):
    (run / path).unlink(missing_ok=True)
    if content is not None:
        (run / path).write_text(content)
    assert words in next(crate.faults(run))


@pytest.mark.parametrize("key", ["../../etc/passwd", "nul\0", "%2e%2e/run.json"])
def test_a_name_that_leads_out_of_the_folder_is_never_followed(run, key):
    change(run, "run.json", **{"@id": key})
    first, second = islice(crate.faults(run), 2)
    assert first.startswith("run.json: lies in the folder") and second.endswith("it is not in the folder")


def test_a_crate_without_its_action_is_a_fault(run):
    change(run, "#run", **{"@type": "Thing"})
    assert "does not say what made the files" in next(crate.faults(run))


def test_it_names_every_file_with_what_it_is(bundled_run):
    """The log is of this machine and this hour, and no part of it."""
    there = {path.relative_to(bundled_run).as_posix() for path in bundled_run.rglob("*") if path.is_file()}
    found = entities(bundled_run)
    files = {name for name, entity in found.items() if entity["@type"] == "File"}
    assert files == there - {LOG, crate.FILE}
    assert (
        {part["@id"] for part in found["./"]["hasPart"]} == {part["@id"] for part in found["#run"]["result"]} == files
    )
    for name in files - {RECORD}:
        entity, path = found[name], bundled_run / name
        assert (entity["sha256"], entity["contentSize"]) == (sha256(path), str(path.stat().st_size)), name
        assert entity["description"] and entity["encodingFormat"] != "application/octet-stream", name
    assert "sha256" not in found[RECORD]


def test_it_says_what_the_run_was_made_from(bundled_run):
    found, record = entities(bundled_run), read_record(bundled_run)
    action = found["#run"]
    used = [found[part["@id"]] for part in [*action["object"], *action["instrument"]]]
    assert {one["name"]: one["sha256"] for one in used if "sha256" in one} == record["inputs"]
    parameters = {one["name"]: one["value"] for one in used if one["@type"] == "PropertyValue"}
    assert parameters == {row["name"]: row["value"] for row in record["parameters"]}
    assert {found[part["@id"]]["@type"] for part in action["instrument"]} == {
        "SoftwareApplication",
        "SoftwareSourceCode",
    }
    assert record["commit"] in found["#faultline"]["softwareVersion"]
    assert found["notebooks/briefing.ipynb"]["isBasedOn"] == {"@id": "#notebooks/briefing.ipynb"}
    assert found["#rights"]["name"].startswith("© the publisher")
    assert action["endTime"] == found["./"]["datePublished"] == record["time"]


def test_the_crate_is_among_the_outputs_of_the_run(bundled_run):
    assert {crate.FILE, "data/annotations.jsonld"} <= set(read_record(bundled_run)["outputs"])


@pytest.mark.parametrize(
    ("changes", "key", "name", "value"),
    [
        ({"time": "2001-09-09T01:46:40+00:00", "timed_by": EPOCH}, f"#{EPOCH}", "value", "2001-09-09T01:46:40+00:00"),
        ({"commit": ""}, "#faultline", "softwareVersion", "0.1.0"),
        ({"commit": "abc", "dirty": True}, "#faultline", "softwareVersion", "0.1.0, commit abc with changes"),
        ({"inputs": {"seeds/ä b.txt": "0" * 64}}, "#seeds/%C3%A4%20b.txt", "name", "seeds/ä b.txt"),
        ({"inputs": {"reports/story": "0" * 64}}, "#reports/story", "@type", "CreativeWork"),
    ],
)
def test_what_differs_from_run_to_run_has_its_entity(run, changes, key, name, value):
    record = read_record(run)
    made = replace(Provenance.from_json(record), **changes)
    crate.write(run, made, store.load(run / "data").annotations.article)
    assert entities(run)[key][name] == value
