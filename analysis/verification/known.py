"""What a sentence may say: the names and numbers that its records hold, and the fixed words around them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from analysis.briefing import prose
from analysis.briefing.evidence import claim_id
from analysis.briefing.index import Index
from analysis.briefing.stability import stabilities
from analysis.codebook import Issue
from analysis.records import Annotations, Judged, Span, TimeRef
from analysis.verification.fixed_words import fixed_texts

WORD = re.compile(r"[^\W\d_][\w’'.-]*|\d+(?:,\d{3})*(?:\.\d+)?%?")
WORDS = {word: str(value) for value, word in enumerate(prose.NUMBERS) if value}
# How far a record leads to others: a tension to its position, that to its statement, that to its time.
STEPS = 3
BUCKET = 512
# Claims that name more actors than they cite words of.
AT_LARGE = {claim_id("bottom line", "speakers"), claim_id("sourcing", "credit")}


@dataclass(frozen=True)
class Known:
    """Names and words as one text, and numbers as they are printed; those of paragraphs apart."""

    text: str
    numbers: frozenset[str]
    paragraphs: frozenset[str] = frozenset()

    def names(self, run: str) -> bool:
        """Whether the run of words stands there, its first letter small or large."""
        return any(_stands(form, self.text) for form in {run, run[:1].lower() + run[1:]})


def _stands(words: str, text: str) -> bool:
    place = text.find(words)
    while place >= 0:
        after = text[place + len(words) : place + len(words) + 1]
        if not text[place - 1 : place].isalnum() and not after.isalnum():
            return True
        place = text.find(words, place + 1)
    return False


class Sources:
    """All that the records of one article let a page say."""

    def __init__(self, annotations: Annotations, issues: Iterable[Issue], further: Iterable[str]) -> None:
        self.annotations = annotations
        self.issues = tuple(issues)
        self._issues = {issue.id: issue for issue in self.issues}
        self._records = {record.id: record for record in annotations.records()}
        self._statements = {statement.id for statement in annotations.statements}
        self._tensions = {tension.id: tension for tension in annotations.tensions}
        self._further = tuple(further)
        self._texts: dict[str, tuple[str, ...]] = {}

    @cached_property
    def everything(self) -> Known:
        """Of all records together."""
        return self._known(self._records)

    @cached_property
    def fixed(self) -> Known:
        """The fixed words; a number among them counts only beside its neighbour, see `beside`."""
        return Known("\n".join((*fixed_texts(), *self._further)), frozenset())

    @cached_property
    def beside(self) -> frozenset[tuple[str, str]]:
        """Each pair of neighbouring words in the fixed texts of which one is a number."""
        words = [[word.lower().rstrip(".'’") for word in WORD.findall(text)] for text in self.fixed.text.split("\n")]
        pairs = {pair for line in words for pair in pairwise(line)}
        return frozenset(pair for pair in pairs if any(word[:1].isdigit() or word in WORDS for word in pair))

    @cached_property
    def further(self) -> Known:
        """Parameters, accuracy figures, particulars: what is no record and is printed all the same."""
        return Known("\n".join(self._further), frozenset(printed("\n".join(self._further))))

    def card(self, tension: str, places: Iterable[tuple[int, int]]) -> Known:
        """Of one tension, of what it rests on, of how firmly it stands, and of how many sources."""
        pull = self._tensions.get(tension)
        records = (*pull.a_records, *pull.b_records) if pull else ()
        said = {key for record in records for key in (record, *self._text(record)) if key in self._statements}
        sources = "\n".join(map(str, range(len(said) + 1)))
        return self._known([tension, *self._at(places)], self._stabilities.get(tension, ""), sources)

    def claim(self, id: str, places: Sequence[tuple[int, int]]) -> Known:
        """Of the records that rest on any of these characters, and of the actor whose row it is."""
        found = self._known(self._at(places), self._of_rows.get(id, ""))
        return replace(found, text=self.everything.text) if id in AT_LARGE else found

    def section(self) -> Known:
        """Of a section at large: every name, and of the numbers the intensities and days."""
        days = [word for time in self.annotations.timeline for word in self._text(time.id)]
        weights = [str(tension.intensity) for tension in self.annotations.tensions]
        numbers = {*printed("\n".join((*days, *weights))), *self.further.numbers}
        return Known(self.everything.text, frozenset(numbers))

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """How many there are of what sentences count; no count of a kind of them can be more."""
        found = self.annotations
        people = sum(actor.number or 1 for actor in found.actors)
        return {
            "statement": len(found.statements),
            "source": len(found.statements),
            "quotation": len(found.statements),
            "actor": len(found.actors),
            "speaker": len(found.actors),
            "other": max(len(found.actors), len(found.statements)),
            "person": people,
            "people": people,
            "position": len(found.positions),
            "tension": len(found.tensions),
            "drawn": len(found.tensions),
            "mention": len(found.mentions),
            "moment": len(found.timeline),
            "expression": len(found.timeline),
            "issue": len(self._issues),
            "record": len(self._records),
        }

    @cached_property
    def _of_rows(self) -> Mapping[str, str]:
        """What a row of the tables of actors and sources counts, by the id of its claim."""
        found = self.annotations
        mentions = Counter(mention.actor for mention in found.mentions)
        held = Counter(position.actor for position in found.positions)
        said: defaultdict[str | None, list[bool]] = defaultdict(list)
        for statement in found.statements:
            for source in {statement.source, statement.credit}:
                said[source].append(statement.kind != "indirect")
        rows = {}
        for key in [actor.id for actor in found.actors] + [None]:
            faced = [one.intensity for one in found.tensions if key in (one.a, one.b, *one.voices)]
            counts = [mentions[key or ""], held[key or ""], *faced, *_parts(said[key])]
            rows[claim_id("actor", key or "")] = rows[claim_id("source", key or "")] = " ".join(map(str, counts))
        return rows

    @cached_property
    def _told_then(self) -> Mapping[str, list[str]]:
        """The statements that name a time, by its id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for statement in self.annotations.statements:
            for time in {statement.time, statement.due}:
                found[time or ""].append(statement.id)
        return found

    @cached_property
    def _stabilities(self) -> Mapping[str, str]:
        index = Index(self.annotations, self.issues)
        return {key: str(one) for key, one in stabilities(index).items()}

    @cached_property
    def _buckets(self) -> Mapping[int, list[tuple[int, int, str]]]:
        """The spans of all records by where they lie."""
        found: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        for record in self._records.values():
            for _, place in record.spans():
                for bucket in range(place.start // BUCKET, place.end // BUCKET + 1):
                    found[bucket].append((place.start, place.end, record.id))
        return found

    def _at(self, places: Iterable[tuple[int, int]]) -> Iterator[str]:
        for start, end in places:
            for bucket in range(start // BUCKET, end // BUCKET + 1):
                yield from (key for first, last, key in self._buckets.get(bucket, ()) if first < end and start < last)

    def _known(self, keys: Iterable[str], *more: str) -> Known:
        """Of these records and of those that they lead to."""
        met: dict[str, None] = {}
        now = dict.fromkeys(keys)
        for _ in range(STEPS + 1):
            met |= now
            now = dict.fromkeys(other for key in now for other in self._text(key) if other in self._records)
            now = {key: None for key in now if key not in met}
        text = "\n".join((*more, *(words for key in met for words in self._text(key))))
        paragraphs = frozenset(str(number) for key in met for number in self._paragraphs(key))
        return Known(text, frozenset(printed(text)), paragraphs)

    def _paragraphs(self, key: str) -> Iterator[int]:
        record = self._records.get(key)
        return map(self.annotations.article.paragraph_of, {place for _, place in record.spans()} if record else ())

    def _text(self, key: str) -> tuple[str, ...]:
        """Everything that one record says, as the page may print it, and the ids of others in it."""
        if key not in self._texts:
            record = self._records.get(key)
            self._texts[key] = tuple(self._told(record)) if record else ()
        return self._texts[key]

    def _told(self, record: Judged) -> Iterator[str]:
        for value in leaves(record):
            yield from _forms(value)
            issue = self._issues.get(value) if isinstance(value, str) else None
            if issue:
                yield from (prose.typeset(words) for words in (issue.name, issue.question, issue.proposition))
        if isinstance(record, TimeRef):
            yield record.span.quote
            yield from self._told_then.get(record.id, ())
            ends = [day for day in (record.begin, record.end) if day]
            yield from map(prose.day, ends)
            if record.begin and record.end:
                yield prose.days(record.begin, record.end)


def leaves(value: Any) -> Iterator[Any]:
    """The plain values in a record; its quotations and offsets left out, which are the article's."""
    if isinstance(value, tuple):
        for one in value:
            yield from leaves(one)
    elif is_dataclass(value) and not isinstance(value, Span):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif not isinstance(value, Span | bool) and value is not None:
        yield value


def _forms(value: Any) -> Iterator[str]:
    """How a value may be printed."""
    if isinstance(value, float):
        yield from (f"{value:g}", f"{value:.2f}", prose.percent(value))
    elif isinstance(value, int):
        yield from (str(value), f"{value}%")
    elif isinstance(value, date):
        yield prose.day(value)
    else:
        yield str(value)


def printed(text: str) -> Iterator[str]:
    """The numbers in a text, in digits."""
    for word in WORD.findall(text):
        plain = word.lower().rstrip(".'’")
        if plain in WORDS:
            yield WORDS[plain]
        elif plain[:1].isdigit():
            yield plain.replace(",", "")


def _parts(quoted: Sequence[bool]) -> range:
    """The counts that statements of one source allow: those quoted, those retold, and both."""
    return range(len(quoted) + 1)
