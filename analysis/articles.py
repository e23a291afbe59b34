"""Read an article an analyst dropped in: decode, take the text out of its markup, normalise, add its metadata.

Only this module reads `seeds/articles/`. Text is normalised once, here: line ends become one, what nobody sees (BOM,
zero-width, control and direction characters) and trailing blanks go, Unicode is NFC, nothing else changes; all offsets
count in the result.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

import chardet
from pydantic import Field

from analysis.characters import has_unseen, normalise, one_line
from analysis.errors import ArticleError
from analysis.language import language_of
from analysis.paths import IrregularFileError, LargeFileError, read_file
from analysis.records import Article
from analysis.seedfile import SeedModel, read_seed

MAX_BYTES = 1_000_000
# Below this, what is left of a page is a menu or a cookie notice, not a news story.
MIN_HTML_WORDS = 40
# A first paragraph of at most so many words is taken for the headline.
MAX_HEADLINE_WORDS = 20
# The tokenizer's time grows with the square of such a run.
MOST_MARKS = 500
LONGEST_TITLE, LONGEST_NAME, MOST_AUTHORS = 300, 100, 50
WEB_ADDRESS = r"^(https?://[^\s/]\S*)?$"

# The point of an abbreviation ("in the U.S.") is part of a headline, any other closing mark is not.
HEADLINE_END = re.compile(r"(?:(?<![A-Z.;:,])|(?<=[A-Z][.;:,]))[.;:,]+$")
MARKS = re.compile(r"[^\w\s]+")
PARAGRAPH = re.compile(r"\S[^\n]*")


class Metadata(SeedModel):
    """The optional `<slug>.yml` beside an article."""

    title: str = Field("", max_length=LONGEST_TITLE)
    outlet: str = Field("", max_length=LONGEST_NAME)
    authors: tuple[Annotated[str, Field(max_length=LONGEST_NAME)], ...] = Field((), max_length=MOST_AUTHORS)
    # The bounds keep a slip of the pen from shifting every relative date beyond the calendar.
    published: date | None = Field(None, ge=date(1600, 1, 1), le=date(2199, 12, 31))
    published_basis: Literal["stated", "inferred"] = "stated"
    # The page leads to it, so that it must be an address of the web and nothing that runs.
    url: str = Field("", pattern=WEB_ADDRESS)
    rights: str = ""
    # BCP 47; told from the text where it is not given.
    language: str = Field("", pattern=r"^[A-Za-z0-9-]{0,35}$")


@dataclass(frozen=True)
class Extract:
    """An article's text out of its markup, with what the markup says of it."""

    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)


def read_article(path: Path) -> Article:
    """The article at `path` (.txt, .html, .md). Raises `ArticleError` or `SeedError`, each with its remedy."""
    raw = _read_bytes(path)
    decoded, encoding = _decode(raw, path)
    # Before as well: an extractor's parser may end at a control character.
    extract = EXTRACTORS.get(path.suffix.lower(), _plain)(normalise(decoded), path)
    text = normalise(extract.text)
    if not text:
        raise ArticleError(f"{path}: the article is empty; put the story's text into it")
    if any(len(run) > MOST_MARKS for run in MARKS.findall(text)):
        raise ArticleError(f"{path}: more than {MOST_MARKS} marks in a row; take them out, no news text has them")
    paragraphs = tuple(match.span() for match in PARAGRAPH.finditer(text))
    written = _read_metadata(path)
    meta = {name: value for name, value in extract.meta.items() if value} | written
    meta.setdefault("language", language_of(text))
    meta.setdefault("title", _headline(text, paragraphs) or one_line(path.stem.replace("-", " ")) or slug(path))
    if meta.get("published"):
        meta.setdefault("published_basis", "stated")
    return Article(
        slug=slug(path),
        **meta,
        encoding=encoding,
        raw_sha256=sha256(raw).hexdigest(),
        text_sha256=sha256(text.encode()).hexdigest(),
        text=text,
        paragraphs=paragraphs,
    )


def slug(path: Path) -> str:
    """The name of an article's run folder: the file's stem in lower-case ASCII letters, digits and hyphens."""
    ascii_stem = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_stem).strip("-")[:80].strip("-")
    return words or f"article-{sha256(path.stem.encode()).hexdigest()[:8]}"


def check_article(path: Path) -> Path:
    """The path itself, if a file of readable size lies there. Raises `ArticleError`."""
    _read_bytes(path)
    return path


