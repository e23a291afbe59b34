"""The bundled fonts, as a page carries them in itself."""

import base64
from dataclasses import dataclass

from analysis.briefing.render import TEMPLATES

# Family, weight and style of each bundled font file.
FONTS = {
    "serif-400": ("Faultline Serif", 400, "normal"),
    "serif-400-italic": ("Faultline Serif", 400, "italic"),
    "serif-600": ("Faultline Serif", 600, "normal"),
    "sans-400": ("Faultline Sans", 400, "normal"),
    "sans-600": ("Faultline Sans", 600, "normal"),
}


@dataclass(frozen=True)
class Font:
    """A font to embed: what CSS calls it, and its file in base 64."""

    family: str
    weight: int
    style: str
    data: str


def embedded_fonts(*names: str) -> tuple[Font, ...]:
    """The fonts of these files, or all there are."""
    folder = TEMPLATES / "fonts"
    return tuple(
        Font(*FONTS[name], base64.b64encode((folder / f"{name}.woff2").read_bytes()).decode())
        for name in names or FONTS
    )
