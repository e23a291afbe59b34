"""The coded articles that weights are fitted on: those of gold/train, and more of ours by the same guidelines.

`codings.jsonl` holds 120 articles of PolNeAR train, coded once each by language-model agents who read as the
guidelines ask. It keeps places only: the texts are not ours. A line is one article: actors as [id, name, kind,
affiliation, aliases], positions as [actor, proposition, stance, hedged, sourcing, places], tensions as [a, b, type,
about, status, places], places as [start, end) in the file's text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OURS = Path(__file__).with_name("codings.jsonl")
FIELDS = {
    "actors": ("id", "name", "kind", "affiliation", "aliases"),
    "positions": ("actor", "proposition", "stance", "hedged", "sourcing", "evidence"),
    "tensions": ("a", "b", "type", "about", "status", "evidence"),
}


@dataclass(frozen=True)
class Coded:
    """The text of an article and its coding in the JSON form of the guidelines."""

    file: Path
    coding: Mapping[str, Any]


def coded_articles(gold: Path, texts: Path) -> Iterator[Coded]:
    """Those of `gold`/train, then ours. `texts` is the folder of PolNeAR's train texts."""
    yield from given_articles(gold, texts)
    yield from our_articles(texts)


def given_articles(gold: Path, texts: Path) -> Iterator[Coded]:
    """Those that come with the guidelines, in the order of their names."""
    for file in sorted((gold / "train").glob("*.json")):
        yield Coded(texts / f"{file.stem}.txt", json.loads(file.read_text(encoding="utf-8")))


def our_articles(texts: Path) -> Iterator[Coded]:
    """Those of `codings.jsonl`, in its order."""
    for line in OURS.read_text(encoding="utf-8").splitlines():
        rows = json.loads(line)
        file = texts / f"{rows['article']}.txt"
        text = file.read_text(encoding="utf-8")
        yield Coded(file, {group: _records(rows[group], group, text) for group in FIELDS})


def _records(rows: list[list[Any]], group: str, text: str) -> list[dict[str, Any]]:
    records = [dict(zip(FIELDS[group], row, strict=True)) for row in rows]
    for record in records:
        if "evidence" in record:
            record["evidence"] = [text[start:end] for start, end in record["evidence"]]
    return records
