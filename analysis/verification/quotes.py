"""V2: every quotation in the folder equals the characters that it says it is, wherever it is written down."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from pydantic_core import from_json

from analysis.briefing import claims
from analysis.errors import RunError
from analysis.records import Article, Span
from analysis.store import ANNOTATIONS_FILE, GROUPS
from analysis.verification import linked_quotes, shown_quotes
from analysis.verification.outcome import MOST, Outcome, apart, outcome
from analysis.verification.runfolder import RunFolder

JOINED = "; "


def check(run: RunFolder) -> Outcome:
    """Records, tables, claims, web annotations and page, each against the text that the folder holds."""
    counted: Counter[str] = Counter()
    findings = tuple(islice(_faults(run, counted), MOST))
    places = ", ".join(f"{number:,} in {place}" for place, number in counted.items())
    return outcome(findings, f"each quote equals its characters: {places}")


def _faults(run: RunFolder, counted: Counter[str]) -> Iterator[str]:
    text = run.article.text
    yield from _of_records(run, text, counted)
    for name in GROUPS:
        yield from _of_table(run, name, text, counted)
    yield from _of_claims(run, counted)
    yield from linked_quotes.faults(run, counted)
    yield from shown_quotes.faults(run, counted)


def _of_records(run: RunFolder, text: str, counted: Counter[str]) -> Iterator[str]:
    """Every span anywhere in a record; and that its id is still the one its content gives."""
    name = f"data/{ANNOTATIONS_FILE}"
    records = list(run.annotations.records())
    ids = Counter(str(_line(line).get("id")) for line in run.text_of(name).split("\n")[1:] if line)
    for record in records:
        where = f"{name}, {record.prefix} {record.id.rpartition('-')[2]}"
        if record.id not in ids:
            yield f"{where}: its content gives this id, and no record there has it"
        for field, place in record.spans():
            counted["the records"] += 1
            yield from unequal(text, place, f"{where}, {field}")
        if not record.evidence:
            yield f"{where}: rests on no words"


def _line(line: str) -> Mapping[str, Any]:
    try:
        values = from_json(line)
    except ValueError as error:
        raise RunError(f"data/{ANNOTATIONS_FILE}: a line that is no JSON ({error})") from error
    return values if isinstance(values, dict) else {}


def unequal(text: str, place: Span, where: str) -> Iterator[str]:
    """What is wrong where the words of `place` are not those of `text`."""
    if not 0 <= place.start < place.end <= len(text):
        yield f"{where}: characters {place.start}–{place.end}, and the text has {len(text)}"
    elif (found := text[place.start : place.end]) != place.quote:
        theirs, own = apart(found, place.quote)
        yield f"{where}: characters {place.start}–{place.end} are {theirs}, it quotes {own}"


def _of_table(run: RunFolder, name: str, text: str, counted: Counter[str]) -> Iterator[str]:
    """Each cell of quotes against the cells of offsets beside it; and that the table is of these records."""
    file = f"data/{name}.csv"
    rows = run.rows(file)
    ids = Counter(record.id for record in getattr(run.annotations, name))
    differ = (ids - Counter(row.get("id", "") for row in rows)) + (Counter(row.get("id", "") for row in rows) - ids)
    if differ:
        yield f"{file}: not the {len(ids)} records of {ANNOTATIONS_FILE}: {', '.join(islice(differ, 3))}"
    for row in rows:
        for column in row:
            if column.endswith("start"):
                places = _places(row, column.removesuffix("start"))
                counted["the tables"] += 0 if isinstance(places, str) else len(places)
                yield from _cell(text, row, column.removesuffix("start"), places, f"{file}, {row.get('id')}")


def _places(row: Mapping[str, str], prefix: str) -> list[tuple[int, int]] | str:
    """The offsets of a row's spans; what is wrong with them, where they are none."""
    starts, ends = (list(filter(None, row.get(f"{prefix}{end}", "").split(JOINED))) for end in ("start", "end"))
    if len(starts) != len(ends) or not all(word.isdecimal() and len(word) < 10 for word in chain(starts, ends)):
        return f"{prefix}start and {prefix}end are no offsets"
    return list(zip(map(int, starts), map(int, ends), strict=True))


def _cell(
    text: str, row: Mapping[str, str], prefix: str, places: list[tuple[int, int]] | str, where: str
) -> Iterator[str]:
    """The quotes of a cell, which may hold the mark that joins them and so are compared joined."""
    if isinstance(places, str):
        yield f"{where}: {places}"
    elif (quote := row.get(f"{prefix}quote", "")) != JOINED.join(text[start:end] for start, end in places):
        if len(places) == 1:
            yield from unequal(text, Span(*places[0], quote), f"{where}, {prefix}quote")
        else:
            told = "; ".join(f"{start}–{end}" for start, end in places)
            yield f"{where}, {prefix}quote: not the words at {told}"


def _of_claims(run: RunFolder, counted: Counter[str]) -> Iterator[str]:
    article, file = run.article, f"data/{claims.FILE}"
    for row in run.claims:
        places = _places(row, "")
        yield from _cell(article.text, row, "", places, f"{file}, {row['id']}")
        if not isinstance(places, str):
            counted["claims.csv"] += len(places)
            if row["paragraph"] != JOINED.join(map(str, _paragraphs(article, places))):
                yield f"{file}, {row['id']}: its quotes do not stand in paragraph {row['paragraph']}"


def _paragraphs(article: Article, places: Iterable[tuple[int, int]]) -> Iterator[int]:
    return (article.paragraph_of(Span(start, end, "")) for start, end in places)
