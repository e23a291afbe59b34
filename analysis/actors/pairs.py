"""What speaks for a pronoun or a nominal and the actor that it may mean.

Names of functions are the rows of `antecedents.toml`; the docstring of one is its reason in words, where it has one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from analysis.actors.chunks import Chunk
from analysis.actors.drafts import Draft
from analysis.actors.memory import Met
from analysis.actors.nouns import words
from analysis.actors.turns import Turns
from analysis.grammar import relation, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"subject", "passive subject"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """An expression to be put to an actor. `kind` is the column of its weights, `side` the one that its words name,
    `source` whether it is the source of a statement.
    """

    token: Token
    kind: str
    chunk: Chunk | None = None
    side: str = ""
    source: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """An expression with an actor that it may mean; `rank` counts the fitting ones that were met later."""

    anaphor: Anaphor
    met: Met
    rank: int
    turns: Turns


def features(pair: Pair) -> dict[str, float]:
    """The features that hold of the pair, by name."""
    found = ((feature.__name__, float(feature(pair))) for feature in FEATURES)
    return {name: value for name, value in found if value}


def features_of_none(anaphor: Anaphor) -> dict[str, float]:
    """What speaks for an expression that means nobody met before."""
    found = {"new": 1.0}
    chunk = anaphor.chunk
    if chunk is None:
        return found
    marks = {
        "new_definite": chunk.determiner == "the",
        "new_demonstrative": chunk.determiner in ("this", "that", "these", "those"),
        "new_owned": chunk.determiner in words("owners") or chunk.possessor is not None,
        "new_bare": not chunk.determiner,
        "new_part": chunk.partitive,
        "new_described": bool(chunk.modifiers),
        "new_which": bool(chunk.tail),
    }
    return found | {name: 1.0 for name, holds in marks.items() if holds}


def same_sentence(pair: Pair) -> float:
    """Met in the same sentence"""
    return pair.met.distance == 0


def sentence_before(pair: Pair) -> float:
    """Met in the sentence before"""
    return pair.met.distance == 1


def further_back(pair: Pair) -> float:
    return log(pair.met.distance) if pair.met.distance > 1 else 0.0


def nearest(pair: Pair) -> float:
    """The nearest that fits"""
    return pair.rank == 0


def others_between(pair: Pair) -> float:
    return log(1 + pair.rank)


def as_subject(pair: Pair) -> float:
    """Last met as a subject"""
    return relation(pair.met.last.head) in SUBJECTS


def centre(pair: Pair) -> float:
    """What the sentence before was about."""
    head = pair.met.last.head
    clause = head.head.head if relation(head.head) == "complement" else head.head  # "Price left, sources said"
    return pair.met.distance == 1 and relation(head) in SUBJECTS and clause.head == clause


def as_object(pair: Pair) -> float:
    """Last met as an object"""
    return relation(pair.met.last.head) == "object"


def owner(pair: Pair) -> float:
    """Last met as an owner"""
    return relation(pair.met.last.head) == "possessor"


def parallel(pair: Pair) -> float:
    """In the same role as when last met"""
    own = relation(pair.anaphor.token)
    return own is not None and own == relation(pair.met.last.head)


def speaker(pair: Pair) -> float:
    """Last met as the source of a statement"""
    return pair.met.last.source


def speaks_on(pair: Pair) -> float:
    """The last to speak speaks on"""
    return pair.anaphor.source and pair.met.spoke_last


def named(pair: Pair) -> float:
    """Last met by name"""
    return pair.met.last.form == "name"


def by_pronoun(pair: Pair) -> float:
    """Last met as a pronoun"""
    return pair.met.last.form == "pronoun"


def same_word(pair: Pair) -> float:
    """Last met by the same word"""
    return pair.met.last.head.lower_ == pair.anaphor.token.lower_


def often(pair: Pair) -> float:
    """Spoken of often"""
    return log(pair.met.times)


def gender_known(pair: Pair) -> float:
    """Of the same gender"""
    return pair.met.draft.gender == pair.anaphor.kind


def a_person(pair: Pair) -> float:
    return pair.met.draft.sort == "person"


def people(pair: Pair) -> float:
    """Several people"""
    return pair.met.draft.sort == "people"


def a_body(pair: Pair) -> float:
    """A body"""
    return pair.met.draft.sort == "body"


def plural(pair: Pair) -> float:
    """A plural"""
    return pair.met.draft.plural


def same_quotation(pair: Pair) -> float:
    """In the same quotation"""
    own = pair.turns.quotation(pair.anaphor.token.i)
    return own >= 0 and own == pair.turns.quotation(pair.met.last.head.i)


def its_own_speaker(pair: Pair) -> float:
    """Who speaks there"""
    source = pair.turns.source(pair.anaphor.token.i)
    return source is not None and source.start <= pair.met.last.head.i < source.end


def across_quotation(pair: Pair) -> float:
    own, other = pair.turns.quotation(pair.anaphor.token.i), pair.turns.quotation(pair.met.last.head.i)
    return own != other and max(own, other) >= 0


def same_verb(pair: Pair) -> float:
    """With the same verb"""
    token, other = pair.anaphor.token, pair.met.last.head
    return token.head == other.head and not pair.anaphor.token.lower_.endswith(("self", "selves"))


def reflexive(pair: Pair) -> float:
    """Turned upon itself"""
    token, other = pair.anaphor.token, pair.met.last.head
    return token.lower_.endswith(("self", "selves")) and token.head == other.head


def subject_above(pair: Pair) -> float:
    """The subject of a clause around it"""
    other = pair.met.last.head
    return relation(other) in SUBJECTS and pair.met.distance == 0 and other.head.is_ancestor(pair.anaphor.token)


def closest_above(pair: Pair) -> float:
    """The subject of the clause around it"""
    return subject_above(pair) and pair.met.last.head == _closest_subject(pair.anaphor.token)


def _closest_subject(token: Token) -> Token | None:
    """The subject of the first clause above the token's own that has one before it."""
    above = (found for verb in token.head.ancestors if (found := subject(verb)) and found.i < token.i)
    return next((found for found in above if found != token), None)


