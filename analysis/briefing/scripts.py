"""The page's scripts: files of `template/script/` as text, and the hashes by which alone the page's policy lets
them run.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache

from analysis.briefing.render import TEMPLATES

# Before anything is shown.
HEAD = ("fonts",)
# When the page is there; the last runs what the others define.
BODY = (
    "page",
    "say",
    "search",
    "sections",
    "legend",
    "filter",
    "sort",
    "contents",
    "copy",
    "preview",
    "way_back",
    "start",
)
# Comments on lines of their own, blank lines and indents: for whoever works on it, not for the page.
BARE = re.compile(r"^(?:[ \t]*//.*\n|[ \t]+|\n)", re.MULTILINE)


@dataclass(frozen=True)
class Scripts:
    """What stands between the scripts' tags."""

    head: str
    body: str

    @property
    def sources(self) -> str:
        """The source expressions that allow them, as a policy lists them."""
        digests = (hashlib.sha256(text.encode()).digest() for text in (self.head, self.body))
        return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@cache
def scripts() -> Scripts:
    """The scripts of every page."""
    return Scripts(_joined(HEAD), _joined(BODY))


def _joined(names: tuple[str, ...]) -> str:
    folder = TEMPLATES / "script"
    return "".join(BARE.sub("", (folder / f"{name}.js").read_text(encoding="utf-8")) for name in names)
