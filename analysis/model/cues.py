"""Reporting cues in place: which words of a stretch report, as verbs with their auxiliaries or as nouns.

The lexicon says which words can; a table of small tests says whether they do here, from the words around them.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.lexicon import Cue, CueForm, cue_at, words
from analysis.lexicon.inflection import Form
from analysis.model.phrases import Bounds
from analysis.model.reading import OPEN, Reading, Stretch, closed_words

# Verbs whose bare forms are no nouns, so that their surroundings need no test.
PLAIN_VERBS = frozenset({"say", "tell", "think", "believe", "argue", "insist", "write", "contend", "know", "agree"})
FURTHEST_AUXILIARY = 6


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue at tokens `[start, end)`; `head` is its first word without auxiliaries. `passive`: "was told"."""

    start: int
    head: int
    end: int
    cue: Cue
    form: Form
    passive: bool = False

    @property
    def bounds(self) -> Bounds:
        """Its tokens, auxiliaries included."""
        return Bounds(self.start, self.end)

    @property
    def finite(self) -> bool:
        """Whether it can have a subject of its own right before it."""
        return self.form not in ("ing", "noun", "fixed") or self.head > self.start


def find_cues(reading: Reading, stretch: Stretch) -> list[FoundCue]:
    """The cues of a stretch, left to right, none inside a quotation."""
    found: list[FoundCue] = []
    place = stretch.start
    while place < stretch.end:
        hit = _cue_from(reading, place, stretch)
        if hit:
            found.append(hit)
        place = hit.end if hit else place + 1
    return found


def _cue_from(reading: Reading, place: int, stretch: Stretch) -> FoundCue | None:
    match = cue_at(reading.words, place) if reading.quoted[place] == OPEN else None
    if match is None or place + match.length > stretch.end or reading.quoted[place + match.length - 1] != OPEN:
        return None
    if reading.is_name(place) and reading.is_capitalised(place) and place > stretch.start:
        return None
    start = _auxiliaries_start(reading, place, stretch.start)
    site = Site(reading, stretch, start, place, place + match.length, match)
    form = next((form for form in TESTS if form in match.forms and TESTS[form](site)), None)
    if form is None:
        return None
    if form in ("noun", "fixed"):
        start = place
    return FoundCue(start, place, _with_colon(site), match.cue, form, passive=form == "participle")


@dataclass(frozen=True, slots=True)
class Site:
    """A possible cue with its surroundings: auxiliaries `[start, head)`, the cue itself `[head, end)`."""

    reading: Reading
    stretch: Stretch
    start: int
    head: int
    end: int
    match: CueForm

    @property
    def auxiliaries(self) -> list[str]:
        return self.reading.words[self.start : self.head]

    @property
    def before(self) -> str:
        """The word before the auxiliaries; empty at the start of the stretch and after a quotation."""
        place = self.start - 1
        inside = place >= self.stretch.start and self.reading.quoted[place] == OPEN
        return self.reading.words[place] if inside else ""

    @property
    def after(self) -> str:
        inside = self.end < self.stretch.end
        return self.reading.words[self.end] if inside else ""

    @property
    def quotation_follows(self) -> bool:
        return self.end < self.stretch.end and self.reading.quoted[self.end] != OPEN

    def has(self, name: str) -> bool:
        return not words(name).isdisjoint(self.auxiliaries)


def _with_colon(site: Site) -> int:
    """The end of the cue: a colon right after it belongs to it, as in "said:"."""
    return site.end + 1 if site.after == ":" else site.end


def _auxiliaries_start(reading: Reading, head: int, floor: int) -> int:
    """Where the auxiliaries and adverbs before a cue begin ("has repeatedly", "is also", "began to")."""
    start = head
    for place in range(head - 1, max(floor, head - FURTHEST_AUXILIARY) - 1, -1):
        if reading.quoted[place] != OPEN:
            break
        word = reading.words[place]
        carried = word == "to" and place > floor and reading.words[place - 1] in words("carrier")
        carrier = (word in words("carrier") and reading.words[place + 1] == "to") or (
            word in words("gerund_carrier") and reading.words[head].endswith("ing") and place == head - 1
        )
        pronoun = word in words("determiner") | words("pronoun")
        if not (
            _is_auxiliary(reading, place, floor) or (reading.is_adverb(place) and not pronoun) or carried or carrier
        ):
            break
        start = place
    while start < head and reading.words[start] in (
        "so",
        "then",
        "since",
        "at",
        "all",
        "both",
        "either",
        "as",
        "far",
        "there",
        "here",
    ):
        start += 1
    return start


