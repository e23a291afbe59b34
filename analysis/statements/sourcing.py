"""On whose word a statement rests: how well the text names its source, and how many there are."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.lexicon import words
from analysis.records import Actor, Sourcing

if TYPE_CHECKING:
    from spacy.tokens import Span

# Where the head of a noun phrase ends: "sources" in "sources familiar with the matter".
HEAD_ENDS = ("preposition", "relative", "coordinator")
AFTER_HEAD = frozenset({"familiar", "close", "briefed", "involved", "present", "who", ",", "(", "—", "–"})


@dataclass(frozen=True)
class SourceWords:
    """The words for a source, with the actor they mean where that is known."""

    phrase: tuple[str, ...]
    actor: Actor | None

    @property
    def head(self) -> str:
        """The last word of the phrase's core; a pronoun's is that of its actor's name."""
        core = self.phrase[: head_length(self.phrase)]
        stands_for = not core or core[-1].lower() in words("pronoun") | words("subject")
        if stands_for and self.actor:
            core = tuple(self.actor.name.split())
            core = core[: head_length(core)]
        return core[-1] if core else ""


def head_length(phrase: tuple[str, ...]) -> int:
    """How many words of a noun phrase go before what is added to its head."""
    for place, word in enumerate(phrase):
        lowered = word.lower()
        if place and (lowered in AFTER_HEAD or any(lowered in words(name) for name in HEAD_ENDS)):
            return place
    return len(phrase)


def find_sourcing(source: Span | None, actor: Actor | None) -> Sourcing:
    """How well the source is named."""
    known = SourceWords(tuple(token.text for token in source) if source else (), actor)
    return next(kind for test, kind in TESTS if test(known))


def count_sources(source: Span | None, actor: Actor | None) -> int | None:
    """How many speak; None for several whose number is not said."""
    if source is None:
        return 1 if actor and actor.kind == "person" else None
    phrase = tuple(token.text for token in source)
    length = head_length(phrase)
    first, head = phrase[0].lower(), phrase[length - 1]
    number = _table()["number"].get(first)
    if number is not None:
        return int(number)
    if "and" in phrase[: length + 1] or head.lower() in ("they", "we", "people", "police", "some", "others", "many"):
        return None
    return None if _is_plural(head, actor) else 1


def _is_plural(head: str, actor: Actor | None) -> bool:
    if actor and actor.kind in ("person", "government", "organization", "media") and head[:1].isupper():
        return False
    return (
        head.lower().endswith("s")
        and not head.lower().endswith(("ss", "us"))
        and (head.islower() or actor is None or actor.kind == "group")
    )


def _is_outlet(source: SourceWords) -> bool:
    if source.actor and source.actor.kind == "media":
        return True
    return source.head.lower() in words("outlet_noun") and source.head[:1].isupper()


def _is_document(source: SourceWords) -> bool:
    return source.head in words("document_noun")


def _is_named(source: SourceWords) -> bool:
    """A person known by name, or a capital, unless it is only that of a sentence's first word ("Officials said")."""
    if source.actor and source.actor.kind == "person":
        return True
    common = words("pronoun") | words("subject") | words("person_noun") | _roles()
    begins = source.head == source.phrase[0] if source.phrase else False
    return source.head[:1].isupper() and not (begins and source.head.lower() in common)


def _is_role(source: SourceWords) -> bool:
    word = source.head.lower()
    return bool({word, word.removesuffix("s")} & _roles())


def _is_any(source: SourceWords) -> bool:
    return True


TESTS: tuple[tuple[Callable[[SourceWords], bool], Sourcing], ...] = (
    (_is_outlet, "outlet"),
    (_is_document, "document"),
    (_is_named, "named"),
    (_is_role, "role-only"),
    (_is_any, "unnamed"),
)


@cache
def _roles() -> frozenset[str]:
    return frozenset(_table()["role"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("sourcing.toml").read_text(encoding="utf-8"))
