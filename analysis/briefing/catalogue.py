"""`reports/index.html`: every run there is, newest article first."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.briefing.render import render
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
    part = reports / f".index-{os.getpid()}"
    part.write_text(render("catalogue", rows=rows).html, encoding="utf-8")
    part.replace(reports / "index.html")


def _row(folder: Path) -> Row:
    article = _json(folder / "data" / ARTICLE_FILE)
    parameters = _json(folder / "run.json")["parameters"]
    return Row(
        folder=folder.name,
        title=article["title"],
        outlet=article["outlet"],
        published=article["published"] or "",
        changed=", ".join(f"{row['name']}={row['value']}" for row in parameters if row["changed"]),
        has_pdf=(folder / "briefing.pdf").is_file(),
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
