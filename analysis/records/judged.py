"""What every judged record carries."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import ClassVar, Literal

from analysis.records.text import Span, content_id

Review = Literal["suggested", "accepted", "edited", "rejected"]


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What every judged record carries. Children name the fields that their id is made from in `key`."""

    prefix: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    confidence: float
    reason: str
    evidence: tuple[Span, ...]
    review: Review = "suggested"

    @cached_property
    def id(self) -> str:
        return content_id(self.prefix, *(getattr(self, name) for name in self.key))

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span in the record, also those inside its parts, with the name of its field."""
        for field in fields(self):
            for place in _spans(getattr(self, field.name)):
                yield field.name, place


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
