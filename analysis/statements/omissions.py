"""What no statement covers: sentences that report somebody's words, and actors that are spoken of and never heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.grammar import dependents, relation
from analysis.layers import QUOTATIONS
from analysis.lexicon import cue_at
from analysis.records import Actor, Mention, Omission, Span, Statement
from analysis.statements.speaker import Cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# A shorter quotation, or one without a subject, is mostly a name or a word set apart.
SHORTEST_QUOTATION = 5
# How often an actor is acted upon or spoken of before its silence says something.
FEWEST_PLACES = 2
MOST_EVIDENCE = 3
# Classes of what is held rather than said.
UNSPOKEN = frozenset({"believe", "want"})
HEARABLE = frozenset({"person", "government", "organization", "group"})
REPORTS, QUOTES = 0.6, 0.7


def find_omissions(
    doc: Doc, statements: Sequence[Statement], actors: Sequence[Actor], mentions: Sequence[Mention]
) -> tuple[Omission, ...]:
    """The omissions of an article whose statements are found, sentences first, each in the order of the text."""
    covered = _tokens_in(doc, [place for one in statements for place in one.evidence])
    told = _tokens_in(doc, [place for one in statements for place in one.content_spans])
    unheard = _unheard(doc, told, statements, actors, mentions)
    return (*_unattributed(doc, covered), *sorted(unheard, key=lambda one: one.span))


def _tokens_in(doc: Doc, places: Sequence[Span]) -> frozenset[int]:
    spans = (doc.char_span(place.start, place.end, alignment_mode="expand") for place in places)
    return frozenset(token.i for found in spans if found for token in found)


def _unattributed(doc: Doc, covered: frozenset[int]) -> Iterator[Omission]:
    quoted = {found.sent.start: found for found in reversed(list(_quotations(doc, covered)))}
    for sentence in doc.sents:
        verb = next((token for token in sentence if token.i not in covered and _reports(token)), None)
        if sentence.start in quoted:
            yield _sentence(sentence, QUOTES, "a quotation stands in it that no statement covers")
        elif verb is not None:
            yield _sentence(sentence, REPORTS, f"“{verb.text}” has a subject and a clause, and no statement covers it")


def _sentence(sentence: Tokens, confidence: float, reason: str) -> Omission:
    words = sentence.text.strip()
    start = sentence.start_char + sentence.text.index(words)
    place = Span(start, start + len(words), words)
    return Omission(kind="unattributed", span=place, confidence=confidence, reason=reason, evidence=(place,))


def _reports(token: Token) -> bool:
    """Whether the word is a reporting verb with a subject and a clause that is reported."""
    found = cue_at([token.lower_]) if token.pos_ == "VERB" else None
    classes = found.cue.classes if found else {}
    known = classes.get("clause") or classes.get("that")
    if known is None or known.name in UNSPOKEN:
        return False
    told = any(dependents(clause, "subject", "passive subject") for clause in dependents(token, "complement"))
    return told and bool(dependents(token, "subject", "passive subject"))


def _quotations(doc: Doc, covered: frozenset[int]) -> Iterator[Tokens]:
    """Quotations that say something, no word of which is covered."""
    for quotation in doc.spans[QUOTATIONS]:
        inner = quotation[1:-1]
        if (
            len(inner) >= SHORTEST_QUOTATION
            and _says(inner)
            and covered.isdisjoint(range(quotation.start, quotation.end))
        ):
            yield inner


def _says(quotation: Tokens) -> bool:
    """Whether it has a subject, as a clause has, and is not all in capitals, as a title is."""
    words = [token for token in quotation if token.is_alpha]
    small = sum(token.is_lower for token in words)
    return 2 * small > len(words) and any(relation(token) in ("subject", "passive subject") for token in quotation)


def _unheard(
    doc: Doc,
    told: frozenset[int],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
) -> Iterator[Omission]:
    retold = {one.actor for one in mentions if _is_said_to_speak(_head(doc, one))}
    heard = retold | _heard(statements, actors, mentions)
    silent = {actor.id: actor for actor in actors if actor.kind in HEARABLE and actor.id not in heard}
    first: dict[str, Span] = {}
    acted: dict[str, list[Span]] = {}
    spoken: dict[str, list[Span]] = {}
    for mention in sorted(mentions, key=lambda one: one.span):
        if mention.actor in silent:
            first.setdefault(mention.actor, mention.span)
            head = _head(doc, mention)
            if relation(head) in ("object", "passive subject"):
                acted.setdefault(mention.actor, []).append(mention.span)
            elif head.i in told:
                spoken.setdefault(mention.actor, []).append(mention.span)
    for key, actor in silent.items():
        places = [*acted.get(key, ()), *spoken.get(key, ())]
        if len(places) >= FEWEST_PLACES:
            yield _silence(actor, first[key], len(acted.get(key, ())), places)


def _silence(actor: Actor, first: Span, acted: int, places: Sequence[Span]) -> Omission:
    times = f"acted upon in {acted} places and spoken of in {len(places) - acted} others"
    return Omission(
        kind="unheard",
        span=first,
        actor=actor.id,
        confidence=round(actor.confidence * 0.9, 2),
        reason=f"{times}; no statement is its own or made for it",
        evidence=tuple(sorted(places[:MOST_EVIDENCE])),
    )


def _heard(statements: Sequence[Statement], actors: Sequence[Actor], mentions: Sequence[Mention]) -> set[str]:
    """The actors that speak, that are named in the words for a source, and those for whom one of these speaks."""
    known = {actor.id: actor for actor in actors}
    sources = [one.source_span for one in statements if one.source_span]
    cast = Cast(actors, mentions)
    named = {mention.actor for source in sources for mention in cast.overlapping(source.start, source.end)}
    waiting = [*named, *(one.source for one in statements if one.source)]
    heard: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in known and key not in heard:
            heard.add(key)
            waiting += [known[key].affiliation or ""]
    return heard


def _is_said_to_speak(head: Token) -> bool:
    """Whether its words are told inside another's ("Yahoo reported that Lehrich said")."""
    return relation(head) == "subject" and _reports(head.head)


def _head(doc: Doc, mention: Mention) -> Token:
    found = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return found.root if found else doc[0]
