"""What changed since an earlier run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """The section; `none` speaks where there is no earlier run to compare with."""

    none: str


def build() -> Changes:
    """The section's view."""
    return Changes("Initial coverage: compared with no earlier run.")
