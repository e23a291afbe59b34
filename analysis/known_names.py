"""Names laid over those that a language model finds: known ones, for it passes adjectives over ("Ukrainian") and takes
a rare capital for a person; those that a title announces ("Mr. Ban"); and surnames of those named in full elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from spacy.tokens import Span
from spacy.util import filter_spans

from analysis.grammar import relation
from analysis.lexicon import words
from analysis.registry import COUNTRY, Alias, Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON, ORG, PLACE, NAME = "PERSON", "ORG", "PLACE", "NAME"


def with_known_names(doc: Doc, registry: Registry) -> list[Span]:
    """The names of `doc`, and those of the registry that it lacks. The longer of two that overlap stays; of one that
    both have, the model's label stays, but for a country or a body taken for a person whom no full name bears.

    A pronoun is no name.
    """
    full = _ends_of_full_names(doc)
    found = [_relabelled(doc, name, registry, full) for name in doc.ents if _is_name(name)]
    return list(filter_spans([*found, *_known(doc, registry), *_titled(doc), *_surnames(doc)]))


def _is_name(name: Span) -> bool:
    """Not a pronoun, nor a description that ends in a common noun ("New York businessman")."""
    described = name[-1].is_lower and name[-1].pos_ == "NOUN"
    return name.text.lower() not in words("subject") and not described


def _relabelled(doc: Doc, name: Span, registry: Registry, full: Set[tuple[int, str]]) -> Span:
    if len(name) > 1 and name[0].lower_ in words("courtesy"):
        return Span(doc, name.start + 1, name.end, label=PERSON)
    if name.label_ == PERSON and len(name) > 2 and _known_person(registry, name[-2:].text):
        return Span(doc, name.end - 2, name.end, label=PERSON)  # "Rival Hillary Clinton"
    if name.label_ == PERSON and name.root.i > name.start and relation(name.root.nbor(-1)) == "title":
        return Span(doc, name.root.i, name.end, label=PERSON)  # "House Speaker Paul Ryan"
    alias = registry.find(name.text) if name.label_ == PERSON else None
    if alias is None or registry.actors[alias.actor].kind == "person" or (len(name), name.text) in full:
        return name
    return Span(doc, name.start, name.end, label=_label(alias))


def _known_person(registry: Registry, words: str) -> bool:
    alias = registry.find(words)
    return alias is not None and registry.actors[alias.actor].kind == "person"


def _ends_of_full_names(doc: Doc) -> Set[tuple[int, str]]:
    """How the names of persons end, each in tokens and words: who is "Jordan" is no country beside "Jim Jordan"."""
    people = (name for name in doc.ents if name.label_ == PERSON)
    return {(length, name[-length:].text) for name in people for length in range(1, len(name))}


def _known(doc: Doc, registry: Registry) -> Iterator[Span]:
    """The words of the registry for all but persons, whose surnames are common words, at their places."""
    text = doc.text.replace("’", "'")
    place = 0
    for token in doc:
        alias = registry.at(text, token.idx) if token.idx >= place and token.text[0].isupper() else None
        if alias is None or registry.actors[alias.actor].kind == "person":
            continue
        name = doc.char_span(token.idx, token.idx + len(alias.words), label=_label(alias))
        if name is not None:
            place = name.end_char
            yield name


def _titled(doc: Doc) -> Iterator[Span]:
    """The persons without a label before whose names the tree puts a title."""
    for token in doc:
        if token.pos_ == "PROPN" and not token.ent_type_ and token.text[0].isupper():
            title = doc[token.i - 1] if token.i else token
            end = token.i + 1
            while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head == token:
                end += 1
            titled = relation(title) == "title" and title.head == token
            if titled and (title.text[0].isupper() or end - token.i > 1):
                yield Span(doc, token.i, end, label=PERSON)


def _surnames(doc: Doc) -> Iterator[Span]:
    """The surnames that stand without a label, of persons whom the text names in full."""
    known = {name[-1].text for name in doc.ents if name.label_ == PERSON and len(name) > 1}
    for token in doc:
        if token.text in known and token.pos_ == "PROPN" and not token.ent_type_:
            yield Span(doc, token.i, token.i + 1, label=PERSON)


def _label(alias: Alias) -> str:
    if alias.form in ("adjective", "people"):
        return NAME
    if alias.form == "seat" or alias.actor.startswith(COUNTRY):
        return PLACE
    return ORG
