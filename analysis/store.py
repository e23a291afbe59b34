"""Records to files and back: `data/` of a run folder.

`annotations.jsonl` and `article.json` hold everything and are read back; the CSV files are for people.
Nothing is written that has not passed the evidence gate.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from analysis.records import (
    RECORDS,
    Actor,
    Annotations,
    Article,
    Certainty,
    Cooperation,
    Judged,
    Mention,
    Omission,
    Position,
    Span,
    Statement,
    Tension,
    TimeRef,
    check_evidence,
    span,
)

ARTICLE_FILE = "article.json"
ANNOTATIONS_FILE = "annotations.jsonl"
GROUPS: dict[str, type[Judged]] = {
    "actors": Actor,
    "mentions": Mention,
    "timeline": TimeRef,
    "statements": Statement,
    "omissions": Omission,
    "positions": Position,
    "tensions": Tension,
    "cooperations": Cooperation,
}
STORED: tuple[type[Any], ...] = (Article, *GROUPS.values())
# Fields whose name, as a column, a span's offset has already.
COLUMN_NAMES = {"begin": "begin_date", "end": "end_date"}
ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {cls: TypeAdapter(cls) for cls in STORED}


@dataclass(frozen=True)
class Stored:
    """What a folder holds: the records of the stages up to and with `upto`, made from inputs of that hash."""

    annotations: Annotations
    upto: str
    inputs_sha256: str


def upto(stage: str) -> list[str]:
    """The names of the record groups of the stages up to and with `stage`."""
    names = list(GROUPS)
    return names[: names.index(stage) + 1]


def save(folder: Path, stored: Stored) -> None:
    """Write the records under `folder`. Raises `EvidenceError` before anything is written."""
    annotations = stored.annotations
    check_evidence(annotations.article.text, annotations.records())
    folder.mkdir(parents=True, exist_ok=True)
    article = ADAPTERS[Article].dump_python(annotations.article, mode="json")
    article["sentences"] = [[sentence.start, sentence.end] for sentence in annotations.sentences]
    _write(folder / ARTICLE_FILE, json.dumps(article, ensure_ascii=False, indent=1) + "\n")
    header = json.dumps({"record": "header", "upto": stored.upto, "inputs_sha256": stored.inputs_sha256})
    lines = [header, *_lines(annotations.records())]
    _write(folder / ANNOTATIONS_FILE, "".join(f"{line}\n" for line in lines))
    for name in upto(stored.upto):
        _write(folder / f"{name}.csv", _csv(GROUPS[name], getattr(annotations, name)))


def load(folder: Path) -> Stored:
    """What `save` wrote under `folder`."""
    fields_read = json.loads((folder / ARTICLE_FILE).read_text(encoding="utf-8"))
    pairs = fields_read.pop("sentences")
    article: Article = ADAPTERS[Article].validate_python(fields_read)
    groups: dict[str, list[Judged]] = {name: [] for name in GROUPS}
    names = {cls.prefix: name for name, cls in GROUPS.items()}
    header, *lines = (folder / ANNOTATIONS_FILE).read_text(encoding="utf-8").split("\n")[:-1]
    for line in lines:
        values = json.loads(line)
        kind = values.pop("record")
        del values["id"]
        groups[names[kind]].append(ADAPTERS[RECORDS[kind]].validate_python(values))
    sentences = tuple(span(article.text, start, end) for start, end in pairs)
    records: dict[str, Any] = {name: tuple(rows) for name, rows in groups.items()}
    made = json.loads(header)
    return Stored(Annotations(article=article, sentences=sentences, **records), made["upto"], made["inputs_sha256"])


def _lines(records: Iterable[Judged]) -> Iterator[str]:
    for record in records:
        values = {"record": record.prefix, "id": record.id} | ADAPTERS[type(record)].dump_python(record, mode="json")
        yield json.dumps(values, ensure_ascii=False)


def _csv(cls: type[Judged], records: Iterable[Judged]) -> str:
    rows = [dict(_cells(record)) for record in records]
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, ["id", *_columns(cls)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def _columns(cls: type[Judged]) -> Iterator[str]:
    """CSV column names of a record type: its own fields first, the common ones last."""
    common = [field.name for field in fields(Judged)]
    own = [field for field in fields(cls) if field.name not in common]
    for field in [*own, *fields(Judged)]:
        kind = str(field.type)
        if "Span" in kind:
            yield from _span_columns(field.name)
        elif "Certainty" in kind:
            yield from (f"{field.name}_{part.name}" for part in fields(Certainty) if part.name != "span")
            yield from _span_columns(field.name)
        else:
            yield COLUMN_NAMES.get(field.name, field.name)


def _span_columns(name: str) -> tuple[str, str, str]:
    prefix = "" if name == "span" else f"{name.removesuffix('_span').removesuffix('_spans')}_"
    return f"{prefix}start", f"{prefix}end", f"{prefix}quote"


def _cells(record: Judged) -> Iterator[tuple[str, Any]]:
    yield "id", record.id
    for field in fields(record):
        value = getattr(record, field.name)
        if "Span" in str(field.type):
            yield from _span_cells(field.name, value if isinstance(value, tuple) else (value,) if value else ())
        elif isinstance(value, Certainty):
            words = (part.name for part in fields(value) if part.name != "span")
            yield from ((f"{field.name}_{name}", getattr(value, name)) for name in words)
            yield from _span_cells(field.name, (value.span,) if value.span else ())
        else:
            yield COLUMN_NAMES.get(field.name, field.name), _cell(value)


def _span_cells(name: str, places: tuple[Span, ...]) -> Iterator[tuple[str, str]]:
    joined = ("; ".join(str(getattr(place, part)) for place in places) for part in ("start", "end", "quote"))
    return zip(_span_columns(name), joined, strict=True)


def _cell(value: Any) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else value


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
