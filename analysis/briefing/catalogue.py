"""`reports/index.html`: every run there is, newest article first."""

import json
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.render import render
from analysis.paths import write_whole
from analysis.runs import read_record
from analysis.store import ARTICLE_FILE


@dataclass(frozen=True)
class Row:
    """One run in the list."""

    folder: str
    title: str
    outlet: str
    published: str
    changed: str
    has_pdf: bool


def write(reports: Path) -> None:
    """Write the list of the runs under `reports`, whole or not at all."""
    runs = [path for path in sorted(reports.iterdir()) if path.name[0] != "." and (path / "briefing.html").is_file()]
    rows = sorted(map(_row, runs), key=lambda row: row.published, reverse=True)
    write_whole(reports / "index.html", render("catalogue", rows=rows).html.encode())


def _row(folder: Path) -> Row:
    article = json.loads((folder / "data" / ARTICLE_FILE).read_text(encoding="utf-8"))
    parameters = read_record(folder)["parameters"]
    return Row(
        folder=folder.name,
        title=article["title"],
        outlet=article["outlet"],
        published=article["published"] or "",
        changed=", ".join(f"{row['name']}={row['value']}" for row in parameters if row["changed"]),
        has_pdf=(folder / "briefing.pdf").is_file(),
    )
