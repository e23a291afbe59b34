"""The hostile cases as they stand in `cases/`: a table of snippets by name, or of files with what is expected."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Case:
    """`content` is what is given; `row` holds what else the case says. Without `refused` it is shown."""

    name: str
    content: bytes
    row: Mapping[str, Any]

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def refused(self) -> str:
        """Words of the reason; empty where the case is shown as text."""
        return str(self.row.get("refused", ""))

    def file(self, story: str) -> bytes:
        """The content, with `story` in place of the word STORY where the case asks for it."""
        return self.content.replace(b"STORY", story.encode()) if "story" in self.row else self.content


def cases(file: str) -> dict[str, Case]:
    """The cases of `cases/<file>.toml` by table and name."""
    tables = tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))
    return {
        f"{table} {name}": _case(f"{table} {name}", row) for table, rows in tables.items() for name, row in rows.items()
    }


def _case(name: str, row: str | Mapping[str, Any]) -> Case:
    if isinstance(row, str):
        return Case(name, row.encode(), {})
    if "hex" in row:
        return Case(name, bytes.fromhex(row["hex"]), row)
    # Long ones are told by how often a part is repeated.
    text = "".join(part * times for part, times in row["parts"]) if "parts" in row else row["text"]
    return Case(name, text.encode(row.get("encoding", "utf-8")), row)
