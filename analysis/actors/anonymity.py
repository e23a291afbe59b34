"""Why a source has no name, where the text says so: "on condition of anonymity to discuss the talks"."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.actors.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# What follows the words up to the next mark belongs to the reason.
REST = r"[^,.;:()“”\"\n—–]{0,160}"


def give_reasons(doc: Doc, drafts: Iterable[Draft]) -> None:
    """Set `why_unnamed` of those without a name to the words of their sentence that give the reason."""
    matches = list(_pattern().finditer(doc.text))
    unnamed = _by_sentence(doc, drafts) if matches else {}
    for match in matches:
        words = doc.char_span(*match.span(), alignment_mode="contract")
        draft = _meant(words, unnamed.get(words.sent.start, ())) if words else None
        if draft and draft.why_unnamed is None:
            draft.why_unnamed = words


def _by_sentence(doc: Doc, drafts: Iterable[Draft]) -> Mapping[int, Sequence[tuple[int, Draft]]]:
    """Where in each sentence those without a name are met."""
    places: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in (draft for draft in drafts if not draft.named):
        for found in draft.found:
            places[doc[found.span.start].sent.start].append((found.span.start, draft))
    return places


def _meant(words: Span, unnamed: Sequence[tuple[int, Draft]]) -> Draft | None:
    """The nearest before the words in their sentence, or else the nearest after."""
    here = [(place > words.start, abs(place - words.start), draft) for place, draft in unnamed]
    return min(here, key=lambda row: row[:2])[2] if here else None


@cache
def _pattern() -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_name("nominals.toml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?:{'|'.join(table['anonymity']['words'])})\b{REST}", re.IGNORECASE)
