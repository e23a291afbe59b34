"""Noun phrases read forwards: the subject after a cue ("said Ned Price"), a listener, an object.

As in `subjects`, a phrase is what can stand in one, for there is no parse.
"""

from typing import NamedTuple

from analysis.lexicon import cue_at, words
from analysis.model.reading import OPEN, Reading

LONGEST = 40
LONGEST_PARENTHESIS = 8
# Prepositions that bind to the noun before them even where a name precedes, and those that bind to a common noun.
BINDING = frozenset({"of"})
BINDING_COMMON = frozenset({"for", "at", "from", "with", "to", "in"})
JOINERS = frozenset({"-", "–", "'s", "’s", "'", "’", "&", "/", "."})
BREAKS = frozenset({";", ":", "—", "–"})


class Bounds(NamedTuple):
    """Tokens `[start, end)`."""

    start: int
    end: int


def subject_after(reading: Reading, start: int, ceiling: int) -> Bounds | None:
    """The noun phrase that begins at token `start` and is the subject of the cue before it ("said Ned Price")."""
    end = phrase_end(reading, start, ceiling)
    if end == start or not _closes_clause(reading, end, ceiling):
        return None
    return Bounds(start, apposition_end(reading, end, ceiling))


def phrase_end(reading: Reading, start: int, ceiling: int) -> int:
    """Where the noun phrase that begins at token `start` ends; `start` itself if there is none."""
    if start < ceiling and reading.words[start] in words("subject") | words("object"):
        return start + 1
    place = start
    while place < min(ceiling, start + LONGEST) and (step := _step_on(reading, place, start, ceiling)):
        place += step
    return place


def apposition_end(reading: Reading, end: int, ceiling: int) -> int:
    """The end of the apposition or relative clause that follows an inverted subject, or `end`."""
    first = end + 1 if end < ceiling and reading.words[end] == "," else end
    if first >= ceiling or reading.quoted[first] != OPEN or reading.is_adverb(first):
        return end
    word = reading.words[first]
    if word == "who":
        return end if cue_at(reading.words, first + 1) else _clause_end(reading, first, ceiling)
    aside = word.endswith("ing") or word in words("aside")
    renames = first > end and (word in words("determiner") or reading.is_nominal(first)) and not aside
    return _clause_end(reading, first, ceiling) if renames else end


def _step_on(reading: Reading, place: int, start: int, ceiling: int) -> int:
    """How many tokens from `place` on still belong to the phrase that began at `start`: 0 where it ends."""
    word = reading.words[place]
    if reading.quoted[place] != OPEN or reading.is_time(place):
        return 0
    if word == "(" and place > start:
        return _parenthesis_length(reading, place, ceiling)
    if word in words("determiner"):
        openers = words("preposition") | words("coordinator") | words("determiner")
        return int(place == start or reading.words[place - 1] in openers)
    if word in words("preposition") | words("coordinator"):
        return _joins_on(reading, place, start, ceiling)
    if word in JOINERS:
        inside = place > start and place + 1 < ceiling
        return int(inside and (word != "." or reading.is_capitalised(place + 1)))
    return int(reading.is_nominal(place) and not reading.is_adverb(place))


def _parenthesis_length(reading: Reading, place: int, ceiling: int) -> int:
    """The length of a short parenthesis, such as a party and a state."""
    inside = range(place + 1, min(ceiling, place + LONGEST_PARENTHESIS))
    return next((end + 1 - place for end in inside if reading.words[end] == ")"), 0)


def _joins_on(reading: Reading, place: int, start: int, ceiling: int) -> int:
    """1 if a preposition or "and" at `place` carries the phrase on."""
    if place == start or place + 1 >= ceiling:
        return 0
    word, before = reading.words[place], place - 1
    if word in words("coordinator"):
        return int(reading.is_name(before) and reading.is_capitalised(place + 1))
    more = reading.is_nominal(place + 1) or reading.words[place + 1] in words("determiner")
    binds = word in BINDING or (word in BINDING_COMMON and not reading.is_capitalised(before))
    return int(more and binds)


def _closes_clause(reading: Reading, place: int, ceiling: int) -> bool:
    """Whether what follows an inverted subject can follow one: an end, an adjunct, a quotation; never a verb."""
    if place >= ceiling or reading.quoted[place] != OPEN or reading.is_time(place):
        return True
    word = reading.words[place]
    allowed = words("preposition") | words("subordinator") | words("coordinator") | words("time_modifier")
    return not word[:1].isalnum() or word in allowed or word.endswith("ing") or reading.is_adverb(place)


def _clause_end(reading: Reading, start: int, ceiling: int) -> int:
    """The end of an apposition: the sentence's, or a comma before something that is not part of it."""
    for place in range(start, ceiling):
        if reading.quoted[place] != OPEN or reading.words[place] in BREAKS:
            return place
        if reading.words[place] == "," and place + 1 < ceiling and _leaves_apposition(reading, place + 1, start):
            return place + 1
        if reading.is_time(place):
            return place - 1 if reading.words[place - 1] == "on" else place
    return ceiling - 1 if reading.words[ceiling - 1] in (".", "!", "?") else ceiling


def _leaves_apposition(reading: Reading, place: int, start: int) -> bool:
    """Whether the word after a comma goes on with the sentence; not yet after an age ("Jones, 32, of Fresno")."""
    word = reading.words[place]
    if reading.words[start].isdigit() and place <= start + 3:
        return word.endswith("ing")
    goes_on = words("coordinator") | words("aside") | words("auxiliary")
    return word in goes_on or (word.endswith("ing") and not reading.is_capitalised(place))
