"""The table of all figures, printed, and kept where the report finds it."""

from collections.abc import Iterable
from pathlib import Path

from analysis.accuracy import ACCURACY_FILE, HEADER, Figure
from analysis.errors import InputError
from analysis.evaluation import coreference, directed, gold, gum_dates, heads, polnear, seesaw
from analysis.evaluation.floors import FLOORS_FILE, digest, fallen, raised, read_floors
from analysis.model.directed import DirectedStance
from analysis.model.session import open_session


def evaluate(folder: Path, *, record: bool) -> int:
    """Measure every stage on the sets under `folder`; with `record`, write the figures the report prints and raise
    the floors.

    Returns the exit status: 1 where a figure falls under its floor. Raises `InputError` where the sets are not there.
    """
    if not (folder / "data").is_dir():
        raise InputError(f"{folder}: no data/ here; give GOLD the folder that holds data/ and gold/")
    rows = list(measure(folder))
    print(f"{'stage':<11} {'measure':<50} {'set':<41} {'n':>5} {'P':>5} {'R':>5} {'F1':>5}")
    for row in rows:
        scores = f"{row.n:>5} {row.precision:>5.3f} {row.recall:>5.3f} {row.f1:>5.3f}"
        print(f"{row.stage:<11} {row.measure:<50} {row.dataset:<41} {scores}")
    floors, data = read_floors(), digest(folder)
    if record:
        ACCURACY_FILE.write_text(to_toml(rows), encoding="utf-8")
        FLOORS_FILE.write_text(raised(rows, floors, data), encoding="utf-8")
        floors = read_floors()
    if data != floors.data:
        print("the floors were recorded for other data: nothing is compared with them")
        return 0
    under = fallen(rows, floors)
    print("\n".join(under) or "no figure is under its floor")
    return 1 if under else 0


def measure(folder: Path) -> Iterable[Figure]:
    """All figures, in the order of the stages."""
    polnear_dev = folder / "data" / "attribution" / "polnear" / "dev"
    yield from heads.figures(folder / "data", open_session())
    yield from directed.figures(folder / "data" / "stance", DirectedStance())
    readers = list(gold.figures(folder / "gold", polnear_dev / "text"))
    yield from (row for row in readers if row.stage == "actors")
    yield from coreference.figures(folder / "data" / "language" / "gum_dev.jsonl")
    yield from gum_dates.figures(folder / "data" / "time" / "gum_dates_dev.jsonl")
    yield from polnear.figures(polnear_dev)
    yield from (row for row in readers if row.stage != "actors")
    yield from seesaw.figures(
        folder / "data" / "stance" / "seesaw_dev.jsonl", gold.scorer(folder / "gold" / "score.py")
    )


def to_toml(rows: Iterable[Figure]) -> str:
    """The rows as `accuracy.toml` holds them."""
    return HEADER + "".join(
        f'\n[[figure]]\nstage = "{row.stage}"\nmeasure = "{row.measure}"\ndataset = "{row.dataset}"\n'
        f"n = {row.n}\nprecision = {row.precision}\nrecall = {row.recall}\nf1 = {row.f1}\n"
        for row in rows
    )
