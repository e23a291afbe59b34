"""Templates to HTML. The only place that makes markup; everything put into a template is escaped."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.briefing import prose

TEMPLATES = Path(__file__).parent / "template"


class Html:
    """Rendered HTML, shown as such by notebooks."""

    def __init__(self, html: str) -> None:
        self.html = html

    def __repr__(self) -> str:
        # Without an address in memory, which would differ from run to run.
        return f"Html({len(self.html)} characters)"

    def _repr_html_(self) -> str:
        return self.html


@cache
def _environment() -> Environment:
    environment = Environment(
        # The second for the styles that a section takes into a notebook.
        loader=FileSystemLoader([TEMPLATES / "sections", TEMPLATES / "faultline"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["quoted"] = prose.quoted
    return environment


def render(name: str, **values: Any) -> Html:
    """The template `sections/<name>.html.j2` with `values`."""
    return Html(_environment().get_template(f"{name}.html.j2").render(values))
