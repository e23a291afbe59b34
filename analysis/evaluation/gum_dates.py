"""Time expressions against GUM's resolved dates (TEI `when`, `from`, `to`, `notBefore`, `notAfter`)."""

import json
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from analysis.accuracy import Figure
from analysis.articles import PARAGRAPH
from analysis.document import read_document
from analysis.evaluation.counts import Counts
from analysis.records import Article, TimeRef
from analysis.timeline import find_times

DATASET = "GUM dates dev"
Days = tuple[date | None, date | None]


def figures(file: Path) -> Iterator[Figure]:
    """Rows for one file: whether an expression's place overlaps, and whether its days are right as well."""
    places, values = Counts(), Counts()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = [(one["start"], one["end"], days(one["attrs"])) for one in row["dates"] if one["tag"] == "date"]
        times = find_times(read_document(_article(row)), date.fromisoformat(row["dct"]))
        found = [time for time in times if time.type == "DATE" and (time.begin or time.end)]
        met = [(one, time) for one in gold for time in found if one[0] < time.span.end and time.span.start < one[1]]
        places.add(len({one[:2] for one, _ in met}), len(found), len(gold))
        values.add(len({one[:2] for one, time in met if _same_days(one[2], time)}), len(found), len(gold))
    yield places.figure("timeline", "time expression overlaps", DATASET)
    yield values.figure("timeline", "time expression with the right days", DATASET)


def days(attributes: Mapping[str, str]) -> Days:
    """The first and the last day that TEI's attributes stand for; None where they leave it open."""
    first = attributes.get("when") or attributes.get("from") or attributes.get("notBefore")
    last = attributes.get("when") or attributes.get("to") or attributes.get("notAfter")
    return _edge(first, last_day=False), _edge(last, last_day=True)


def _edge(value: str | None, *, last_day: bool) -> date | None:
    parts = [int(part) for part in (value or "").split("T")[0].split("-") if part.isdigit()]
    if not parts or not 1 <= parts[0] <= 9999:
        return None
    year, month, day = [*parts, 0, 0][:3]
    month = month or (12 if last_day else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last_day else 1))


def _same_days(gold: Days, time: TimeRef) -> bool:
    return all(wanted is None or wanted == found for wanted, found in zip(gold, (time.begin, time.end), strict=True))


def _article(row: Mapping[str, str]) -> Article:
    text = row["text"]
    digest = sha256(text.encode()).hexdigest()
    paragraphs = tuple(match.span() for match in PARAGRAPH.finditer(text))
    return Article(
        slug=row["doc_id"], title=row["doc_id"], raw_sha256=digest, text_sha256=digest, text=text, paragraphs=paragraphs
    )
