"""GUM's entities (amir-zeldes/gum): who and what a document speaks of, every mention, and what is salient in it."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis.articles import PARAGRAPH
from analysis.records import Article

# An entity of `salient` with the number of summaries that name it: "3 (5*), 56 (3)".
SALIENT = re.compile(r"(?<![\w-])([\w-]+) \(\d")


@dataclass(frozen=True)
class Entity:
    """`kind` is GUM's type; `mentions` are the places in characters where the heads of its mentions begin, `pronouns`
    those of them that are pronouns; `named` says whether a name is among them.
    """

    kind: str
    named: bool
    mentions: frozenset[int]
    pronouns: frozenset[int]
    salient: bool


@dataclass(frozen=True)
class Document:
    """A document of GUM as an article, with its entities."""

    article: Article
    entities: tuple[Entity, ...]
    heads: dict[int, int]

    def place(self, offset: int) -> int:
        """The head of the mention that a word of its name, or its own head, at `offset` belongs to."""
        return self.heads.get(offset, offset)


def read_documents(file: Path) -> Iterator[Document]:
    """The documents of `gum_*.jsonl`. Mentions that are clauses count with none."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        salient = set(SALIENT.findall(row["salient"] or ""))
        mentions: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for mention in row["entities"]:
            if mention["link"] != "disc":
                mentions[mention["coref_id"]].append(mention)
        entities = tuple(_entity(found, row["tokens"], key in salient) for key, found in mentions.items())
        heads = _heads([one for found in mentions.values() for one in found], row["tokens"])
        yield Document(article_of(row, row["date_created"]), entities, heads)


def _heads(mentions: list[dict[str, Any]], tokens: list[list[int]]) -> dict[int, int]:
    """By the place of each word of a mention's name, the head of the mention, of several nested ones the innermost.

    Whether "captain Andreas Granqvist" is headed by the title or by the name is a question of the scheme alone.
    """
    found = {head: head for mention in mentions for head in [tokens[mention["head_tok"]][0]]}
    for mention in sorted(mentions, key=lambda one: one["end"] - one["start"]):
        for start, _ in tokens[slice(*mention["tok"])] if mention["name_span"] else ():
            if mention["name_span"][0] <= start < mention["name_span"][1]:
                found.setdefault(start, tokens[mention["head_tok"]][0])
    return found


def article_of(row: dict[str, Any], published: str) -> Article:
    """A row's text as an article."""
    text = row["text"]
    digest = sha256(text.encode()).hexdigest()
    return Article(
        slug=row["doc_id"],
        title=row["doc_id"],
        authors=tuple(filter(None, re.split(r",\s*", row.get("author") or ""))),
        published=date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d\d-\d\d", published or "") else None,
        raw_sha256=digest,
        text_sha256=digest,
        text=text,
        paragraphs=tuple(match.span() for match in PARAGRAPH.finditer(text)),
    )


def _entity(mentions: list[dict[str, Any]], tokens: list[list[int]], salient: bool) -> Entity:
    heads = [(tokens[mention["head_tok"]][0], mention) for mention in mentions]
    return Entity(
        kind=mentions[0]["etype"],
        named=any(mention["named_strict"] for mention in mentions),
        mentions=frozenset(head for head, _ in heads),
        pronouns=frozenset(head for head, mention in heads if mention["head_upos"] == "PRON"),
        salient=salient,
    )
