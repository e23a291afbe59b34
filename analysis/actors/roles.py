"""Who someone is and for whom they speak: from titles, appositions and the registry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from analysis.actors.chunks import Chunk
from analysis.actors.drafts import Draft, Found, gender_of
from analysis.actors.names import NAME, PERSON, Names
from analysis.actors.nouns import sides, words
from analysis.actors.verbs import reports
from analysis.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Span

PARTIES = {"R": "republicans", "D": "democrats"}


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A nominal that says what the bearer of `name` is, and how it stands to the name."""

    chunk: Chunk
    name: Span
    rule: str


def named_person(chunk: Chunk, names: Names) -> RoleWords | None:
    """The person whose title or apposition the nominal is."""
    starts = {span.start: span for span in chunk.doc.ents if span.label_ == PERSON and span.start in names.by_start}
    ends = {span.end: span for span in starts.values()}
    end, start = chunk.span.end, chunk.span.start
    if end in starts:
        return RoleWords(chunk, starts[end], "title")
    if chunk.noun.plural or end >= len(chunk.doc):
        return None
    if chunk.doc[end].text == "," and end + 1 in starts and _closes(starts[end + 1]):
        return RoleWords(chunk, starts[end + 1], "apposition")
    comma = start - 1 in ends and chunk.doc[start - 1].text == ","
    return RoleWords(chunk, ends[start - 1], "apposition") if comma and (chunk.determiner or chunk.modifiers) else None


def _closes(name: Span) -> bool:
    """Whether an apposition may end with the name: a mark or a reporting verb follows."""
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return after is None or after.is_punct or reports(after.lower_)


def role_text(chunk: Chunk) -> str:
    """The role in words, without determiner: "Kremlin spokesman", "foreign policy adviser"."""
    start = chunk.core
    possessor = chunk.possessor
    if possessor is not None and possessor.label_ in (PERSON, NAME):
        start = possessor.end + 1
    return str(chunk.doc[start : chunk.span.end].text)


def read_roles(chunks: list[Chunk], names: Names, day: date | None) -> frozenset[int]:
    """Give each named person its role, side and whom it speaks for; returns the heads of the nominals used."""
    found: dict[int, list[RoleWords]] = {}
    for chunk in chunks:
        words_for = named_person(chunk, names)
        if words_for:
            found.setdefault(names.drafts.index(names.by_start[words_for.name.start]), []).append(words_for)
    for i, draft in enumerate(names.drafts):
        if draft.kind == "person":
            _settle_role(draft, found.get(i, []), names, day)
    return frozenset(row.chunk.head for rows in found.values() for row in rows)


def _settle_role(draft: Draft, rows: list[RoleWords], names: Names, day: date | None) -> None:
    draft.role, chosen = choose_role([row.chunk for row in rows], draft, day)
    draft.role_words = (chosen.doc[chosen.core : chosen.span.end],) if chosen else ()
    draft.gender = draft.gender or next(filter(None, (gender_of(row.chunk.noun.lemma) for row in rows)), "")
    for row in rows:
        if row.rule == "apposition":
            draft.found.append(Found(row.chunk.span, "title", 0.85, f"an apposition of {draft.name}"))
        draft.speaks_for = draft.speaks_for or spoken_for(row.chunk, names)
        draft.side = draft.side or side_in_words(row.chunk, names.registry, day)
    party = next(filter(None, (party_of(found.span) for found in draft.found)), "")
    if party and not draft.known:
        draft.side = names.registry.side(party, day)
        draft.speaks_for = draft.speaks_for or _by_id(party, names)


def choose_role(found: list[Chunk], draft: Draft, day: date | None) -> tuple[str, Chunk | None]:
    """The role to report, with the words that give it.

    What the article says goes before the registry, unless it is a bare title or only relates the person to others.
    """
    held = draft.known.role_at(day) if draft.known else None
    best = min(found, key=_poverty, default=None)
    if best is None or (held and any(_poverty(best)[:2])):
        return (held.title if held else ""), None
    return role_text(best), best


def _poverty(chunk: Chunk) -> tuple[bool, bool, int]:
    """How little a nominal says of an office; of equal ones the first is best."""
    return chunk.noun.lemma in words("weak_roles"), len(role_text(chunk).split()) < 2, chunk.span.start


def spoken_for(chunk: Chunk, names: Names) -> Draft | None:
    """The actor that the nominal's own words put behind it: a name that heads it, one before, or one in its tail."""
    heading = names.by_start.get(chunk.head)
    tail = [span for span in chunk.doc.ents if chunk.end <= span.start and span.end <= chunk.span.end]
    named = (names.of(span) or _behind_adjective(span, names) for span in (*reversed(chunk.names), *tail))
    return heading or next(filter(None, named), None)


def _behind_adjective(span: Span, names: Names) -> Draft | None:
    """The country or party that an adjective belongs to, if it is an actor of the article."""
    alias, party = names.registry.find(span.text), sides().get(span.text)
    if alias:
        return _by_id(alias.actor, names)
    return next((draft for draft in names.drafts if party and draft.known and draft.name == party), None)


def _by_id(actor: str, names: Names) -> Draft | None:
    return next((draft for draft in names.drafts if draft.known and draft.known.id == actor), None)


def side_in_words(chunk: Chunk, registry: Registry, day: date | None) -> str:
    """The side that the words before the head give: of a demonym, a party, a known body."""
    for span in (chunk.doc[chunk.head : chunk.end], *chunk.names):
        alias = registry.find(span.text)
        side = registry.side(alias.actor, day) if alias else sides().get(span.text, "")
        if side:
            return side
    return next((sides()[word] for word in chunk.modifiers if word in sides()), "")


def party_of(name: Span) -> str:
    """The registry id of the party in a tag after the name: "(R-Wis.)"."""
    after = [token.text for token in name.doc[name.end : name.end + 3]]
    return PARTIES.get(after[1], "") if len(after) == 3 and after[0] == "(" and after[2] in ("-", "–") else ""
