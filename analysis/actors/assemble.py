"""From drafts to records: sides, whom each actor speaks for, confidence, evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from analysis.actors.drafts import Draft, Found
from analysis.actors.names import Names
from analysis.actors.worth import reasons
from analysis.records import Actor, Mention, content_id
from analysis.records import Span as Place
from analysis.records import span as place

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

# How surely words for those who speak for a body are words for the body.
FOLDED = 0.4
NAME_FORMS = ("name", "title", "nominal")


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts in the order of their first mention; those with one name and kind would have one id, so are one."""
    by_key: dict[tuple[str, str], Draft] = {}
    kept: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: draft.first):
        first = by_key.setdefault((draft.name.lower(), draft.kind), draft)
        if first is not draft:
            first.found += draft.found
            kept[id(draft)] = first
    for draft in by_key.values():
        draft.speaks_for = kept.get(id(draft.speaks_for), draft.speaks_for)
    return list(by_key.values())


def folded(drafts: list[Draft], test: Callable[[Draft], bool]) -> list[Draft]:
    """The drafts; those without a name that pass the test are counted with the body they speak for, where there is one
    that does not: "Biden administration officials" with the United States.
    """
    kept, known = [], set(drafts)
    for draft in drafts:
        bodies = (other for other in draft.behind() if other.sort != "person" and other in known and not test(other))
        behind = None if draft.named or not test(draft) else next(bodies, None)
        if behind is None:
            kept.append(draft)
            continue
        reason = f"speaks for {behind.name}"
        behind.found += [replace(found, confidence=FOLDED, reason=reason, own=False) for found in draft.found]
    return kept


def settle(drafts: list[Draft], names: Names, day: date | None) -> None:
    """Give each draft of the article whom it speaks for, among the others, and its side."""
    by_id = {draft.known.id: draft for draft in drafts if draft.known}
    for draft in drafts:
        if draft.known:
            behind = names.registry.chain(draft.known.id, day)[1:]
            draft.speaks_for = next((by_id[known.id] for known in behind if known.id in by_id), draft.speaks_for)
            draft.side = names.registry.side(draft.known.id, day)
        if draft.speaks_for is draft:
            draft.speaks_for = None
    for draft in drafts:
        draft.side = draft.side or next((other.side for other in draft.behind() if other.side), "")


def records(text: str, drafts: list[Draft]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The records of the drafts, which are in the order of their first mention."""
    known = frozenset(drafts)
    actors = tuple(_actor(text, draft, known) for draft in drafts)
    taken = {
        i
        for draft in drafts
        for found in draft.found
        if found.form == "nominal"
        for i in range(found.span.start, found.span.end)
    }
    mentions = [
        _mention(text, actor, found)
        for actor, draft in zip(actors, drafts, strict=True)
        for found in _outside(draft.found, taken)
    ]
    return actors, tuple(sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end, mention.actor)))


def _outside(found: list[Found], taken: set[int]) -> list[Found]:
    """The mentions that lie in no nominal of another actor ("US officials"); all of them if there is no other."""
    outside = [item for item in found if item.form in ("nominal", "pronoun") or item.span.start not in taken]
    return outside or found


def _actor(text: str, draft: Draft, known: frozenset[Draft]) -> Actor:
    found = sorted(draft.found, key=lambda found: found.span.start)
    behind = next((other for other in draft.behind() if other in known), None)
    return Actor(
        name=draft.name,
        kind=draft.kind,
        role=draft.role,
        role_basis=draft.role_basis,
        other_roles=draft.other_roles,
        affiliation=_id(behind) if behind else None,
        side=draft.side,
        aliases=aliases(draft, found),
        registry_id=draft.known.id if draft.known else None,
        salience=draft.salience,
        number=draft.number,
        why_unnamed=_place(text, draft.why_unnamed) if draft.why_unnamed is not None else None,
        confidence=round(draft.worth, 2),
        reason=reasons(draft),
        evidence=tuple(dict.fromkeys(_place(text, span) for span in (found[0].span, *draft.role_words))),
    )


def _id(draft: Draft) -> str:
    """The id that the draft's record will have."""
    return content_id(Actor.prefix, *(getattr(draft, name) for name in Actor.key))


def aliases(draft: Draft, found: list[Found]) -> tuple[str, ...]:
    """The other names used for it, as the article has them, each once."""
    forms = dict.fromkeys(item.span.text for item in found if item.form in NAME_FORMS and item.own)
    return tuple(form for form in forms if form.lower() not in (draft.name.lower(), f"the {draft.name.lower()}"))


def _mention(text: str, actor: Actor, found: Found) -> Mention:
    where = _place(text, found.span)
    return Mention(
        actor=actor.id, span=where, form=found.form, confidence=found.confidence, reason=found.reason, evidence=(where,)
    )


def _place(text: str, span: Tokens) -> Place:
    return place(text, span.start_char, span.end_char)