def _read_bytes(path: Path) -> bytes:
    if has_unseen(str(path)):
        raise ArticleError(f"{path}: its name has characters that nobody sees; rename the file")
    try:
        return read_file(path, MAX_BYTES)
    except FileNotFoundError:
        raise ArticleError(f"{path}: no such file; give ARTICLE the path of a .txt, .html or .md file") from None
    except IrregularFileError:
        raise ArticleError(f"{path}: not a file; give ARTICLE the path of a .txt, .html or .md file") from None
    except LargeFileError as error:
        raise ArticleError(f"{path}: {error.strerror}; give one article, not an archive") from None
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check its name and permissions") from error


def _decode(raw: bytes, path: Path) -> tuple[str, str]:
    """The text and the name of its encoding: UTF-8 where it decodes, else what chardet detects."""
    if not raw.strip():
        raise ArticleError(f"{path}: the article is empty; put the story's text into it")
    try:
        text, encoding = raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _detect(raw, path)
    if "\0" in text:
        raise ArticleError(f"{path}: a binary file, not text; save the story as .txt, .html or .md")
    return text, encoding


def _detect(raw: bytes, path: Path) -> tuple[str, str]:
    guess = chardet.detect(raw)["encoding"]
    if guess is None:
        raise ArticleError(f"{path}: a binary file, not text; save the story as .txt, .html or .md")
    try:
        return raw.decode(guess), codecs.lookup(guess).name
    except (UnicodeError, LookupError):
        raise ArticleError(f"{path}: its encoding cannot be told; save the file as UTF-8") from None


def _read_metadata(path: Path) -> dict[str, Any]:
    file = path.with_suffix(".yml")
    return read_seed(file, Metadata).model_dump(exclude_unset=True) if file.exists() else {}


def _headline(text: str, paragraphs: tuple[tuple[int, int], ...]) -> str:
    first = text[slice(*paragraphs[0])]
    is_headline = len(paragraphs) > 1 and len(first) <= LONGEST_TITLE and len(first.split()) <= MAX_HEADLINE_WORDS
    return HEADLINE_END.sub("", first) if is_headline else ""


def _plain(decoded: str, path: Path) -> Extract:
    return Extract(decoded)


def _from_html(decoded: str, path: Path) -> Extract:
    import trafilatura  # here, because it takes a third of a second and few articles are HTML

    page = trafilatura.bare_extraction(
        LONG_TAG.sub("", decoded), include_comments=False, include_tables=False, with_metadata=True
    )
    said = page.as_dict() if isinstance(page, trafilatura.settings.Document) else {}
    text = said.get("text") or ""
    if len(text.split()) < MIN_HTML_WORDS:
        raise ArticleError(f"{path}: no article in this HTML page; save the story's own page, or its text as .txt")
    authors = map(one_line, (said["author"] or "").split(";"))
    meta = {
        "title": one_line(said["title"] or "")[:LONGEST_TITLE],
        "outlet": one_line(said["sitename"] or "")[:LONGEST_NAME],
        "authors": tuple(author[:LONGEST_NAME] for author in authors if author)[:MOST_AUTHORS],
        "published": date.fromisoformat(said["date"]) if said["date"] else None,
        "url": said["url"] if re.search(WEB_ADDRESS, said["url"] or "") else "",
    }
    return Extract(text, meta)


def _from_markdown(decoded: str, path: Path) -> Extract:
    import lxml.html
    import mistune

    # Whatever follows their end tags, the parser would drop.
    html = PAGE_TAGS.sub("", str(mistune.html(decoded)))
    tree = lxml.html.document_fromstring(f"<html><body>{html}")
    return Extract("\n\n".join(" ".join(block.split()) for block in _blocks(tree) if block.strip()))


def _blocks(tree: Any) -> Iterator[str]:
    """The text between the edges of blocks; of scripts, styles and comments none."""
    from lxml import etree

    words: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if element.tag in BLOCKS:
            yield "".join(words)
            words = []
        if event != "start":
            words.append(element.tail or "")
        elif element.tag not in UNREAD:
            words.append(" " if element.tag == "br" else element.text or "")
    yield "".join(words)


# It tells nothing, and its thousands of attributes or of letters take the parsers and htmldate minutes.
LONG_TAG = re.compile(r"<[^<>]{10000,}>")
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
PAGE_TAGS = re.compile(r"</?(?:html|head|body|frameset)\b[^<>]*>", re.IGNORECASE)
UNREAD = ("script", "style", "template", "title")
EXTRACTORS = {".html": _from_html, ".htm": _from_html, ".md": _from_markdown}
