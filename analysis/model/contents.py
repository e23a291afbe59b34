"""What is reported: where the content of a cue begins and ends."""

from collections.abc import Sequence

from analysis.lexicon import words
from analysis.model.cues import FoundCue, cues_in
from analysis.model.phrases import Bounds, phrase_end
from analysis.model.reading import OPEN, Reading, Stretch
from analysis.model.subjects import subject_before

FURTHEST_COMPLEMENT = 16
# No clause is searched further, so that a text without sentence ends costs no more than one with them.
LONGEST_CONTENT = 400
FURTHEST_REST = 80
FINAL = frozenset({".", "!", "?", ";", ",", ":", "…", "-", "–", "—", ""})
BEFORE_REST = frozenset({",", ":", ".", ";", "that", "—", "–", "-"})
# Prepositions of a time that closes a noun phrase ("the tax in September").
BEFORE_TIME = frozenset({"on", "in", "since", "until"})


def content_after(reading: Reading, stretch: Stretch, cue: FoundCue, cues: Sequence[FoundCue]) -> Bounds | None:
    """What follows `cue` in its stretch and is reported by it."""
    start = content_start(reading, stretch, cue)
    if start is None:
        return _quotation_below(reading, stretch, cue, cues)
    if reading.quoted[start] != OPEN and _quotation_stands_alone(reading, start, stretch):
        return Bounds(start, reading.quotes[reading.quoted[start]][1])
    infinitive = reading.words[start] == "to"
    frames = cue.cue.classes
    opened = reading.words[start] in words("complementiser") or reading.quoted[start] != OPEN
    noun = cue.form == "noun"
    clause = not infinitive and (opened if noun else "clause" in frames or (opened and "that" in frames))
    if not (clause or infinitive or noun) and frames.keys().isdisjoint(("object", "person")):
        return None
    end = content_end(reading, start, stretch, cue, cues)
    if not clause and not infinitive:
        end = min(end, _object_content_end(reading, start, end))
    return Bounds(start, end) if end > start else None


def _quotation_below(reading: Reading, stretch: Stretch, cue: FoundCue, cues: Sequence[FoundCue]) -> Bounds | None:
    """The quotation that opens the next sentence or paragraph where this one ends in a colon."""
    if cue is not cues[-1] or reading.words[stretch.end - 1] != ":":
        return None
    place = stretch.end
    while place < len(reading.words) and not reading.words[place]:
        place += 1
    quoted = place < len(reading.words) and reading.quoted[place] != OPEN
    return Bounds(place, reading.quotes[reading.quoted[place]][1]) if quoted else None


def content_start(reading: Reading, stretch: Stretch, cue: FoundCue) -> int | None:
    """The first token of the content: after a listener, a time or a place that may stand before it."""
    place = cue.end
    while place < stretch.end and reading.quoted[place] == OPEN and _is_passed_over(reading, place):
        place += 1
    if place >= stretch.end:
        return None
    if reading.quoted[place] != OPEN or reading.words[place] in words("complementiser"):
        return place
    far = _opener_beyond(reading, place, stretch.end, cue)
    if far is not None:
        return far
    if _begins_adjunct(reading, place):
        return None
    if "person" in cue.cue.classes and cue.form != "noun":
        return _after_listener(reading, place, stretch.end, cue)
    if reading.words[place] == "to":
        return place if "infinitive" in cue.cue.classes else None
    return place if reading.words[cue.end] != "," and reading.words[place] not in FINAL else None


def _is_passed_over(reading: Reading, place: int) -> bool:
    """Whether the word stands between cue and content: punctuation or an adverb ("said repeatedly, ...")."""
    if reading.words[place] in (":", ","):
        return True
    manner = reading.words[place].endswith("ly") and reading.is_adverb(place)
    return manner or reading.words[place] in ("again", "later", "earlier", "too", "back", "instead", "often")


def content_end(reading: Reading, start: int, stretch: Stretch, cue: FoundCue, cues: Sequence[FoundCue]) -> int:
    """Where a clause that begins at `start` ends: with the stretch, or before the next reporting clause."""
    end = min(stretch.end, start + LONGEST_CONTENT)
    later = (_cut_before(reading, start, cue, other) for other in cues_in(cues, start + 1, end))
    end = next((cut for cut in later if cut), end)
    fronted = _is_fronted(reading, stretch, cue)
    end = next((place for place in range(start + 1, end) if _breaks_off(reading, place, stretch.end, fronted)), end)
    return trimmed_end(reading, start, end)


def _breaks_off(reading: Reading, place: int, ceiling: int, fronted: bool) -> bool:
    """Whether the reported clause ends before `place`: at a semicolon, a contrast, or a fronted clause's comma."""
    if reading.quoted[place] != OPEN or reading.words[place] not in (",", ";"):
        return False
    if reading.words[place] == ";" or place + 1 >= ceiling:
        return reading.words[place] == ";"
    quoted_next = place + 2 < ceiling and reading.quoted[place + 2] != OPEN
    return fronted or (reading.words[place + 1] in words("contrast") and not quoted_next)


