"""Signs of a verb after a phrase, as far as a word alone shows them."""

from analysis import lexicon

CONTRACTED_IS = {"'s", "’s"}  # far more often a possessive after a name


def reports(word: str, *, plural: bool | None = None) -> bool:
    """Whether the word, in lower case, is a form of a reporting verb that agrees with a subject of that number.

    "ing" forms and nouns are not.
    """
    found = lexicon.cue_at([word])
    agreeing = {None: {"base", "third", "past"}, True: {"base", "past"}, False: {"third", "past"}}[plural]
    return found is not None and bool(found.forms & agreeing)


def predicates(word: str, *, plural: bool | None = None) -> bool:
    """Whether a clause's verb may begin with the word, so that a subject of that number stands before it."""
    auxiliary = word in lexicon.words("auxiliary") and word not in CONTRACTED_IS
    return auxiliary or reports(word, plural=plural)
