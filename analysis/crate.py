"""A run folder as a research object: `ro-crate-metadata.json`, by the Process Run Crate profile.

What lies in the folder is data of the crate; what the run was made from lies outside it, and is described only, by
its path in the checkout and its hash. No clock and no random id: equal runs have equal crates.
"""

import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from analysis import runs
from analysis.provenance import EPOCH, Provenance, sha256
from analysis.records import Article

FILE = "ro-crate-metadata.json"
# The profile stands on this version of RO-Crate and no other.
SPECIFICATION = "1.1"
CONTEXT = f"https://w3id.org/ro/crate/{SPECIFICATION}/context"
PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
# Later contexts have the term; this one has not.
OWN_TERMS = {"sha256": "http://schema.org/sha256"}
# The terms of that context that a crate of ours is made of; the library brings what each stands for.
TERMS = (
    "File", "Dataset", "CreativeWork", "NewsArticle", "CreateAction", "Person", "PropertyValue", "SoftwareApplication",
    "SoftwareSourceCode", "about", "actionStatus", "agent", "author", "conformsTo", "contentSize", "datePublished",
    "description", "encodingFormat", "endTime", "hasPart", "inLanguage", "instrument", "isBasedOn", "license",
    "mentions", "name", "object", "programmingLanguage", "publisher", "result", "softwareRequirements",
    "softwareVersion", "url", "value", "version",
)  # fmt: skip
FORMATS = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".lock": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".yml": "application/yaml",
}
# What a file of a run is, by its name; the first that fits.
OUTPUTS = (
    ("briefing.html", "The briefing, one page that loads nothing from elsewhere"),
    ("briefing.pdf", "The briefing in print"),
    ("run.json", "Parameters, hashes of inputs and outputs, versions; without a hash here, since it holds this file's"),
    ("data/article.json", "The article's text as all offsets count it, in code points, with what is known of it"),
    ("data/annotations.jsonl", "All records, one a line"),
    ("data/annotations.jsonld", "All records as W3C Web Annotations"),
    ("data/claims.csv", "Every claim of the briefing with the words it rests on"),
    ("data/figures/*.csv", "The rows that a figure of the briefing draws"),
    ("data/*.csv", "The records of one kind as a table"),
    ("notebooks/*.ipynb", "A notebook as it was run"),
)
# What an input is, by its path in the checkout.
INPUTS = (
    ("analysis/", "The code of Faultline; the hash is over the names and hashes of its files"),
    ("notebooks/*", "A notebook as it was before the run"),
    ("requirements.lock", "The packages that Faultline runs with, each by its hash"),
    ("seeds/codebooks/*", "A codebook of issues and of words for and against them"),
    ("seeds/actors/*", "A registry of known actors"),
    (f"{runs.EARLIER}*", "The run that this one is compared with; the hash is over its records and their inputs"),
    ("*.yml", "What is known about the article beside its text"),
    ("*", "The article as it was supplied"),
)
ORIGINS = {"default": "Its default", "file": "Set in the parameter file", "set": "Set for this run"}


def write(folder: Path, provenance: Provenance, article: Article) -> None:
    """Describe the complete run in `folder`, in a file of it."""
    from rocrate.rocrate import ROCrate  # here, because it takes a third of a second

    crate = ROCrate(version=SPECIFICATION)
    crate.metadata.extra_terms.update(OWN_TERMS)
    inputs = [_add(crate, *entity) for entity in _inputs(provenance)]
    parameters = [_add(crate, *entity) for entity in _parameters(provenance)]
    notebooks = [one for one in inputs if one.id.startswith("#notebooks/")]
    files = [name for name in [*runs.outputs(folder), runs.RECORD] if name != FILE]
    outputs = [_add_file(crate, folder, name, notebooks) for name in files]
    software = _add(crate, "#faultline", "SoftwareApplication", _software(provenance))
    agent = _add(crate, "#agent", "Person", _agent())
    action = {
        "name": f"Briefing on {article.slug}",
        "description": f"Made by: {provenance.command}",
        "instrument": [software, *notebooks],
        "agent": agent,
        "object": [one for one in inputs if one not in notebooks] + parameters,
        "result": outputs,
        "endTime": provenance.time,
        "actionStatus": "http://schema.org/CompletedActionStatus",
    }
    profile = {"name": "Process Run Crate", "version": PROFILE.rpartition("/")[2]}
    root = {
        "name": f"Briefing on “{article.title}”",
        "description": "Who holds what in a news article, where they pull apart, and which words say so: a briefing, "
        "the records behind it, and the notebooks that made it.",
        "datePublished": provenance.time,
        "author": agent,
        "license": _add(crate, "#rights", "CreativeWork", _rights(article)),
        "about": _add(crate, "#article", "NewsArticle", dict(_article(article))),
        "conformsTo": _add(crate, PROFILE, "CreativeWork", profile),
        "mentions": _add(crate, "#run", "CreateAction", action),
    }
    for name, value in root.items():
        crate.root_dataset[name] = value
    crate.metadata.write(folder)


def _add(crate: Any, id: str, kind: str, properties: Mapping[str, Any]) -> Any:
    from rocrate.model import ContextEntity

    return crate.add(ContextEntity(crate, id, properties={"@type": kind} | dict(properties)))