def _is_fronted(reading: Reading, stretch: Stretch, cue: FoundCue) -> bool:
    """Whether the cue stands in a clause before the main one ("When Clinton learned that ..., she ...")."""
    opens = reading.words[stretch.start] in words("fronting") and reading.quoted[stretch.start] == OPEN
    return opens and "," not in reading.words[stretch.start : cue.start]


def trimmed_end(reading: Reading, start: int, end: int) -> int:
    """`end` moved before the punctuation that closes the sentence, and before a bracket that opened outside."""
    end = _without_final(reading, start, end)
    if end > start and reading.words[end - 1] == ")" and "(" not in reading.words[start:end]:
        end = _without_final(reading, start, end - 1)
    return end


def _without_final(reading: Reading, start: int, end: int) -> int:
    while end > start and reading.quoted[end - 1] == OPEN and reading.words[end - 1] in FINAL:
        end -= 1
    return end


def rest_of_quotation(reading: Reading, stretch: Stretch, place: int, cues: Sequence[FoundCue]) -> Bounds | None:
    """The quotation that goes on after the reporting clause ("...," he said, "...")."""
    after = range(place, min(stretch.end, place + FURTHEST_REST))
    start = next((token for token in after if reading.quoted[token] != OPEN), None)
    if start is None or reading.words[start - 1] not in BEFORE_REST or any(cues_in(cues, place, start)):
        return None
    if _quotation_stands_alone(reading, start, stretch):
        return Bounds(start, reading.quotes[reading.quoted[start]][1])
    return Bounds(start, trimmed_end(reading, start, stretch.end))


def _quotation_stands_alone(reading: Reading, start: int, stretch: Stretch) -> bool:
    """Whether the quotation at `start` is all that is reported, and not the beginning of a sentence about more."""
    end = reading.quotes[reading.quoted[start]][1]
    return end >= stretch.end or reading.words[end] in FINAL or reading.words[end - 2] in (".", "!", "?", ",")


def _begins_adjunct(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return (
        word in words("preposition") - {"to", "like"}
        or reading.is_time(place)
        or word in words("subordinator") - words("relative") - words("complementiser")
    )


def _opener_beyond(reading: Reading, start: int, ceiling: int, cue: FoundCue) -> int | None:
    """The "that" or the quotation that follows a time, a place or a listener ("said in a statement that")."""
    if not (_begins_adjunct(reading, start) or "person" in cue.cue.classes):
        return None
    for place in range(start + 1, min(ceiling, start + FURTHEST_COMPLEMENT)):
        word = reading.words[place]
        if reading.quoted[place] != OPEN:
            return place if reading.words[place - 1] in (",", ":") else None
        if word in words("complementiser") and reading.words[place - 1] not in ("so", "in"):
            return place
        if word in (".", ";", "to", "who", "which") or (
            word == "," and reading.quoted[min(place + 1, ceiling - 1)] == OPEN
        ):
            return None
    return None


def _after_listener(reading: Reading, start: int, ceiling: int, cue: FoundCue) -> int | None:
    """The content after "told CNN", "urged Kyiv"; the listener itself where nothing follows that could be content."""
    end = phrase_end(reading, start, ceiling)
    while end < ceiling and (reading.is_time(end) or reading.is_adverb(end)):
        end += 1
    told = "object" not in cue.cue.classes
    if end < ceiling and (
        reading.words[end] in words("complementiser")
        or reading.quoted[end] != OPEN
        or (told and reading.words[end] == "to")
    ):
        return end
    if not told:
        return start
    opens = words("subject") | words("determiner") | words("relative")
    return end if end > start and end < ceiling and reading.words[end] in opens else None


def _object_content_end(reading: Reading, start: int, end: int) -> int:
    """A noun phrase as content ends before a time, a circumstance or an aside."""
    for place in range(start + 1, end):
        word = reading.words[place]
        if reading.quoted[place] != OPEN:
            continue
        if word == "," or reading.is_time(place) or word in words("circumstance"):
            return trimmed_end(reading, start, place - (reading.words[place - 1] in BEFORE_TIME))
    return end


def _cut_before(reading: Reading, start: int, cue: FoundCue, other: FoundCue) -> int | None:
    """Where the content of `cue` ends because `other` begins a reporting clause of its own; None if it does not."""
    if other.form == "noun":
        return None
    subject = subject_before(reading, other.start, start)
    begin = subject.start if subject else other.start
    if begin - 1 <= start:
        return None
    link = reading.words[begin - 1]
    if reading.quoted[begin - 1] != OPEN:
        return None
    if link in ("and", "but"):
        alike = subject is not None or (other.form == cue.form and other.form in ("past", "third", "ing", "base"))
        return begin - 1 if alike else None
    if link == ",":
        return begin - 1 if subject is not None or other.form in ("ing", "past") else None
    return None
