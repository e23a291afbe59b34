"""Coverage-guided fuzzing of one target: `python -m tests.fuzz loader --seconds 600`; `make fuzz` calls it.

The corpus grows in `reports/.fuzz/TARGET/`, from the texts of the hostile cases. A find is written there as `crash-...`
or `timeout-...`; its place, once mended, is among the cases of `tests/hostile/`.
"""

import argparse
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["analysis", "trafilatura", "htmldate", "mistune"]):
    import mistune  # noqa: F401
    import trafilatura  # noqa: F401

    from tests.fuzz import targets

from analysis.errors import InputError
from analysis.paths import REPORTS

# A text of so few words that takes longer is a find.
SLOWEST = 10
MOST_BYTES = 4_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=targets.TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    target = targets.TARGETS[options.target]
    place = REPORTS / ".fuzz" / options.target
    _seed(place / "corpus", options.target)
    folder = Path(tempfile.mkdtemp(prefix="faultline-fuzz-"))

    def once(data: bytes) -> None:
        try:
            target(data, folder)
        except InputError:
            pass
        except Exception:
            # libFuzzer's own hand does not always get to it.
            (place / f"crash-{sha256(data).hexdigest()[:12]}").write_bytes(data)
            raise

    words = [f"-max_total_time={options.seconds}", f"-timeout={SLOWEST}", f"-max_len={MOST_BYTES}", "-rss_limit_mb=0", "-len_control=0"]
    atheris.Setup(
        [sys.argv[0], *words, "-print_final_stats=1", f"-artifact_prefix={place}/", str(place / "corpus")], once
    )
    atheris.Fuzz()


def _seed(corpus: Path, target: str) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds(target)):
        (corpus / f"seed-{number:03}").write_bytes(seed[:MOST_BYTES])


if __name__ == "__main__":
    main()
