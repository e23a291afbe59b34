"""An article as a spaCy `Doc`, with everything that the language model reads in it laid on top.

`doc.text` equals `Article.text`, so a token's character offsets are the article's. After `read_document` the Doc has

- `doc.spans["paragraphs"]`: one span a paragraph; `doc.spans["quotations"]`: one span a quotation, marks included,
- sentences, each a tree (`token.head`, `token.dep_`, `token.pos_`); `analysis.grammar` tells what a relation means
  in either of the two schemes,
- `doc.ents`: names, labelled `PERSON`, `ORG`, `PLACE`, or `NAME` where the kind is open,
- `doc.spans["attribution"]`: spans labelled `source`, `cue` or `content`; no token lies in two; the group's
  `attrs["confidence"]` says how sure the model is of each,
- `doc.tensor`: a vector (384,) a token, from a lower layer of the embedded model; zero for blanks.

Stages read these and nothing else, so that another language model can take this one's place.
"""

import hashlib
import re
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from analysis.known_names import with_known_names
from analysis.layers import PARAGRAPHS, QUOTATIONS
from analysis.locks import write_whole
from analysis.model.component import EmbeddedModel
from analysis.model.other import OtherModel
from analysis.model.quotations import find_quotations
from analysis.paths import ACTORS, PACKAGE, ROOT
from analysis.provenance import code_sha256, language_model_version
from analysis.records import Article, Span, span
from analysis.registry import read_registry
from analysis.settings import EMBEDDED

MOST_CACHED = 20
DIGEST_SIZE = hashlib.sha256().digest_size
# More than any word or address of a usual article.
LONGEST_RUN = 256  # characters
LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
# The code that a Doc depends on.
READERS = (
    PACKAGE / "document.py",
    PACKAGE / "known_names.py",
    PACKAGE / "registry.py",
    PACKAGE / "model",
    PACKAGE / "lexicon",
    ACTORS,
)


@cache
def _english() -> Language:
    """SpaCy's English tokenizer; making it takes longer than reading an article."""
    return spacy.blank("en")


def tokenize(article: Article) -> Doc:
    """The article's tokens and paragraphs, nothing labelled yet."""
    doc = _tokens(article.text)
    paragraphs = [doc.char_span(start, end, alignment_mode="expand") for start, end in article.paragraphs]
    doc.spans[PARAGRAPHS] = SpanGroup(doc, spans=[paragraph for paragraph in paragraphs if paragraph])
    quotations = find_quotations(article.text, article.paragraphs)
    quoted = [doc.char_span(found.start, found.end, alignment_mode="expand") for found in quotations]
    doc.spans[QUOTATIONS] = SpanGroup(doc, spans=[quotation for quotation in quoted if quotation])
    return doc


def _tokens(text: str) -> Doc:
    """The tokens of a text. The tokenizer takes square time over a run without a blank: long ones are cut."""
    runs = [range(run.start(), run.end(), LONGEST_RUN) for run in LONG_RUN.finditer(text)]
    edges = sorted({0, len(text), *(place for run in runs for place in (*run, run.stop))})
    parts = [_english()(text[start:end]) for start, end in pairwise(edges)] if runs else [_english()(text)]
    return Doc.from_docs(parts, ensure_whitespace=False) if runs else parts[0]


def read_document(article: Article, language_model: str = EMBEDDED) -> Doc:
    """The article's Doc with the labels of the embedded model, or with those of a spaCy pipeline and the embedded
    model's attribution; names that the registry knows are added. Raises `ParameterError` or `ModelError` where a model
    cannot be used.
    """
    doc = tokenize(article)
    if language_model == EMBEDDED:
        doc = EmbeddedModel()(doc)
    else:
        doc = EmbeddedModel(attribution_only=True)(OtherModel(language_model)(doc))
    doc.ents = with_known_names(doc, read_registry())
    return doc


def cached_document(article: Article, cache: Path, language_model: str = EMBEDDED) -> Doc:
    """`read_document`, kept on disk under a hash of the text and of all that reads it.

    Every notebook of a run needs the Doc; the language model need not read the article more than once.
    """
    code = code_sha256(*READERS, base=ROOT)
    model = f"{language_model} {language_model_version(language_model)}"
    made_from = f"{article.text_sha256} {version('spacy')} {code} {model}"
    file = cache / f"{hashlib.sha256(made_from.encode()).hexdigest()}.doc"
    kept = _kept(file)
    if kept is not None:
        return Doc(_english().vocab).from_bytes(kept)
    doc = read_document(article, language_model)
    with suppress(OSError):  # where it cannot be kept, the next notebook reads the article again
        _keep(file, doc.to_bytes())
    return doc


def _kept(file: Path) -> bytes | None:
    """What was kept in a file; None where there is nothing, or not all of it."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    digest, kept = content[:DIGEST_SIZE], content[DIGEST_SIZE:]
    return kept if hashlib.sha256(kept).digest() == digest else None


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, hashlib.sha256(content).digest() + content)
    kept = {one: one.stat().st_mtime for one in file.parent.glob("*.doc")}
    for stale in sorted(kept, key=kept.__getitem__)[:-MOST_CACHED]:
        stale.unlink(missing_ok=True)


def sentences(doc: Doc) -> tuple[Span, ...]:
    """The sentences as character spans, without the blanks around them."""
    text = doc.text  # put together from the tokens at every access
    return tuple(_trimmed(text, sent.start_char, sent.end_char) for sent in doc.sents if sent.text.strip())


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return span(text, start, start + len(words.strip()))
