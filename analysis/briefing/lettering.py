"""How wide words are in the page's sans serif, so that figures can keep them apart."""

from collections.abc import Sequence
from functools import cache

from fontTools import ttLib  # type: ignore[import-untyped]

from analysis.briefing.render import TEMPLATES

FILES = {False: "sans-400", True: "sans-600"}
# Of a letter that the font lacks, in parts of its size.
UNKNOWN = 0.6


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text, in points."""
    advances = _advances(bold)
    return size * sum(advances.get(ord(letter), UNKNOWN) for letter in text)


def wrapped(text: str, room: float, size: float, *, bold: bool = False, lines: int = 3) -> list[str]:
    """`text` in at most `lines` lines no wider than `room`, cut with an ellipsis where it is longer."""
    done: list[str] = []
    rest = text.split()
    while rest and len(done) < lines:
        n = len(rest)
        while n > 1 and width(" ".join(rest[:n]), size, bold=bold) > room:
            n -= 1
        done.append(" ".join(rest[:n]))
        rest = rest[n:]
    if rest:
        done[-1] = f"{done[-1]} {rest[0]}"
    return [cut(one, room, size, bold=bold, more=bool(rest) and one is done[-1]) for one in done]


def cut(text: str, room: float, size: float, *, bold: bool = False, more: bool = False) -> str:
    """`text`, or as much of its beginning as `room` holds with an ellipsis; `more` says that it goes on anyway."""
    if not more and width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width(f"{kept} …", size, bold=bold) > room:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept.rstrip(',;:–—-')} …"


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    return max((width(one, size, bold=bold) for one in lines), default=0.0)


@cache
def _advances(bold: bool) -> dict[int, float]:
    """The width of each letter, in parts of the size."""
    font = ttLib.TTFont(TEMPLATES / "fonts" / f"{FILES[bold]}.woff2", lazy=True)
    units, metrics = font["head"].unitsPerEm, font["hmtx"]
    return {code: metrics[name][0] / units for code, name in font.getBestCmap().items()}
