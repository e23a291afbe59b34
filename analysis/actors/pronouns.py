"""Pronouns put to actors: he and she to the most prominent person of the last sentences, others where they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import lexicon
from analysis.actors.drafts import Draft, Found, Gender
from analysis.actors.nouns import words
from analysis.actors.verbs import predicates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 3
PLURAL_KINDS = ("group", "unnamed", "organization", "government")
THINGS = ("organization", "government", "media")


def pronoun_gender(token: Token) -> Gender:
    """The gender of a pronoun that has one."""
    if token.lower_ in words("he", "gender"):
        return "he"
    return "she" if token.lower_ in words("she", "gender") else ""


def place_pronoun(token: Token, drafts: list[Draft], sentence: list[int], quoted: bool, source: bool) -> Draft | None:
    """The actor of the pronoun, with the mention added. `sentence` gives each token's sentence number."""
    gender = pronoun_gender(token)
    if gender:
        draft = _person(token, gender, drafts, sentence)
    else:
        draft = _by_kind(token, drafts, sentence) if source else None
    if draft is None:
        return None
    if gender and not draft.gender:
        draft.gender = gender
    confidence = 0.4 if quoted or not gender else 0.6
    draft.found.append(
        Found(token.doc[token.i : token.i + 1], "pronoun", confidence, f"nearest that fits: {draft.name}", source)
    )
    return draft


def _person(token: Token, gender: Gender, drafts: list[Draft], sentence: list[int]) -> Draft | None:
    people = [draft for draft in drafts if draft.gender in ("", gender) and _single(draft)]
    scored = [(score, draft) for draft in people if (score := _prominence(token, draft, gender, sentence)) is not None]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _single(draft: Draft) -> bool:
    return draft.kind == "person" or (draft.kind == "unnamed" and not draft.plural)


def _prominence(token: Token, draft: Draft, gender: Gender, sentence: list[int]) -> tuple[float, int] | None:
    """How prominent the actor is at the token: nearness in sentences, subjects and sources first. None if too far."""
    best: tuple[float, int] | None = None
    for found in draft.found:
        distance = sentence[token.i] - sentence[found.span.start]
        if found.span.end > token.i or distance > REACH:
            continue
        score = -1.5 * distance + 1.5 * (found.source or _subject(found)) - 0.5 * _owned(found)
        score += 0.3 * (draft.kind == "person") + 0.5 * (draft.gender == gender)
        best = max(best or (score, found.span.start), (score, found.span.start))
    return best


def _subject(found: Found) -> bool:
    """Whether a verb follows, or the mention opens its sentence."""
    doc, end = found.span.doc, found.span.end
    followed = end < len(doc) and predicates(doc[end].lower_)
    return followed or bool(doc[found.span.start].is_sent_start)


def _owned(found: Found) -> bool:
    doc, end = found.span.doc, found.span.end
    return end < len(doc) and doc[end].text in ("'s", "’s", "'", "’")


def _by_kind(token: Token, drafts: list[Draft], sentence: list[int]) -> Draft | None:
    """Whom "who", "they" or "it" means as a source: the nearest mention of the right kind."""
    word = token.lower_
    near = [(found.span.end, draft) for draft in drafts if (found := draft.last_before(token.i))]
    recent = [(end, draft) for end, draft in near if sentence[token.i] - sentence[end - 1] <= REACH]
    if word in ("who", "which", "that"):
        comma = token.doc[token.i - 1].text == ","
        recent = [(end, draft) for end, draft in recent if token.i - end == int(comma)]
    elif word in ("they", "their", "them"):
        recent = [(end, draft) for end, draft in recent if draft.plural and draft.kind in PLURAL_KINDS]
    elif word in ("it", "its"):
        recent = [(end, draft) for end, draft in recent if not draft.plural and draft.kind in THINGS]
    else:
        return None
    return max(recent, key=lambda pair: pair[0])[1] if recent else None


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Tokens inside double quotation marks; a mark that its paragraph never closes quotes nothing."""
    double, _ = lexicon.quotation_marks()
    inside: set[int] = set()
    opened: int | None = None
    for token in doc:
        if "\n" in token.text:
            opened = None
        elif opened is None and (token.text in double.open or token.text in double.neutral):
            opened = token.i
        elif opened is not None and (token.text in double.close or token.text in double.neutral):
            inside.update(range(opened, token.i))
            opened = None
    return frozenset(inside)
