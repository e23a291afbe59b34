"""The subject before a reporting cue: the noun phrase that ends where the cue begins.

Without a parse, a phrase is what can stand in one: read backwards, it runs over names, open-class words, determiners
and the prepositions that join them, and ends at everything else. An apposition between commas belongs to it.
"""

from analysis.lexicon import words
from analysis.model.phrases import BINDING, JOINERS, LONGEST, LONGEST_PARENTHESIS, Bounds
from analysis.model.reading import OPEN, Reading

LONGEST_APPOSITION = 30
MOST_COMMAS = 4
# Prepositions that open a time or place between a name and its verb ("Trump at the time said").
ADJOINING = frozenset({"at", "during", "on"})


def subject_before(reading: Reading, end: int, floor: int) -> Bounds | None:
    """The noun phrase that ends right before token `end`, not reaching before `floor`."""
    end = _without_time(reading, end, floor)
    if end <= floor or reading.quoted[end - 1] != OPEN:
        return None
    if reading.words[end - 1] == ",":
        return _with_apposition(reading, end - 1, floor)
    return _phrase_back(reading, end, floor)


def possessor(reading: Reading, end: int, floor: int) -> Bounds | None:
    """The possessive that ends right before the noun at token `end` ("Obama" in "Obama's criticism", "his")."""
    last = end - 1
    if last < floor or reading.quoted[last] != OPEN or reading.words[last] not in words("possessive"):
        return None
    return subject_before(reading, last, floor) if not reading.words[last].isalpha() else Bounds(last, end)


def _without_time(reading: Reading, end: int, floor: int) -> int:
    """`end` moved before a time between subject and cue ("The White House on Monday also urged")."""
    if end - 1 > floor and reading.is_time(end - 1):
        return end - 2 if end - 2 > floor and reading.words[end - 2] == "on" else end - 1
    return end


def _phrase_back(reading: Reading, end: int, floor: int) -> Bounds | None:
    """The phrase that ends before token `end`, with another that "and" joins to it or whose relative clause it ends."""
    phrase = _plain_phrase(reading, end, floor)
    if phrase is None or reading.words[end - 1] in words("subject") | words("pronoun"):
        return phrase
    start = _coordination_start(reading, phrase.start, floor)
    return Bounds(_relative_start(reading, start, floor), phrase.end)


def _plain_phrase(reading: Reading, end: int, floor: int) -> Bounds | None:
    if reading.words[end - 1] in words("subject") | words("pronoun"):
        return Bounds(end - 1, end)
    place = end
    while place > max(floor, end - LONGEST) and (step := _step_back(reading, place, end, floor)):
        place -= step
    place = _without_fronted(reading, place, end, floor)
    if not any(reading.is_nominal(token) for token in range(place, end)):
        return None
    return Bounds(place, _adjunct_start(reading, place, end))


def _coordination_start(reading: Reading, start: int, floor: int) -> int:
    """`start`, or that of the phrase which "and" joins to it, if that one begins a clause and could be a subject."""
    last = start - 2
    if last < floor or reading.words[start - 1] not in ("and", "&") or reading.quoted[last] != OPEN:
        return start
    people = words("person_noun") | words("subject")
    subject = reading.is_name(last) or reading.is_capitalised(last) or reading.words[last] in people
    left = _plain_phrase(reading, start - 1, floor) if subject else None
    begins = left and (left.start == floor or reading.words[left.start - 1] in words("subordinator") | {",", "but"})
    return left.start if left and begins else start


def _relative_start(reading: Reading, start: int, floor: int) -> int:
    """`start`, or, inside a relative clause, where its phrase begins ("supporters who have met Cruz")."""
    place = start - 1
    while place > floor and (reading.words[place] in words("auxiliary") or reading.is_adverb(place)):
        place -= 1
    if place <= floor or reading.words[place] != "who" or place == start - 1:
        return start
    head = _plain_phrase(reading, place, floor)
    return head.start if head else start


def _adjunct_start(reading: Reading, start: int, end: int) -> int:
    """`end`, or where a time or place begins that stands between a name and its verb."""
    adjuncts = (place for place in range(start + 1, end) if reading.words[place] in ADJOINING)
    return next((place for place in adjuncts if reading.is_name(place - 1)), end)


def _step_back(reading: Reading, place: int, end: int, floor: int) -> int:
    """How many tokens before `place` still belong to the phrase that ends at `end`: 0 where it begins."""
    before = place - 1
    word = reading.words[before]
    if reading.quoted[before] != OPEN:
        return 0
    if reading.is_name(before):
        return before - max(reading.name_start[before], floor) + 1
    if word == ")":
        return _parenthesis_length(reading, place, floor)
    if word in words("determiner") and word != "that":
        return 1
    begun = place < end and reading.words[place] in words("determiner") - words("possessive")
    if begun or word in words("preposition"):
        return _bound_preposition(reading, place, floor)
    return 1 if reading.is_nominal(before) or (word in JOINERS and before > floor) else 0


def _bound_preposition(reading: Reading, place: int, floor: int) -> int:
    """1 if a preposition before `place` joins the phrase to a noun before it ("the head of" + "the agency")."""
    before = place - 1
    word = reading.words[before]
    binds = word in words("preposition") - words("subordinator")
    if before <= floor or not binds or reading.quoted[before - 1] != OPEN:
        return 0
    quantifies = word in BINDING and reading.words[before - 1] in words("determiner")
    return int(quantifies or reading.is_nominal(before - 1))


def _parenthesis_length(reading: Reading, place: int, floor: int) -> int:
    inside = range(place - 1, max(floor, place - LONGEST_PARENTHESIS) - 1, -1)
    return next((place - start for start in inside if reading.words[start] == "("), 0)


def _without_fronted(reading: Reading, start: int, end: int, floor: int) -> int:
    """`start` moved past what stands in front of the subject: adverbs, a time, a preposition with its noun."""
    while start < end - 1 and (reading.is_adverb(start) or reading.words[start] in JOINERS):
        start += 1
    if start < end - 1 and reading.is_time(start) and reading.is_capitalised(start + 1):
        return start + 1
    after_preposition = start > floor and reading.words[start - 1] in words("preposition")
    name = reading.name_start[end - 1]
    fronted = after_preposition and reading.words[start] in words("determiner") and name != OPEN
    return max(name, start) if fronted else start


def _with_apposition(reading: Reading, comma: int, floor: int) -> Bounds | None:
    """The subject with the apposition that ends at `comma`; an aside ("however") is left out of the phrase."""
    for before in _commas_before(reading, comma, floor):
        left = _phrase_back(reading, before, floor)
        if left is None or not _can_be_renamed(reading, before - 1):
            continue
        aside = reading.words[before + 1] in words("aside") or reading.is_adverb(before + 1)
        return left if aside else Bounds(left.start, comma + 1)
    return None


def _commas_before(reading: Reading, comma: int, floor: int) -> list[int]:
    places = range(comma - 2, max(floor, comma - LONGEST_APPOSITION), -1)
    return [place for place in places if reading.words[place] == "," and reading.quoted[place] == OPEN][:MOST_COMMAS]


def _can_be_renamed(reading: Reading, place: int) -> bool:
    nouns = words("person_noun") | words("document_noun")
    return reading.is_name(place) or reading.is_capitalised(place) or reading.words[place] in nouns
