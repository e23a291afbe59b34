"""Nominals put to actors: the ones they take up again, or new ones of their own."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING

from analysis import lexicon
from analysis.actors.chunks import Chunk
from analysis.actors.drafts import Draft, gender_of
from analysis.actors.names import Names
from analysis.actors.nouns import nouns, numbers, words
from analysis.actors.roles import side_in_words, spoken_for
from analysis.records import ActorKind
from analysis.registry import COUNTRY

if TYPE_CHECKING:
    from spacy.tokens import Doc

PRONOUNS = ("subject", "object", "relative", "possessive")
SOME_PEOPLE = frozenset({"some", "many", "others", "several", "everyone", "nobody", "those", "most", "few"})


def as_government(chunk: Chunk, names: Names) -> Draft | None:
    """The country that "the Mexican government" is."""
    if chunk.noun.lemma not in words("government_heads") or len(chunk.names) != 1 or chunk.possessor:
        return None
    alias = names.registry.find(chunk.names[0].text)
    if not alias or not alias.actor.startswith(COUNTRY) or chunk.names[0].end != chunk.head:
        return None
    known = names.registry.actors[alias.actor]
    draft = names.known.get(known.id)
    if draft is None:
        draft = Draft(known.name, known.kind, known=known)
        names.add(draft)
    return draft


def recalls(chunk: Chunk, draft: Draft) -> bool:
    """Whether the nominal says in fewer words of the same unnamed speakers: "the official", "sources".

    GUM, on which the ranking is fitted, has hardly any of them.
    """
    known_again = chunk.determiner in ("the", "those", "these") or (chunk.noun.plural and not chunk.determiner)
    same_noun = draft.head == chunk.noun.lemma and draft.plural == chunk.noun.plural and not draft.bystander
    fewer = set(chunk.modifiers) <= set(draft.modifiers) and not chunk.tail
    several = draft.name.split()[0].lower() in words("partitive")
    return chunk.noun.sort in ("source", "official") and known_again and same_noun and fewer and not several


def new_draft(chunk: Chunk, names: Names, source: bool, day: date | None) -> Draft:
    draft = Draft(
        _name(chunk), _kind(chunk, source), head=chunk.noun.lemma, modifiers=chunk.modifiers, plural=chunk.noun.plural
    )
    if chunk.noun.lemma not in words("relations"):
        draft.speaks_for = spoken_for(chunk, names)
        draft.side = side_in_words(chunk, names.registry, day)
    draft.gender = gender_of(chunk.noun.lemma)
    draft.number = _number(chunk) if draft.sort != "body" else None
    return draft


def _number(chunk: Chunk) -> int | None:
    """How many people it stands for; None where a plural does not say."""
    counted = (numbers().get(word) or (int(word) if word.isdecimal() else None) for word in _words_before(chunk))
    return next((number for number in counted if number), None if chunk.noun.plural else 1)


def _words_before(chunk: Chunk) -> list[str]:
    return [token.lower_ for token in chunk.doc[chunk.span.start : chunk.head]]


def _name(chunk: Chunk) -> str:
    """The nominal as described, without "the"; a determiner is in lower case."""
    text = str(chunk.span.text)
    if chunk.determiner == "the":
        return text[4:]
    return text[0].lower() + text[1:] if chunk.determiner else text


def _kind(chunk: Chunk, source: bool) -> ActorKind:
    """The kind that the first rule of the table gives."""
    return next(kind for rule, kind in KINDS if rule(chunk, source))


KINDS: tuple[tuple[Callable[[Chunk, bool], bool], ActorKind], ...] = (
    (lambda chunk, source: chunk.noun.sort == "source" and chunk.noun.lemma != "person", "unnamed"),
    (
        lambda chunk, source: chunk.noun.lemma in ("newspaper", "magazine", "network", "tabloid", "media", "outlet"),
        "media",
    ),
    (lambda chunk, source: chunk.noun.lemma in ("administration", "government", "ministry"), "government"),
    (
        lambda chunk, source: chunk.noun.sort == "body" and not (chunk.noun.plural and chunk.noun.lemma != "police"),
        "organization",
    ),
    (lambda chunk, source: not chunk.noun.plural, "unnamed"),
    (lambda chunk, source: chunk.noun.sort in ("official", "source") and source and not chunk.names, "unnamed"),
    (lambda chunk, source: True, "group"),
)


def from_words(doc: Doc, start: int, end: int) -> tuple[Draft, float] | None:
    """An actor from the words of a source that is no name or nominal: "the report", "some", "a Quinnipiac poll".

    Documents and polls count as organisations, outlets as media, everyone else is unnamed. Words that name nobody
    give an actor too, hardly a sure one; pronouns that nothing before explains give none.
    """
    last, lowered = doc[end - 1].lower_, {token.lower_ for token in doc[start:end]}
    if end - start == 1 and (last in ("this", "these") or any(last in lexicon.words(name) for name in PRONOUNS)):
        return None
    kind, sure = next(((kind, True) for words, kind in SOURCE_KINDS if lowered & words()), ("unnamed", False))
    text = str(doc[start:end].text)
    draft = Draft(text[4:] if text.lower().startswith("the ") else text, kind, head=last)
    return draft, 0.5 if sure else 0.4


SOURCE_KINDS: tuple[tuple[Callable[[], AbstractSet[str]], ActorKind], ...] = (
    (lambda: lexicon.words("document_noun"), "organization"),
    (lambda: lexicon.words("outlet_noun"), "media"),
    (lambda: lexicon.words("person_noun") | nouns().keys(), "unnamed"),
    (lambda: SOME_PEOPLE, "unnamed"),
)
