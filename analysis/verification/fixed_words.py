"""The words that the page has whatever the article: those of its templates, of the code that writes its sentences, and
of the notebooks.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

from pydantic_core import from_json

from analysis.briefing.render import TEMPLATES
from analysis.paths import NOTEBOOKS, PACKAGE

# What writes sentences.
WRITERS = (PACKAGE / "briefing", PACKAGE / "settings.py", PACKAGE / "lexicon")
# Where a template's own language begins and ends.
MARKS = re.compile(r"(?=\{[{%#])|(?<=[}%#]\})")
LITERAL = re.compile(r"'([^']*)'")
TAG = re.compile(r"<[^<>]*>")


@cache
def fixed_texts() -> tuple[str, ...]:
    """Every piece of it, in no order that means anything."""
    return (*_of_templates(), *_of_code(), *_of_notebooks())


def _of_templates() -> Iterator[str]:
    """What stands between the tags, and the words in quotation marks inside them."""
    for path in [*sorted((TEMPLATES / "sections").glob("*.j2")), TEMPLATES / "faultline" / "index.html.j2"]:
        text = path.read_text(encoding="utf-8")
        for part in MARKS.split(text):
            if part.startswith(("{{", "{%")):
                yield from LITERAL.findall(part)
            elif not part.startswith("{#"):
                yield from TAG.sub("\0", part).split("\0")


def _of_code() -> Iterator[str]:
    """Strings of the code, but for those that document it, whose examples no page has."""
    for place in WRITERS:
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            told = {id(line.value) for line in ast.walk(tree) if isinstance(line, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                    yield node.value


def _of_notebooks() -> Iterator[str]:
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in from_json(path.read_bytes())["cells"]:
            if cell["cell_type"] == "markdown":
                yield "".join(cell["source"])
