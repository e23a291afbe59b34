"""An executed briefing notebook to one HTML file, and that file to PDF. Equal notebooks give equal bytes."""

import re
from dataclasses import dataclass, field
from typing import Any

import nbformat
from nbconvert import HTMLExporter

from analysis.briefing.fonts import embedded_fonts
from analysis.briefing.printed import printed
from analysis.briefing.render import TEMPLATES
from analysis.briefing.scripts import scripts
from analysis.errors import MissingLibraryError

HEADING = re.compile(r"##[ \t]+([^ \t].*)")
TITLE = re.compile(r"#[ \t].*")
STYLE = re.compile(r"<style>((?:[^<]++|<(?!/?style>))*+)</style>\n?")
PANGO = (
    "the PDF needs the Pango library, which is missing here; install it (Debian, Ubuntu: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0; macOS: brew install pango) and run again; the HTML is written already"
)


@dataclass
class Section:
    """What stands between one second-level heading of the notebook and the next."""

    title: str
    id: str
    text: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


def to_html(notebook: nbformat.NotebookNode, *, title: str, paper: str) -> str:
    """The page of an executed notebook: nothing in it is loaded from elsewhere, and no script is needed to read it."""
    head, *sections = _sections(notebook)
    styles = [rules for section in (head, *sections) for html in section.outputs for rules in STYLE.findall(html)]
    for section in (head, *sections):
        section.outputs = [STYLE.sub("", html) for html in section.outputs]
    untyped: Any = HTMLExporter
    exporter = untyped(template_name="faultline", extra_template_basedirs=[str(TEMPLATES)])
    page = {"title": title, "paper": paper, "head": head, "sections": sections, "styles": styles}
    page |= {"fonts": embedded_fonts(), "scripts": scripts()}
    html, _ = exporter.from_notebook_node(notebook, resources={"page": page})
    return str(html).strip() + "\n"


def to_pdf(html: str) -> bytes:
    """The page as a tagged PDF (PDF/UA-1) with an outline.

    Raises `MissingLibraryError` where the system lacks the library that sets the text.
    """
    try:
        from weasyprint import HTML, URLFetcher  # loads Pango, which a machine may lack
    except OSError as error:
        raise MissingLibraryError(PANGO) from error
    document = HTML(string=printed(html), url_fetcher=URLFetcher(allowed_protocols={"data"}))
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", custom_metadata=False))


def _sections(notebook: nbformat.NotebookNode) -> list[Section]:
    """What precedes the first heading, and then the sections."""
    sections = [Section("", "")]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            first, _, rest = cell.source.strip().partition("\n")
            if heading := HEADING.fullmatch(first.strip()):
                sections.append(Section(heading[1], _slug(heading[1])))
            elif not TITLE.fullmatch(first.strip()):
                rest = cell.source
            if rest.strip():
                sections[-1].text.append(rest.strip())
        elif cell.cell_type == "code":
            sections[-1].code.extend([cell.source.strip()] if cell.source.strip() else [])
            sections[-1].outputs.extend(output["data"]["text/html"] for output in cell.outputs if _is_html(output))
    return sections


def _is_html(output: nbformat.NotebookNode) -> bool:
    return "text/html" in output.get("data", {})


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
