"""The records of a long article, as copies of those of a shorter one, one behind the other, each with its own actors."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from analysis.records import Annotations, Span
from analysis.store import GROUPS

BETWEEN = "\n\n"


def repeated(notes: Annotations, times: int) -> Annotations:
    """`times` copies of the article with all its records; from the second on, actors are numbered."""
    step = len(notes.article.text) + len(BETWEEN)
    copies = [_shifted(notes, number, number * step) for number in range(times)]
    article = replace(
        notes.article,
        text=BETWEEN.join([notes.article.text] * times),
        paragraphs=tuple((a + n * step, b + n * step) for n in range(times) for a, b in notes.article.paragraphs),
    )
    groups: dict[str, Any] = {
        name: tuple(one for copy in copies for one in getattr(copy, name)) for name in ("sentences", *GROUPS)
    }
    return Annotations(article=article, **groups)


def _shifted(notes: Annotations, number: int, by: int) -> Annotations:
    ids: dict[str, str] = {}
    groups: dict[str, Any] = {"sentences": tuple(_moved(span, by, ids) for span in notes.sentences)}
    for actor in notes.actors:
        ids[actor.id] = replace(actor, name=_name(actor.name, number)).id
    for name in GROUPS:
        found = []
        for record in getattr(notes, name):
            more = {"name": _name(record.name, number)} if name == "actors" else {}
            moved = replace(_moved(record, by, ids), **more)
            ids[record.id] = moved.id
            found.append(moved)
        groups[name] = tuple(found)
    return replace(notes, **groups)


def _name(name: str, number: int) -> str:
    return f"{name} {number + 1}" if number else name


def _moved(value: Any, by: int, ids: dict[str, str]) -> Any:
    """The value with its spans moved and its ids those of the copy."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by, value.quote)
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(_moved(one, by, ids) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _moved(getattr(value, field.name), by, ids) for field in fields(value)})
    return value