def _is_auxiliary(reading: Reading, place: int, floor: int) -> bool:
    """Whether the word is an auxiliary; 's is one after a pronoun only, and a possessive elsewhere."""
    word = reading.words[place]
    if word in ("'s", "’s"):
        return place > floor and reading.words[place - 1] in words("subject") | words("relative") | {"there"}
    return word in words("auxiliary")


def _past(site: Site) -> bool:
    """Such as: said, has said; not after a determiner, preposition or form of "be"."""
    if site.has("be") and not site.has("have") and site.match.cue.lemma.split()[0] != "be":
        return False
    if site.has("be") or site.has("modal"):
        return False
    return not _is_attributive(site)


def _participle(site: Site) -> bool:
    """Such as: was told, has been accused."""
    return site.has("be") and not _is_attributive(site)


def _base(site: Site) -> bool:
    """Such as: would say, officials say, I think. A bare base form needs a subject that it agrees with."""
    if site.before == "to" and not site.auxiliaries:
        return False
    if site.has("modal") or "to" in site.auxiliaries:
        return True
    if site.match.cue.lemma in PLAIN_VERBS and site.before not in words("be") | words("preposition"):
        return site.before not in words("determiner") - words("pronoun")
    plural = site.before in ("i", "we", "you", "they", "who", "that", "some", "many", "others", "most", "both", "which")
    singular = site.start - 2 >= site.stretch.start and site.reading.words[site.start - 2] in words("singular")
    plural = plural or (
        site.before.endswith("s") and not singular and site.before not in closed_words() | words("possessive")
    )
    plural = plural or site.before in ("people", "men", "women", "police", "media", "and")
    return plural and not site.has("be") and _takes_content(site)


def _third(site: Site) -> bool:
    """Such as: says. A plural noun of the same shape ("claims") is told apart by what stands before and after."""
    if site.auxiliaries and (site.has("auxiliary") or "to" in site.auxiliaries):
        return False
    singular = bool(site.before) and not _is_attributive(site) and site.before not in ("and", "or")
    if site.match.cue.lemma in PLAIN_VERBS:
        return site.before not in words("determiner") - words("pronoun")
    return (singular or site.before == "") and _takes_content(site)


def _ing(site: Site) -> bool:
    """Such as: saying, is saying; not a noun ("the meeting")."""
    return site.has("be") or not _is_attributive(site)


def _noun(site: Site) -> bool:
    """Such as: the claim that ..."""
    return site.after == "that"


def _fixed(site: Site) -> bool:
    """Such as: according to."""
    return True


TESTS: dict[Form, Callable[[Site], bool]] = {
    "past": _past,
    "participle": _participle,
    "base": _base,
    "third": _third,
    "ing": _ing,
    "noun": _noun,
    "fixed": _fixed,
}


def _is_attributive(site: Site) -> bool:
    """Whether the word stands before a noun or is one: "the proposed plan", "his claims"."""
    subjects = words("pronoun") | words("subject")
    return not site.auxiliaries and (
        site.before == "-"
        or site.before in words("possessive")
        or (site.before in words("determiner") and site.before not in subjects)
    )


def _takes_content(site: Site) -> bool:
    """Whether what follows can be reported: a clause, a noun phrase with its determiner, a quotation."""
    if site.quotation_follows:
        return True
    if site.after in ("of", "and", "or", ")") or site.after in words("auxiliary"):
        return False
    following = cue_at(site.reading.words, site.end) if site.end < site.stretch.end else None
    if following and following.forms & {"past", "third", "base"} and not following.forms & {"noun"}:
        return False
    opens = words("determiner") | words("subject") | words("object") | words("relative")
    if site.after in opens or site.after in ("to", "if", "whether", ",", ":", "there"):
        return True
    return site.end < site.stretch.end and (site.reading.is_nominal(site.end) or not site.after[:1].isalnum())


def cues_in(found: Sequence[FoundCue], start: int, end: int) -> Sequence[FoundCue]:
    """Those of `found` that begin in `[start, end)`."""
    first, last = (bisect_left(found, place, key=lambda cue: cue.start) for place in (start, end))
    return found[first:last]
