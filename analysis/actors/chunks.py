"""Nominal phrases for actors: "some US officials", "a source familiar with the conversation", "the Kremlin spokesman".

There is no tree to read them from: a phrase is a noun of the list, what stands before it back to a closing word, and
after it a tail that says which ("familiar with the discussions", "of the House committee").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import lexicon
from analysis.actors.nouns import Noun, nouns, words
from analysis.actors.verbs import predicates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_TAIL = 7
# A word with such an ending after a body is more likely its verb, or an adverb, than a noun it modifies.
VERB_ENDINGS = ("s", "ed", "ly")
POSSESSIVES = {"'s", "’s", "'", "’"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A nominal: `core` is the first token after the determiner, `end` the first after the head."""

    span: Span
    core: int
    head: int
    noun: Noun
    names: tuple[Span, ...]

    @property
    def doc(self) -> Doc:
        return self.span.doc

    @property
    def end(self) -> int:
        return self.head + 1

    @property
    def determiner(self) -> str:
        return self.doc[self.span.start].lower_ if self.core > self.span.start else ""

    @property
    def definite(self) -> bool:
        return self.determiner in words("definite")

    @property
    def partitive(self) -> bool:
        return self.determiner in words("partitive") or self.determiner.isdigit()

    @property
    def tail(self) -> str:
        return str(self.doc[self.end : self.span.end].text)

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The words before the head, in lower case, without determiner and possessive marks."""
        return tuple(token.lower_ for token in self.doc[self.core : self.head] if token.text not in POSSESSIVES)

    @property
    def possessor(self) -> Span | None:
        """The name whose the head is: Putin in "Putin's foreign policy adviser"."""
        return next(
            (name for name in self.names if name.end < self.head and self.doc[name.end].text in POSSESSIVES), None
        )


def find_chunks(doc: Doc, plural_names: Mapping[int, Noun]) -> list[Chunk]:
    """Every nominal of the text, in order. `plural_names` are names such as "Republicans", by their last token."""
    names = {token.i: name for name in doc.ents for token in name}
    heads = ((token, plural_names.get(token.i) or _noun(token, names)) for token in doc)
    return [_chunk(token, noun, names) for token, noun in heads if noun]


def _noun(token: Token, names: Mapping[int, Span]) -> Noun | None:
    noun = nouns().get(token.lower_)
    if noun is None or token.i in names or _modifies_next(token, noun):
        return None
    capital_inside = token.text[0].isupper() and not token.is_sent_start
    titles_name = token.i + 1 in names
    return None if capital_inside and noun.sort != "office" and not titles_name else noun


def _modifies_next(token: Token, noun: Noun) -> bool:
    """Whether the noun only stands before another: "campaign officials", "police shooting"."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    if following.lower_ in nouns():
        return True
    if noun.sort != "body" or noun.plural or predicates(following.lower_, plural=False):
        return False
    word = following.lower_
    return following.is_alpha and following.is_lower and not _closed(word) and not word.endswith(VERB_ENDINGS)


def _open_word(token: Token) -> bool:
    """Whether the word is of an open class and no reporting verb."""
    word = token.lower_
    return token.is_alpha and token.is_lower and not _closed(word) and lexicon.cue_at([word]) is None


def _closed(word: str) -> bool:
    classes = (
        "determiner",
        "pronoun",
        "preposition",
        "coordinator",
        "subordinator",
        "adverb",
        "auxiliary",
        "modal",
        "relative",
        "negation",
    )
    return any(word in lexicon.words(name) for name in classes)


def _chunk(head: Token, noun: Noun, names: Mapping[int, Span]) -> Chunk:
    doc = head.doc
    first = names[head.i].start if head.i in names else head.i
    core = _core(doc, first, names)
    inside = tuple(dict.fromkeys(names[i] for i in range(core, first) if i in names))
    start = _determiner_start(doc, core)
    return Chunk(doc[start : _tail_end(doc, head.i + 1, names)], core, head.i, noun, inside)


def _core(doc: Doc, first: int, names: Mapping[int, Span]) -> int:
    """Where the words before the head begin: names and listed modifiers, and others if the phrase is closed there."""
    sure = i = first
    unknown = 0
    while i > 0 and not doc[i].is_sent_start and unknown < 3:
        token = doc[i - 1]
        if i - 1 in names:
            i = sure = names[i - 1].start
        elif _is_modifier(token, i, first, names):
            i -= 1
            sure = i if not unknown and token.text not in POSSESSIVES else sure
        elif _open_word(token) and not token.lower_.endswith(("ing", "ed", "ly")) and not token.is_sent_start:
            i, unknown = i - 1, unknown + 1
        else:
            break
    return i if unknown and _closes(doc, i) else sure


