"""The quotes of `data/annotations.jsonld`: W3C Web Annotations, each with its words and what stands around them, and
with its offsets in code points.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.errors import RunError
from analysis.records import Span
from analysis.verification import quotes
from analysis.verification.occurrences import repeated
from analysis.verification.runfolder import RunFolder
from analysis.web_annotations import FILE

QUOTE, POSITION = "TextQuoteSelector", "TextPositionSelector"
# How an annotation's words name its record.
RECORD = re.compile(r"record: ([a-z]+-[0-9a-f]{8})(?![0-9a-f])")
# An annotation is no deeper than this.
DEEPEST = 30


def faults(run: RunFolder, counted: Counter[str]) -> Iterator[str]:
    """Each target's quote against its offsets, its surroundings, and whether they tell it from all others."""
    text, file = run.article.text, f"data/{FILE}"
    told: dict[str, str] = {}
    for name, selectors in _selectors(run.json(file, dict), 0):
        counted[FILE] += 1
        where = f"{file}, {name}"
        place, quote = _place(selectors), selectors.get(QUOTE, {})
        if place is None:
            yield f"{where}: a target needs one {QUOTE} and one {POSITION}"
            continue
        yield from quotes.unequal(text, place, where)
        before, after = str(quote.get("prefix", "")), str(quote.get("suffix", ""))
        if not text[: place.start].endswith(before) or not text[place.end :].startswith(after):
            yield f"{where}: its prefix or suffix is not what stands around characters {place.start}–{place.end}"
        # Without either it holds within its position alone, as it must in a text that repeats itself.
        elif before or after:
            told[f"{before}{place.quote}{after}"] = where
    for string in sorted(repeated(text, told)):
        yield f"{told[string]}: prefix, quote and suffix together stand more than once in the text"
    yield from _missing(run)


def _missing(run: RunFolder) -> Iterator[str]:
    """Records that no annotation tells of."""
    told = set(RECORD.findall(run.text_of(f"data/{FILE}")))
    missing = [record.id for record in run.annotations.records() if record.id not in told]
    if missing:
        yield f"data/{FILE}: has no annotation of {', '.join(missing[:3])}{' and others' if len(missing) > 3 else ''}"


def _selectors(value: Any, depth: int, name: str = "") -> Iterator[tuple[str, dict[str, Mapping[str, Any]]]]:
    """The selectors of every target by type, each with the id of what it belongs to."""
    if depth > DEEPEST:
        raise RunError(f"data/{FILE}: nested deeper than an annotation is")
    if isinstance(value, list):
        for one in value:
            yield from _selectors(one, depth + 1, name)
    elif isinstance(value, dict):
        name = str(value.get("id", name))
        for key, one in value.items():
            if key == "selector":
                yield name, {str(part.get("type")): part for part in _parts(one)}
            else:
                yield from _selectors(one, depth + 1, name)


def _parts(selector: Any) -> Iterator[Mapping[str, Any]]:
    """Selectors given side by side, or each refining the one before."""
    for part in selector if isinstance(selector, list) else [selector]:
        if isinstance(part, dict):
            yield part
            refined = part.get("refinedBy")
            yield from [refined] if isinstance(refined, dict) else []


def _place(selectors: Mapping[str, Mapping[str, Any]]) -> Span | None:
    quote, position = selectors.get(QUOTE, {}), selectors.get(POSITION, {})
    start, end, exact = position.get("start"), position.get("end"), quote.get("exact")
    known = isinstance(start, int) and isinstance(end, int) and isinstance(exact, str)
    return Span(start, end, exact) if known else None  # type: ignore[arg-type]
