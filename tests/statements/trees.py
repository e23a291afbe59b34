"""Trees by hand for Docs of the factory: only the arcs that a test is about."""

from collections.abc import Iterable

from spacy.tokens import Doc


def with_tree(doc: Doc, arcs: Iterable[tuple[str, str, str]], verbs: Iterable[str] = ()) -> Doc:
    """Hang the first place of each word on that of its head, by a relation of Universal Dependencies; words that are
    not named hang on the root of their sentence, which is the one word that hangs on itself or, without one, the first.
    `verbs` are verbs, all other words nouns.
    """
    given = {_place(doc, word): (_place(doc, head), label) for word, head, label in arcs}
    roots = {place for place, (head, _) in given.items() if place == head}
    starts = [token.i for token in doc if token.is_sent_start]
    heads, labels = [], []
    for token in doc:
        start = max(place for place in starts if place <= token.i)
        end = min((place for place in starts if place > token.i), default=len(doc))
        root = next((place for place in sorted(roots) if start <= place < end), start)
        head, label = given.get(token.i, (root, "root" if token.i == root else "dep"))
        heads.append(head)
        labels.append(label)
    for token in doc:
        token.pos_ = "VERB" if token.text in set(verbs) else "NOUN"
        token.dep_ = labels[token.i]
    for token in doc:
        token.head = doc[heads[token.i]]
    return doc


def _place(doc: Doc, word: str) -> int:
    return next(token.i for token in doc if token.text == word)
