"""What a dependency relation means, in both schemes that a language model may use.

The embedded model speaks Universal Dependencies (version 2, with its English subtypes), spaCy's `en_core_web_*`
pipelines the scheme of ClearNLP.
"""

from __future__ import annotations

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
}
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
