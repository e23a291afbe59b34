"""To whom something is said: the listener by the tree, an actor or at least its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from analysis.grammar import adjuncts, dependents
from analysis.lexicon import words
from analysis.records import Actor
from analysis.statements.cue import Reading
from analysis.statements.heads import first_word
from analysis.statements.speaker import Cast

if TYPE_CHECKING:
    from spacy.tokens import Token

# Classes of acts that are done to a listener; what is accused, praised or supported is spoken about.
SPEAKING = frozenset(
    {
        "say",
        "report",
        "claim",
        "argue",
        "admit",
        "urge",
        "demand",
        "promise",
        "warn",
        "threaten",
        "ask",
        "allow",
        "decline",
        "deny",
    }
)
# Prepositions before a listener; what else they stand before is no person ("said to applause", "spoke on Monday").
BEFORE_LISTENER = frozenset({"to", "with", "on", "upon", "before"})
# The same after a noun for a channel: "an interview with CNN", "a letter to Comey".
AFTER_CHANNEL = frozenset({"to", "with", "before"})
NO_LISTENER = frozenset({"it", "itself", "himself", "herself", "themselves"})


class Listener(NamedTuple):
    """The head of the words for a listener, with the actor that they mean where it is known."""

    head: Token
    actor: Actor | None


def find_listener(reading: Reading, channel: Token | None, cast: Cast, speaker: Actor | None) -> Listener | None:
    """The one spoken to, not the speaker itself; of several, the first that is a known actor."""
    found = [Listener(word, cast.actor_at(word)) for word in _candidates(reading, channel)]
    others = [one for one in found if _is_someone(one) and not (speaker and one.actor and one.actor.id == speaker.id)]
    return next((one for one in others if one.actor), others[0] if others else None)


def listener_words(listener: Listener, cast: Cast) -> tuple[int, int]:
    """Characters `[start, end)` of the words for a listener: its mention, or its head with what goes before it."""
    mention = cast.at(listener.head)
    if mention:
        return mention.span.start, mention.span.end
    return first_word(listener.head).idx, listener.head.idx + len(listener.head)


def _candidates(reading: Reading, channel: Token | None) -> Iterator[Token]:
    head = reading.head
    if reading.cue_class not in SPEAKING:
        return
    if reading.takes_listener:
        passive = dependents(head, "passive subject")
        yield from passive
        for word in dependents(head, "object"):
            if reading.frame != "object" or word.dep_ in ("iobj", "dative"):
                yield word
        yield from _by_preposition(head, BEFORE_LISTENER)
    elif reading.frame != "object":
        yield from _by_preposition(head, frozenset({"to"}))
    for clause in dependents(head, "adverbial clause"):
        if clause.lower_ in ("speaking", "talking", "writing", "testifying"):
            yield from _by_preposition(clause, BEFORE_LISTENER)
    if channel is not None:
        yield from _by_preposition(channel, AFTER_CHANNEL)


def _by_preposition(token: Token, prepositions: frozenset[str]) -> list[Token]:
    return [noun for preposition, noun in adjuncts(token) if preposition in prepositions]


def _is_someone(listener: Listener) -> bool:
    word = listener.head.lower_
    return (
        listener.actor is not None or word in (words("person_noun") | words("object") | words("audience")) - NO_LISTENER
    )
