"""Names that stand for one actor, brought together: full and short forms, acronyms, spellings, seats of government."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.actors.drafts import Draft, Found, Gender, gender_of
from analysis.actors.nouns import sides, words
from analysis.actors.spellings import acronym, ends_with, initials, shortened, variant
from analysis.grammar import relation
from analysis.known_names import NAME, ORG, PERSON, PLACE
from analysis.records import ActorKind
from analysis.registry import COUNTRY, Alias, Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PEOPLE_ENDINGS = ("n", "m", "c", "ist", "ite", "er", "ew", "t")  # before the plural s: "Muslims", "Shiites"


@dataclass
class Names:
    """The actors named in a text, and whose name each token belongs to.

    `known` are those of the registry by id, `spelt` all of them by the names that they have.
    """

    doc: Doc
    registry: Registry
    drafts: list[Draft] = field(default_factory=list)
    by_start: dict[int, Draft] = field(default_factory=dict)
    found_at: dict[int, Found] = field(default_factory=dict)
    known: dict[str, Draft] = field(default_factory=dict)
    spelt: dict[str, list[Draft]] = field(default_factory=dict)
    _people: dict[str, list[Draft]] = field(default_factory=dict)
    _spelt_like: dict[tuple[str, str], list[Draft]] = field(default_factory=dict)
    _alike: dict[str, list[int]] = field(default_factory=dict)
    _named_at: dict[Draft, list[tuple[int, int]]] = field(default_factory=dict)
    _in_full: Counter[Draft] = field(default_factory=Counter)

    def of(self, span: Span) -> Draft | None:
        """Whose name `span` is."""
        return self.by_start.get(span.start)

    def bearers(self, word: str) -> list[Draft]:
        """The persons whose first name or surname it is."""
        return self._people.get(word, [])

    def spelt_like(self, name: str) -> list[Draft]:
        """The persons with that first name whose last name has the same initial."""
        parts = name.split()
        return self._spelt_like.get((parts[0], parts[-1][0]), [])

    def alike(self, name: str) -> list[Draft]:
        """The bodies, in order, of which one may be initials or the end of the other's name."""
        keys = {name, name.replace(".", ""), initials(name)}
        return [self.drafts[place] for place in sorted({place for key in keys for place in self._alike.get(key, ())})]

    def in_full(self, draft: Draft) -> int:
        """How often the text names the person in full, names of one word being read last."""
        return self._in_full[draft]

    def last_before(self, draft: Draft, token: int) -> int | None:
        """Where the name begins that ends last of those that end at or before `token`."""
        places = self._named_at.get(draft, [])
        place = bisect_right(places, token, key=lambda row: row[0])
        return places[place - 1][1] if place else None

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        if draft.known:
            self.known[draft.known.id] = draft
            for words in draft.known.aliases:
                self.spelt.setdefault(words, []).append(draft)
        if draft.kind == "person":
            parts = draft.name.split()
            for word in dict.fromkeys((parts[0], parts[-1])):
                self._people.setdefault(word, []).append(draft)
            self._spelt_like.setdefault((parts[0], parts[-1][0]), []).append(draft)
        else:
            ends = (draft.name[blank.end() :] for blank in re.finditer(" ", draft.name))
            for key in dict.fromkeys((draft.name.replace(".", ""), initials(draft.name), *ends)):
                self._alike.setdefault(key, []).append(len(self.drafts) - 1)

    def meet(self, draft: Draft, found: Found) -> None:
        """Keep that the draft is named there."""
        draft.found.append(found)
        insort(self._named_at.setdefault(draft, []), (found.span.end, found.span.start))
        self._in_full[draft] += len(found.span) > 1
        self.by_start[found.span.start], self.found_at[found.span.start] = draft, found
        spelt = self.spelt.setdefault(_plain(found.span), [])
        if draft not in spelt:
            spelt.append(draft)


def group_names(doc: Doc, registry: Registry, sources: frozenset[int], *, places_apart: bool) -> Names:
    """Every name of `doc` that can act. Full names go first, so that short ones find them.

    With `places_apart` a country is no actor where its name only says where something is.
    """
    names = Names(doc, registry)
    spans = [span for span in doc.ents if _can_act(span, registry, sources, places_apart=places_apart)]
    for span in sorted(
        spans, key=lambda span: (-len(_plain(span).split()) if span.label_ == PERSON else 0, span.start)
    ):
        draft = _same(span, names) or _new(span, names)
        if draft.kind == "person" and not draft.gender:
            draft.gender = _gender(span) or gender_of(draft.name.split()[0])
        names.meet(draft, _found(span, draft, sources))
    return names


def _plain(span: Span) -> str:
    return re.sub(r"^[Tt]he ", "", span.text).replace("’", "'")


