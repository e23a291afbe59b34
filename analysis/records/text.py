"""Words of the article, and the article itself."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from operator import itemgetter


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of the article and, for whoever reads the record alone, the words there."""

    start: int
    end: int
    quote: str

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def span(text: str, start: int, end: int) -> Span:
    """The span `[start, end)` of `text`, quoting it."""
    return Span(start, end, text[start:end])


def content_id(prefix: str, *key: object) -> str:
    """A short id that equal content always gets again: `prefix` and eight hex digits of the key's hash."""
    return f"{prefix}-{hashlib.sha256(repr(key).encode()).hexdigest()[:8]}"


@dataclass(frozen=True, kw_only=True)
class Article:
    """A news article as read: `text` is normalised, `paragraphs` are `[start, end)` pairs in it."""

    slug: str
    title: str
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_basis: str = ""  # "stated" or "inferred"; empty without a date
    url: str = ""
    rights: str = ""
    language: str = "en"
    encoding: str = "utf-8"
    raw_sha256: str
    text_sha256: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]

    def paragraph_of(self, place: Span) -> int:
        """The number, from 1, of the paragraph that `place` begins in or, from the blank before it, leads into."""
        return max(1, bisect_right(self.paragraphs, place.start, key=itemgetter(0)))
