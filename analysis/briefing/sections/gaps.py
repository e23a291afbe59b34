"""What the article leaves out, and what this reading of it takes for granted."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index

QUOTED_WORDS = 30


@dataclass(frozen=True)
class Gaps:
    """The section; `none` speaks where nothing is missing."""

    omissions: tuple[Claim, ...]
    none: str


def build(index: Index, citations: Citations) -> Gaps:
    """The section's view."""
    omissions = tuple(_omissions(index, citations))
    return Gaps(
        omissions, "" if omissions else "Everyone spoken of is heard, and every reporting sentence has a source."
    )


def _omissions(index: Index, citations: Citations) -> Iterator[Claim]:
    """Who is spoken of and not heard, in one sentence; then the sentences whose words are nobody's."""
    found = index.annotations.omissions
    unheard = [item for item in found if item.kind == "unheard"]
    if unheard:
        verb, whose = ("is", "its") if len(unheard) == 1 else ("are", "their")
        names = prose.listed([index.name(item.actor) for item in unheard])
        text = f"{names} {verb} acted upon or spoken of, and no statement is {whose} own"
        yield citations.claim(
            ("omission", "unheard"), prose.sentence(text), "inferred", [item.span for item in unheard]
        )
    for item in found:
        if item.kind == "unattributed":
            text = f"Words that no statement covers: {prose.quoted(item.span.quote, QUOTED_WORDS)}"
            yield citations.claim(("omission", item.id), text, "inferred", [item.span])
