"""The records as W3C Web Annotations, for tools that know that model and nothing of ours: `data/annotations.jsonld`.

A target is named by its quotation and by its position. Positions count Unicode code points of the normalised text, as
the model asks, and its state is that very text, named by its hash.
"""

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from analysis.explain import Explanation
from analysis.records import Annotations, Article, Certainty, Judged, Span
from analysis.surroundings import Surroundings

FILE = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SOFTWARE = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'Faultline')}"
ADDRESS = re.compile(r'https?://[^\s<>"{}|\\^`]+')
# What an annotation of a kind is for; the others describe.
MOTIVATIONS = {"actor": "identifying", "mention": "identifying", "time": "identifying"}


def write(folder: Path, annotations: Annotations, time: str) -> None:
    """Write all records to a file in `folder`, one annotation a line."""
    whole = collection(annotations, time)
    items, whole["first"]["items"] = whole["first"]["items"], []
    # No string holds this with its quotation marks bare.
    head, empty, tail = _json(whole).partition('"items": []')
    lines = ",\n".join(map(_json, items))
    (folder / FILE).write_text(f"{head}{empty[:-1]}\n{lines}\n]{tail}\n", encoding="utf-8", newline="\n")


def collection(annotations: Annotations, time: str) -> dict[str, Any]:
    """An annotation collection of one page, as the model has it; `time` is in ISO 8601."""
    article = annotations.article
    items = list(_Annotator(annotations, time.replace("+00:00", "Z")).items())
    page = {"id": _urn(article, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": _urn(article, "collection"),
        "type": "AnnotationCollection",
        "label": f"What Faultline reads in “{article.title}”",
        "generator": {"id": SOFTWARE, "type": "Software", "name": "Faultline"},
        "dc:rights": article.rights or "Rights in the quoted words were not stated.",
        "total": len(items),
        "first": page,
        "last": page["id"],
    }


class _Annotator:
    """Puts the records of one article into the model's terms."""

    def __init__(self, annotations: Annotations, time: str) -> None:
        self.annotations = annotations
        self.article = annotations.article
        self.time = time
        self.state = f"nih:sha-256;{self.article.text_sha256}"
        self.source = self.article.url if ADDRESS.fullmatch(self.article.url) else self.state
        self.explanation = Explanation(annotations)
        self.surroundings = Surroundings(self.article.text)

    def items(self) -> Iterator[dict[str, Any]]:
        """One annotation a record."""
        for record in self.annotations.records():
            yield {
                "id": _urn(self.article, record.id),
                "type": "Annotation",
                "motivation": MOTIVATIONS.get(record.prefix, "describing"),
                "generator": SOFTWARE,
                "created": self.time,
                "generated": self.time,
                "body": list(self._bodies(record)),
                "target": [self._target(place) for place in sorted({place for _, place in record.spans()})],
            }

    def _bodies(self, record: Judged) -> Iterator[dict[str, str]]:
        """The kind of record as a tag, and the record in words: a sentence, then its fields, one a line."""
        yield {"type": "TextualBody", "value": record.prefix, "purpose": "tagging"}
        words = "\n".join([self.explanation.line(record), f"record: {record.id}", *_lines(record)])
        yield {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "describing"}

    def _target(self, place: Span) -> dict[str, Any]:
        position = {"type": "TextPositionSelector", "start": place.start, "end": place.end}
        quotation = {"type": "TextQuoteSelector", "exact": place.quote}
        around = self.surroundings.around(place.start, place.end)
        target = {"type": "SpecificResource", "source": self.source, "state": self.state}
        if around is None:  # a text that repeats itself: the quotation holds within the position alone
            return target | {"selector": position | {"refinedBy": quotation}}
        return target | {"selector": [quotation | {"prefix": around.prefix, "suffix": around.suffix}, position]}


def _lines(record: Judged) -> Iterator[str]:
    """The fields that are no passages, as `name: value`; what is empty is left out."""
    for field in fields(record):
        words = "" if "Span" in str(field.type) else _words(getattr(record, field.name))
        if words:
            yield f"{field.name}: {words}"


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case Certainty():
            return f"{value.term} ({value.low}-{value.high}%)" if value.low is not None else value.term
        case tuple():
            return "; ".join(map(str, value))
    return str(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _urn(article: Article, name: str) -> str:
    """The same for the same record of the same text, wherever and whenever it is read."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'nih:sha-256;{article.text_sha256}#{name}')}"
