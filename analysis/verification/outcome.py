"""What a check comes to, and how its line reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from analysis.characters import printable

Status = Literal["ok", "failed", "not checked"]
# Of what is wrong, how much is looked for, how much is told, and how long one thing of it may be.
MOST, TOLD, LONGEST = 1000, 6, 300
# How much of two texts is told before they part.
LEAD = 30


@dataclass(frozen=True)
class Outcome:
    """`told` is what was checked, with numbers; `findings` what is wrong with it, each with its place."""

    status: Status
    told: str
    findings: tuple[str, ...] = ()

    def lines(self, name: str) -> list[str]:
        """The check's line; further findings are indented below it."""
        first, *further = self.findings or ("",)
        kept = further[: TOLD - 1]
        more = len(further) - len(kept)
        head = f"{name:<14} {self.status:<11} {shown(first or self.told)}"
        if self.findings:
            kept += [f"and {more}{' or' if len(self.findings) == MOST else ''} more"] if more else []
        return [head, *(f"{'':26} {shown(line)}" for line in kept)]


def outcome(findings: Iterable[str], told: str) -> Outcome:
    """`ok` where nothing is found to be wrong."""
    found = tuple(islice(findings, MOST))
    return Outcome("failed" if found else "ok", told, found)


def shown(words: str) -> str:
    """Words out of an untrusted file, safe for a terminal: one line, nothing that moves the cursor or turns text."""
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST]} …"
    return printable(cut)


def brief(words: str, limit: int = 60) -> str:
    """Words in quotation marks, cut to `limit` characters."""
    return f"“{words if len(words) <= limit else f'{words[:limit].rstrip()} …'}”"


def apart(one: str, other: str, limit: int = 80) -> tuple[str, str]:
    """Two texts from shortly before they part, each in quotation marks."""
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = max(0, same - LEAD)
    lead = "… " if start else ""
    return brief(lead + one[start:], limit), brief(lead + other[start:], limit)
