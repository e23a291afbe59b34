"""CITATION.cff: the fields of CFF 1.2.0, and the same facts as pyproject.toml."""

import re
import tomllib
from datetime import date

import yaml

from analysis.paths import CITATION, ROOT

CITED = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# By the format's schema: what must be there, and what else may be.
REQUIRED = {"authors", "cff-version", "message", "title"}
ALLOWED = REQUIRED | {
    "abstract", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url",
    "preferred-citation", "references", "repository", "repository-artifact", "repository-code", "type", "url", "version",
}  # fmt: skip


def test_it_has_the_fields_of_its_format():
    assert CITED["cff-version"] == "1.2.0" and REQUIRED <= set(CITED) <= ALLOWED
    assert CITED["type"] in ("software", "dataset")
    assert all(
        isinstance(CITED[name], str) and CITED[name] for name in (*REQUIRED - {"authors"}, "abstract", "version")
    )
    assert CITED["authors"] and all(set(author) == {"name"} for author in CITED["authors"])
    assert len(set(CITED["keywords"])) == len(CITED["keywords"])
    assert isinstance(CITED["date-released"], date)


def test_it_agrees_with_the_project():
    assert CITED["version"] == PROJECT["version"] and CITED["title"].lower() == PROJECT["name"]
    assert CITED["license"] == PROJECT["license"]
    assert PROJECT["description"] in re.sub(r"\s+", " ", CITED["abstract"])
