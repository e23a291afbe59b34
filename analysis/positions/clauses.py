"""Clauses by their marks and conjunctions, and evidence cut out of them."""

import re
from functools import cache

from analysis.positions.telling import Telling
from analysis.records import Span, Statement, span

EVIDENCE_WORDS = (8, 60)
PROPOSITION_WORDS = 15
CUE_REACH = 30  # characters between a source, its cue and its content

# A conjunction opens a clause with a subject of its own; "as" does so only before a subject, since "as a", "as long as"
# and "such as" do not. "that", "who" and "which" open none: whoever stands before them is the subject of both.
OPENERS = re.compile(
    r"\s*[;:](?!\d)\s*|\s+[–—-]{1,2}\s+|[–—]"
    r"|(?<!long)(?<!soon)(?<!much)(?<!well)(?<!far),?\s+(?="
    r"(?:after|before|amid|while|although|though|because|since|unless|if|when|where|whereas|but|so that|especially"
    r"|despite|as\s+(?:some|he|she|it|they|we|the|many|more|most)|and\s+(?:he|she|it|they|we|I|you|there))\b)",
    re.IGNORECASE,
)
CLOSERS = "”’\"'»"
OPEN_QUOTES = "“‘\"'«"
WORD = re.compile(r"\S+")
CONJUNCTION = re.compile(r"(?:after|because|since|as|but|and|although|though|while|that|instead,|rather,)\s+", re.I)
LEAD = re.compile(r"(?:that|because|but|and|so|to|well,|of|as|if|whether)\s+", re.IGNORECASE)


def clause_around(scene: Telling, region: Span, start: int, end: int) -> Span:
    """The clause of `region` that holds `[start, end)`."""
    left, right = region.start, region.end
    for opener in _openers(region.quote):
        place = region.start + opener
        if place <= start:
            left = max(left, place)
        elif place >= end:
            right = min(right, place)
    for mention in scene.mentions_in(region.start, start):
        if _coordinated(scene.text, mention.span.start):
            left = max(left, mention.span.start)
    while right > end and scene.text[right - 1].isspace():
        right -= 1
    return span(scene.text, left, right)


@cache
def _openers(words: str) -> tuple[int, ...]:
    return tuple(match.end() for match in OPENERS.finditer(words))


def _coordinated(text: str, start: int) -> bool:
    """Whether a mention at `start` follows ", and", ", but" or "as": the subject of a new clause."""
    return re.search(r"(?:,\s+(?:and|but)|\bas)\s+(?:the\s+)?$", text[max(0, start - 12) : start]) is not None


def trimmed(text: str, start: int, end: int) -> Span:
    """`[start, end)` without blanks and stray commas at its ends."""
    while start < end and text[start] in " \n\t\xa0,;:–—-":
        start += 1
    while start < end and text[end - 1] in " \n\t\xa0,;:–—-":
        end -= 1
    return span(text, start, end)


def evidence(scene: Telling, start: int, end: int, within: Span) -> Span:
    """`[start, end)` as evidence: widened to `within` when too short to stand alone, cut at words when too long."""
    place = _without_conjunction(trimmed(scene.text, start, end))
    if len(place.quote.split()) < EVIDENCE_WORDS[0]:
        place = trimmed(scene.text, within.start, within.end)
    words = list(WORD.finditer(place.quote))
    if len(words) <= EVIDENCE_WORDS[1]:
        return place
    # Keep what the evidence is about in view: start at most ten words before it.
    first = next((index for index, word in enumerate(words) if place.start + word.end() > start), 0)
    first = max(0, min(first - 10, len(words) - EVIDENCE_WORDS[1]))
    last = first + EVIDENCE_WORDS[1] - 1
    return span(scene.text, place.start + words[first].start(), place.start + words[last].end())


def said_from(scene: Telling, statement: Statement, words: Span) -> int:
    """Where evidence for `words` of a statement starts: at the source, where source and cue lead over to them."""
    source, cue = statement.source_span, statement.cue_span
    if statement.kind == "direct" or not source or not cue or not source.start < cue.start < words.start:
        return words.start
    near = words.start - cue.end <= CUE_REACH and cue.start - source.end <= CUE_REACH
    return source.start if near and scene.sentence_at(source.start) == scene.sentence_at(words.start) else words.start


def _without_conjunction(place: Span) -> Span:
    """`place` without the conjunction that ties it to what stands before it."""
    match = CONJUNCTION.match(place.quote)
    return Span(place.start + match.end(), place.end, place.quote[match.end() :]) if match else place


def proposition(words: str) -> str:
    """A clause as a proposition: quotation marks off, no leading conjunction, at most fifteen words."""
    plain = " ".join(words.strip(CLOSERS + OPEN_QUOTES + " ,.;:!–—").translate(_NO_QUOTES).split())
    plain = LEAD.sub("", plain, count=1) if LEAD.match(plain) else plain
    parts = plain.split(" ")
    if len(parts) <= PROPOSITION_WORDS:
        return plain
    return " ".join(parts[:PROPOSITION_WORDS]).rstrip(",;:–—.") + " …"


_NO_QUOTES = str.maketrans("", "", '“”«»"')
