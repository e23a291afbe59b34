"""A run folder as whoever got it finds it: every file read once, plainly, and none of them believed."""

import csv
import io
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from lxml import etree, html
from pydantic import TypeAdapter
from pydantic_core import from_json

from analysis import runs, store
from analysis.articles import check_article, slug
from analysis.briefing import claims
from analysis.errors import RunError
from analysis.paths import ROOT
from analysis.provenance import Provenance
from analysis.records import Annotations, Article
from analysis.settings import Settings, check_settings

PAGE, PDF = "briefing.html", "briefing.pdf"
NOTEBOOKS = ("1-actors", "2-positions", "3-tensions", "briefing")
# No file of a run comes near it; a larger one was put there to fill the memory.
MOST_BYTES = 256_000_000

Typed = TypeVar("Typed")


class RunFolder:
    """The folder at `path`; `article` is where its article lies, if not where the run found it; `rebuild` asks for
    clean builds to compare it with.

    What is asked of it raises `RunError` or a `ValueError` where the files behind it are not as a run writes them.
    """

    def __init__(self, path: Path, article: Path | None = None, *, rebuild: bool = False) -> None:
        # Through no link above it, and with a name, also where it is given as "." .
        self.path = path.resolve()
        self.given = article
        self.rebuild = rebuild

    def files(self) -> Iterator[tuple[str, bool]]:
        """Every file by its name in the folder, and whether it is a plain one: no link, pipe or device."""
        for folder, folders, names in os.walk(self.path):
            place = Path(folder)
            links = [name for name in folders if (place / name).is_symlink()]
            for name in sorted([*names, *links]):
                path = place / name
                yield path.relative_to(self.path).as_posix(), path.is_file() and not path.is_symlink()

    def holds(self, name: str) -> bool:
        return (self.path / name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes of a file of the folder."""
        path = self.path / name
        if path.is_symlink() or path.resolve() != path:
            raise RunError(f"{name}: a link, where a run has a file")
        if not path.is_file():
            raise RunError(f"{name}: {'not a plain file' if path.exists() else 'missing'}")
        if path.stat().st_size > MOST_BYTES:
            raise RunError(f"{name}: larger than any file of a run")
        return path.read_bytes()

    def text_of(self, name: str) -> str:
        try:
            return self.read(name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise RunError(f"{name}: not UTF-8 (byte {error.start})") from error

    def json(self, name: str, kind: type[Typed]) -> Typed:
        """A JSON file whose outermost value is of that kind."""
        try:
            value = from_json(self.read(name))
        except ValueError as error:
            raise RunError(f"{name}: no JSON ({error})") from error
        if not isinstance(value, kind):
            raise RunError(f"{name}: not as a run writes it")
        return value

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a table, each cell a string."""
        table = csv.DictReader(io.StringIO(self.text_of(name), newline=""), restkey="")
        try:
            rows = list(table)
        except csv.Error as error:
            raise RunError(f"{name}: no table ({error})") from error
        if not rows and not table.fieldnames:
            raise RunError(f"{name}: empty")
        if any("" in row or None in row.values() for row in rows):
            raise RunError(f"{name}: a row has more or fewer cells than the head")
        return rows

    @cached_property
    def record(self) -> dict[str, Any]:
        """`run.json`."""
        return self.json(runs.RECORD, dict)

    @cached_property
    def provenance(self) -> Provenance:
        """What `run.json` says the run was made from."""
        return checked(Provenance, self.record, runs.RECORD)

    @cached_property
    def recorded_outputs(self) -> dict[str, str]:
        """The hashes of the run's files by name, as `run.json` has them."""
        return checked(dict[str, str], self.record.get("outputs"), f"{runs.RECORD}, outputs")

    @cached_property
    def parameters(self) -> dict[str, Any]:
        return {row.name: row.value for row in self.provenance.parameters}

    @cached_property
    def settings(self) -> Settings:
        return check_settings(self.parameters)

    @cached_property
    def article_file(self) -> Path:
        """The article's file: the one given, or that at the path which the run recorded."""
        return check_article(self.given or ROOT / self.provenance.article)

    @property
    def slug(self) -> str:
        return slug(Path(self.provenance.article))

    @cached_property
    def article(self) -> Article:
        """The article as the records have it."""
        values = self.json(f"data/{store.ARTICLE_FILE}", dict)
        return checked(Article, values, f"data/{store.ARTICLE_FILE}")

    @cached_property
    def annotations(self) -> Annotations:
        """All records."""
        for name in (store.ARTICLE_FILE, store.ANNOTATIONS_FILE):
            self.read(f"data/{name}")
        try:
            return store.load(self.path / "data").annotations
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise RunError(f"data/{store.ANNOTATIONS_FILE}: not as a run writes it ({_first(error)})") from error

    @cached_property
    def earlier(self) -> runs.Earlier | None:
        """The run that this one is compared with. Raises `ParameterError` where it is not beside it any more."""
        return runs.read_earlier(self.path.parent, self.settings.since)

    @cached_property
    def page(self) -> html.HtmlElement:
        """The briefing as HTML."""
        try:
            return html.document_fromstring(self.text_of(PAGE))
        except etree.ParserError as error:
            raise RunError(f"{PAGE}: no page ({error})") from error

    @cached_property
    def claims(self) -> list[dict[str, str]]:
        """`data/claims.csv`."""
        name = f"data/{claims.FILE}"
        rows = self.rows(name)
        if rows and tuple(rows[0]) != claims.COLUMNS:
            raise RunError(f"{name}: its columns are not {', '.join(claims.COLUMNS)}")
        return rows

    @cached_property
    def notebooks(self) -> dict[str, dict[str, Any]]:
        """The executed notebooks by name."""
        return {name: self.json(f"notebooks/{name}.ipynb", dict) for name in NOTEBOOKS}


def checked(kind: type[Typed], values: Any, where: str) -> Typed:
    """`values` as a `kind`, every field of its type. Raises `RunError`."""
    try:
        found: Typed = TypeAdapter(kind).validate_python(values)
    except ValueError as error:
        raise RunError(f"{where}: not as a run writes it ({_first(error)})") from error
    return found


def _first(error: Exception) -> str:
    """The error in one line, without the addresses and inputs that pydantic adds."""
    lines = [line.strip() for line in str(error).splitlines()]
    told = lines[1:3] if "validation error" in lines[0] else lines[:1]
    return ": ".join(told).partition(" [type=")[0]
