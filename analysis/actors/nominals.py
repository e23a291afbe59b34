"""Nominals put to actors: the ones they take up again, or new ones of their own."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING

from analysis import lexicon
from analysis.actors.chunks import Chunk
from analysis.actors.drafts import Draft, Found
from analysis.actors.names import Names
from analysis.actors.nouns import nouns, words
from analysis.actors.roles import side_in_words, spoken_for
from analysis.actors.worth import THRESHOLD, WORTH, Candidate
from analysis.records import ActorKind
from analysis.scoring import combine

if TYPE_CHECKING:
    from spacy.tokens import Doc

PRONOUNS = ("subject", "object", "relative", "possessive")
SOME_PEOPLE = frozenset({"some", "many", "others", "several", "everyone", "nobody", "those", "most", "few"})
NEW_ONES = {"another", "other", "others", "second"}


def place_nominal(chunk: Chunk, names: Names, others: list[Draft], source: bool, day: date | None) -> Draft | None:
    """The actor of the nominal, with the mention added; None where it is not worth one."""
    government = _as_government(chunk, names)
    if government:
        return _add(government, chunk, source, 0.8, "its government")
    again = _taken_up(chunk, names, others)
    if again:
        return _add(again, chunk, source, 0.7, f"takes up {again.name}")
    worth = combine(WORTH, Candidate(chunk, source))
    if worth.score < THRESHOLD:
        return None
    draft = _new(chunk, names, source, day)
    others.append(draft)
    return _add(draft, chunk, source, min(0.9, worth.score), worth.reason)


def _add(draft: Draft, chunk: Chunk, source: bool, confidence: float, reason: str) -> Draft:
    draft.found.append(Found(chunk.span, "nominal", confidence, reason, source))
    return draft


def _as_government(chunk: Chunk, names: Names) -> Draft | None:
    """The country that "the Mexican government" is."""
    if chunk.noun.lemma not in words("government_heads") or len(chunk.names) != 1 or chunk.possessor:
        return None
    alias = names.registry.find(chunk.names[0].text)
    if not alias or not alias.actor.startswith("country-") or chunk.names[0].end != chunk.head:
        return None
    known = names.registry.actors[alias.actor]
    draft = next((draft for draft in names.drafts if draft.known is known), None)
    if draft is None:
        draft = Draft(known.name, known.kind, known=known)
        names.drafts.append(draft)
    return draft


def _taken_up(chunk: Chunk, names: Names, others: list[Draft]) -> Draft | None:
    """The actor found before that the nominal means; the nearest that fits."""
    if chunk.determiner in NEW_ONES:
        return None
    before = [
        (found.span.end, draft) for draft in (*names.drafts, *others) if (found := draft.last_before(chunk.span.start))
    ]
    nearest = [draft for _, draft in sorted(before, key=lambda pair: -pair[0])]
    for rule in (_repeats, _recalls_nominal, _recalls_person, _recalls_body):
        fitting = next((draft for draft in nearest if rule(chunk, draft)), None)
        if fitting:
            return fitting
    return None


def _repeats(chunk: Chunk, draft: Draft) -> bool:
    """The same words again."""
    same = draft.head == chunk.noun.lemma and draft.plural == chunk.noun.plural and draft.modifiers == chunk.modifiers
    own_tail = bool(chunk.tail) and not draft.name.endswith(chunk.tail)
    return (
        same
        and not own_tail
        and _part(chunk.span.text) == _part(draft.name)
        and not (_one(chunk) and chunk.span.text.lower() != draft.name.lower())
    )


def _one(chunk: Chunk) -> bool:
    return chunk.determiner in words("indefinite")


def _part(text: str) -> bool:
    """Whether a phrase opens by saying that it is some of many."""
    return text.split()[0].lower() in words("partitive")


def _recalls_nominal(chunk: Chunk, draft: Draft) -> bool:
    """Fewer words for the same kind of people: "the official", "the sources", "sources"."""
    known_again = chunk.definite or (chunk.noun.plural and not chunk.determiner)
    same_head = draft.head == chunk.noun.lemma and draft.plural == chunk.noun.plural
    fewer = set(chunk.modifiers) <= set(draft.modifiers) and not chunk.tail
    return (
        known_again
        and same_head
        and fewer
        and not _part(draft.name)
        and chunk.determiner in ("the", "those", "these", "")
    )


def _recalls_person(chunk: Chunk, draft: Draft) -> bool:
    """A person with that office: "the senator", "the Russian leader"."""
    lemma = chunk.noun.lemma
    if draft.kind != "person" or chunk.noun.plural or not chunk.definite or chunk.tail or chunk.determiner != "the":
        return False
    offices = words("leaders") if lemma == "leader" else {lemma}
    role = draft.role.lower().replace("-", " ").split()
    lesser = "vice" in role or "deputy" in role or ("of" in role and not draft.known)  # the vice president of a company
    national = {name.text for name in chunk.names}
    fits = not national or any(word in draft.role or word == draft.side for word in national)
    return bool(offices & set(role)) and fits and not (lesser and not set(chunk.modifiers) & set(role))


def _recalls_body(chunk: Chunk, draft: Draft) -> bool:
    """A body with that word in its name, or any body: "the committee", "the campaign", "the company"."""
    if (
        chunk.noun.sort != "body"
        or chunk.determiner != "the"
        or draft.kind in ("person", "unnamed")
        or draft.plural
        or chunk.tail
    ):
        return False
    fitting = set(chunk.modifiers) <= {word.lower() for word in draft.name.split()}
    named = chunk.noun.lemma in (draft.head, *draft.name.lower().split())
    plain = (
        chunk.noun.lemma in words("any_body")
        and not chunk.modifiers
        and not draft.known
        and draft.kind == "organization"
    )
    return (named and fitting) or plain


def _new(chunk: Chunk, names: Names, source: bool, day: date | None) -> Draft:
    draft = Draft(
        _name(chunk), _kind(chunk, source), head=chunk.noun.lemma, modifiers=chunk.modifiers, plural=chunk.noun.plural
    )
    draft.speaks_for = spoken_for(chunk, names)
    draft.side = side_in_words(chunk, names.registry, day)
    return draft


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
    return draft, 0.5 if sure else 0.2


SOURCE_KINDS: tuple[tuple[Callable[[], AbstractSet[str]], ActorKind], ...] = (
    (lambda: lexicon.words("document_noun"), "organization"),
    (lambda: lexicon.words("outlet_noun"), "media"),
    (lambda: lexicon.words("person_noun") | nouns().keys(), "unnamed"),
    (lambda: SOME_PEOPLE, "unnamed"),
)
