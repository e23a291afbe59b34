"""Attributions: the labelled spans of a Doc joined to one source, one cue and all its contents.

A source and a content go to the cue that the language model links them to. Where it links to none, a content goes to
the cue that is nearest to it in its paragraph, where the reporting clause, that is, the cue with its source, counts as
one place, and the end of a sentence in between as a distance; and a quotation that stands alone to the cue before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.layers import ATTRIBUTION, PARAGRAPHS
from analysis.lexicon import words
from analysis.statements.quoted import asks_on, is_quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# Characters that the end of a sentence counts for; more where a content would go to the cue of a later sentence.
SENTENCE_BACK = 60
SENTENCE_AHEAD = 150
# The same for a content that depends on what is before it ("that ...") or is cut off from what follows by "and".
DEPENDENT_AHEAD = 100
DEPENDENT = frozenset({"that", "to", "if", "whether"})
# Clauses on either side of a content among which the nearest is sought.
NEAR = 4
# Characters between a source and its own cue ("Zelensky, speaking in Kyiv on Monday, said").
FURTHEST_SOURCE = 120


@dataclass(frozen=True)
class Clause:
    """A reporting clause: a cue with the source that stands beside it, or that an earlier cue of the sentence has."""

    cue: Span
    source: Span | None
    own_source: bool

    @property
    def first(self) -> int:
        """The first token."""
        return min(self.cue.start, self.source.start) if self.source and self.own_source else self.cue.start

    @property
    def start(self) -> int:
        return (
            min(self.cue.start_char, self.source.start_char) if self.source and self.own_source else self.cue.start_char
        )

    @property
    def end(self) -> int:
        return max(self.cue.end_char, self.source.end_char) if self.source and self.own_source else self.cue.end_char


@dataclass(frozen=True)
class Attribution:
    """`contents` of one `clause`; `continued` are those that stand alone in later sentences, `beyond` those of them
    that stand in a later paragraph.
    """

    clause: Clause
    contents: tuple[Span, ...]
    continued: int = 0
    beyond: int = 0


def attributions(doc: Doc) -> Iterator[Attribution]:
    """The attributions of `doc` in the order of their first words."""
    spans = sorted(doc.spans[ATTRIBUTION], key=lambda span: span.start)
    breaks, links = _sentence_breaks(doc, spans), _links(doc)
    clauses: list[Clause] = []
    contents: list[list[tuple[Span, str]]] = []
    last: int | None = None
    for paragraph in doc.spans[PARAGRAPHS]:
        inside = [span for span in spans if paragraph.start <= span.start < paragraph.end]
        first = len(clauses)
        clauses += _clauses(inside, breaks, links)
        contents += [[] for _ in clauses[first:]]
        for content in (span for span in inside if span.label_ == "content"):
            linked = _place_of(links.get(content.start), clauses)
            place, how = linked, ""
            quotation = is_quotation(content.text)
            if linked is not None:
                how = _standing(content, clauses[linked], breaks, beyond=linked < first)
            else:
                place, how = _clause_of(content, clauses, first, breaks)
                if how != "beside":
                    place = last if quotation else None
            if place is not None:
                contents[place].append((content, how))
                last = place if quotation or last is None or last < first else last
    for clause, parts in zip(clauses, contents, strict=True):
        if parts:
            yield _attribution(clause, parts)


def _links(doc: Doc) -> dict[int, int]:
    """The first token of a source or a content -> that of the cue that the language model links it to."""
    group = doc.spans[ATTRIBUTION]
    spans = list(group)
    linked = zip(spans, group.attrs.get("link", [None] * len(spans)), strict=True)
    return {span.start: spans[place].start for span, place in linked if place is not None}


def _place_of(cue: int | None, clauses: Sequence[Clause]) -> int | None:
    """Which of the `clauses`, in order, has the cue that begins at token `cue`."""
    if cue is None:
        return None
    place = bisect_left(clauses, cue, key=lambda clause: clause.cue.start)
    return place if place < len(clauses) and clauses[place].cue.start == cue else None


def _attribution(clause: Clause, parts: Sequence[tuple[Span, str]]) -> Attribution:
    ways = [how for _, how in parts]
    continued = ways.count("continued") + ways.count("beyond")
    return Attribution(clause, tuple(content for content, _ in parts), continued, ways.count("beyond"))


def _sentence_breaks(doc: Doc, spans: Sequence[Span]) -> list[int]:
    """Where sentences begin in characters, those inside a content left out."""
    inside = {token for span in spans if span.label_ == "content" for token in range(span.start + 1, span.end)}
    return [token.idx for token in doc if token.is_sent_start and token.i not in inside]


def _breaks_between(breaks: Sequence[int], start: int, end: int) -> int:
    return bisect_right(breaks, end) - bisect_left(breaks, start)


def _clauses(spans: Sequence[Span], breaks: Sequence[int], links: Mapping[int, int]) -> list[Clause]:
    """The reporting clauses of a paragraph; a source goes to the cue it is linked to, else to the nearest beside it."""
    beside = _sources_beside(spans, breaks) | _sources_linked(spans, links)
    clauses: list[Clause] = []
    for cue in (span for span in spans if span.label_ == "cue"):
        own = beside.get(cue.start)
        inherited = next(
            (before.source for before in reversed(clauses) if _same_sentence(before.cue, cue, breaks)), None
        )
        clauses.append(Clause(cue, own or inherited, own is not None))
    return clauses


def _sources_beside(spans: Sequence[Span], breaks: Sequence[int]) -> dict[int, Span]:
    """The source of each cue, by the cue's first token: a source and a cue with nothing labelled between them."""
    pairs = [(left, right) for left, right in pairwise(spans) if {left.label_, right.label_} == {"source", "cue"}]
    near = sorted(
        (
            pair
            for pair in pairs
            if _gap(*pair) <= FURTHEST_SOURCE and not _breaks_between(breaks, pair[0].end_char, pair[1].start_char)
        ),
        key=lambda pair: (_gap(*pair), pair[0].start),
    )
    found: dict[int, Span] = {}
    used: set[int] = set()
    for left, right in near:
        cue, source = (left, right) if left.label_ == "cue" else (right, left)
        if cue.start not in found and source.start not in used:
            found[cue.start] = source
            used.add(source.start)
    return found


