"""Statements from attributions: each with its actor, force, sourcing, addressee, certainty and time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.lexicon import Cue, Frame, main_cue, words
from analysis.records import Actor, Mention, Span, Statement, TimeRef, span
from analysis.statements.attribute import Attribution, attributions
from analysis.statements.certainty import find_certainty
from analysis.statements.confidence import Finding, judge
from analysis.statements.quoted import kind_of
from analysis.statements.sourcing import count_sources, find_sourcing
from analysis.statements.speaker import Cast, find_addressee, find_speaker
from analysis.statements.when import times_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

# The class of a cue that the lexicon does not have: that it reports is all that is known.
DEFAULT_CLASS = "say"


def find_statements(
    doc: Doc, actors: Sequence[Actor], mentions: Sequence[Mention], timeline: Sequence[TimeRef]
) -> tuple[Statement, ...]:
    """The statements of an article whose Doc has attribution spans, in the order of their first words."""
    cast = Cast(actors, mentions)
    text = doc.text
    joined = list(attributions(doc))
    times = times_of(joined, timeline)
    found = [
        _statement(text, attribution, cast, time.id if time else None)
        for attribution, time in zip(joined, times, strict=True)
    ]
    return tuple(sorted(found, key=lambda statement: statement.evidence[0]))


def _statement(text: str, attribution: Attribution, cast: Cast, time: str | None) -> Statement:
    clause, contents = attribution.clause, attribution.contents
    actor = find_speaker(cast, clause.source) if clause.source else None
    cue = main_cue([token.text for token in clause.cue])
    frame = _frame(attribution)
    kind = kind_of(tuple(content.text for content in contents))
    cue_class = cue.class_in(*CLASS_FRAMES[frame]).name if cue else DEFAULT_CLASS
    confidence = judge(Finding(attribution, kind, frame, actor))
    source_span, cue_span = _record(text, clause.source) if clause.source else None, _record(text, clause.cue)
    content_spans = tuple(_record(text, content) for content in contents)
    own_words = (cue_span, *content_spans, *([source_span] if source_span else []))
    return Statement(
        source=actor.id if actor else None,
        source_span=source_span,
        cue_span=cue_span,
        content_spans=content_spans,
        kind=kind,
        sourcing=find_sourcing(clause.source, actor),
        n_sources=count_sources(clause.source, actor),
        cue_class=cue_class,
        addressee=find_addressee(cast, cue, clause.cue, actor),
        certainty=find_certainty(clause.cue.text, contents[0].text, cue_class),
        time=time,
        confidence=confidence.score,
        reason=confidence.reason,
        evidence=tuple(sorted(own_words)),
    )


CLASS_FRAMES: dict[str, tuple[Frame, ...]] = {
    "before": ("clause", "that", "quote", "fixed"),
    "that": ("clause", "that", "person", "noun"),
    "clause": ("clause", "fixed", "person"),
    "infinitive": ("infinitive", "person"),
    "person": ("person", "object"),
    "object": ("object", "clause", "noun"),
}


def _frame(attribution: Attribution) -> str:
    """How the first content stands to its cue, as far as the words tell."""
    cue, content = attribution.clause.cue, attribution.contents[0]
    if content.end <= cue.start:
        return "before"
    first = content[0].lower_
    if first in ("that", "whether", "if") or content[0].is_quote:
        return "that"
    if first == "to":
        return "infinitive"
    known = main_cue([token.text for token in cue])
    return _frame_of_words(known, content) if known else "clause"


def _frame_of_words(cue: Cue, content: Tokens) -> str:
    asked = "person" in cue.classes and "object" in cue.classes
    if asked and any(token.lower_ == "to" for token in content[1:]):
        return "person"
    verbal = any(token.lower_ in words("auxiliary") for token in content)
    return "clause" if "clause" in cue.classes and (verbal or "object" not in cue.classes) else "object"


def _record(text: str, tokens: Tokens) -> Span:
    return span(text, tokens.start_char, tokens.end_char)
