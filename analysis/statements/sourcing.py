"""On whose word a statement rests: how well the text names its source, and how many there are."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.grammar import dependents, relation
from analysis.lexicon import words
from analysis.records import Actor, Sourcing
from analysis.statements.heads import appositions, coordinates, first_word, head_of, meant_by

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Kinds of actors that a name in the singular stands for, however it ends ("the United States").
SINGLE_KINDS = frozenset({"person", "government", "organization", "media"})


@dataclass(frozen=True)
class Source:
    """The head of the words for a source, with the actor they mean where that is known."""

    head: Token | None
    actor: Actor | None

    @property
    def word(self) -> str:
        """The head; of a pronoun, the last word of the core of its actor's name."""
        if self.head is not None and not _stands_for_another(self.head):
            return str(self.head.text)
        return name_core(self.actor.name) if self.actor else self.head.text if self.head is not None else ""


def find_sourcing(source: Span | None, actor: Actor | None) -> Sourcing:
    """How well the source is named."""
    known = Source(meant_by(head_of(source)) if source else None, actor)
    return next(kind for test, kind in TESTS if test(known))


def name_core(name: str) -> str:
    """The head word of an actor's name, which has no tree: "official" of "a Western official in Kyiv"."""
    core: list[str] = []
    for word in name.split():
        if core and word.lower() in words("preposition") | words("relative") | {"familiar", "close"}:
            break
        core.append(word)
    return core[-1].strip(",") if core else ""


def _stands_for_another(head: Token) -> bool:
    return head.lower_ in words("pronoun") | words("subject")


def _is_outlet(source: Source) -> bool:
    word = source.word.lower()
    if word in _table()["outlet"]["words"]:
        return True
    is_name = source.word[:1].isupper()
    media = source.actor is not None and source.actor.kind == "media"
    return is_name and (media or word in words("outlet_noun")) and not _is_person(source)


def _is_document(source: Source) -> bool:
    return source.word.lower() in words("document_noun") and not _is_name(source.head, source.word)


def _is_named(source: Source) -> bool:
    """A person whom the text names somewhere, or a name, at the head or set beside it."""
    if source.actor and source.actor.kind != "unnamed" and (_is_person(source) or _has_name(source.actor)):
        return True
    beside = appositions(source.head) if source.head is not None else []
    return _is_name(source.head, source.word) or any(word.pos_ == "PROPN" and word.is_title for word in beside)


def _is_person(source: Source) -> bool:
    return source.actor is not None and source.actor.kind == "person"


def _has_name(actor: Actor) -> bool:
    return actor.kind != "group" and name_core(actor.name)[:1].isupper()


def _is_name(head: Token | None, word: str) -> bool:
    """Whether `word` is a name: a capital, unless it is only that of a sentence's first word ("Officials said")."""
    if not word[:1].isupper() or head is None or head.lower_ in words("subject"):
        return False
    if head.text == word and head.pos_ in ("NOUN", "PRON"):
        return False
    begins = bool(head.is_sent_start or (head.i and head.nbor(-1).is_quote))
    return not (begins and word.lower() in words("pronoun") | words("person_noun") | _roles())


def _is_role(source: Source) -> bool:
    word = source.word.lower()
    return bool({word, word.removesuffix("s"), f"{word.removesuffix('men')}man"} & _roles())


def _is_any(source: Source) -> bool:
    return True


TESTS: tuple[tuple[Callable[[Source], bool], Sourcing], ...] = (
    (_is_outlet, "outlet"),
    (_is_document, "document"),
    (_is_named, "named"),
    (_is_role, "role-only"),
    (_is_any, "unnamed"),
)


def count_sources(source: Span | None, actor: Actor | None) -> int | None:
    """How many speak; None for several whose number is not said, and where no words name the source."""
    if source is None:
        return 1 if actor and actor.kind == "person" else None
    head = head_of(source)
    numbers = [_number(word, actor if word == head else None) for word in coordinates(head)]
    return None if None in numbers else sum(number for number in numbers if number is not None)


def _number(head: Token, actor: Actor | None) -> int | None:
    """How many a noun stands for. A numeral counts before a plural alone: "a 2014 study" is one."""
    meant, first = meant_by(head), first_word(head).lower_
    if head.lower_ in _table()["several"]["words"] or first in _table()["several"]["words"]:
        return None
    plural = _is_plural(meant, actor)
    numerals = [*dependents(head, "modifier"), head] if plural else [head]
    stated = next((number for word in numerals if (number := _value(word)) is not None), None)
    return stated if stated is not None else None if plural else 1


def _value(word: Token) -> int | None:
    number = _table()["number"].get(word.lower_)
    if number is not None:
        return int(number)
    digits = word.text.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _is_plural(head: Token, actor: Actor | None) -> bool:
    word = head.lower_
    if head.text[:1].isupper() and head.pos_ != "NOUN":
        return _is_plural_name(head, actor)
    if word.endswith(("people", "men", "police")):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "news"))


def _is_plural_name(head: Token, actor: Actor | None) -> bool:
    """A name in -s: a group's stands for several, any other known actor's for one; else its verb tells."""
    if actor and actor.kind in SINGLE_KINDS:
        return False
    if head.is_upper or not head.lower_.endswith("s") or head.lower_ in words("outlet_noun"):
        return False
    if head.ent_type_ == "PERSON":
        return False
    verbs = [head.head, *dependents(head.head, "auxiliary")] if relation(head) == "subject" else []
    return not any(verb.lower_ in ("has", "is", "was") or verb.text.endswith("s") for verb in verbs)


@cache
def _roles() -> frozenset[str]:
    return frozenset(_table()["role"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("sourcing.toml").read_text(encoding="utf-8"))
