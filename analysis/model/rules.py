"""How reporting clauses are built: a table of rules, each of which may find the attribution that a cue makes.

A rule looks at one cue in its place and returns a `Proposal`, or None where its pattern does not fit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from analysis.lexicon import words
from analysis.model.contents import content_after, content_end, content_start, rest_of_quotation, trimmed_end
from analysis.model.cues import FoundCue, cues_in
from analysis.model.phrases import Bounds, apposition_end, phrase_end, subject_after
from analysis.model.reading import OPEN, Reading, Stretch
from analysis.model.subjects import possessor, subject_before

SHORTEST_CLAUSE = 3
# A subject with its adjuncts before the main clause is no longer than this.
LONGEST_FRONTED = 40
LONGEST_LABEL = 8
# Ranks: what is sure is laid down first, and what is laid down keeps its tokens.
SURE, LIKELY, POSSIBLE, LABEL = range(4)
# After these a clause set off by ", X said," ends with the cue.
CLOSING = frozenset({"but", "who", "which", "though", "although", "adding", "while"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution found; a lower rank is laid down first."""

    rank: int
    cue: Bounds
    source: Bounds | None
    contents: tuple[Bounds, ...]


@dataclass(frozen=True)
class Site:
    """A cue in its stretch with the subject found before it."""

    reading: Reading
    stretch: Stretch
    cues: Sequence[FoundCue]
    cue: FoundCue
    subject: Bounds | None

    @property
    def group_start(self) -> int:
        """Where the reporting clause begins: with its subject, or else its cue."""
        return self.subject.start if self.subject else self.cue.start

    @property
    def inverted(self) -> Bounds | None:
        """The subject after the cue, which only a finite verb can have ("said Ned Price")."""
        if self.cue.form not in ("past", "third"):
            return None
        return subject_after(self.reading, self.cue.end, self.stretch.end)

    @property
    def place_before(self) -> int:
        """The last token before the reporting clause, a comma passed over; -1 where there is none."""
        place = self.group_start - 1
        if place >= self.stretch.start and self.reading.words[place] == "," and self.reading.quoted[place] == OPEN:
            place -= 1
        return place if place >= self.stretch.start else -1


def propose(reading: Reading, stretch: Stretch, cues: Sequence[FoundCue], cue: FoundCue) -> Proposal | None:
    """The attribution that `cue`, one of the `cues` of `stretch`, makes by the first rule that fits."""
    find = possessor if cue.form == "noun" else subject_before
    subject = find(reading, cue.start, stretch.start) if cue.finite or cue.form == "noun" else None
    site = Site(reading, stretch, cues, cue, subject)
    return next((proposal for rule in RULES if (proposal := rule(site))), None)


def labelled_speech(reading: Reading, stretch: Stretch) -> Proposal | None:
    """A transcript's "FALLIN: Well, I think ...", a headline's "Sanders: Clinton is qualified"."""
    begins_paragraph = stretch.start == 0 or not reading.words[stretch.start - 1]
    label = range(stretch.start, min(stretch.end, stretch.start + LONGEST_LABEL))
    colon = next((place for place in label if reading.words[place] == ":"), stretch.start)
    named = all(reading.is_capitalised(place) for place in range(stretch.start, colon)) and reading.is_name(colon - 1)
    content = Bounds(colon + 1, trimmed_end(reading, colon + 1, stretch.end))
    if not begins_paragraph or colon == stretch.start or not named or content.end <= content.start:
        return None
    return Proposal(LABEL, Bounds(colon, colon + 1), Bounds(stretch.start, colon), (content,))


def _according_to(site: Site) -> Proposal | None:
    """Such as: according to X, ...; ..., according to X."""
    reading, cue = site.reading, site.cue
    end = phrase_end(reading, cue.end, site.stretch.end)
    if cue.form != "fixed" or end == cue.end:
        return None
    before = Bounds(site.stretch.start, _without_link(reading, site.stretch.start, cue.start))
    if before.end - before.start >= SHORTEST_CLAUSE:
        source = Bounds(cue.end, apposition_end(reading, end, site.stretch.end))
        return Proposal(SURE, cue.bounds, source, (before,))
    comma = next((place for place in range(end, site.stretch.end - 1) if reading.words[place] == ","), None)
    if comma is None:
        return None
    content = Bounds(comma + 1, content_end(reading, comma + 1, site.stretch, cue, site.cues))
    return Proposal(SURE, cue.bounds, Bounds(cue.end, end), (content,))


def _without_link(reading: Reading, start: int, end: int) -> int:
    while end > start and reading.words[end - 1] in (",", "and", "but", "as"):
        end -= 1
    return end


def _as_reported(site: Site) -> Proposal | None:
    """Such as: as X reported, ...; ..., as X reported, ...; as reported by X, ..."""
    reading, cue, first = site.reading, site.cue, site.group_start - 1
    if first < site.stretch.start or reading.words[first] != "as" or not _can_quote(cue):
        return None
    source = site.subject or _agent(site)
    end = max(cue.end, source.end) if source else cue.end
    comma = next((place for place in range(end, min(site.stretch.end, end + 8)) if reading.words[place] == ","), None)
    after = site.stretch.end if comma is None else comma + 1
    around = ((site.stretch.start, first), (after, site.stretch.end))
    parts = (Bounds(start, trimmed_end(reading, start, end)) for start, end in around)
    contents = tuple(part for part in parts if part.end - part.start >= SHORTEST_CLAUSE)
    return Proposal(SURE, cue.bounds, source, contents) if source and contents else None


