"""`reports/index.html`: every run there is, newest article first, with its bottom line."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.briefing import claims, prose
from analysis.briefing.fonts import embedded_fonts
from analysis.briefing.render import render
from analysis.locks import replacing
from analysis.runs import INDEX, finished, listing, read_record
from analysis.store import ARTICLE_FILE

# How much of a bottom line tells whether to open the briefing.
SENTENCES = 3
FONTS = ("serif-400", "serif-600", "sans-400")


@dataclass(frozen=True)
class Row:
    """One run in the list."""

    folder: str
    title: str
    outlet: str
    published: date | None
    changed: str
    has_pdf: bool
    bottom_line: tuple[str, ...]

    @property
    def particulars(self) -> str:
        day = prose.day(self.published) if self.published else "no date of publication"
        return ", ".join(filter(None, (self.outlet, day)))


def write(reports: Path) -> None:
    """Write the list of the runs under `reports`, whole or not at all. A folder that cannot be read is passed over.

    Who writes last has looked last: runs that take their places at the same time are all on the list.
    """
    with replacing(reports / INDEX) as file:
        made_from = listing(reports)
        rows = [row for row in map(_row, finished(reports)) if row]
        rows.sort(key=lambda row: row.published or date.min, reverse=True)
        page = render("catalogue", rows=rows, made_from=made_from, fonts=embedded_fonts(*FONTS))
        file.write(page.html.encode())


def _row(folder: Path) -> Row | None:
    """The run of a folder; None where another version wrote it, or something else."""
    try:
        article = json.loads((folder / "data" / ARTICLE_FILE).read_text(encoding="utf-8"))
        parameters = read_record(folder)["parameters"]
        return Row(
            folder=folder.name,
            title=str(article["title"]),
            outlet=str(article["outlet"]),
            published=date.fromisoformat(article["published"]) if article["published"] else None,
            changed=", ".join(f"{row['name']}={row['value']}" for row in parameters if row["changed"]),
            has_pdf=(folder / "briefing.pdf").is_file(),
            bottom_line=_bottom_line(folder),
        )
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _bottom_line(folder: Path) -> tuple[str, ...]:
    """Its first sentences; empty where the run has none on record."""
    try:
        return tuple(claims.read_bottom_line(folder / "data" / claims.FILE)[:SENTENCES])
    except (OSError, ValueError, KeyError):
        return ()
