"""An actor while it is being put together: its mentions so far, and what they say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from analysis.actors.nouns import words
from analysis.records import ActorKind, MentionForm, RoleBasis
from analysis.registry import KnownActor

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Gender = Literal["he", "she", ""]
# What pronouns tell apart: one person, several, a body that acts as one, and whatever else a text speaks of.
Sort = Literal["person", "people", "body", "thing"]


@dataclass(slots=True)
class Found:
    """One place of the text where an actor was found, how surely, and by which rule; not `own` where the words are for
    others who speak for it.
    """

    span: Span
    form: MentionForm
    confidence: float
    reason: str
    source: bool = False
    own: bool = True

    @property
    def head(self) -> Token:
        return self.span.root


@dataclass(slots=True, eq=False)
class Draft:
    """An actor under way. `head` is the noun of a nominal, `speaks_for` the actor behind it. A `bystander` is no
    actor: a thing or a place that a pronoun may mean.
    """

    name: str
    kind: ActorKind
    found: list[Found] = field(default_factory=list)
    known: KnownActor | None = None
    role: str = ""
    role_words: tuple[Span, ...] = ()
    role_basis: RoleBasis = ""
    other_roles: tuple[str, ...] = ()
    speaks_for: Draft | None = None
    side: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    plural: bool = False
    gender: Gender = ""
    number: int | None = None
    why_unnamed: Span | None = None
    bystander: bool = False
    salience: float = 0.0
    worth: float = 0.0
    _looked: int = field(default=0, init=False)  # mentions, from the first on, that are no names

    @property
    def first(self) -> int:
        return min(found.span.start_char for found in self.found)

    @property
    def named(self) -> bool:
        """Whether a name is among the mentions."""
        while self._looked < len(self.found) and self.found[self._looked].form != "name":
            self._looked += 1
        return not self.bystander and self._looked < len(self.found)

    @property
    def nameless(self) -> bool:
        """Whether the text only ever says "he" or "we"."""
        return all(found.form == "pronoun" for found in self.found)

    @property
    def sort(self) -> Sort:
        if self.bystander:
            return "thing"
        if self.plural:
            return "people"
        return "person" if self.kind in ("person", "unnamed") else "body"

    def other_gender(self, noun: str) -> bool:
        """Whether a noun tells that it cannot mean the draft: "wife" beside the name of a man."""
        told = gender_of(noun)
        return bool(told and self.gender and told != self.gender)

    def behind(self) -> list[Draft]:
        """Those that it speaks for, from the nearest to the farthest."""
        chain: list[Draft] = []
        draft = self.speaks_for
        while draft is not None and draft is not self and draft not in chain:
            chain.append(draft)
            draft = draft.speaks_for
        return chain


def gender_of(word: str) -> Gender:
    """The gender that a given name, a title or a role word tells."""
    if word.lower() in words("female_titles", "gender") or word in words("female_names", "gender"):
        return "she"
    return "he" if word.lower() in words("male_titles", "gender") or word in words("male_names", "gender") else ""
