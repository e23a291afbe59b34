"""The label sets of the network's heads, in the order of their outputs."""

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
    "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
    "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
    "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
ENTITIES = ("PERSON", "ORG", "PLACE", "OTHER")
ATTRIBUTION = ("source", "cue", "content")
# Of one actor towards another: what it feels or does, and the root code of PLOVER (Halterman et al. 2023) of the deed.
TONES = ("neutral", "positive", "negative")
ROOTS = (
    "NONE", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
# Between two actors, and of one towards a proposition, as `gold/GUIDELINES.md` codes them.
TENSIONS = ("none", "accusation", "disagreement", "demand", "doubt", "threat", "friction")
STANCES = ("none", "support", "oppose")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The tags of a BIO head: `O`, then B and I of each kind."""
    return ("O", *(f"{part}-{kind}" for kind in kinds for part in "BI"))
