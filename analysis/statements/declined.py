"""What a speaker declines at the end of what the speaker says: "Price said aid is late and declined to name a date"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.lexicon import cue_at, words

if TYPE_CHECKING:
    from spacy.tokens import Span

# Of all verbs joined by "and" to a reported clause, this one alone is most often the speaker's own act.
DECLINE = "decline"


def declined(content: Span) -> tuple[Span, Span, Span] | None:
    """A content cut before its last "and declined to ...": what is said, the cue, and what is declined. None where
    there is none, or where it is quoted.
    """
    doc = content.doc
    for place in range(content.end - 1, content.start, -1):
        if doc[place].is_quote:
            return None
        if place + 1 == content.end:
            continue
        if (
            doc[place - 1].lower_ in words("coordinator")
            and doc[place + 1].lower_ == "to"
            and _declines(doc[place].lower_)
        ):
            return doc[content.start : place - 1], doc[place : place + 1], doc[place + 1 : content.end]
    return None


def _declines(word: str) -> bool:
    found = cue_at([word])
    return found is not None and found.cue.lemma == DECLINE and not found.forms.isdisjoint({"past", "third"})
