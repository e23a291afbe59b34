"""Sentences with their attribution marked in the text and their trees beside them, as data.

    told("[Price] <said> {that aid is late}.")

`[ ]` is a source, `< >` a cue, `{ }` a content. The trees are those of the embedded language model, read over and found
right; one word each as TAG:relation:head, the head by its place.
"""

import re
from typing import Any

from spacy.tokens import Doc

from analysis.records import Statement
from analysis.statements import find_statements
from tests.factory import make_actor, make_mention, make_tree
from tests.statements.marked_trees import TREES

MARKS = {"[": "source", "<": "cue", "{": "content"}
MARKED = re.compile(r"[\[<{](.*?)[\]>}]")


def plain(marked: str) -> str:
    """The text without its marks."""
    return MARKED.sub(r"\1", marked)


def told(marked: str, **layers: Any) -> Doc:
    """The Doc of a marked text."""
    text = plain(marked)
    rows = [word.split(":", 1) for word in TREES[text].split()]
    pairs = [row[1].rsplit(":", 1) for row in rows]
    spans = [(MARKS[match[0][0]], match[1]) for match in MARKED.finditer(marked)]
    return make_tree(
        text,
        heads=[int(head) for _, head in pairs],
        labels=" ".join(label for label, _ in pairs),
        tags=" ".join(tag for tag, _ in rows),
        attribution=spans,
        **layers,
    )


def statement(marked: str, **kinds: str) -> Statement:
    """The first statement of a marked text; `kinds` are its actors, name -> kind, each named once. "_" is a blank."""
    return next(iter(statements(marked, **kinds)))


def statements(marked: str, **kinds: str) -> tuple[Statement, ...]:
    doc = told(marked)
    actors = [make_actor(doc.text, name.replace("_", " "), kind=kind) for name, kind in kinds.items()]
    mentions = [make_mention(doc.text, actor, actor.name) for actor in actors]
    return find_statements(doc, actors, mentions, [])


def quote(place):
    return place.quote if place else None
