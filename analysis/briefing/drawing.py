"""From a matplotlib figure to SVG that a page can hold: the same bytes for the same records.

A figure is drawn in points, from its top left corner. Text stays text and takes the page's font. Colours become
classes that the page sets, so that a figure reads in the dark as well, over a colour of their own for the PDF.
"""

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Curve

from analysis.briefing.render import TEMPLATES, render

# Colours that nothing else has, each replaced by one of the page's: for no side, and for sides in their order.
PALETTE = tuple(f"#0102{16 + number}" for number in range(7))
INK, PAPER = "#010203", "#010204"
# As wide as a phone shows without making the text too small; and as wide as the printed page.
WIDTH, WIDEST = 340.0, 480.0
TEXT, SMALL = 11.0, 10.0
STYLE = Path(__file__).with_name("faultline.mplstyle")
ROOT = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "fill": "currentColor", "font-size": f"{TEXT:g}",
        "font-family": "'Faultline Sans',sans-serif"}  # fmt: skip
NUMBER = re.compile(r"-?(?<!\d)\d+\.\d+")
# What elements of the SVG keep, beside their colours.
KEPT = {"d", "x", "y", "transform", "opacity", "fill-opacity", "stroke-opacity", "stroke-width", "stroke-dasharray",
        "stroke-linecap", "text-anchor"}  # fmt: skip
PLAIN = {"opacity": "1", "fill-opacity": "1", "stroke-width": "1", "stroke-linecap": "butt", "text-anchor": "start"}

Row = Mapping[str, object]


@dataclass(frozen=True)
class Spot:
    """A part of a figure that leads to a claim: its box in per cent of the figure's width and height."""

    target: str
    words: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Chart:
    """A finished figure. `finding` is what it shows, `reading` how to read it, `alt` what the eye sees; `rows` are
    what was drawn, `made` the function that drew it, `csv` where its rows are written, empty where they are not.
    """

    name: str
    made: str
    svg: str
    finding: str
    reading: str
    alt: str
    rows: tuple[Row, ...]
    width: float
    spots: tuple[Spot, ...] = ()
    csv: str = ""

    @property
    def caption(self) -> str:
        return f"{self.finding} {self.reading}"

    def _repr_html_(self) -> str:
        return render("figure", chart=self)._repr_html_()


@contextmanager
def canvas(height: float, width: float = WIDTH) -> Iterator[Axes]:
    """Axes in points over a whole figure, from its top left corner down."""
    with mpl.rc_context(fname=STYLE):
        figure = Figure(figsize=(width / 72, height / 72))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        yield axes


def finished(axes: Axes, name: str, **told: Any) -> Chart:
    """What was drawn on `axes` as a chart. Must be called inside `canvas`, whose style it is written in."""
    out = io.StringIO()
    with warnings.catch_warnings():
        # Text stays text, in the page's fonts: that matplotlib's own lack a letter is no news, and names this host.
        warnings.filterwarnings("ignore", "Glyph .* missing")
        axes.get_figure().savefig(out, format="svg", metadata={"Date": None})  # type: ignore[union-attr]
    width, height = float(axes.get_xlim()[1]), float(axes.get_ylim()[0])
    return Chart(name, svg=_page_svg(out.getvalue(), width, height, told["alt"]), width=width, **told)


def words(axes: Axes, x: float, y: float, text: str, *, size: float = TEXT, bold: bool = False, anchor: str = "left",
          colour: str = INK, turn: float = 0) -> None:  # fmt: skip
    """A line of text on its base line, beginning, centred or ending (`anchor`) at `x`."""
    if not text:
        return
    weight = "bold" if bold else "normal"
    axes.text(x, y, text, fontsize=size, fontweight=weight, ha=anchor, va="baseline", color=colour, rotation=turn,
              rotation_mode="anchor")  # fmt: skip


def line(axes: Axes, places: Sequence[tuple[float, float]], colour: str = INK, width: float = 1, **look: Any) -> None:
    """A line through `places`."""
    across, down = zip(*places, strict=True)
    # Not by `plot`, which would measure the axes anew for each line.
    axes.add_artist(Line2D(across, down, color=colour, linewidth=width, clip_on=False, **look))


