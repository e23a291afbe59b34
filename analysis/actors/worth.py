"""Whether a nominal is an actor of the article, judged by a table of features.

"Voters" or "the company" may be anyone or a mere circumstance. A nominal is worth an actor if the article lets it
speak, says whose it is, or makes it the subject of a sentence.
"""

from dataclasses import dataclass

from analysis.actors.chunks import Chunk
from analysis.actors.verbs import predicates
from analysis.scoring import Evidence, Feature

THRESHOLD = 0.45


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nominal, and whether an attribution has it as its source."""

    chunk: Chunk
    source: bool


def speaks(candidate: Candidate) -> Evidence:
    """It is the source of an attribution."""
    return Evidence(float(candidate.source), "source of an attribution")


def belongs(candidate: Candidate) -> Evidence:
    """A name before it says to whom it belongs."""
    return Evidence(float(bool(candidate.chunk.names)), "a name says whose it is")


def acts(candidate: Candidate) -> Evidence:
    """A verb follows it that agrees in number."""
    end, doc = candidate.chunk.span.end, candidate.chunk.doc
    verb = end < len(doc) and predicates(doc[end].lower_, plural=candidate.chunk.noun.plural)
    return Evidence(float(verb), "a verb follows")


def opens(candidate: Candidate) -> Evidence:
    """It opens a sentence or a clause."""
    start = candidate.chunk.span.start
    before = candidate.chunk.doc[start - 1] if start else None
    opening = (
        before is None
        or bool(candidate.chunk.doc[start].is_sent_start)
        or before.lower_ in (",", "that", "and", "but", "as", "while", "“", '"')
    )
    return Evidence(float(opening), "opens a clause")


def is_part(candidate: Candidate) -> Evidence:
    """It is some of many: "some lawmakers"."""
    return Evidence(float(candidate.chunk.partitive and candidate.chunk.noun.plural), "a part of a group")


def is_described(candidate: Candidate) -> Evidence:
    """Words before or after it say which."""
    return Evidence(float(bool(candidate.chunk.modifiers or candidate.chunk.tail)), "described more closely")


def is_office(candidate: Candidate) -> Evidence:
    """It is a single office holder or a body without a name, most often someone already named."""
    noun = candidate.chunk.noun
    return Evidence(float(not noun.plural and noun.sort in ("office", "group")), "")


def is_body(candidate: Candidate) -> Evidence:
    """It is a body, which is often a mere place or topic."""
    return Evidence(float(candidate.chunk.noun.sort == "body"), "")


def is_anyone(candidate: Candidate) -> Evidence:
    """It is people in general."""
    bare = not (candidate.chunk.modifiers or candidate.chunk.tail) and not candidate.source
    return Evidence(float(bare and candidate.chunk.noun.lemma in ("person", "individual")), "")


# Weights after a logistic fit on the 30 articles of gold/train, rounded.
WORTH: tuple[Feature[Candidate], ...] = (
    Feature(speaks, 0.6),
    Feature(belongs, 0.45),
    Feature(acts, 0.35),
    Feature(opens, 0.3),
    Feature(is_part, 0.1),
    Feature(is_described, 0.1),
    Feature(is_office, -0.4),
    Feature(is_body, -0.1),
    Feature(is_anyone, -0.4),
)
