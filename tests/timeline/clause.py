"""A clause with its tree by hand: all words hang on one verb."""

from spacy.tokens import Doc

from tests.factory import make_doc, make_tree

AUXILIARIES = ("'ll", "are", "be", "did", "had", "has", "have", "is", "was", "will", "would")


def make_clause(text: str, verb: str) -> Doc:
    """A Doc whose last sentence is flat: every word hangs on `verb`, itself an auxiliary or not; other sentences hang
    on their first words.
    """
    doc = make_doc(text)
    heads = [sentence.start for sentence in doc.sents for _ in sentence]
    last = list(doc.sents)[-1]
    place = next(token.i for token in last if token.text == verb)
    heads[last.start : last.end] = [place] * len(last)
    labels = ["root" if head == i else "dep" for i, head in enumerate(heads)]
    tags = ["VERB" if i == place else _tag(token.lower_) for i, token in enumerate(doc)]
    return make_tree(text, heads=heads, labels=" ".join(labels), tags=" ".join(tags))


def _tag(word: str) -> str:
    return "AUX" if word in AUXILIARIES else "PART" if word == "to" else "X"
