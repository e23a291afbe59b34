"""What a dependency relation means, in both schemes that a language model may use.

The embedded model speaks Universal Dependencies (version 2, with its English subtypes), spaCy's `en_core_web_*`
pipelines the scheme of ClearNLP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Literal["subject", "passive subject", "agent", "object", "complement", "apposition", "possessor", "conjunct"]

# Relation -> (labels of Universal Dependencies, labels of ClearNLP). The agent of a passive hangs on its verb by
# itself in the one, and by its preposition, whose label this is, in the other.
TABLE: dict[Relation, tuple[frozenset[str], frozenset[str]]] = {
    "subject": (frozenset({"nsubj", "nsubj:outer", "csubj", "csubj:outer"}), frozenset({"nsubj", "csubj"})),
    "passive subject": (frozenset({"nsubj:pass", "csubj:pass"}), frozenset({"nsubjpass", "csubjpass"})),
    "agent": (frozenset({"obl:agent"}), frozenset({"agent"})),
    "object": (frozenset({"obj", "iobj"}), frozenset({"dobj", "dative"})),
    "complement": (frozenset({"ccomp", "xcomp"}), frozenset({"ccomp", "xcomp", "pcomp"})),
    "apposition": (frozenset({"appos"}), frozenset({"appos"})),
    "possessor": (frozenset({"nmod:poss"}), frozenset({"poss"})),
    "conjunct": (frozenset({"conj"}), frozenset({"conj"})),
}
_RELATIONS: dict[str, Relation] = {
    label: relation for relation, schemes in TABLE.items() for labels in schemes for label in labels
}


def relation(token: Token) -> Relation | None:
    """How `token` stands to its head, in whichever scheme its label is; None for what has no name here."""
    return _RELATIONS.get(token.dep_)
