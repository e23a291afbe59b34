"""Whatever may be a position: who might hold it, and the words that might say so. Many are none; `decide` chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.arguments import Party, is_predicate
from analysis.grammar import adjuncts, dependents, relation
from analysis.positions.clauses import Place, clause, widened
from analysis.positions.forces import force_of
from analysis.positions.telling import Telling
from analysis.records import Statement

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Kind = Literal["said", "deed", "told", "owned", "being"]
CUE_REACH = 12  # tokens between a source and what it says
LEAST_WORDS = 4  # of a clause that tells what someone does
ASKING = ("demands", "asks")
OWNING = ("by", "from", "among", "of")
# To decline these, or not to say whether, is to hold nothing.
SILENCE = re.compile(
    r"(?:to )?(?:comment|weigh|say|discuss|answer|elaborate|respond|speculate|be (?:named|identified))\b"
    r"|(?:that|whether|if|when|what|why|where|who|which|how)\b"
)


@dataclass(frozen=True, eq=False)
class Candidate:
    """`holder` (an actor's id) may hold what the clause of `head` says; `party` is the word that names it there.

    `said`: by the holder itself. `deed`: by the reporter. `told`: by the source of the statement. `owned`: a noun that
    is the holder's. `being`: what the holder is called, such as an opponent of something.
    """

    holder: str
    head: Token
    place: Place
    kind: Kind
    statement: Statement | None = None
    party: Token | None = None
    said: Place | None = None
    first: bool = True

    @property
    def words(self) -> Place:
        """What is said, without who says it."""
        return self.place if self.said is None else self.said


def find_candidates(scene: Telling) -> list[Candidate]:
    """All candidates, each holder with each place once."""
    found: dict[tuple[str, Place], Candidate] = {}
    for one in (*_said(scene), *_done(scene), *_owned(scene)):
        # A content may be nothing but marks: "he said that —".
        if any(token.is_alpha or token.like_num for token in scene.doc[one.place.start : one.place.end]):
            found.setdefault((one.holder, one.place), one)
    return sorted(found.values(), key=lambda one: (one.place, one.holder))


def _said(scene: Telling) -> Iterator[Candidate]:
    """The clauses of each statement, which its source says, and whoever is joined to that."""
    for statement in scene.told:
        if _is_silence(statement):
            continue
        for number, part in enumerate(scene.contents(statement)):
            content, whole = Place(part.start, part.end), _from_source(scene, statement, part)
            for holder in _sources(scene, statement):
                heads = [head for head in part if _is_clause(head) and not _is_of_another(scene, head, holder)]
                if not _is_of_another(scene, part.root, holder):
                    yield Candidate(
                        holder, part.root, widened(whole, whole), "said", statement, None, content, number == 0
                    )
                for head in heads:
                    if head != part.root:
                        place = clause(head).within(content)
                        yield Candidate(holder, head, widened(place, whole), "said", statement, None, place, False)


def _is_silence(statement: Statement) -> bool:
    """Whether a source only declines to say something: that is no position."""
    words = statement.content_spans[0].quote
    return statement.cue_class == "decline" and SILENCE.match(words) is not None


def _sources(scene: Telling, statement: Statement) -> list[str]:
    """The source and those that its words name beside it: "Ann and Bob said"."""
    beside = [party for words in scene.words(statement.source_span) for party in scene.arguments.named(words.root)]
    return list(dict.fromkeys([str(statement.source), *(party.actor for party in beside)]))


def _is_clause(token: Token) -> bool:
    """Whether a predicate has a subject of its own."""
    return is_predicate(token) and _has_own(token)


def _is_of_another(scene: Telling, head: Token, holder: str) -> bool:
    """Whether a clause is what a noun says that is another's: "the Kremlin's narrative that Ukrainians refuse"."""
    owners = [party for one in dependents(head.head, "possessor") for party in scene.arguments.named(one)]
    return relation(head) == "noun clause" and bool(owners) and all(party.actor != holder for party in owners)


def _from_source(scene: Telling, statement: Statement, part: Span) -> Place:
    """A part of a content, with source and cue where these lead over to it."""
    source, cue = statement.source_span, statement.cue_span
    if statement.kind != "direct" and source and cue and source.start < cue.start <= part.start_char:
        for words in scene.words(source):
            if words.sent == part.sent and part.start - words.end <= CUE_REACH:
                return Place(words.start, part.end)
    return Place(part.start, part.end)


def _has_own(token: Token) -> bool:
    return bool(dependents(token, "subject", "passive subject"))


def _done(scene: Telling) -> Iterator[Candidate]:
    """What each predicate says of those who do it."""
    for token in scene.doc:
        if is_predicate(token) and token.i not in scene.cues:
            yield from _of_predicate(scene, token)


def _of_predicate(scene: Telling, token: Token) -> Iterator[Candidate]:
    statement, place = scene.teller(token), clause(token)
    if place.end - place.start >= LEAST_WORDS and not _is_asked(token):
        for party in scene.arguments.agents(token):
            if statement is None:
                yield Candidate(party.actor, token, place, "deed", None, party.token)
            elif party.actor != statement.source:
                yield Candidate(party.actor, token, place, "told", statement, party.token)


def _is_asked(predicate: Token) -> bool:
    """Whether someone is only asked to do it: "urged Ukraine to talk"."""
    force = force_of(predicate.head)
    asked = force is not None and force.name in ASKING and not _has_own(predicate)
    return asked and relation(predicate) == "complement" and bool(dependents(predicate.head, "object"))


def _owned(scene: Telling) -> Iterator[Candidate]:
    """Nouns that take a side, with whose they are; and what someone is called."""
    for token in scene.doc:
        if token.pos_ not in ("NOUN", "PROPN") or is_predicate(token):
            continue
        statement = scene.teller(token)
        sentence = Place(token.sent.start, token.sent.end)
        for party in _owners(scene, token):
            kind: Kind = "being" if party.token == token else "owned"
            yield Candidate(party.actor, token, widened(clause(token), sentence), kind, statement, party.token)


def _owners(scene: Telling, noun: Token) -> list[Party]:
    """Whose a noun is that takes a side or governs something; who is called so, for a noun that names people."""
    force, named = force_of(noun), scene.arguments.named
    if force and force.person:
        return named(noun) or (named(noun.head) if relation(noun) == "apposition" else [])
    owners = [party for child in dependents(noun, "possessor") for party in named(child)]
    if force:
        return owners + [party for how, other in adjuncts(noun) if how in OWNING for party in named(other)]
    governs = dependents(noun, "noun clause", "complement") or any(True for _ in adjuncts(noun))
    return owners if governs else []
