"""Statements from attributions: each with its actor, force, sourcing, channel, listener, credit, certainty and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.records import Actor, Mention, Span, Statement, TimeRef, span
from analysis.statements.attribute import Attribution, attributions
from analysis.statements.certainty import find_certainty
from analysis.statements.channel import find_channel, press_channel
from analysis.statements.confidence import Finding, judge
from analysis.statements.credit import credited_through, find_credit
from analysis.statements.cue import read_cue
from analysis.statements.distance import find_distance
from analysis.statements.forecast import find_outlook
from analysis.statements.listeners import find_listener, listener_words
from analysis.statements.quoted import kind_of
from analysis.statements.scope import Scope
from analysis.statements.sourcing import count_sources, find_sourcing
from analysis.statements.speaker import Cast, find_speaker
from analysis.statements.when import times_in, times_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


def find_statements(
    doc: Doc, actors: Sequence[Actor], mentions: Sequence[Mention], timeline: Sequence[TimeRef]
) -> tuple[Statement, ...]:
    """The statements of an article whose Doc has attribution spans, in the order of their first words."""
    cast = Cast(actors, mentions)
    joined = attributions(doc)
    times = times_of(joined, timeline)
    text = doc.text  # made anew, token by token, each time it is asked for
    found = [
        _statement(text, attribution, cast, time, times_in(attribution.contents[0], timeline))
        for attribution, time in zip(joined, times, strict=True)
    ]
    ids = [statement.id for statement in found]
    nested = [
        replace(statement, within=ids[one.within] if one.within is not None else None)
        for statement, one in zip(found, joined, strict=True)
    ]
    return tuple(sorted(credited_through(nested), key=lambda statement: statement.evidence[0]))


def _statement(
    text: str, attribution: Attribution, cast: Cast, time: TimeRef | None, inside: Sequence[TimeRef]
) -> Statement:
    """`time` is when it was said, `inside` are the times in what was said."""
    clause, contents = attribution.clause, attribution.contents
    actor = find_speaker(cast, clause.source) if clause.source else None
    reading, scope = read_cue(clause.cue, contents[0]), Scope(contents[0])
    channel = find_channel(reading, clause.source, contents, cast)
    listener = find_listener(reading, channel.word if channel else None, cast, actor)
    channel = channel or press_channel(listener)
    outlook = find_outlook(reading, scope, inside)
    distance = find_distance(reading, scope)
    sourcing = find_sourcing(clause.source, actor)
    kind = kind_of(tuple(content.text for content in contents))
    confidence = judge(Finding(attribution, kind, reading.frame, actor))
    own_words = (clause.cue, *contents, *([clause.source] if clause.source else []))
    return Statement(
        source=actor.id if actor else None,
        source_span=_words(clause.source) if clause.source else None,
        cue_span=_words(clause.cue),
        content_spans=tuple(map(_words, contents)),
        kind=kind,
        sourcing=sourcing,
        n_sources=count_sources(clause.source, actor),
        cue_class=reading.cue_class,
        channel=channel.name if channel else "",
        channel_span=_from_to(channel.start, channel.word) if channel else None,
        addressee=listener.actor.id if listener and listener.actor else None,
        addressee_span=span(text, *listener_words(listener, cast)) if listener else None,
        credit=find_credit(reading, clause.source, actor if sourcing == "outlet" else None, contents, cast),
        certainty=find_certainty(reading, scope),
        distance=_from_to(distance[0], distance[-1]) if distance else None,
        forecast=outlook.forecast,
        condition=_from_to(*outlook.condition) if outlook.condition else None,
        due=outlook.due.id if outlook.due else None,
        time=time.id if time else None,
        confidence=confidence.score,
        reason=confidence.reason,
        evidence=tuple(sorted(map(_words, own_words))),
    )


def _words(tokens: Tokens) -> Span:
    return Span(tokens.start_char, tokens.end_char, tokens.text)


def _from_to(first: Token, last: Token) -> Span:
    return _words(first.doc[first.i : last.i + 1])
