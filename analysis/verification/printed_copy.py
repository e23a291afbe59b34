"""The PDF of a run as its reader meets it: its objects, where its links may lead, and its words."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

from analysis.errors import RunError
from analysis.verification.runfolder import PDF, RunFolder

# What is wrong with a file is told as a finding, not on the way.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
# Text as WeasyPrint sets it: a font by name, then strings of glyphs in hex, their distances between them.
SET = re.compile(rb"/(\w+) [\d.]+ Tf|\[([^\[\]]*)\] ?TJ")
GLYPHS = re.compile(rb"<([0-9a-fA-F]*)>")
# What line breaks, hyphenation and capitals for labels change.
UNSEEN = re.compile(r"[\s\u00ad\u2010-]+")
GLYPH = 4  # hex digits


def letters(words: str) -> str:
    """Words without what setting them may change."""
    return UNSEEN.sub("", words).lower()


@contextmanager
def reading() -> Iterator[None]:
    """Whatever a broken file makes the reader stumble over, which no list could name, as a `RunError`."""
    try:
        yield
    except RunError:
        raise
    except Exception as error:
        raise RunError(f"{PDF}: cannot be read as a PDF ({type(error).__name__}: {error})") from error


def reader(run: RunFolder) -> PdfReader:
    return _reader(run.read(PDF))


@lru_cache(maxsize=1)
def _reader(content: bytes) -> PdfReader:
    with reading():
        found = PdfReader(BytesIO(content))
        if found.is_encrypted:
            raise RunError(f"{PDF}: encrypted")
        return found


def objects(run: RunFolder) -> Iterator[Mapping[str, Any]]:
    """Every dictionary of the file, those inside others as well."""
    found = reader(run)
    with reading():
        numbers = [(number, generation) for generation, table in found.xref.items() for number in table]
        numbers += [(number, 0) for number in found.xref_objStm]
        yield from _dictionaries(found.trailer)
        for number, generation in numbers:
            yield from _dictionaries(found.get_object(IndirectObject(number, generation, found)))


def _dictionaries(value: Any) -> Iterator[Mapping[str, Any]]:
    inside: Any = ()
    if isinstance(value, Mapping):
        yield value
        inside = [value.raw_get(key) for key in value] if hasattr(value, "raw_get") else value.values()
    elif isinstance(value, list):
        inside = [
            value[place] if not hasattr(value, "raw_get") else value.raw_get(place) for place in range(len(value))
        ]
    for one in inside:
        if not isinstance(one, IndirectObject):
            yield from _dictionaries(one)


def names(run: RunFolder) -> set[str]:
    """The places that links lead to."""
    with reading():
        return set(reader(run).named_destinations)


def words(run: RunFolder) -> str:
    """The letters of all pages in the order in which they are set."""
    return _words(run.read(PDF))


@lru_cache(maxsize=1)
def _words(content: bytes) -> str:
    fonts: dict[int, dict[bytes, str]] = {}
    with reading():
        return letters("".join(piece for page in _reader(content).pages for piece in _of_page(page, fonts)))


def _of_page(page: PageObject, fonts: dict[int, dict[bytes, str]]) -> Iterator[str]:
    contents = page.get_contents()
    resources: Any = page["/Resources"]
    here = resources.get("/Font", {})
    font: Mapping[bytes, str] = {}
    for name, strings in SET.findall(b"" if contents is None else contents.get_data()):
        if name:
            reference = here.raw_get(f"/{name.decode()}")
            font = fonts.setdefault(reference.idnum, {}) or _letters_of(reference.get_object(), fonts[reference.idnum])
            continue
        for glyphs in GLYPHS.findall(strings):
            code = glyphs.lower()
            yield "".join(font.get(code[n : n + GLYPH], "\ufffd") for n in range(0, len(code), GLYPH))
        # Words may part between strings; letters do not count the blank.
        yield " "


def _letters_of(font: Mapping[str, Any], found: dict[bytes, str]) -> dict[bytes, str]:
    """What each glyph of a font stands for, added to `found`."""
    for section in font["/ToUnicode"].get_object().get_data().split(b"endbfchar"):
        codes = GLYPHS.findall(section.rpartition(b"beginbfchar")[2])
        found |= {glyph.lower(): _decoded(text) for glyph, text in zip(codes[::2], codes[1::2], strict=False)}
    return found


def _decoded(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")
