"""Names that stand for one actor, brought together: full and short forms, acronyms, spellings, seats of government."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from analysis.actors.drafts import Draft, Found, Gender, gender_of
from analysis.actors.nouns import sides, words
from analysis.actors.verbs import predicates, reports
from analysis.records import ActorKind
from analysis.registry import Alias, Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PERSON, ORG, PLACE, NAME = "PERSON", "ORG", "PLACE", "NAME"
SIMILAR = 0.8
PEOPLE_ENDINGS = ("n", "m", "c", "ist", "ite", "er", "ew", "t")  # before the plural s: "Muslims", "Shiites"


@dataclass
class Names:
    """The actors named in a text, and whose name each token belongs to."""

    doc: Doc
    registry: Registry
    sources: frozenset[int] = frozenset()
    drafts: list[Draft] = field(default_factory=list)
    by_start: dict[int, Draft] = field(default_factory=dict)

    def of(self, span: Span) -> Draft | None:
        """Whose name `span` is."""
        return self.by_start.get(span.start)


def group_names(doc: Doc, registry: Registry, sources: frozenset[int]) -> Names:
    """Every name of `doc` that can act. Full names go first, so that short ones find them."""
    names = Names(doc, registry, sources)
    spans = [span for span in doc.ents if _can_act(span, registry, sources)]
    for span in sorted(
        spans, key=lambda span: (-len(_plain(span).split()) if span.label_ == PERSON else 0, span.start)
    ):
        draft = _same(span, names) or _new(span, names)
        if draft.kind == "person" and not draft.gender:
            draft.gender = _gender(span) or gender_of(draft.name.split()[0])
        draft.found.append(_found(span, draft, sources))
        names.by_start[span.start] = draft
    return names


def _plain(span: Span) -> str:
    return re.sub(r"^[Tt]he ", "", span.text).replace("’", "'")


def _can_act(span: Span, registry: Registry, sources: frozenset[int]) -> bool:
    """Whether the name can be an actor's; a place is one only as a government or as a source."""
    alias = registry.find(span.text)
    if (alias and alias.form == "adjective") or (not alias and span.text in sides()):
        return _noun_use(span)
    if alias and alias.form == "seat" and _locative(span):
        return False
    if alias or span.label_ in (PERSON, ORG):
        return True
    if span.label_ == PLACE:
        return span.start in sources and _no_noun_follows(span)
    return _no_noun_follows(span) and (span.start in sources or _speaks(span) or _people(span))


def _noun_use(span: Span) -> bool:
    """Whether a demonym stands as a noun: "the Chinese have"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before == "the" and _no_noun_follows(span)


def _no_noun_follows(span: Span) -> bool:
    if span.end >= len(span.doc):
        return True
    after = span.doc[span.end]
    return after.is_punct or after.lower_ in ("to", "and", "or") or predicates(after.lower_)


def _people(span: Span) -> bool:
    """Whether the name is a plural such as "Muslims" or "Iowans"."""
    return (
        len(span) == 1
        and span.text.endswith("s")
        and not span.text.endswith("ss")
        and span.text[:-1].endswith(PEOPLE_ENDINGS)
    )


def _speaks(span: Span) -> bool:
    return span.end < len(span.doc) and reports(span.doc[span.end].lower_)


def _locative(span: Span) -> bool:
    """Whether the name only says where something is or goes."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 3) : span.start]]
    if not before:
        return False
    going = before[-1] in ("to", "from", "for") and bool(set(before) & words("journeys"))
    return going or before[-1] in words("locative")


def mere_place(draft: Draft) -> bool:
    """Whether the text only ever says that something is in, at, from or of the country or body."""
    named = [found for found in draft.found if found.form == "name" and not found.source]
    return (
        draft.kind == "government"
        and len(named) == len(draft.found)
        and all(_in_place(found.span) or _locative(found.span) for found in named)
    )


def _in_place(span: Span) -> bool:
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    if before and before[-1] == "the":
        before.pop()
    return bool(before) and before[-1] in words("locative") | {"of", "from"}


def _gender(span: Span) -> Gender:
    title = span.doc[span.start - 1].text if span.start else ""
    return gender_of(title) or (gender_of(span[0].text) if len(span) > 1 else "")