def inside(pair: Pair) -> float:
    return pair.met.last.span.start <= pair.anaphor.token.i < pair.met.last.span.end


def same_noun(pair: Pair) -> float:
    """The same noun"""
    chunk = pair.anaphor.chunk
    return chunk is not None and pair.met.draft.head == chunk.noun.lemma


def no_new_words(pair: Pair) -> float:
    """Nothing new said of it"""
    chunk = pair.anaphor.chunk
    return chunk is not None and bool(chunk.modifiers) and set(chunk.modifiers) <= _known_words(pair.met.draft)


def new_words(pair: Pair) -> float:
    chunk = pair.anaphor.chunk
    return len(set(chunk.modifiers) - _known_words(pair.met.draft)) if chunk else 0.0


def same_phrase(pair: Pair) -> float:
    """The same words"""
    chunk = pair.anaphor.chunk
    if chunk is None:
        return False
    own = str(chunk.doc[chunk.core : chunk.span.end].text).lower()
    return pair.met.draft.name.lower() == own or pair.met.draft.name.lower().endswith(f" {own}")


def holds_office(pair: Pair) -> float:
    """Its office"""
    chunk, role = pair.anaphor.chunk, pair.met.draft.role.lower().replace("-", " ").split()
    if chunk is None or not role:
        return False
    offices = words("leaders") if chunk.noun.lemma == "leader" else {chunk.noun.lemma}
    return bool(offices & set(role)) and not {"vice", "deputy"} & (set(role) ^ set(chunk.modifiers))


def in_its_name(pair: Pair) -> float:
    """A word of its name"""
    chunk = pair.anaphor.chunk
    return chunk is not None and chunk.noun.lemma in pair.met.draft.name.lower().split()


def a_name(pair: Pair) -> float:
    """An actor with a name"""
    return pair.met.draft.named


def once_only(pair: Pair) -> float:
    return pair.met.times == 1


def part_of_many(pair: Pair) -> float:
    return pair.met.draft.name.split(" ")[0].lower() in words("partitive")


def _known_words(draft: Draft) -> set[str]:
    return {*draft.modifiers, *draft.role.lower().split(), *draft.name.lower().split()}


FEATURES: tuple[Callable[[Pair], float], ...] = (
    same_sentence, sentence_before, further_back, nearest, others_between, as_subject, centre, as_object, owner,
    parallel, speaker, named, by_pronoun, same_word, often, gender_known, a_person, people, a_body, plural,
    same_quotation, its_own_speaker, across_quotation, same_verb, reflexive, subject_above, closest_above, inside,
    same_noun, no_new_words, new_words, same_phrase, holds_office, in_its_name, a_name, once_only, part_of_many,
)  # fmt: skip
