"""The style that all figures share, and the way from a matplotlib figure to SVG that a page can hold.

The same bytes for the same records. Text stays text and takes the page's font; ink takes the page's colour, so that
a figure reads in the dark as well.
"""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.briefing.render import render

# Okabe and Ito's colours in the order in which sides take them; grey for no side.
PALETTE = ("#7a818c", "#0072B2", "#E69F00", "#D55E00", "#009E73", "#CC79A7", "#56B4E9")
# A colour that nothing else has, replaced by the page's own ink.
INK = "#010203"
ROOT = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
    'stroke-linejoin="round" stroke-linecap="butt"'
)
# The width in inches at which text of 10 points still reads on a phone.
WIDTH = 4.5
STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "faultline",
    "font.family": "DejaVu Sans",
    "font.size": 10.5,
    "text.color": INK,
    "text.parse_math": False,  # "$1 billion and $2 billion" is no formula
    "axes.edgecolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}


@dataclass(frozen=True)
class Chart:
    """A finished figure: its caption states the finding, `alt` says what the eye sees."""

    name: str
    svg: str
    caption: str
    alt: str

    def _repr_html_(self) -> str:
        return render("figure", chart=self)._repr_html_()


@contextmanager
def canvas(height: float) -> Iterator[tuple[Figure, Axes]]:
    """A figure of the project's style with one set of axes, `height` inches high."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
        yield figure, axes


def finished(figure: Figure, name: str, caption: str, alt: str) -> Chart:
    """`figure` as SVG. Must be called inside `canvas`, whose style it is written in."""
    out = io.StringIO()
    with warnings.catch_warnings():
        # The page's font draws the text, not the one that matplotlib measures it with.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(out, format="svg", metadata={"Date": None}, bbox_inches="tight", pad_inches=0.05)
    svg = out.getvalue()
    svg = svg[svg.index("<svg") :]
    # The style element's one rule would reach the whole page; its values go to the root instead.
    svg = re.sub(r"\s*<(metadata|style)\b.*?</\1>|\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", svg)
    svg = svg.replace(INK, "currentColor").replace("'DejaVu Sans'", "'Faultline Sans', sans-serif")
    svg = re.sub(r'<svg[^>]*?(viewBox="[^"]*")[^>]*>', rf"<svg {ROOT} \1>", svg, count=1)
    # The title is what a screen reader and the PDF's tags give as the figure's text.
    svg = svg.replace(">", f">\n<title>{escape(alt)}</title>", 1)
    return Chart(name, svg, caption, alt)


def beside(axes: Axes, x: float, y: float, words: str, *, left: bool = False, **look: Any) -> None:
    """Words a few points off a place; SVG would drop blanks that held them off."""
    offset, side = (-8, "right") if left else (8, "left")
    axes.annotate(words, (x, y), (offset, 0), textcoords="offset points", ha=side, va="center", **look)