def _agent(site: Site) -> Bounds | None:
    """Who acts in a passive: "by X" after the cue."""
    start = site.cue.end + 1
    if start >= site.stretch.end or site.reading.words[start - 1] != "by":
        return None
    end = phrase_end(site.reading, start, site.stretch.end)
    return Bounds(start, end) if end > start else None


def _quotation_before(site: Site) -> Proposal | None:
    """Such as: "...," X said; "...," said X; also where the quotation is the end of a longer sentence."""
    reading, cue, place = site.reading, site.cue, site.place_before
    if place < 0 or reading.quoted[place] == OPEN or not _can_quote(cue):
        return None
    source = site.subject or site.inverted
    if source is None:
        return None
    later = rest_of_quotation(reading, site.stretch, max(source.end, cue.end), site.cues)
    quote_start = reading.quotes[reading.quoted[place]][0]
    start = site.stretch.start if _runs_into(site, quote_start) else quote_start
    return Proposal(SURE, cue.bounds, source, (Bounds(start, place + 1), *([later] if later else [])))


def _runs_into(site: Site, quote_start: int) -> bool:
    """Whether the words before a quotation belong to what is reported: they are no reporting clause of their own."""
    first = site.stretch.start
    if first == quote_start or site.reading.words[quote_start - 1] in (":", ","):
        return first == quote_start
    return not any(cue.finite for cue in cues_in(site.cues, first, quote_start))


def _can_quote(cue: FoundCue) -> bool:
    return not cue.cue.classes.keys().isdisjoint(("clause", "that", "quote", "person")) and cue.form != "noun"


def _clause_before(site: Site) -> Proposal | None:
    """Such as: ..., X said.; ..., X said, ...; ..., said X."""
    reading, cue, place = site.reading, site.cue, site.place_before
    if not _can_quote(cue) or place < 0 or reading.words[site.group_start - 1] != "," or reading.quoted[place] != OPEN:
        return None
    source = site.subject or site.inverted
    if source is None or _is_fronted_adjunct(reading, site.stretch.start, place + 1):
        return None
    end = max(source.end, cue.end)
    if _content_stands_after(site, end):
        return None
    rest = _rest_of_clause(site, end)
    return Proposal(SURE, cue.bounds, source, (Bounds(site.stretch.start, place + 1), *([rest] if rest else [])))


def _is_fronted_adjunct(reading: Reading, start: int, end: int) -> bool:
    """Whether `[start, end)` is a time, a place or a connective before the main clause ("On Monday, X said")."""
    openers = ("preposition", "subordinator", "coordinator", "aside", "time_modifier")
    opens = any(reading.words[start] in words(name) for name in openers)
    adjoined = opens or reading.is_adverb(start) or reading.is_time(start)
    short = end - start <= LONGEST_FRONTED
    return adjoined and short and not any(reading.words[place] in words("auxiliary") for place in range(start, end))


def _content_stands_after(site: Site, place: int) -> bool:
    """Whether the reporting clause goes on at `place` with a content of its own ("In May, X said that")."""
    if place >= site.stretch.end or site.reading.words[place] in (",", ".", "!", "?", ";"):
        return False
    return content_start(site.reading, site.stretch, replace(site.cue, end=place)) is not None


def _rest_of_clause(site: Site, place: int) -> Bounds | None:
    """What goes on after a reporting clause set between commas."""
    reading, start = site.reading, place + 1
    if start >= site.stretch.end - 1 or reading.words[place] != "," or reading.words[start] in CLOSING:
        return None
    end = content_end(reading, start, site.stretch, site.cue, site.cues)
    return Bounds(start, end) if end > start and not any(cue.start == start for cue in site.cues) else None


def _passive(site: Site) -> Proposal | None:
    """Such as: Y was told that ...; Y was criticised by X. The subject is no source, and perhaps what is reported."""
    cue = site.cue
    if not cue.passive:
        return None
    source = _agent(site)
    content = None if source else content_after(site.reading, site.stretch, cue, site.cues)
    told = "person" in cue.cue.classes or "infinitive" in cue.cue.classes
    if content is None and not told:
        content = site.subject
    return Proposal(POSSIBLE, cue.bounds, source, (content,)) if content else None


def _content_follows(site: Site) -> Proposal | None:
    """Such as: X said that ...; X urged Y to ...; X praised Y; saying ..."""
    cue = site.cue
    content = content_after(site.reading, site.stretch, cue, site.cues)
    if content is None:
        return None
    rank = LIKELY if site.subject or cue.form in ("ing", "past") else POSSIBLE
    return Proposal(rank, cue.bounds, site.subject, (content,))


RULES: tuple[Callable[[Site], Proposal | None], ...] = (
    _according_to,
    _as_reported,
    _quotation_before,
    _clause_before,
    _passive,
    _content_follows,
)
