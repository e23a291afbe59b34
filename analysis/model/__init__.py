"""The language model: what it reads in an article's tokens, laid on the Doc.

This first model is made of rules. A trained one replaces it by setting the same things: sentence starts, `doc.ents`
and `doc.spans["attribution"]`.
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, SpanGroup

from analysis.layers import ATTRIBUTION, PARAGRAPHS
from analysis.model.attribution import Labelled, find_attributions
from analysis.model.names import find_names
from analysis.model.quotations import find_quotations
from analysis.model.reading import read
from analysis.model.sentences import find_sentence_starts, set_sentence_starts


def annotate(doc: Doc) -> Doc:
    """Set sentence starts, names and attribution spans on `doc`, whose paragraphs are set."""
    set_sentence_starts(doc, find_sentence_starts(doc))
    doc.ents = find_names(doc)
    set_attributions(doc, predict_attributions(doc))
    return doc


def predict_attributions(doc: Doc) -> list[Labelled]:
    """The attribution spans of `doc`, which has sentence starts and names; nothing is set."""
    paragraphs = [(paragraph.start_char, paragraph.end_char) for paragraph in doc.spans[PARAGRAPHS]]
    return find_attributions(read(doc, find_quotations(doc.text, paragraphs)))


def set_attributions(doc: Doc, found: Iterable[Labelled]) -> None:
    """Lay the labelled spans on `doc`."""
    spans = [Span(doc, part.start, part.end, label=part.label) for part in found]
    doc.spans[ATTRIBUTION] = SpanGroup(doc, name=ATTRIBUTION, spans=spans)