def _sources_linked(spans: Sequence[Span], links: Mapping[int, int]) -> dict[int, Span]:
    """The source of each cue, by the cue's first token: of several linked to it the nearest."""
    found: dict[int, Span] = {}
    for source in (span for span in spans if span.label_ == "source" and span.start in links):
        cue, before = links[source.start], found.get(links[source.start])
        if before is None or abs(source.start - cue) < abs(before.start - cue):
            found[cue] = source
    return found


def _gap(left: Span, right: Span) -> int:
    return right.start_char - left.end_char


def _same_sentence(earlier: Span, later: Span, breaks: Sequence[int]) -> bool:
    return not _breaks_between(breaks, earlier.end_char, later.start_char)


def _clause_of(content: Span, clauses: Sequence[Clause], first: int, breaks: Sequence[int]) -> tuple[int | None, str]:
    """The place of the clause nearest to `content` among those from `first` on, and how `content` stands to it:
    beside it, continued in a later sentence, or beyond its paragraph.
    """
    if first == len(clauses):
        return None, "beyond"
    after = bisect_left(clauses, content.start, lo=first, key=lambda clause: clause.cue.start)
    near = range(max(first, after - NEAR), min(len(clauses), after + NEAR))
    best = min(near, key=lambda place: _distance(content, clauses[place], breaks))
    return best, _standing(content, clauses[best], breaks, beyond=False)


def _standing(content: Span, clause: Clause, breaks: Sequence[int], *, beyond: bool) -> str:
    """How a content stands to its clause: beside it, continued in a later sentence, or beyond its paragraph."""
    if beyond:
        return "beyond"
    if clause.end <= content.start_char:
        return "continued" if _breaks_between(breaks, clause.end, content.start_char) > 0 else "beside"
    crossed = _breaks_between(breaks, content.end_char, clause.start) > 0 and not asks_on(content.text)
    return "beyond" if crossed else "beside"


def _distance(content: Span, clause: Clause, breaks: Sequence[int]) -> int:
    """Characters between a content and a reporting clause, what stands against their belonging together counted in."""
    if clause.end <= content.start_char:
        crossed = _breaks_between(breaks, clause.end, content.start_char)
        return content.start_char - clause.end + SENTENCE_BACK * crossed
    crossed = 0 if asks_on(content.text) else _breaks_between(breaks, content.end_char, clause.start)
    depends = content[0].lower_ in DEPENDENT or any(
        token.lower_ in words("coordinator") for token in content.doc[content.end : clause.first]
    )
    return clause.start - content.end_char + SENTENCE_AHEAD * crossed + DEPENDENT_AHEAD * depends
