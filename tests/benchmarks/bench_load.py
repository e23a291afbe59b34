"""Seconds and peak memory of reading an article against its length: `make load`.

Each size is read in a process of its own, on one thread, nothing cached: CPU seconds by stage, the peak of the resident
set, and what each size takes for its length against the smallest, start-up taken off. `cast` says whether the number of
actors grows with the text or stays. With `--sizes 1 2`, `--unit CHARACTERS` a shorter table; the whole takes 15 minutes.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from long_article import write_article

SIZES = (1, 2, 4, 8)
UNIT = 120_000  # characters: 8 are nearly the most that is read, 1 MB
MOST_ACTORS, FEW_ACTORS = 500, 60
STAGES = (
    "load", "document", "timeline", "actors", "statements", "omissions", "positions", "tensions", "cooperations",
    "store",
)  # fmt: skip


def read(article: Path) -> None:
    """Read one article and print a figure a stage, then characters, actors, records and MiB, start-up first."""
    from analysis import store
    from analysis.document import read_document
    from analysis.pipeline import Analysis
    from analysis.settings import Settings

    small = Analysis(article.with_name("small.txt"), Settings())
    small.doc = read_document(small.article)  # models, tables and libraries are loaded, whatever the length
    small.annotations()
    start_up = peak()
    marks = [time.process_time()]

    def mark(_: object) -> None:
        marks.append(time.process_time())

    analysis = Analysis(article, Settings())
    mark(analysis.check())
    analysis.doc = read_document(analysis.article)
    mark(analysis.sentences)
    for stage in STAGES[2:-1]:
        mark(getattr(analysis, stage))
    found = analysis.annotations()
    with TemporaryDirectory() as folder:
        store.save(Path(folder), store.Stored(found, "cooperations", ""))
    mark(found)
    seconds = [after - before for before, after in pairwise(marks)]
    sizes = (len(found.article.text), len(found.actors), sum(1 for _ in found.records()))
    print(*sizes, start_up, peak(), *seconds)


def peak() -> float:
    """The largest resident set of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


def measured(folder: Path, characters: int, actors: int) -> list[float]:
    """What `read` prints of an article of such a size, from a process of its own."""
    article = folder / f"article-{characters}-{actors}.txt"
    write_article(article, characters, actors)
    write_article(folder / "small.txt", 20_000, 20)  # more than the network is given at once
    command = [sys.executable, __file__, "--read", str(article)]
    found = subprocess.run(command, env=os.environ | {"OMP_NUM_THREADS": "1"}, check=True, stdout=subprocess.PIPE)
    return [float(word) for word in found.stdout.split()]


def table(cast: str, sizes: list[int], unit: int) -> None:
    head = ("size", "chars", "actors", "records", *STAGES, "s", "s per x", "growth", "peak MiB", "MiB per x", "growth")
    print(f"cast {cast}\n" + " ".join(f"{name:>{width(name)}}" for name in head))
    least: tuple[float, float] | None = None
    with TemporaryDirectory() as folder:
        for size in sizes:
            actors = MOST_ACTORS * size // SIZES[-1] if cast == "grows" else FEW_ACTORS
            characters, found, records, start_up, most, *seconds = measured(Path(folder), unit * size, actors)
            each = (sum(seconds) / size, (most - start_up) / size)
            least = least or each
            growth = [one / first for one, first in zip(each, least, strict=True)]
            row = [f"{size}x", *(f"{number:.0f}" for number in (characters, found, records))]
            row += [f"{one:.2f}" for one in (*seconds, sum(seconds), each[0], growth[0])]
            row += [f"{most:.0f}", f"{each[1]:.1f}", f"{growth[1]:.2f}"]
            print(" ".join(f"{cell:>{width(name)}}" for cell, name in zip(row, head, strict=True)), flush=True)


def width(name: str) -> int:
    return max(7, len(name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", type=Path, metavar="ARTICLE")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--unit", type=int, default=UNIT, metavar="CHARACTERS")
    parser.add_argument("--cast", choices=("grows", "stays"), action="append")
    options = parser.parse_args()
    if options.read:
        read(options.read)
        return
    for cast in options.cast or ("grows", "stays"):
        table(cast, options.sizes, options.unit)


if __name__ == "__main__":
    main()
