"""Docs and records by hand, one line each, so that a test shows only what it is about."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

import numpy as np
import sentencex
from spacy.tokens import Doc, SpanGroup

from analysis.document import read_document, tokenize
from analysis.layers import ATTRIBUTION, PARAGRAPHS
from analysis.model.lay import lay_tree
from analysis.records import Actor, Article, Mention, Omission, Position, Span, Statement, Tension, TimeRef, span


def at(text: str, words: str, nth: int = 0) -> Span:
    """The `nth` place of `words` in `text`."""
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    return span(text, place, place + len(words))


def make_article(text: str, *, published: date | None = date(2022, 11, 8), **meta: Any) -> Article:
    paragraphs = tuple(match.span() for match in re.finditer(r"\S[^\n]*", text))
    digest = sha256(text.encode()).hexdigest()
    fields: dict[str, Any] = {"slug": "example", "title": "Example", "raw_sha256": digest, "text_sha256": digest}
    return Article(**(fields | {"text": text, "paragraphs": paragraphs, "published": published} | meta))


def make_doc(text: str, *, ents: Iterable[tuple[str, str]] = (), attribution: Iterable[tuple[str, str]] = ()) -> Doc:
    """A Doc with sentence starts, `ents` as (words, label) and `attribution` as (label, words).

    The same words given twice mean their first and second place.
    """
    doc = tokenize(make_article(text))
    for token in doc:
        token.is_sent_start = token.i == 0
    for paragraph in doc.spans[PARAGRAPHS]:
        place = paragraph.start_char
        for sentence in sentencex.segment("en", paragraph.text):
            place = text.index(sentence, place)
            first = doc.char_span(place, place + len(sentence), alignment_mode="expand")
            doc[first.start].is_sent_start = True
            place += len(sentence)
    doc.ents = _places(doc, [(label, words) for words, label in ents])
    doc.spans[ATTRIBUTION] = SpanGroup(doc, spans=_places(doc, attribution))
    return doc


def read_doc(text: str, *, ents: Iterable[tuple[str, str]] = (), attribution: Iterable[tuple[str, str]] = ()) -> Doc:
    """A Doc whose trees the embedded model reads, with `ents` and `attribution` by hand as in `make_doc`."""
    doc = read_document(make_article(text))
    doc.ents = _places(doc, [(label, words) for words, label in ents])
    doc.spans[ATTRIBUTION] = SpanGroup(doc, spans=_places(doc, attribution))
    return doc


def make_tree(text: str, *, heads: Sequence[int], labels: str, tags: str = "", **layers: Any) -> Doc:
    """`make_doc` with a tree: of each token the place of its head, a root's its own, its relation and, where a test
    needs it, its part of speech.

        make_tree("Price told CNN", heads=(1, 1, 1), labels="nsubj root obj", tags="PROPN VERB PROPN")
    """
    doc = make_doc(text, **layers)
    relations, parts = labels.split(), tags.split() or ["X"] * len(doc)
    if not len(doc) == len(heads) == len(relations) == len(parts):
        raise ValueError(f"{len(doc)} tokens {[token.text for token in doc]}: one head, label and tag each")
    lay_tree(doc, np.arange(len(doc)), np.array(heads), relations, parts)
    return doc


def _places(doc: Doc, labelled: Iterable[tuple[str, str]]) -> list[Any]:
    seen: dict[str, int] = {}
    found = []
    for label, words in labelled:
        place = at(doc.text, words, seen.get(words, 0))
        seen[words] = seen.get(words, 0) + 1
        found.append(doc.char_span(place.start, place.end, label=label, alignment_mode="expand"))
    return found


def make_actor(text: str, name: str, *, words: str | None = None, **fields: Any) -> Actor:
    """An actor called `name`, seen at the first place of `words` (its name, unless given)."""
    given = {"kind": "person", "confidence": 1.0, "reason": "by hand", "evidence": (at(text, words or name),)}
    return Actor(name=name, **(given | fields))


def make_mention(text: str, actor: Actor, words: str, nth: int = 0, **fields: Any) -> Mention:
    place = at(text, words, nth)
    given = {"form": "name", "confidence": 1.0, "reason": "by hand", "evidence": (place,)}
    return Mention(actor=actor.id, span=place, **(given | fields))


def make_statement(text: str, source: Actor | None, content: str, *, cue: str = "said", **fields: Any) -> Statement:
    """`source` says `content`; its own words and the cue are looked up in the text."""
    place = at(text, content)
    given: dict[str, Any] = {
        "source_span": source.evidence[0] if source else None,
        "cue_span": at(text, cue) if cue else None,
        "content_spans": (place,),
        "kind": "direct" if content[0] in "“\"'‘" else "indirect",
        "sourcing": "named",
        "n_sources": 1,
        "cue_class": "say",
        "confidence": 1.0,
        "reason": "by hand",
        "evidence": (place,),
    }
    return Statement(source=source.id if source else None, **(given | fields))


def make_omission(text: str, words: str, actor: Actor | None = None, **fields: Any) -> Omission:
    """A sentence that no statement covers, or, given one, an `actor` that is never heard."""
    place = at(text, words)
    given: dict[str, Any] = {"confidence": 1.0, "reason": "by hand", "evidence": (place,)}
    kind = "unheard" if actor else "unattributed"
    return Omission(kind=kind, span=place, actor=actor.id if actor else None, **(given | fields))


def make_position(text: str, actor: Actor, issue: str, words: str, stance: str = "support", **fields: Any) -> Position:
    """`actor` holds `stance` on `issue`, shown by `words`."""
    given: dict[str, Any] = {
        "proposition": f"on {issue}",
        "strength": 1.0,
        "hedged": False,
        "sourcing": "named",
        "confidence": 1.0,
        "reason": "by hand",
        "evidence": (at(text, words),),
    }
    return Position(actor=actor.id, issue=issue, stance=stance, **(given | fields))


def make_tension(text: str, a: Actor, b: Actor, a_words: str, b_words: str = "", **fields: Any) -> Tension:
    """`a` against `b`, shown by the words of each side."""
    a_evidence = (at(text, a_words),)
    b_evidence = (at(text, b_words),) if b_words else ()
    given: dict[str, Any] = {
        "issue": "",
        "about": "the matter",
        "type": "disagreement",
        "status": "current",
        "intensity": 50,
        "confidence": 1.0,
        "reason": "by hand",
        "a_evidence": a_evidence,
        "b_evidence": b_evidence,
        "evidence": a_evidence + b_evidence,
    }
    return Tension(a=a.id, b=b.id, **(given | fields))


def make_time(text: str, words: str, value: str, **fields: Any) -> TimeRef:
    place = at(text, words)
    given = {"type": "DATE", "confidence": 1.0, "reason": "by hand", "evidence": (place,)}
    return TimeRef(span=place, value=value, **(given | fields))
