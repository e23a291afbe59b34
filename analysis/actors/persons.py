"""First and second persons: "I" is the speaker of its quotation, "we" those for whom the speaker speaks.

Outside quotations "I" is who is introduced as such ("my name is Amy Sells"), the one interviewed, whom "you" means as
well, or the article's only author; where the text names none, "I" and "we" are actors without a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.actors.drafts import Draft, Found
from analysis.actors.nouns import words
from analysis.actors.turns import OUTSIDE, Turns
from analysis.grammar import predicated_of, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

KINDS = ("i", "we", "you")
INTERVIEW = re.compile(r"\binterview(?:s|ed)?\b", re.IGNORECASE)
# Sentences at the opening of a text in which it says whom it interviews.
OPENING = 3


@dataclass
class _Voices:
    """Who speaks where."""

    turns: Turns
    holder: dict[int, Draft]
    teller: Draft | None
    interviewed: bool
    new: dict[tuple[str, Draft | None], Draft] = field(default_factory=dict)


def place_first_persons(doc: Doc, drafts: Sequence[Draft], turns: Turns, authors: Sequence[str]) -> list[Draft]:
    """Give the pronouns to their actors among `drafts`; returns those for whom the text has no other word."""
    holder = {
        token: draft for draft in drafts for found in draft.found for token in range(found.span.start, found.span.end)
    }
    interviewed = _interviewed(doc, holder)
    teller = _introduced(doc, holder) or interviewed or _author(drafts, authors)
    voices = _Voices(turns, holder, teller, interviewed is not None and teller is interviewed)
    for token in doc:
        kind = next((kind for kind in KINDS if token.lower_ in words(kind, "pronouns")), "")
        if kind:
            draft, confidence, reason = _meant(token, kind, voices)
            draft.found.append(Found(doc[token.i : token.i + 1], "pronoun", confidence, reason))
    return list(voices.new.values())


def _meant(token: Token, kind: str, voices: _Voices) -> tuple[Draft, float, str]:
    source = voices.turns.source(token.i)
    speaker = _speaker(source, voices.holder) if source is not None else None
    if speaker and kind == "i" and speaker.sort in ("person", "people"):
        return speaker, 0.9, "speaks of himself or herself in a quotation"
    if speaker and kind == "we" and speaker.speaks_for:
        return speaker.speaks_for, 0.6, f"{speaker.name} speaks for it"
    outside = voices.turns.quotation(token.i) == OUTSIDE
    if voices.teller and outside and (kind == "i" or (kind == "you" and voices.interviewed)):
        return voices.teller, 0.6, "interviewed here" if voices.interviewed else "tells the text"
    return voices.new.setdefault((kind, speaker), Draft(token.text, "unnamed", plural=kind == "we")), 0.5, "speaks"


def _speaker(source: Span, holder: dict[int, Draft]) -> Draft | None:
    held = [holder[token.i] for token in (source.root, *source) if token.i in holder]
    return held[0] if held else None


def _introduced(doc: Doc, holder: dict[int, Draft]) -> Draft | None:
    """Who says "I am Amy Sells" or "my name is Amy Sells"."""
    for name in (name for name in doc.ents if name.label_ == "PERSON"):
        subject = predicated_of(name.root)
        if subject is None:
            continue
        mine = subject.lower_ == "name" and any(relation(child) == "possessor" for child in subject.children)
        if subject.lower_ == "i" or (mine and subject.left_edge.lower_ == "my"):
            return holder.get(name.root.i)
    return None


def _interviewed(doc: Doc, holder: dict[int, Draft]) -> Draft | None:
    """The person named beside the word "interview" where a text opens."""
    for _, sentence in zip(range(OPENING), doc.sents, strict=False):
        if INTERVIEW.search(sentence.text):
            people = [
                holder[name.root.i] for name in sentence.ents if name.label_ == "PERSON" and name.root.i in holder
            ]
            if people:
                return people[0]
    return None


def _author(drafts: Sequence[Draft], authors: Sequence[str]) -> Draft | None:
    """The article's author, where there is one and the text names him or her."""
    names = [author.lower() for author in authors]
    return next((draft for draft in drafts if draft.kind == "person" and names == [draft.name.lower()]), None)