def _is_modifier(token: Token, i: int, first: int, names: Mapping[int, Span]) -> bool:
    word = token.lower_
    possessive = token.text in POSSESSIVES and token.i - 1 in names
    joint = (
        word in ("-", "and")
        and 0 < i < first
        and token.doc[i].lower_ in words("modifiers")
        and token.doc[i - 2].lower_ in words("modifiers")
    )
    return possessive or joint or word in words("modifiers") or word in nouns()


def _closes(doc: Doc, start: int) -> bool:
    """Whether a phrase may begin at `start`: nothing before it can govern an open word as a verb does."""
    if start == 0 or doc[start].is_sent_start:
        return True
    before = doc[start - 1]
    word = before.lower_
    listed = (
        word in lexicon.words("determiner")
        or word in lexicon.words("preposition")
        or word in ("that", "and", "or", "but")
    )
    return (listed and word != "to") or before.is_punct or before.is_space


def _determiner_start(doc: Doc, core: int) -> int:
    start = core
    while start > 0 and not doc[start].is_sent_start and core - start < 3 and _determines(doc[start - 1]):
        start -= 1
    return start


def _determines(token: Token) -> bool:
    word = token.lower_
    return any(word in words(name) for name in ("definite", "indefinite", "partitive")) or token.is_digit


def _tail_end(doc: Doc, start: int, names: Mapping[int, Span]) -> int:
    """Where the words end that say which of them is meant; `start` where there are none."""
    if start >= len(doc) or doc[start].is_sent_start:
        return start
    word = doc[start].lower_
    if word in words("tails") and not (word == "with" and not _knowledge(doc, start)):
        return _phrase_end(doc, start + 1, names)
    if (
        word in ("of", "for")
        or (word == "to" and doc[start - 1].lower_ in words("towards"))
        or (word in ("in", "from", "at") and _names_follow(doc, start, names))
    ):
        return _phrase_end(doc, start + 1, names)
    return start


def _knowledge(doc: Doc, start: int) -> bool:
    return any(token.lower_ == "knowledge" for token in doc[start : start + 4])


def _names_follow(doc: Doc, start: int, names: Mapping[int, Span]) -> bool:
    after = start + 2 if start + 1 < len(doc) and doc[start + 1].lower_ == "the" else start + 1
    return after in names and doc[after - 1 : after].text[:1] != "\n"


def _phrase_end(doc: Doc, start: int, names: Mapping[int, Span]) -> int:
    """The end of the noun phrase after a preposition, which a verb, a mark or another clause closes."""
    i = start
    while i < min(len(doc), start + LONGEST_TAIL) and not doc[i].is_sent_start and _goes_on(doc[i], i == start, names):
        if i > start and _titled_name(doc, i, names):
            break
        i += 1
    while i > start and (
        doc[i - 1].lower_ in lexicon.words("preposition") or doc[i - 1].lower_ in lexicon.words("determiner")
    ):
        i -= 1
    return i if i > start else start - 1


def _titled_name(doc: Doc, i: int, names: Mapping[int, Span]) -> bool:
    """Whether a person's name begins at `i` whose title the words before are: "Secretary of State John Kerry"."""
    name = names.get(i)
    plain = doc[i - 1].lower_ not in lexicon.words("preposition") and doc[i - 1].text not in POSSESSIVES
    return (
        name is not None and name.start == i and name.label_ == "PERSON" and plain and doc[i - 1].lower_ not in nouns()
    )


def _goes_on(token: Token, first: bool, names: Mapping[int, Span]) -> bool:
    word = token.lower_
    if (
        token.i in names
        or token.text in POSSESSIVES
        or (word in words("tail_prepositions") and word not in ("in", "at", "on", "from"))
    ):
        return True
    if word in words("definite") or word in words("indefinite"):
        return first or token.nbor(-1).lower_ in words("tail_prepositions")
    if word in nouns():
        return True
    return (
        token.is_alpha
        and not _closed(word)
        and (first or lexicon.cue_at([word]) is None or token.nbor(-1).lower_ in words("definite"))
    )
