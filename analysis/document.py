"""An article as a spaCy `Doc`, with everything that the language model reads in it laid on top.

`doc.text` equals `Article.text`, so a token's character offsets are the article's. After `read_document` the Doc has

- sentence starts (`token.is_sent_start`),
- `doc.ents`: names, labelled `PERSON`, `ORG`, `PLACE`, or `NAME` where the kind is unknown,
- `doc.spans["attribution"]`: spans labelled `source`, `cue` or `content`; no token lies in two,
- `doc.spans["paragraphs"]`: one span a paragraph.

Stages read these and nothing else, so that another language model can take this one's place.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from analysis import model
from analysis.layers import PARAGRAPHS
from analysis.paths import PACKAGE, write_whole
from analysis.provenance import code_sha256
from analysis.records import Article, Span, span

MOST_CACHED = 20
# The code that a Doc depends on.
READERS = (PACKAGE / "document.py", PACKAGE / "model", PACKAGE / "lexicon")


@cache
def _english() -> Language:
    """SpaCy's English tokenizer; making it takes longer than reading an article."""
    return spacy.blank("en")


def tokenize(article: Article) -> Doc:
    """The article's tokens and paragraphs, nothing labelled yet."""
    doc = _english()(article.text)
    paragraphs = [doc.char_span(start, end, alignment_mode="expand") for start, end in article.paragraphs]
    doc.spans[PARAGRAPHS] = SpanGroup(doc, spans=[paragraph for paragraph in paragraphs if paragraph])
    return doc


def read_document(article: Article) -> Doc:
    """The article's Doc with the language model's labels."""
    return model.annotate(tokenize(article))


def cached_document(article: Article, cache: Path) -> Doc:
    """`read_document`, kept on disk under a hash of the text and of all that reads it.

    Every notebook of a run needs the Doc; the language model need not read the article more than once.
    """
    made_from = f"{article.text_sha256} {version('spacy')} {code_sha256(*READERS)}"
    file = cache / f"{hashlib.sha256(made_from.encode()).hexdigest()}.doc"
    if file.exists():
        return Doc(_english().vocab).from_bytes(file.read_bytes())
    doc = read_document(article)
    cache.mkdir(parents=True, exist_ok=True)
    write_whole(file, doc.to_bytes())
    for stale in sorted(cache.glob("*.doc"), key=lambda one: one.stat().st_mtime)[:-MOST_CACHED]:
        stale.unlink(missing_ok=True)
    return doc


def sentences(doc: Doc) -> tuple[Span, ...]:
    """The sentences as character spans, without the blanks around them."""
    return tuple(_trimmed(doc.text, sent.start_char, sent.end_char) for sent in doc.sents if sent.text.strip())


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return span(text, start, start + len(words.strip()))
