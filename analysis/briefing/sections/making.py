"""What the page was made from, how to make it again, what to take away, and how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis import crate
from analysis.briefing import prose
from analysis.provenance import Provenance
from analysis.records import Article
from analysis.store import ANNOTATIONS_FILE, ARTICLE_FILE, GROUPS
from analysis.web_annotations import FILE as WEB_ANNOTATIONS_FILE

ORIGINS = {"default": "default", "file": "parameter file", "set": "set for this run"}
NOTEBOOKS = ("1-actors", "2-positions", "3-tensions", "briefing")
# As much of a hash as tells one run from another.
SHORT = 12


@dataclass(frozen=True)
class Download:
    """Files of the run folder that are of one use."""

    use: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Parameter:
    """One parameter as the page prints it."""

    name: str
    value: str
    origin: str
    changed: bool


@dataclass(frozen=True)
class Making:
    """The section."""

    command: str
    citation: str
    downloads: tuple[Download, ...]
    parameters: tuple[Parameter, ...]
    inputs: tuple[tuple[str, str], ...]
    inputs_sha256: str
    versions: str
    commit: str
    dirty: bool


def build(article: Article, provenance: Provenance | None) -> Making | None:
    """The section's view; None outside a run."""
    if provenance is None:
        return None
    return Making(
        command=provenance.command,
        citation=_citation(article, provenance),
        downloads=tuple(_downloads()),
        parameters=tuple(
            Parameter(row.name, str(row.value), ORIGINS[row.origin], row.changed) for row in provenance.parameters
        ),
        inputs=tuple(provenance.inputs.items()),
        inputs_sha256=provenance.inputs_sha256,
        versions=prose.listed(f"{package} {release}" for package, release in provenance.versions.items()),
        commit=provenance.commit,
        dirty=provenance.dirty,
    )


def _citation(article: Article, provenance: Provenance) -> str:
    """How to name this very briefing; without a time of day, which is not among its inputs."""
    origin = ", ".join(filter(None, (article.outlet, prose.day(article.published) if article.published else "")))
    made = [f"inputs {provenance.inputs_sha256[:SHORT]}"]
    if provenance.commit:
        made.append(f"commit {provenance.commit}{' with changes' if provenance.dirty else ''}")
    return f"Faultline, briefing on {prose.quoted(article.title)}{f' ({origin})' if origin else ''}; {', '.join(made)}."


def _downloads() -> Iterator[Download]:
    """What a run folder holds beside this page."""
    yield Download("To read and to print", ("briefing.pdf",))
    yield Download("Every claim of this page with its evidence", ("data/claims.csv",))
    yield Download("The records as tables", tuple(f"data/{name}.csv" for name in GROUPS))
    yield Download(
        "The records whole, and the text they count in", (f"data/{ANNOTATIONS_FILE}", f"data/{ARTICLE_FILE}")
    )
    yield Download("The records as W3C Web Annotations", (f"data/{WEB_ANNOTATIONS_FILE}",))
    yield Download("The notebooks as they were run", tuple(f"notebooks/{name}.ipynb" for name in NOTEBOOKS))
    yield Download("Parameters, hashes and versions", ("run.json",))
    yield Download("What was made from what, as an RO-Crate", (crate.FILE,))
