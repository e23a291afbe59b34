"""Regular English verb forms, with a table for the irregular ones."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

Form = Literal["base", "third", "past", "participle", "ing", "noun", "fixed"]
FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "ing")

VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


class Inflected(NamedTuple):
    """One form of a verb, spelled out."""

    word: str
    form: Form


def inflect(
    verb: str, irregular: Mapping[str, Sequence[str]] | None = None, doubling: Collection[str] = ()
) -> list[Inflected]:
    """The five forms of `verb`; `doubling` holds the verbs that double their last consonant."""
    others = (irregular or {}).get(verb) or (
        third(verb),
        past(verb, doubling),
        past(verb, doubling),
        ing(verb, doubling),
    )
    return [Inflected(word, form) for word, form in zip((verb, *others), FORMS, strict=True)]


def third(verb: str) -> str:
    """The third person singular, which is a noun's plural too."""
    if verb.endswith(SIBILANTS):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if _ends_in_consonant_y(verb) else f"{verb}s"


def past(verb: str, doubling: Collection[str] = ()) -> str:
    """The past tense, and the past participle."""
    if verb.endswith("e"):
        return f"{verb}d"
    if _ends_in_consonant_y(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in doubling else f"{verb}ed"


def ing(verb: str, doubling: Collection[str] = ()) -> str:
    """The present participle."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb in doubling else f"{verb}ing"


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in VOWELS
