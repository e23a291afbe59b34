"""The embedded model as a spaCy component: what it predicts, and how that is laid on a Doc, kept apart."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span

from analysis.layers import PARAGRAPHS
from analysis.model.decode import Ints
from analysis.model.labels import RELATIONS, UPOS
from analysis.model.lay import lay_attribution, lay_states, lay_tree, word_places
from analysis.model.predict import Labelled, Prediction, predict
from analysis.model.quotations import find_quotations
from analysis.model.session import Session, open_session
from analysis.model.words import words_at

# Names of no person, organisation or place stay, their kind open: a stage may know them.
ENTITY_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "PLACE", "OTHER": "NAME"}


class EmbeddedModel:
    """Sets `sent_start`, `pos`, `head`, `dep`, `ents`, the attribution spans and the tensor of a Doc whose paragraphs
    are set.

    With `attribution_only` all but attribution and tensor is left to another model. Raises `ModelError` where the
    model's file is not sound.
    """

    def __init__(self, session: Session | None = None, *, attribution_only: bool = False) -> None:
        self._session = session or open_session()
        self._attribution_only = attribution_only

    def __call__(self, doc: Doc) -> Doc:
        self.annotate(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> Prediction:
        """What the model reads in the words of `doc`; nothing is set."""
        text = doc.text  # put together from the tokens at every access
        _, spans = word_places(doc)
        paragraphs = [(paragraph.start_char, paragraph.end_char) for paragraph in doc.spans.get(PARAGRAPHS, ())]
        return predict(words_at(text, spans, find_quotations(text, paragraphs)), self._session)

    def annotate(self, doc: Doc, found: Prediction) -> None:
        """Lay a prediction on `doc`."""
        words, _ = word_places(doc)
        if not self._attribution_only:
            relations = [RELATIONS[label] for label in found.relations]
            lay_tree(doc, words, words[found.heads], relations, [UPOS[tag] for tag in found.upos])
            doc.ents = list(_spans(doc, words, found.entities, ENTITY_LABELS))
        spans = _spans(doc, words, found.attribution, {})
        confidences = [round(one.confidence, 4) for one in found.attribution]
        lay_attribution(doc, spans, confidences, [one.link for one in found.attribution])
        lay_states(doc, words, found.states)


def _spans(doc: Doc, words: Ints, found: Iterable[Labelled], labels: Mapping[str, str]) -> Iterator[Span]:
    for one in found:
        yield Span(doc, int(words[one.start]), int(words[one.end - 1]) + 1, label=labels.get(one.kind, one.kind))
