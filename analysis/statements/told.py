"""Reporting that the tree alone shows: speech inside reported speech, for the model labels each word once, and the few
reporting clauses in which it labels nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from analysis.grammar import relation
from analysis.lexicon import Cue, Frame, cue_at, words
from analysis.statements.complements import complement
from analysis.statements.layout import Layout

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Their own words for what they say: "I think", "we believe", "you know".
PARTNERS = frozenset({"i", "we", "you"})
# What a pronoun thinks, hopes or expects is most often what the speaker does ("she said she hoped").
INWARD = frozenset({"believe", "predict", "want", "praise", "warn", "question"})
VERBS = ("base", "third", "past", "participle", "ing")
FRAMES: tuple[Frame, ...] = ("clause", "that", "quote")
# A longer subject is a mistake of the tree.
MOST_WORDS = 20
# Verbs that say no more of what follows than that it begins or goes on ("began pressing Kyiv to talk").
PHASES = frozenset(
    {"began", "begin", "begins", "begun", "started", "starts", "continued", "continues", "kept", "keeps"}
)


class Telling(NamedTuple):
    """A clause that reports: its subject, its verb, and what hangs on the verb."""

    source: Span
    cue: Span
    content: Span


def told(stretch: Span, layout: Layout) -> Iterator[Telling]:
    """The clauses in a stretch of words whose verb reports and has a subject and a clause for its content there. Verbs
    that the model labels as cues are left to it.
    """
    lowered = [token.lower_ for token in stretch]
    for place, verb in enumerate(stretch):
        if verb.pos_ == "VERB" and verb.i not in layout.cue_tokens:
            known = _reporting(lowered, place)
            one = _telling(verb, known, stretch) if known else None
            if known and one and not _speaks_for_itself(one.source, known):
                yield one


def unlabelled(layout: Layout) -> Iterator[Telling]:
    """The reporting clauses of the sentences, none of whose words the model labels."""
    for sentence in layout.doc.sents:
        for one in told(sentence, layout):
            if layout.labelled.isdisjoint(range(min(part.start for part in one), max(part.end for part in one))):
                yield one


def _reporting(lowered: Sequence[str], place: int) -> Cue | None:
    """The cue that begins at a word, where it is a verb that takes a clause, or someone and a clause."""
    found = cue_at(lowered, place)
    if found is None or found.forms.isdisjoint(VERBS):
        return None
    return found.cue if any(frame in found.cue.classes for frame in (*FRAMES, "person")) else None


def _telling(verb: Token, known: Cue, stretch: Span) -> Telling | None:
    governor = verb.head if verb.head.lower_ in PHASES and relation(verb) == "complement" else verb
    subject = next((child for child in governor.children if relation(child) == "subject"), None)
    cue = verb.doc[_first_auxiliary(governor, stretch) : verb.i + 1]
    said = _content(cue, verb, known)
    if subject is None or said is None:
        return None
    source = verb.doc[subject.left_edge.i : subject.right_edge.i + 1]
    inside = stretch.start <= source.start and source.end <= cue.start and said.end <= stretch.end
    return Telling(source, cue, said) if inside and len(source) <= MOST_WORDS else None


def _content(cue: Span, verb: Token, known: Cue) -> Span | None:
    """A finite complement of the verb, or one in the infinitive with the one who is asked before it."""
    said = complement(cue)
    if said is None:
        return None
    if _is_finite(said.root):
        return said if any(frame in known.classes for frame in FRAMES) else None
    asked = next((child for child in verb.children if relation(child) == "object" and child.i < said.root.i), None)
    if asked is None or "person" not in known.classes or all(token.lower_ != "to" for token in said[:2]):
        return None
    return verb.doc[asked.left_edge.i : said.end] if asked.left_edge.i == cue.end else None


def _is_finite(head: Token) -> bool:
    return any(relation(child) in ("subject", "passive subject") for child in head.children)


def _speaks_for_itself(source: Span, cue: Cue) -> bool:
    word = source.root.lower_
    return word in PARTNERS or (word in words("subject") and cue.class_in(*FRAMES).name in INWARD)


def _first_auxiliary(verb: Token, stretch: Span) -> int:
    """Where the auxiliaries and adverbs right before a verb begin."""
    start = verb.i
    while start > stretch.start and _belongs(verb.doc[start - 1], verb):
        start -= 1
    return start


def _belongs(token: Token, verb: Token) -> bool:
    return token.head.i == verb.i and token.pos_ in ("AUX", "ADV", "PART")