def _add_file(crate: Any, folder: Path, name: str, notebooks: list[Any]) -> Any:
    path = folder / name
    properties: dict[str, Any] = {"name": name, "description": _what(name, OUTPUTS), "encodingFormat": _format(name)}
    if name != runs.RECORD:  # it is not yet what it will be
        properties |= {"contentSize": str(path.stat().st_size), "sha256": sha256(path)}
    if source := next((one for one in notebooks if one.id == f"#{name}"), None):
        properties["isBasedOn"] = source
    return crate.add_file(path, name, properties=properties)


def _inputs(provenance: Provenance) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What lies outside the folder, and so is no data of the crate."""
    for path, digest in provenance.inputs.items():
        known = {"name": path, "description": _what(path, INPUTS), "sha256": digest}
        if path.startswith("notebooks/"):
            known |= {"version": digest[:12], "programmingLanguage": "Python"}
        elif PurePosixPath(path).suffix:
            known["encodingFormat"] = _format(path)
        yield f"#{quote(path)}", "SoftwareSourceCode" if path.startswith("notebooks/") else "CreativeWork", known


def _parameters(provenance: Provenance) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for row in provenance.parameters:
        known = {"name": row.name, "value": row.value, "description": ORIGINS[row.origin]}
        yield f"#parameter/{row.name}", "PropertyValue", known
    if provenance.timed_by == EPOCH:
        known = {"name": EPOCH, "value": provenance.time, "description": "The time of the run, set in its environment"}
        yield f"#{EPOCH}", "PropertyValue", known


def _software(provenance: Provenance) -> dict[str, Any]:
    commit = f", commit {provenance.commit}{' with changes' if provenance.dirty else ''}" if provenance.commit else ""
    return {
        "name": "Faultline",
        "description": "Annotates a news article and briefs on it.",
        "softwareVersion": f"{version('faultline')}{commit}",
        "softwareRequirements": [f"{package} {release}" for package, release in provenance.versions.items()],
    }


def _agent() -> dict[str, Any]:
    return {"name": "Whoever ran Faultline", "description": "Not recorded: the same inputs make the same crate."}


def _rights(article: Article) -> dict[str, Any]:
    return {
        "name": article.rights or "Rights in the article were not stated",
        "description": "Holds for the article's words, which data/article.json has whole and every other file quotes.",
    }


def _article(article: Article) -> Iterator[tuple[str, Any]]:
    """What is known of the article, and no more."""
    yield "name", article.title
    yield "inLanguage", article.language
    yield "sha256", article.text_sha256
    yield "description", "The article's text is in data/article.json; the hash is over it, in UTF-8."
    if article.authors:
        yield "author", ", ".join(article.authors)
    if article.outlet:
        yield "publisher", article.outlet
    if article.published:
        yield "datePublished", article.published.isoformat()
    if article.url:
        yield "url", article.url


def _what(name: str, table: tuple[tuple[str, str], ...]) -> str:
    return next(words for pattern, words in table if fnmatchcase(name, pattern))


def _format(name: str) -> str:
    return FORMATS.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with a run folder as a research object, one line each: files that are not as its crate says, or
    not in it, and breaches of what RO-Crate and the profile require. Nothing is fetched.
    """
    try:
        document = json.loads((folder / FILE).read_text(encoding="utf-8"))
        entities: dict[str, dict[str, Any]] = {one["@id"]: dict(one) for one in document["@graph"]}
        there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield f"{FILE}: cannot be read as a crate ({type(error).__name__}: {error})"
        return
    yield from _false_files(folder, there, {unquote(str(key)): one for key, one in entities.items()})
    if entities.get("#run", {}).get("@type") != "CreateAction":
        yield f"{FILE}: does not say what made the files (a CreateAction of the id #run)"
    yield from breaches(folder, document)


def _false_files(folder: Path, there: set[str], entities: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    for name in sorted(there - {FILE, runs.LOG}):
        if name not in entities:
            yield f"{name}: lies in the folder, and the crate does not name it"
        elif name != runs.RECORD and entities[name].get("sha256") != sha256(folder / name):
            yield f"{name}: its hash is not the one that the crate gives"
    for name in sorted(entities):
        if not (name in there or name == "./" or name.startswith("#") or urlsplit(name).scheme):
            yield f"{name}: the crate names it, and it is not in the folder"


def breaches(folder: Path, document: Mapping[str, Any], severity: str = "REQUIRED") -> Iterator[str]:
    """What the profile's own validator reports of the crate in `folder`, down to that severity. It would fetch the
    meaning of the crate's terms; here it is told.
    """
    from rocrate import vocabs
    from rocrate_validator import services

    if document.get("@context") != [CONTEXT, OWN_TERMS]:
        yield f"{FILE}: its @context is not {CONTEXT} and the hash's own term"
    meanings = {term: vocabs.RO_CRATE["@context"][term] for term in TERMS} | OWN_TERMS
    with TemporaryDirectory(prefix="faultline-") as place:
        plain = Path(place) / "run"  # the validator takes a path for an address, blanks and all
        plain.symlink_to(folder.resolve(), target_is_directory=True)
        settings = services.ValidationSettings(
            rocrate_uri=None,
            metadata_dict=dict(document) | {"@context": meanings},
            package_root=plain,
            profile_identifier="process-run-crate",
            requirement_severity=severity,
            offline=True,
            cache_path=Path(place) / "nothing",
        )
        issues = services.validate(settings).get_issues()
    found = {(str(one.violatingEntity or ""), one.check.name, " ".join((one.message or "").split())) for one in issues}
    for entity, check, message in sorted(found):
        yield f"{FILE}: {f'{entity}: ' if entity else ''}{check}: {message}"
