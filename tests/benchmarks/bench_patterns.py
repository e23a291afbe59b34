"""CPU milliseconds that each regular expression takes on the worst text found for it, at two lengths: the slowest."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.codebook import read_issues
from analysis.paths import CODEBOOKS
from tests import attacks

LENGTHS = (5_000, 20_000)
SHOWN = 10


def worst(pattern: str, flags: int) -> tuple[float, float]:
    """The milliseconds at both lengths, for the text that takes longest at the greater."""
    regex = re.compile(pattern, flags)
    texts = [(pump, end) for pump in attacks.pumps(pattern, regex.flags) for end in attacks.ENDS]
    rows = [
        tuple(1000 * attacks.seconds(regex, pump * (length // len(pump)) + end) for length in LENGTHS)
        for pump, end in texts
    ]
    return max(rows, key=lambda row: row[1], default=(0.0, 0.0))


def main() -> None:
    phrases = [
        (phrase.regex, issue.id)
        for book in sorted(CODEBOOKS.glob("*.yml"))
        for issue in read_issues(book.stem, "")
        for concept in issue.concepts
        for phrase in concept.patterns
    ]
    every = attacks.written() | attacks.scripted()
    every |= {(regex.pattern, regex.flags): f"codebook, {issue}" for regex, issue in phrases}
    rows = sorted(((*worst(*key), name, key[0]) for key, name in every.items()), key=lambda row: -row[1])
    print(f"{len(rows)} expressions; characters:{LENGTHS[0]:>9,}{LENGTHS[1]:>9,}   ms, a fourfold is linear")
    for first, second, name, pattern in rows[:SHOWN]:
        print(f"{name:<36} {first:>8.1f} {second:>8.1f}   {pattern[:80]}")


if __name__ == "__main__":
    main()
