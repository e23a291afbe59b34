"""What one record rests on, in plain text: its fields in words, its evidence, what made it, and its neighbours."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any

from analysis.briefing import prose
from analysis.errors import RecordError
from analysis.records import (
    Actor,
    Annotations,
    Cooperation,
    Factor,
    IntensityPart,
    Judged,
    Mention,
    Omission,
    Position,
    Span,
    Statement,
    Tension,
    TimeRef,
)

WIDTH = 100
VERBS = {
    "support": ("supports", "support"),
    "oppose": ("opposes", "oppose"),
    "mixed": ("is of two minds on", "are of two minds on"),
}
# Fields with a part of their own in the text, or shown by the head line.
APART = (
    "evidence", "a_evidence", "b_evidence", "a_records", "b_records", "statements",
    "factors", "parts", "alternatives", "intensity", "low", "high",
)  # fmt: skip
LISTED = 10
CUT = 48  # characters of a passage that was quoted whole before


def explain(annotations: Annotations, key: str) -> str:
    """The record of that id, or whose id alone begins so. Raises `RecordError` where there is none, or several."""
    return Explanation(annotations).of(_find(annotations, key))


def _find(annotations: Annotations, key: str) -> Judged:
    records = {record.id: record for record in annotations.records()}
    found = [name for name in records if name.startswith(key)] if key else []
    if key in records or len(found) == 1:
        return records[key if key in records else found[0]]
    if found:
        more = f" and {len(found) - LISTED} more" if len(found) > LISTED else ""
        raise RecordError(f"{key}: {len(found)} records begin so: {', '.join(found[:LISTED])}{more}; give more digits")
    close = get_close_matches(key, records, n=3, cutoff=0)
    nearest = f"the nearest are {', '.join(close)}" if close else "it has no records at all"
    raise RecordError(f"'{key}': no record of {annotations.article.slug} has this id; {nearest}")


class Explanation:
    """Puts the records of one article into words."""

    def __init__(self, annotations: Annotations) -> None:
        self.article = annotations.article
        self.records = {record.id: record for record in annotations.records()}

    def of(self, record: Judged) -> str:
        """All that is to say of one record."""
        head = [f"{record.id}", self._filled(self.line(record))]
        sections = [
            ("", self._fields(record)),
            *self._evidence(record),
            ("What moved the stance", self._factors(record)),
            ("Intensity", self._parts(record)),
            ("Could also be read as", self._alternatives(record)),
            ("Stands on", self._lines(_references(record))),
            ("Stood on by", self._lines(key for key, one in self.records.items() if record.id in _references(one))),
        ]
        blocks = ["\n".join(head)]
        for title, rows in sections:
            lines = [*([title] if title else []), *rows]
            blocks += ["\n".join(lines)] if lines[bool(title) :] else []
        return "\n\n".join(blocks)

    def line(self, record: Judged) -> str:
        """The record as one sentence, with names for ids."""
        match record:
            case Actor():
                return f"{record.name}, {record.kind}"
            case Mention():
                return f"{quoted(record.span)} for {self._name(record.actor)}, by {record.form}"
            case TimeRef():
                return f"{quoted(record.span)} = {record.type} {record.value}"
            case Statement():
                cue = record.cue_span.quote if record.cue_span else "says"
                return f"{self._name(record.source)} ({cue}): {' … '.join(map(quoted, record.content_spans))}"
            case Omission():
                return f"{record.kind}: {self._name(record.actor) if record.actor else quoted(record.span)}"
            case Position():
                return f"{self._holds(record)}: {record.proposition}"
            case Tension():
                return f"{self._name(record.a)} against {self._name(record.b)}: {record.type} over {record.about}"
            case Cooperation():
                return f"{self._name(record.a)} with {self._name(record.b)}: {record.type} in {record.about}"
        return record.reason

    def _holds(self, position: Position) -> str:
        actor = self.records.get(position.actor)
        singular, plural = VERBS[position.stance]
        verb = prose.verb(actor, singular, plural) if isinstance(actor, Actor) else singular
        return f"{self._name(position.actor)} {verb}"

    def _name(self, id: str | None) -> str:
        actor = self.records.get(id or "")
        return actor.name if isinstance(actor, Actor) else "somebody not identified"

    def _fields(self, record: Judged) -> list[str]:
        rows = []
        for field in fields(record):
            words = "" if field.name in APART else self._words(getattr(record, field.name))
            if words:
                rows.append(self._filled(f"{field.name.replace('_', ' '):<14} {words}", hang=17))
        return rows

    def _words(self, value: Any) -> str:
        """A field's value; empty where it says nothing."""
        if isinstance(value, Span):
            return self._place(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple):
            return "; ".join(map(self._words, value))
        if is_dataclass(value):
            inner = ((field.name, self._words(getattr(value, field.name))) for field in fields(value))
            return ", ".join(f"{name} {words}" for name, words in inner if words)
        referred = self.records.get(value) if isinstance(value, str) else None
        if referred:
            return referred.name if isinstance(referred, Actor) else self.line(referred)
        return "" if value is None else str(value)

    def _evidence(self, record: Judged) -> list[tuple[str, list[str]]]:
        if isinstance(record, Tension):
            sides = ((record.a, record.a_evidence), (record.b, record.b_evidence))
            return [(f"Evidence, {self._name(actor)}", self._places(places)) for actor, places in sides]
        return [("Evidence", self._places(record.evidence))]

    def _places(self, places: Iterable[Span]) -> list[str]:
        return [self._filled(self._place(place)) for place in places]

    def _place(self, place: Span, limit: int = 0) -> str:
        words = textwrap.shorten(quoted(place), limit, placeholder=' …"') if limit else quoted(place)
        return f"{words} (characters {place.start}-{place.end}, paragraph {self.article.paragraph_of(place)})"

    def _factors(self, record: Judged) -> list[str]:
        factors = record.factors if isinstance(record, Position) else ()
        if not factors or not isinstance(record, Position):
            return []
        product = f"{' x '.join(map(str, factors))} = {VERBS[record.stance][0]}, strength {record.strength:.2f}"
        return [*map(self._factor, factors), self._filled(product)]

    def _factor(self, factor: Factor) -> str:
        words = self._place(factor.span) if factor.span else f'"{factor.words}", from the wording as a whole'
        reason = f"{factor.reason}: " if factor.reason else ""
        return self._filled(f"{'+' if factor.sign > 0 else '-'} {factor.strength:.2f}  {reason}{words}", hang=10)

    def _parts(self, record: Judged) -> list[str]:
        if not isinstance(record, Tension):
            return []
        rows = [row for part in record.parts for row in self._part(part)]
        points = f"sum {sum(part.points for part in record.parts):.1f}, which makes " if record.parts else ""
        total = f"{points}{record.intensity} of 100; {record.low} to {record.high} with any one passage left out"
        return [*rows, self._filled(total)]

    def _part(self, part: IntensityPart) -> list[str]:
        sum_ = f"{part.name:<11} {part.score:.2f} x {part.most:5.2f} = {part.points:4.1f}  {part.reason}"
        return [self._filled(sum_, hang=35), *(f"{' ' * 14}{self._place(place, CUT)}" for place in part.evidence)]

    def _alternatives(self, record: Judged) -> list[str]:
        alternatives = record.alternatives if isinstance(record, Position | Tension) else ()
        return [
            self._filled(f"{one.field} {self._words(one.value)}, with a chance of {one.chance:.2f}")
            for one in alternatives
        ]

    def _lines(self, ids: Iterable[str]) -> list[str]:
        """Each record in one line, cut where it is too long."""
        rows = ((key, self.line(self.records[key])) for key in dict.fromkeys(ids) if key in self.records)
        return [f"  {key:<20} {textwrap.shorten(line, WIDTH - 23, placeholder=' …')}" for key, line in rows]

    def _filled(self, text: str, indent: int = 2, hang: int = 4) -> str:
        return textwrap.fill(
            " ".join(text.split(" ")), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * hang
        )


def quoted(place: Span) -> str:
    """The words of a place, verbatim but for line breaks, between straight marks; the article's own are curly."""
    return f'"{" ".join(place.quote.split())}"'


def _references(record: Judged) -> tuple[str, ...]:
    """All words of the record's fields that may be the id of another."""
    return tuple(_strings(getattr(record, field.name) for field in fields(record)))


def _strings(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _strings(value)
