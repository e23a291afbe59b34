"""`data/claims.csv`: every claim of a briefing with its evidence, for whoever checks them one by one."""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from analysis.briefing.evidence import Claim
from analysis.briefing.outline import Outline
from analysis.locks import write_whole

FILE = "claims.csv"
COLUMNS = ("id", "section", "label", "text", "notes", "speaker", "paragraph", "start", "end", "quote")
# The sections that make claims, in the order of the page.
SECTIONS = (
    "bottom_line",
    "watch",
    "tensions",
    "actors",
    "positions",
    "sourcing",
    "timeline",
    "gaps",
    "changes",
)
BOTTOM_LINE = "bottom line"


def write(path: Path, outline: Outline) -> None:
    """Write the claims in the order in which the page makes them, whole or not at all. What several notes of a claim
    say stands in one cell, joined as in the other tables.
    """
    sections = {claim.id: name.replace("_", " ") for name in SECTIONS for claim in _claims(getattr(outline, name))}
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(claim, sections.get(claim.id, "")) for claim in outline.claims)
    write_whole(path, buffer.getvalue().encode())


def read_bottom_line(path: Path) -> list[str]:
    """The sentences of the bottom line, as `write` wrote them. Raises `OSError`, `ValueError` or `KeyError`."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["section"] == BOTTOM_LINE]


def _row(claim: Claim, section: str) -> dict[str, str]:
    notes = claim.notes
    return {
        "id": claim.id,
        "section": section,
        "label": claim.label,
        "text": claim.text,
        "notes": "; ".join(str(note.number) for note in notes),
        "speaker": "; ".join(note.speaker for note in notes),
        "paragraph": "; ".join(str(note.paragraph) for note in notes),
        "start": "; ".join(str(note.span.start) for note in notes),
        "end": "; ".join(str(note.span.end) for note in notes),
        "quote": "; ".join(note.span.quote for note in notes),
    }


def _claims(view: object) -> Iterator[Claim]:
    """The claims anywhere in a section's view."""
    if isinstance(view, Claim):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _claims(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _claims(getattr(view, field.name))