def disc(axes: Axes, x: float, y: float, size: float, colour: str) -> None:
    """A filled circle of diameter `size`: a line without length and with round ends, the shortest way to say it."""
    line(axes, [(x, y), (x, y)], colour, size, solid_capstyle="round")


def ring(axes: Axes, x: float, y: float, size: float, colour: str, width: float = 1.4) -> None:
    """A hollow circle of outer diameter `size`."""
    disc(axes, x, y, size, colour)
    disc(axes, x, y, size - 2 * width, PAPER)


def area(axes: Axes, places: Sequence[tuple[float, float]], colour: str, opacity: float | None = None) -> None:
    """A filled polygon."""
    curve = Curve([*places, places[0]], closed=True)
    axes.add_artist(PathPatch(curve, facecolor=colour, edgecolor="none", alpha=opacity, clip_on=False))


def box(axes: Axes, left: float, top: float, right: float, bottom: float, colour: str,
        opacity: float | None = None) -> None:  # fmt: skip
    """A filled rectangle."""
    area(axes, [(left, top), (right, top), (right, bottom), (left, bottom)], colour, opacity)


def _page_svg(drawn: str, width: float, height: float, alt: str) -> str:
    """The shapes and texts of matplotlib's SVG, without its groups, styles and ids."""
    root = ElementTree.Element("svg", ROOT | {"viewBox": f"0 0 {width:g} {height:g}"})
    # The title is what a screen reader and the PDF's tags give as the figure's text.
    ElementTree.SubElement(root, "title").text = alt
    for element in ElementTree.fromstring(drawn).iter():
        tag = element.tag.rpartition("}")[2]
        if tag in ("path", "text") and "defs" not in element.attrib:
            found = _attributes(element.attrib)
            if found.get("fill") != "none" or "stroke" in found:
                ElementTree.SubElement(root, tag, found).text = element.text
    return ElementTree.tostring(root, encoding="unicode")


def _attributes(given: Mapping[str, str]) -> dict[str, str]:
    style = dict(part.strip().split(": ", 1) for part in given.get("style", "").split(";") if ": " in part)
    found = {name: value for name, value in ({**given, **style}).items() if name in KEPT and PLAIN.get(name) != value}
    if re.match(r"rotate\(-?0 ", found.get("transform", "")):
        del found["transform"]
    if "d" in found:
        found["d"] = " ".join(found["d"].split())
    found = {name: NUMBER.sub(_short, value) for name, value in found.items()}
    return found | _letters(style) | _colours(style)


def _short(match: re.Match[str]) -> str:
    """A number of one decimal, never minus nought."""
    return f"{round(float(match[0]), 1) + 0:g}"


def _letters(style: Mapping[str, str]) -> dict[str, str]:
    # Older versions of matplotlib write "font: 700 11px ..." in one.
    font = f"{style.get('font-weight', '')} {style.get('font-size', '')} {style.get('font', '')}"
    size = re.search(r"(?<![\d.])([\d.]+)px", font)
    found = {"font-size": size[1]} if size and float(size[1]) != TEXT else {}
    return found | ({"font-weight": "600"} if "700" in font or "bold" in font else {})


def _colours(style: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, letter in (("fill", "f"), ("stroke", "k")):
        value = style.get(name, "")
        if value == INK:
            found |= {} if letter == "f" else {name: "currentColor"}
        elif value in _page_colours():
            css, plain = _page_colours()[value]
            found[name] = plain
            found["class"] = " ".join(filter(None, (found.get("class"), f"{letter}{css}")))
        elif value and (name, value) != ("stroke", "none"):
            found[name] = value
    return found


@cache
def _page_colours() -> dict[str, tuple[str, str]]:
    """Each colour's name in the classes of the page, and its value on paper."""
    css = (TEMPLATES / "faultline" / "palette.css.j2").read_text(encoding="utf-8")
    light = dict(re.findall(r"--(\w+):(#\w+)", css))
    sides = {colour: (str(number), light[f"s{number}"]) for number, colour in enumerate(PALETTE)}
    return sides | {PAPER: ("p", "#fff")}