def _same(span: Span, names: Names) -> Draft | None:
    """The actor already found that `span` names."""
    alias = names.registry.find(span.text)
    if alias and (len(span) > 1 or span.label_ != PERSON):
        return next((draft for draft in names.drafts if draft.known and draft.known.id == alias.actor), None)
    rule = _same_person if span.label_ == PERSON else _same_body
    return rule(span, alias, names)


def _same_person(span: Span, alias: Alias | None, names: Names) -> Draft | None:
    plain = _plain(span)
    people = [draft for draft in names.drafts if draft.kind == "person"]
    exact = [draft for draft in people if plain in _spellings(draft)]
    if len(span) > 1:
        return next(iter(exact), None) or next((draft for draft in people if _variant(plain, draft.name)), None)
    bearers = [draft for draft in people if plain in (draft.name.split()[-1], draft.name.split()[0])]
    gender = _gender(span)
    fitting = [draft for draft in bearers if not gender or draft.gender in ("", gender)] or bearers
    known = [draft for draft in fitting if alias and draft.known and draft.known.id == alias.actor]
    return next(iter(known or sorted(fitting, key=lambda draft: _distance(draft, span)) or exact), None)


def _distance(draft: Draft, span: Span) -> tuple[bool, int]:
    """People named before come first, the nearest foremost; a first name is weaker than a surname."""
    before = draft.last_before(span.start)
    return draft.name.split()[-1] != _plain(span), span.start - before.span.start if before else len(span.doc)


def _spellings(draft: Draft) -> Iterator[str]:
    yield from (_plain(found.span) for found in draft.found)
    if draft.known:
        yield from draft.known.aliases


def _variant(a: str, b: str) -> bool:
    """Whether two full names are spellings of one: same initial, surnames nearly alike, or a middle name more."""
    first, second = a.split(), b.split()
    if len(second) < 2 or first[0] != second[0]:
        return False
    if first[-1] == second[-1]:
        return True
    return first[-1][0] == second[-1][0] and SequenceMatcher(None, first[-1], second[-1]).ratio() >= SIMILAR


def _same_body(span: Span, alias: Alias | None, names: Names) -> Draft | None:
    plain = _plain(span)
    others = [draft for draft in names.drafts if draft.kind != "person"] if not alias else []
    exact = next((draft for draft in others if plain in _spellings(draft)), None)
    return exact or next(
        (draft for draft in others if _acronym(plain, draft.name) or _shortened(plain, draft.name)), None
    )


def _acronym(short: str, full: str) -> bool:
    """Whether one name is the initials of the other."""
    if len(short) > len(full):
        short, full = full, short
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    return len(initials) > 1 and short.replace(".", "") == initials


def _shortened(short: str, full: str) -> bool:
    """Whether a body's name lacks only opening words of the other: "Oversight Committee"."""
    return len(short.split()) > 1 and full.endswith(f" {short}")


def _new(span: Span, names: Names) -> Draft:
    alias = names.registry.find(span.text)
    known = names.registry.actors[alias.actor] if alias else None
    draft = Draft(known.name, known.kind, known=known) if known else Draft(_full(span), _kind(span))
    draft.plural = _people(span) or draft.kind == "group"
    names.drafts.append(draft)
    return draft


def _full(span: Span) -> str:
    before = span.doc[span.start - 1] if span.start else None
    return f"The {_plain(span)}" if before and before.text == "The" and _kind(span) == "media" else _plain(span)


def _kind(span: Span) -> ActorKind:
    """The kind of an unknown name, by its label and last word."""
    if span.label_ == PERSON:
        return "person"
    if span.label_ == ORG:
        return "media" if span[-1].text in words("media", "kinds") else "organization"
    if span.label_ == PLACE:
        return "government"
    return "group" if _people(span) else "person"


def _found(span: Span, draft: Draft, sources: frozenset[int]) -> Found:
    source = span.start in sources
    if draft.known:
        return Found(span, "name", 0.95, f"a name of {draft.known.name} in the registry", source)
    if span.label_ == NAME:
        return Found(span, "name", 0.5, "a capitalised name of unknown kind", source)
    if len(span) > 1 or span.label_ == ORG:
        return Found(span, "name", 0.8, f"a full name read as {span.label_.lower()}", source)
    return Found(span, "name", 0.7, "a short name read as person", source)
