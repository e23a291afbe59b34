"""The floors that `make evaluate` holds every figure to, each recorded for one state of the data.

Floors rise by `RECORD=yes`. One is lowered by hand in `floors.toml`, with a `reason` beside it.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.accuracy import Figure

FLOORS_FILE = Path(__file__).with_name("floors.toml")
HEADER = (
    "# What no figure of `make evaluate` may fall under, on data of this digest. `RECORD=yes` raises floors; to lower\n"
    "# one, write it by hand and say why in its reason.\n"
)
# Below a new figure, so that a change of library in the third digit breaks nothing.
SLACK = 0.003


@dataclass(frozen=True)
class Floors:
    """The least F1 by measure and set, and the reason where one was lowered. `data` is the digest they hold for."""

    data: str
    least: Mapping[tuple[str, str, str], float]
    reasons: Mapping[tuple[str, str, str], str]


def key(figure: Figure) -> tuple[str, str, str]:
    return figure.stage, figure.measure, figure.dataset


def read_floors(path: Path = FLOORS_FILE) -> Floors:
    """The recorded floors; none where there is no file."""
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    rows = {(row["stage"], row["measure"], row["dataset"]): row for row in table.get("floor", ())}
    reasons = {place: row["reason"] for place, row in rows.items() if "reason" in row}
    return Floors(table.get("data", ""), {place: row["f1"] for place, row in rows.items()}, reasons)


def fallen(figures: Iterable[Figure], floors: Floors) -> list[str]:
    """A line for each figure under its floor."""
    return [
        f"{figure.measure} ({figure.dataset}): {figure.f1:.3f} is under its floor of {floors.least[key(figure)]:.3f}"
        for figure in figures
        if figure.f1 < floors.least.get(key(figure), 0.0)
    ]


def raised(figures: Iterable[Figure], floors: Floors, data: str) -> str:
    """The text of `floors.toml` with each floor where it was or just under the figure, whichever is higher. Floors of
    other data are forgotten.
    """
    same = floors.data == data
    text = HEADER + f"data = {json.dumps(data)}\n"
    for figure in figures:
        before = floors.least.get(key(figure), 0.0) if same else 0.0
        least = max(before, round(figure.f1 - SLACK, 3))
        names = ("stage", "measure", "dataset")
        text += "\n[[floor]]\n" + "".join(f"{name} = {json.dumps(getattr(figure, name))}\n" for name in names)
        text += f"f1 = {least}\n"
        if same and least == before and key(figure) in floors.reasons:
            text += f"reason = {json.dumps(floors.reasons[key(figure)])}\n"
    return text


def digest(folder: Path) -> str:
    """One hash over the development sets under `folder`: their names and contents."""
    found = hashlib.sha256()
    files = [*folder.glob("data/**/*dev*"), *folder.glob("data/**/dev/**/*"), *folder.glob("gold/dev/**/*")]
    for path in sorted({file for file in files if file.is_file()}):
        found.update(
            f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
        )
    return found.hexdigest()
