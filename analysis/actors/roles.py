"""Who someone is and for whom they speak: from titles, appositions and the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from analysis.actors.chunks import Chunk
from analysis.actors.drafts import Draft, Found, gender_of
from analysis.actors.names import Names
from analysis.actors.nouns import sides, words
from analysis.grammar import predicated_of, relation
from analysis.known_names import NAME, PERSON
from analysis.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# How a nominal stands to the name of its bearer: before it, beside it, or said of it by a clause.
Rule = Literal["title", "apposition", "predicate"]
SAID_OF = {"apposition": "an apposition of {}", "predicate": "said of {} by the clause"}
PARTIES = {"R": "republicans", "D": "democrats"}


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A nominal that says what the bearer of `name` is, and how it stands to the name."""

    chunk: Chunk
    name: Span
    rule: Rule


def named_person(chunk: Chunk, people: Mapping[int, Span]) -> RoleWords | None:
    """The person of whom the text says with the nominal what he or she is; `people` are names by their heads."""
    if chunk.noun.plural and relation(chunk.token) != "title":  # "officials, including Jake Sullivan"
        return None
    bearers = ((rule, bearer.i) for rule, bearer in _bearers(chunk.token))
    return next((RoleWords(chunk, people[bearer], rule) for rule, bearer in bearers if bearer in people), None)


def _bearers(head: Token) -> Iterator[tuple[Rule, Token]]:
    """The words that may name the bearer of a role, with how the role stands to each."""
    if relation(head) == "conjunct" and head.head.i < head.i:  # "an actress and comedian"
        head = head.head
    own = relation(head)
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if own == "title":
        yield "title", head.head
    if after is not None and after.ent_type_ == PERSON and (after.head in (head, head.head) or after == head.head):
        yield "title", after
    if own == "apposition":
        yield "apposition", head.head
    for child in head.children:
        if relation(child) == "apposition":
            yield "apposition", child
    described = predicated_of(head)
    if described is not None:
        yield "predicate", described
        if relation(head) == "relative clause":  # "Price, who is the spokesman"
            yield "predicate", head.head


def role_text(chunk: Chunk) -> str:
    """The role in words, without determiner: "Kremlin spokesman", "foreign policy adviser"."""
    start = chunk.core
    possessor = chunk.possessor
    if possessor is not None and possessor.label_ in (PERSON, NAME):
        start = possessor.end + 1
    return str(chunk.doc[start : chunk.span.end].text)


def read_roles(chunks: list[Chunk], names: Names, day: date | None) -> frozenset[int]:
    """Give each named person its role, side and whom it speaks for; returns the heads of the nominals used."""
    found: dict[Draft, list[RoleWords]] = {}
    bearers = {name.root.i: (name, draft) for name in names.doc.ents if (draft := names.of(name))}
    people = {head: name for head, (name, draft) in bearers.items() if draft.kind == "person"}
    for chunk in chunks:
        words_for = named_person(chunk, people)
        bearer = names.of(words_for.name) if words_for else None
        if words_for and bearer and not bearer.other_gender(chunk.noun.lemma):
            found.setdefault(bearer, []).append(words_for)
    for draft in names.drafts:
        if draft.kind == "person":
            _settle_role(draft, found.get(draft, []), names, day)
    return frozenset(row.chunk.head for rows in found.values() for row in rows)


def _settle_role(draft: Draft, rows: list[RoleWords], names: Names, day: date | None) -> None:
    held = draft.known.role_at(day) if draft.known else None
    registered = held.title if held else ""
    chosen = choose_role([row.chunk for row in rows], registered)
    draft.role = role_text(chosen) if chosen else registered
    draft.role_basis = "article" if chosen else "registry" if registered else ""
    said = [(role_text(row.chunk), "article") for row in rows if row.chunk.noun.sort != "human"] + [
        (registered, "registry")
    ]
    others = {role.lower(): f"{role} ({basis})" for role, basis in said if role and role.lower() != draft.role.lower()}
    draft.other_roles = tuple(others.values())
    draft.role_words = (chosen.doc[chosen.core : chosen.span.end],) if chosen else ()
    draft.gender = draft.gender or next(filter(None, (gender_of(row.chunk.noun.lemma) for row in rows)), "")
    for row in rows:
        if row.rule != "title":
            draft.found.append(Found(row.chunk.span, "title", 0.85, SAID_OF[row.rule].format(draft.name)))
        if row.chunk.noun.lemma not in words("relations"):
            draft.speaks_for = draft.speaks_for or spoken_for(row.chunk, names)
            draft.side = draft.side or side_in_words(row.chunk, names.registry, day)
    party = next(filter(None, (party_of(found.span) for found in draft.found)), "")
    if party and not draft.known:
        draft.side = names.registry.side(party, day)
        draft.speaks_for = draft.speaks_for or names.known.get(party)


def choose_role(found: list[Chunk], registered: str) -> Chunk | None:
    """The nominal that gives the role to report; None where the registry's says more, or nothing is said.

    What the article says goes before the registry, unless it is a bare title or only relates the person to others.
    """
    offices = [chunk for chunk in found if chunk.noun.sort != "human"]
    best = min(offices, key=_poverty, default=None)
    return None if best is None or (registered and any(_poverty(best)[:2])) else best


def _poverty(chunk: Chunk) -> tuple[bool, bool, int]:
    """How little a nominal says of an office; of equal ones the first is best."""
    return chunk.noun.lemma in words("weak_roles"), len(role_text(chunk).split()) < 2, chunk.span.start


def spoken_for(chunk: Chunk, names: Names) -> Draft | None:
    """The actor that the nominal's own words put behind it: a name that heads it, one before, or one in its tail."""
    heading = names.by_start.get(chunk.head)
    named = (names.of(span) or _behind_adjective(span, names) for span in (*reversed(chunk.names), *chunk.tail_names))
    return heading or next(filter(None, named), None)


def _behind_adjective(span: Span, names: Names) -> Draft | None:
    """The country or party that an adjective belongs to, if it is an actor of the article."""
    alias, party = names.registry.find(span.text), sides().get(span.text)
    if alias:
        return names.known.get(alias.actor)
    return next((draft for draft in names.known.values() if draft.name == party), None) if party else None


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