def _can_act(span: Span, registry: Registry, sources: frozenset[int], *, places_apart: bool) -> bool:
    """Whether the name can be an actor's; a place is one only as a government or as a source."""
    alias, describes = registry.find(span.text), relation(span.root) in ("modifier", "title")
    if (alias and alias.form == "adjective") or (not alias and span.text in sides()):
        return not describes and span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    if alias and (alias.form == "seat" or (places_apart and alias.actor.startswith(COUNTRY))) and in_place(span):
        return False
    if alias or span.label_ in (PERSON, ORG):
        return True
    if span.label_ == PLACE:
        return span.start in sources
    acts = relation(span.root) in ("subject", "agent")
    return not describes and (span.start in sources or acts or _people(span))


def _people(span: Span) -> bool:
    """Whether the name is a plural such as "Muslims" or "Iowans"."""
    return (
        len(span) == 1
        and span.text.endswith("s")
        and not span.text.endswith("ss")
        and span.text[:-1].endswith(PEOPLE_ENDINGS)
    )


def in_place(name: Span) -> bool:
    """Whether the name only says where something is, goes or comes from, or of what place it is."""
    head = name.root
    if relation(head) == "conjunct":
        head = head.head
    cases = {child.lower_ for child in head.children if relation(child) == "preposition"} | {
        head.head.lower_ if head.dep_ == "pobj" else ""
    }
    journey = "to" in cases and bool({head.head.lower_, head.head.lemma_} & words("journeys"))
    visited = relation(head) == "object" and head.head.lower_ in words("locative")
    return bool(cases & words("locative")) or journey or visited


def mere_place(draft: Draft) -> bool:
    """Whether the text only ever says that something is in, at, from or of the country."""
    country = draft.kind == "government" and (draft.known is None or draft.known.id.startswith(COUNTRY))
    return country and all(
        found.form == "name" and not found.source and (in_place(found.span) or _belongs(found.span))
        for found in draft.found
    )


def _belongs(name: Span) -> bool:
    """Whether something else is described as the country's or from it."""
    cases = {child.lower_ for child in name.root.children if relation(child) == "preposition"}
    return relation(name.root) in ("modifier", "apposition") or bool(cases & {"of", "from"})


def _gender(span: Span) -> Gender:
    title = span.doc[span.start - 1].text if span.start else ""
    return gender_of(title) or (gender_of(span[0].text) if len(span) > 1 else "")


def _same(span: Span, names: Names) -> Draft | None:
    """The actor already found that `span` names."""
    alias = names.registry.find(span.text)
    if alias and (len(span) > 1 or span.label_ != PERSON):
        return names.known.get(alias.actor)
    if span.label_ == PERSON or names.bearers(_cased(span)):
        return _same_person(span, alias, names)
    return _same_body(span, alias, names)


def _cased(span: Span) -> str:
    """The name without capitals inside, as transcripts have them: PENCE."""
    plain = _plain(span)
    return plain.title() if len(span) == 1 and plain.isupper() else plain


def _same_person(span: Span, alias: Alias | None, names: Names) -> Draft | None:
    plain = _cased(span)
    exact = [draft for draft in names.spelt.get(plain, ()) if draft.kind == "person"]
    if len(span) > 1:
        alike = (draft for draft in names.spelt_like(plain) if variant(plain, draft.name))
        longer = (draft for draft in names.bearers(plain.split()[-1]) if ends_with(draft.name, plain))
        return next(iter(exact), None) or next(alike, None) or next(longer, None)
    bearers = names.bearers(plain)
    gender = _gender(span)
    fitting = [draft for draft in bearers if not gender or draft.gender in ("", gender)] or bearers
    if len(fitting) > 1:
        fitting = sorted(
            fitting,
            key=lambda draft: (-names.in_full(draft), not _is_known(draft, alias), _distance(draft, span, names)),
        )
    return next(iter(fitting or exact), None)


def _is_known(draft: Draft, alias: Alias | None) -> bool:
    return bool(alias and draft.known and draft.known.id == alias.actor)


def _distance(draft: Draft, span: Span, names: Names) -> tuple[bool, int]:
    """People named before come first, the nearest foremost; a first name is weaker than a surname."""
    before = names.last_before(draft, span.start)
    return draft.name.split()[-1] != _plain(span), len(span.doc) if before is None else span.start - before


def _same_body(span: Span, alias: Alias | None, names: Names) -> Draft | None:
    if alias:
        return None
    plain = _plain(span)
    exact = (draft for draft in names.spelt.get(plain, ()) if draft.kind != "person")
    alike = (draft for draft in names.alike(plain) if acronym(plain, draft.name) or shortened(plain, draft.name))
    return next(exact, None) or next(alike, None)


def _new(span: Span, names: Names) -> Draft:
    alias = names.registry.find(span.text)
    known = names.registry.actors[alias.actor] if alias else None
    draft = Draft(known.name, known.kind, known=known) if known else Draft(_full(span), _kind(span))
    draft.plural = _people(span) or draft.kind == "group"
    names.add(draft)
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
