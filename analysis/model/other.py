"""Any spaCy pipeline in the embedded model's place, for all but attribution."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from analysis.errors import ParameterError
from analysis.layers import PARAGRAPHS
from analysis.model.lay import lay_tree

# Labels of names in OntoNotes, which spaCy's English pipelines use, in CoNLL 2003 and in Universal NER. Numbers and
# dates are no names here; the timeline reads dates itself.
ENTITY_LABELS = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "NAME",
    "EVENT": "NAME",
    "LAW": "NAME",
    "PRODUCT": "NAME",
    "WORK_OF_ART": "NAME",
    "MISC": "NAME",
}


class OtherModel:
    """Sets `sent_start`, `pos`, `head`, `dep` and `ents` of a Doc whose paragraphs are set.

    `name` is that of an installed pipeline or the path of its folder. It reads paragraph by paragraph, so that none of
    its sentences runs over the end of one. Raises `ParameterError` where it cannot be loaded or parses nothing.
    """

    def __init__(self, name: str) -> None:
        self._language = _load(name)

    def __call__(self, doc: Doc) -> Doc:
        paragraphs = list(doc.spans[PARAGRAPHS])
        read = list(self._language.pipe(_alone(self._language, paragraph) for paragraph in paragraphs))
        tokens = [(paragraph.start, token) for paragraph, part in zip(paragraphs, read, strict=True) for token in part]
        words = [(start, token) for start, token in tokens if not token.is_space]
        lay_tree(
            doc,
            np.array([start + token.i for start, token in words], dtype=np.int64),
            np.array([start + token.head.i for start, token in words], dtype=np.int64),
            [token.dep_ or "dep" for _, token in words],
            [token.pos_ or "X" for _, token in words],
        )
        parts = zip(paragraphs, read, strict=True)
        doc.ents = [name for paragraph, part in parts for name in _names(doc, paragraph.start, part)]
        return doc


def _load(name: str) -> Language:
    try:
        language = spacy.load(Path(name) if Path(name).is_dir() else name)
    except (OSError, ValueError) as error:
        raise ParameterError(
            f"language_model={name}: no spaCy pipeline of that name or path can be loaded; "
            "pip install it, give the path of its folder, or leave the parameter at 'embedded'"
        ) from error
    if not {"parser"} & set(language.pipe_names):
        raise ParameterError(f"language_model={name}: this pipeline has no parser; choose one that has")
    return language


def _alone(language: Language, paragraph: Span) -> Doc:
    """A paragraph as a Doc of its own in the pipeline's vocabulary, its tokens ours."""
    spaces = [bool(token.whitespace_) for token in paragraph]
    return Doc(language.vocab, words=[token.text for token in paragraph], spaces=spaces)


def _names(doc: Doc, start: int, read: Doc) -> Iterator[Span]:
    for name in read.ents:
        if name.label_ in ENTITY_LABELS:
            yield Span(doc, start + name.start, start + name.end, label=ENTITY_LABELS[name.label_])
