"""What a dependency relation means, in both schemes that a language model may use.

The embedded model speaks Universal Dependencies (version 2, with its English subtypes), spaCy's `en_core_web_*`
pipelines the scheme of ClearNLP.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Literal[
    "subject",
    "passive subject",
    "agent",
    "object",
    "complement",
    "apposition",
    "possessor",
    "conjunct",
    "title",
    "modifier",
    "determiner",
    "relative clause",
    "preposition",
    "copula",
    "expletive",
    "noun clause",
    "adverbial clause",
    "aside",
    "auxiliary",
    "marker",
    "adverb",
]

# Relation -> (labels of Universal Dependencies, labels of ClearNLP). The agent of a passive hangs on its verb by
# itself in the one, and by its preposition, whose label this is, in the other; a title that stands before a name is a
# compound in the other, as any noun before a noun is.
TABLE: dict[Relation, tuple[frozenset[str], frozenset[str]]] = {
    "subject": (frozenset({"nsubj", "nsubj:outer", "csubj", "csubj:outer"}), frozenset({"nsubj", "csubj"})),
    "passive subject": (frozenset({"nsubj:pass", "csubj:pass"}), frozenset({"nsubjpass", "csubjpass"})),
    "agent": (frozenset({"obl:agent"}), frozenset({"agent"})),
    "object": (frozenset({"obj", "iobj"}), frozenset({"dobj", "dative"})),
    "complement": (frozenset({"ccomp", "xcomp"}), frozenset({"ccomp", "xcomp", "pcomp"})),
    "apposition": (frozenset({"appos"}), frozenset({"appos"})),
    "possessor": (frozenset({"nmod:poss"}), frozenset({"poss"})),
    "conjunct": (frozenset({"conj"}), frozenset({"conj"})),
    "title": (frozenset({"nmod:desc"}), frozenset()),
    "modifier": (frozenset({"amod", "compound", "nummod"}), frozenset({"amod", "compound", "nummod"})),
    "determiner": (frozenset({"det", "det:predet"}), frozenset({"det", "predet"})),
    "relative clause": (frozenset({"acl:relcl"}), frozenset({"relcl"})),
    "preposition": (frozenset({"case"}), frozenset({"prep", "case"})),
    "copula": (frozenset({"cop"}), frozenset()),
    "expletive": (frozenset({"expl"}), frozenset({"expl"})),
    "noun clause": (frozenset({"acl"}), frozenset({"acl"})),
    "adverbial clause": (frozenset({"advcl", "advcl:relcl"}), frozenset({"advcl"})),
    "aside": (frozenset({"parataxis"}), frozenset({"parataxis"})),
    "auxiliary": (frozenset({"aux", "aux:pass"}), frozenset({"aux", "auxpass"})),
    "marker": (frozenset({"mark"}), frozenset({"mark"})),
    "adverb": (frozenset({"advmod"}), frozenset({"advmod", "neg"})),
}
# A noun that hangs on its head by a preposition: the noun's label in the one scheme, the preposition's in the other.
ADJUNCTS = frozenset({"obl", "obl:agent", "nmod"})
PREPOSITIONS = frozenset({"prep", "agent"})
# Words that deny the clause they stand in.
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_RELATIONS: dict[str, Relation] = {
    label: relation for relation, schemes in TABLE.items() for labels in schemes for label in labels
}


def relation(token: Token) -> Relation | None:
    """How `token` stands to its head, in whichever scheme its label is; None for what has no name here."""
    return _RELATIONS.get(token.dep_)


def subject(predicate: Token) -> Token | None:
    """The subject, active or passive, of a verb or of what stands beside a copula."""
    return next((child for child in predicate.children if relation(child) in ("subject", "passive subject")), None)


def predicated_of(noun: Token) -> Token | None:
    """The subject of which a clause says that it is the `noun`: Price in "Price is the spokesman"."""
    if any(relation(child) == "copula" for child in noun.children):
        return subject(noun)
    return subject(noun.head) if noun.dep_ == "attr" else None


def dependents(token: Token, *relations: Relation) -> list[Token]:
    """The words that hang on `token` in one of these ways, in order."""
    return [child for child in token.children if relation(child) in relations]


def adjuncts(token: Token) -> Iterator[tuple[str, Token]]:
    """The nouns that hang on `token` by a preposition, each after its preposition, in lower case; empty if it has none
    ("on Monday", "Monday").
    """
    for child in token.children:
        if child.dep_ in ADJUNCTS:
            yield _case(child), child
        elif child.dep_ in PREPOSITIONS:
            yield from ((child.lower_, noun) for noun in child.children if noun.dep_ == "pobj")


def denied(token: Token) -> bool:
    """Whether a "not" hangs on the predicate, other than that of "not only"."""
    return any(child.lower_ in NEGATIONS and not adds(child) for child in token.children)


def is_infinitive(token: Token) -> bool:
    """Whether the verb has a "to" before it."""
    return any(child.lower_ == "to" and relation(child) in ("marker", "auxiliary") for child in token.lefts)


def is_parsed(token: Token) -> bool:
    """Whether a language model gave the token a place in a tree. (To ask the Doc takes time linear in its length.)"""
    return bool(token.dep)


def adds(negation: Token) -> bool:
    """Whether a "not" denies nothing, being that of "not only"."""
    after = negation.i + 1
    return after < len(negation.doc) and negation.doc[after].lower_ in ("only", "just", "merely", "simply")


def _case(noun: Token) -> str:
    first = next((child for child in noun.children if child.dep_ == "case" and child.i < noun.i), None)
    if first is None:
        return ""
    rest = [child.lower_ for child in first.children if child.dep_ == "fixed"]
    return " ".join([first.lower_, *rest])
