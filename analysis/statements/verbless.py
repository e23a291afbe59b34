"""Speech that no verb reports: transcripts ("WALLACE: Let's start") and signed quotations ("“We go.” — Ned Price").

The colon or the dash is the cue. Both are read from the marks of a paragraph alone, for the model has hardly seen any.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.layers import PARAGRAPHS
from analysis.lexicon import quotation_marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# A speaker in capitals; "Q" and "A" name nobody.
SPEAKER = re.compile(r"\A[\"“]?(?P<source>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<cue>:)\s+(?P<content>\S.*)")
# Someone speaks so often in a transcript; else such paragraphs are headings ("UPDATE: ...").
LEAST_TURNS = 2
# Words of a signature.
MOST_WORDS = 8
PARTICLES = frozenset({"of", "the", "de", "la", "van", "von", "bin", "al", "and"})
DASHES = "—–―-"


class Speech(NamedTuple):
    """The parts of an attribution without a verb, and the paragraph that is nothing else."""

    paragraph: Span
    source: Span
    cue: Span
    content: Span


def verbless(doc: Doc) -> list[Speech]:
    """All such speech in a Doc, in order."""
    turns = [turn for paragraph in doc.spans[PARAGRAPHS] if (turn := _turn(paragraph))]
    speakers = Counter(turn.source[-1].text for turn in turns)
    talk = max(speakers.values(), default=0) >= LEAST_TURNS
    signed = [one for paragraph in doc.spans[PARAGRAPHS] if (one := _signed(paragraph))]
    return sorted([*(turns if talk else []), *signed], key=lambda one: one.content.start)


def _turn(paragraph: Span) -> Speech | None:
    """The turn of one speaker of a transcript."""
    match = SPEAKER.match(paragraph.text)
    return _speech(paragraph, match) if match else None


def _signed(paragraph: Span) -> Speech | None:
    """A paragraph that is a quotation, a dash, and a name."""
    match = _signature().fullmatch(paragraph.text.rstrip())
    return _speech(paragraph, match) if match and _is_name(match["source"]) else None


def _is_name(words: str) -> bool:
    """Whether words up to the first comma ("Ned Price, a spokesman") are those of a name."""
    name = words.split(",")[0].split()
    if not 0 < len(name) <= len(words.split()) <= MOST_WORDS:
        return False
    return all(word[0].isupper() or word in PARTICLES for word in name)


def _speech(paragraph: Span, match: re.Match[str]) -> Speech | None:
    # A dash may be one token with the mark before it.
    source, content = (
        paragraph.char_span(*match.span(part), alignment_mode="contract") for part in ("source", "content")
    )
    cue = paragraph.char_span(*match.span("cue"), alignment_mode="expand")
    return Speech(paragraph, source, cue, content) if source and cue and content else None


@cache
def _signature() -> re.Pattern[str]:
    double, _ = quotation_marks()
    opening = "".join(
        map(re.escape, sorted(mark for mark in double.open | double.close | double.neutral if len(mark) == 1))
    )
    closing = "".join(map(re.escape, sorted(mark for mark in double.close | double.neutral if len(mark) == 1)))
    return re.compile(
        rf"\A(?P<content>[{opening}].+[{closing}])\s*+(?P<cue>[{DASHES}]{{1,2}})\s*+(?P<source>[^{opening}.:;!?]+)\.?"
    )
