"""How much of a text around a passage tells the passage from every other, found for all passages in linear time."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

# Characters on either side: first the least, for a reader's sake; each next only where that one occurs again.
SIZES = (32, 64, 128, 256, 512, 1024)
# Odd, so that no letter is lost by multiplying.
FACTOR = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Around:
    """The words before and after a passage; with it, they stand in the text once."""

    prefix: str
    suffix: str


class Surroundings:
    """The surroundings of any passage of `text`.

    A stretch of text occurs once if one window inside it does. So the windows of each size are counted once, by a
    hash; two that differ and share a hash are taken for the same, which only makes a stretch longer than it need be.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._seen: dict[int, NDArray[np.int64]] = {}

    def around(self, start: int, end: int) -> Around | None:
        """What tells `[start, end)` from all else; None where 1,024 characters on either side do not."""
        for size in SIZES:
            low, high = max(0, start - size), min(len(self.text), end + size)
            if self._once(low, high):
                return Around(self.text[low:start], self.text[end:high])
        return None

    def _once(self, low: int, high: int) -> bool:
        """Whether `[low, high)` surely occurs once; that it is the whole text is proof as well."""
        if high - low == len(self.text):
            return True
        size = max(window for window in SIZES if window <= high - low)
        singles = self._singles(size)
        return bool(singles[low] < singles[high - size + 1])

    def _singles(self, size: int) -> NDArray[np.int64]:
        """At each place, how many windows of that size that begin before it occur once."""
        if size not in self._seen:
            _, places, times = np.unique(self._hashes[size], return_inverse=True, return_counts=True)
            self._seen[size] = np.concatenate([[0], np.cumsum(times[places] == 1)])
        return self._seen[size]

    @cached_property
    def _hashes(self) -> dict[int, NDArray[np.uint64]]:
        """For each size, a hash of the window that begins at each place: two halves make a whole."""
        letters = self.text.encode("utf-32-le", errors="surrogatepass")
        hashes = np.frombuffer(letters, dtype=np.uint32).astype(np.uint64)
        found: dict[int, NDArray[np.uint64]] = {}
        half, factor = 1, FACTOR
        while (size := 2 * half) <= min(SIZES[-1], len(self.text)):
            hashes = hashes[: len(self.text) - size + 1] * np.uint64(factor) + hashes[half:]
            half, factor = size, factor * factor % 2**64
            if size in SIZES:
                found[size] = hashes
        return found
