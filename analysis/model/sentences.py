"""Sentence starts, by the sentencex library, laid on the tokens of a Doc."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import sentencex
from spacy.tokens import Doc

from analysis.layers import PARAGRAPHS
from analysis.lexicon import words

START, NO_START = 1, -1


def find_sentence_starts(doc: Doc) -> set[int]:
    """Indices of the tokens that begin a sentence; every paragraph begins one."""
    whole = doc.text  # put together from the tokens at every access
    starts = {0} if len(doc) else set()
    for paragraph in doc.spans[PARAGRAPHS]:
        text = whole[paragraph.start_char : paragraph.end_char]
        boundaries = [paragraph.start_char + place for place in _boundaries(text)]
        found = _tokens_from(doc, paragraph.start, paragraph.end, boundaries)
        starts |= {paragraph.start, *(start for start in found if not _after_title(doc, start))}
    return starts


def _after_title(doc: Doc, start: int) -> bool:
    """Whether the token follows "Mr." or the like, after which the library ends a sentence beside quotation marks."""
    before = doc[start - 1].lower_ if start else ""
    return before in words("abbreviation") or (before == "." and f"{doc[start - 2].lower_}." in words("abbreviation"))


def set_sentence_starts(doc: Doc, starts: set[int]) -> None:
    """Set `is_sent_start` on every token of `doc`: all at once, as token by token takes quadratic time."""
    flags: Any = np.full((len(doc), 1), NO_START, dtype="int64")  # spaCy's own array types are thinc's
    flags[sorted(starts)] = START
    doc.from_array(["SENT_START"], flags.astype("uint64"))


def _boundaries(text: str) -> Iterator[int]:
    """Where the sentences of one paragraph begin, searched in order, as the library may drop blanks between them."""
    place = 0
    for sentence in sentencex.segment("en", text):
        core = sentence.strip()
        found = text.find(core, place) if core else -1
        if found >= 0:
            yield found
            place = found + len(core)


def _tokens_from(doc: Doc, start: int, end: int, places: list[int]) -> Iterator[int]:
    """For each of the ascending character `places`, the first token of `[start, end)` that begins at or after it."""
    token = start
    for place in places:
        while token < end and (doc[token].idx < place or doc[token].is_space):
            token += 1
        if token < end:
            yield token
