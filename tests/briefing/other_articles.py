"""Three articles unlike the bundled one, out of the development sets, and their briefings as a run makes them."""

import json
import os
from datetime import date
from pathlib import Path

import nbformat
import yaml

from analysis.accuracy import figures
from analysis.briefing.export import to_html, to_pdf
from analysis.briefing.page import Page
from analysis.paths import NOTEBOOKS, ROOT
from analysis.pipeline import NotebookAnalysis
from analysis.settings import Settings

GOLD = Path(os.environ.get("GOLD") or ROOT.parent / "shared") / "data"
GUM = GOLD / "language" / "gum_dev.jsonl"
POLNEAR = GOLD / "attribution" / "polnear" / "dev" / "text"
# Name -> where it lies, and what a metadata file would say: a science story, a campaign story, an editorial.
OTHERS = {
    "wikinews": ("GUM_news_iodine", "Wikinews", date(2006, 2, 23)),
    "campaign": ("usa-today_2016-09-08_candidates-vie-for-vets-support-.txt", "USA Today", date(2016, 9, 8)),
    "opinion": ("usa-today_2016-09-08_with-two-months-to-go-trump-stil.txt", "USA Today", date(2016, 9, 8)),
}


def is_there() -> bool:
    return GUM.is_file() and POLNEAR.is_dir()


def write_article(name: str, folder: Path) -> Path:
    """The article and its metadata as an analyst would put them into `seeds/articles/`; the first line is the title."""
    place, outlet, published = OTHERS[name]
    title, _, text = _text(place).partition("\n")
    path = folder / f"{name}.txt"
    path.write_text(text.strip(), encoding="utf-8")
    facts = {"title": title.strip(" ;"), "outlet": outlet, "published": published}
    path.with_suffix(".yml").write_text(yaml.safe_dump(facts), encoding="utf-8")
    return path


def _text(place: str) -> str:
    if place.endswith(".txt"):
        return (POLNEAR / place).read_text(encoding="utf-8")
    documents = map(json.loads, GUM.read_text(encoding="utf-8").splitlines())
    return next(document["text"] for document in documents if document["doc_id"] == place)


def brief(article: Path, folder: Path, settings: Settings | None = None, *, paper: bool = True) -> Path:
    """The product's cells run here, without a kernel's start: `briefing.html`, data/ and, unless for the screen alone,
    `briefing.pdf` in `folder`.
    """
    analysis = NotebookAnalysis(article, settings or Settings(), folder)
    analysis.save()
    page = Page(
        analysis.annotations(),
        issues=analysis.issues,
        settings=analysis.settings,
        figures=figures(),
        provenance=analysis.provenance,
    )
    notebook = nbformat.read(NOTEBOOKS / "briefing.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.startswith("page."):
            shown = eval(cell.source, {"page": page, "analysis": analysis})
            data = {"text/html": shown._repr_html_()} if shown else {}
            cell.outputs = [nbformat.v4.new_output("execute_result", data)]
    html = to_html(notebook, title=analysis.article.title, paper="a4")
    (folder / "briefing.html").write_text(html, encoding="utf-8")
    if paper:
        (folder / "briefing.pdf").write_bytes(to_pdf(html))
    return folder
