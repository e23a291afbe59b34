"""Statements against PolNeAR (networkdynamics/PolNeAR): who says what in US political news of 2016.

Files are brat standoff: `T` lines are spans (`s e;s e` when discontinuous), `E` lines join them to attributions.
One annotator's file is taken for each text.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.accuracy import Figure
from analysis.articles import read_article
from analysis.evaluation.counts import Counts
from analysis.pipeline import Analysis
from analysis.records import Span, Statement
from analysis.settings import Settings

DATASET = "PolNeAR dev"
Pieces = tuple[tuple[int, int], ...]
OPENING = '“"«„'


@dataclass(frozen=True)
class Attribution:
    """The character pieces of one attribution's three parts; empty where a part is not expressed."""

    source: Pieces
    cue: Pieces
    content: Pieces


def figures(folder: Path) -> Iterator[Figure]:
    """Rows for the folder `dev` of PolNeAR: whole attributions, and direct quotations with their speakers.

    Two parts overlap by half where they share half of the longer one; two that are absent agree. PolNeAR gives a word
    one role at most, so that a statement inside another's content can match nothing and is not counted. A direct
    quotation is a gold attribution with a source whose content opens with a quotation mark; it is found where a
    content overlaps its content by half, its speaker right where the source of such a statement touches its source.
    Both are rates: their precision, recall and F1 are one.
    """
    exact, half, quotations, speakers = Counts(), Counts(), Counts(), Counts()
    for text in sorted((folder / "text").glob("*.txt")):
        gold = read_attributions(sorted((folder / "attributions").glob(f"{text.stem}_*.ann"))[0])
        raw = text.read_text(encoding="utf-8")
        analysis = Analysis(text, Settings(min_confidence=0.0))
        offset = _Offsets(raw, read_article(text).text)
        found = outermost([_attribution(statement, offset) for statement in analysis.statements])
        exact.add(sum(one in found for one in gold), len(found), len(gold))
        half.add(sum(any(_all_overlap(one, other) for other in found) for one in gold), len(found), len(gold))
        quoted = [one for one in gold if one.source and raw[one.content[0][0]] in OPENING]
        met = [(one, [other for other in found if _overlap(one.content, other.content)]) for one in quoted]
        met = [(one, others) for one, others in met if others]
        right = sum(any(_touch(one.source, other.source) for other in others) for one, others in met)
        quotations.add(len(met), len(quoted), len(quoted))
        speakers.add(right, len(met), len(met))
    yield exact.figure("statements", "source, cue and content all exact", DATASET)
    yield half.figure("statements", "source, cue and content all overlap by half", DATASET)
    yield quotations.figure("statements", "direct quotation found", DATASET)
    yield speakers.figure("statements", "speaker of a direct quotation, of those found", DATASET)


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Those whose cue lies in no other's content."""
    return [
        one
        for one in found
        if not any(one is not other and one.cue and _touch(one.cue, other.content) for other in found)
    ]


def read_attributions(path: Path) -> list[Attribution]:
    """The attributions of one `.ann` file that have a content."""
    places: dict[str, Pieces] = {}
    joined: list[dict[str, Pieces]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] == "T" and key[1:].isdigit():
            label_and_pieces = rest.split("\t")[0].split(" ", 1)[1]
            places[key] = tuple(_pair(piece) for piece in label_and_pieces.split(";"))
        elif key[:1] == "E" and key[1:].isdigit():
            parts: dict[str, Pieces] = {}
            for word in rest.split():
                role, _, place = word.partition(":")
                name = role.rstrip("0123456789").lower()
                parts[name] = parts.get(name, ()) + places.get(place, ())
            joined.append(parts)
    return [_from_parts(parts) for parts in joined if parts.get("content")]


def _from_parts(parts: Mapping[str, Pieces]) -> Attribution:
    return Attribution(*(tuple(sorted(parts.get(name, ()))) for name in ("source", "cue", "content")))


def _pair(piece: str) -> tuple[int, int]:
    start, end = piece.split()
    return int(start), int(end)


class _Offsets:
    """Offsets of the normalised text to those of the file: normalising drops blanks and composes accents."""

    def __init__(self, raw: str, text: str) -> None:
        self.places = []
        place = 0
        for character in text:
            while raw[place] != character and unicodedata.normalize("NFC", raw[place : place + 2]) != character:
                place += 1
            self.places.append(place)
            place += 1 if raw[place] == character else 2

    def pieces(self, spans: tuple[Span, ...]) -> Pieces:
        return tuple((self.places[span.start], self.places[span.end - 1] + 1) for span in spans)


def _attribution(statement: Statement, offsets: _Offsets) -> Attribution:
    source = (statement.source_span,) if statement.source_span else ()
    cue = (statement.cue_span,) if statement.cue_span else ()
    return Attribution(offsets.pieces(source), offsets.pieces(cue), offsets.pieces(statement.content_spans))


def _shared(one: Pieces, other: Pieces) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _length(pieces: Pieces) -> int:
    return sum(end - start for start, end in pieces)


def _touch(one: Pieces, other: Pieces) -> bool:
    return _shared(one, other) > 0


def _overlap(one: Pieces, other: Pieces) -> bool:
    """Whether two places share at least half of the longer one; two absent ones agree."""
    return _shared(one, other) >= 0.5 * max(_length(one), _length(other))


def _all_overlap(one: Attribution, other: Attribution) -> bool:
    return all(_overlap(getattr(one, part), getattr(other, part)) for part in ("source", "cue", "content"))
