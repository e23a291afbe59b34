"""A stance composed of factors, each with its reason: "barring (-) x negotiations (+) = opposes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from analysis.arguments import is_predicate
from analysis.grammar import NEGATIONS, adds, dependents, is_infinitive, relation
from analysis.lexicon import cue_classes, words
from analysis.positions.candidates import Candidate
from analysis.positions.forces import Force, force_of, modifier, word_list
from analysis.positions.telling import Telling
from analysis.records import Factor, Span, span

if TYPE_CHECKING:
    from spacy.tokens import Token

DOWNTONED_STRENGTH = 0.8
CUE_STRENGTH = 0.8
SOFTENED = frozenset({"less", "little", "few"})
DENYING = NEGATIONS | SOFTENED | {"no", "neither", "nor", "without", "nobody", "none", "nothing", "hardly", "cannot"}
# Clauses that tell of something else than what they hang on.
ELSEWHERE = ("adverbial clause", "relative clause", "conjunct", "aside")
# Cues that say of a clause that it is so, and are against what a noun names: "warned that", "warned of".
CLAIMING = frozenset({"warn", "criticise", "accuse"})
# Words before a clause that tells why or when, whatever the tree takes it for.
ASIDE = frozenset({"because", "since", "although", "though", "while", "after", "before"})
REASONS = frozenset({"why", "how"})
SUPPOSING = frozenset({"if", "unless"})
TRYING = frozenset({"try", "tries", "tried", "trying", "attempt", "attempts", "attempted", "attempting"})
CHAIN = 4  # words from the head to what the stance is on


@dataclass(frozen=True)
class Reading:
    """How a candidate's stance is read: the factors, and the word at the head of what they are about."""

    factors: tuple[Factor, ...]
    target: Token
    negations: tuple[Token, ...]


def read_stance(scene: Telling, one: Candidate) -> Reading:
    """The factors of a candidate, from its cue over its head down to what it is about."""
    links = chain(scene, one)
    factors = [*_cue_factors(scene, one)]
    for link in links:
        factors += [_turn(scene, token) for token in negations_of(link)]
        force = force_of(link)
        if force and not force.plain and link is not links[-1]:
            factors.append(_factor(scene, link, force))
    return Reading(tuple(factors), links[-1], tuple(token for link in links for token in negations_of(link)))


def path_factors(scene: Telling, one: Candidate, target: Token, words: Span) -> Iterator[Factor]:
    """The factors between a candidate's head and the `target` that an issue's `words` name."""
    cue = list(_cue_factors(scene, one))
    yield from cue
    counted = (words, *(factor.span for factor in cue if factor.span))
    links = _path(one.head, target)
    for place, link in enumerate(links):
        following = links[place + 1] if place + 1 < len(links) else None
        to_subject = following is not None and _is_subject(_first(following))
        denying = negations_of(link, of_subject=not to_subject)
        yield from (_turn(scene, token) for token in denying if not _inside(token, words))
        verdict = _verdict(link, to_subject)
        if verdict is not None:
            yield Factor(verdict.text, -1, 1.0, "verdict", span(scene.text, verdict.idx, verdict.idx + len(verdict)))
        force = force_of(link)
        if verdict != link and force and not force.plain and not any(_inside(link, place) for place in counted):
            yield _factor(scene, link, force)


def is_untried(factors: Sequence[Factor]) -> bool:
    """Whether someone only does not try: who has "not tried to push" is not against it."""
    return any(
        first.reason == "negation" and second.words.split()[0].lower() in TRYING for first, second in pairwise(factors)
    )


def _verdict(link: Token, to_subject: bool) -> Token | None:
    """The word that judges what follows as its subject.

    Or what a gerund names: in "the view that blocking talks plays well" the tree has the verb without a subject beside
    the clause of the gerund.
    """
    judging = [link] if to_subject else []
    if not to_subject and link.lower_.endswith("ing") and relation(link) == "noun clause":
        after = (one for one in link.head.children if one.i == link.right_edge.i + 1 and one.dep_ == link.dep_)
        judging = [one for one in after if not dependents(one, "subject")]
    return next((one for one in judging if one.lower_ in word_list("blame")), None)


def is_stanced(one: Candidate, target: Token) -> bool:
    """Whether a force stands between a candidate's head and the `target`, before another begins to act."""
    links = _path(one.head, target)
    if any(_elsewhere(link) for link in links[1:]):
        return False
    own = list(takewhile(lambda link: link == links[0] or not dependents(link, "subject"), links))
    return any((force := force_of(link)) and not force.plain for link in own)


def is_supposed(one: Candidate, target: Token) -> bool:
    """Whether the `target` only stands in a condition of what a candidate says."""
    said = one.kind == "said"
    links = _path(one.head, target)[one.first :] if said else [target, *target.ancestors]
    return any(marker.lower_ in SUPPOSING for link in links for marker in dependents(link, "marker"))


def _elsewhere(link: Token) -> bool:
    aside = relation(link) in ELSEWHERE or any(one.lower_ in ASIDE for one in dependents(link, "marker"))
    return aside and bool(dependents(link, "subject"))


def _path(head: Token, target: Token) -> list[Token]:
    """From the head down to the target, past what the words on the way are only joined to by "and"."""
    links = [target]
    while links[-1] != head and links[-1].head != links[-1]:
        first = _first(links[-1])
        links.append(first.head if first != head else head)
    return links[::-1]


def _first(token: Token) -> Token:
    """The first of the words that a word is joined to by "and"."""
    while relation(token) == "conjunct":
        token = token.head
    return token


def _is_subject(token: Token) -> bool:
    return relation(token) in ("subject", "passive subject")


def _inside(token: Token, words: Span) -> bool:
    return words.start <= token.idx < words.end


def chain(scene: Telling, one: Candidate) -> list[Token]:
    """From the head through what it governs to what the last force is done to.

    "has shown no willingness to negotiate": shown, willingness, negotiate. Without a force of the holder's own, the
    head alone. What a force is for or against may be a refusal, and is followed ("threatened to veto the bill"), or an
    end put to something, and stands ("wants to end the war").
    """
    links = [one.head]
    asked = cue_polarity(one)
    if one.kind == "said" and not (asked or _own(scene, one)):
        return links
    while len(links) < CHAIN:
        force = force_of(links[-1])
        following = _governed(links[-1]) if force else None
        if force is None or following is None or not (force.plain or _turns(force, links, asked)):
            break
        links.append(following)
    plain = all((force := force_of(link)) is None or force.plain for link in links[:-1])
    return links[:1] if plain else links


def _turns(force: Force, links: list[Token], asked: int) -> bool:
    """Whether a force bears on what it governs: the first does, and a refusal of what is asked for or undertaken."""
    first = not asked and all((before := force_of(link)) is None or before.plain for link in links[:-1])
    return first or (force.name == "rejects" and asked >= 0 and force_sign(links[:-1]) > 0)


def force_sign(links: list[Token]) -> int:
    sign = 1
    for link in links:
        force = force_of(link)
        sign *= force.sign if force else 1
    return sign


def _own(scene: Telling, one: Candidate) -> bool:
    """Whether the holder speaks of what it does itself: "(said) he opposes"."""
    agents = scene.arguments.agents(one.head)
    subjects = dependents(one.head, "subject")
    return any(party.actor == one.holder for party in agents) or (
        not agents and any(token.lower_ in words("subject") for token in subjects)
    )


def _governed(token: Token) -> Token | None:
    """What a force is done to: its complement, its object, or what hangs on it by a preposition."""
    following = [child for child in token.children if child.i > token.i]
    for kinds in (("complement",), ("object", "passive subject"), ("noun clause", "adverbial clause")):
        for child in following:
            if relation(child) in kinds and (kinds[0] != "noun clause" or is_infinitive(child) or token.pos_ != "VERB"):
                return child
    return next((child for child in following if child.dep_ in ("obl", "nmod")), None)


def negations_of(token: Token, of_subject: bool = True) -> list[Token]:
    """The words by which a predicate, or a noun, is denied: "not", "never", "no".

    Who tells why something is not so does not deny it.
    """
    if any(one.lower_ in REASONS for one in token.lefts):
        return []
    found = [one for one in token.children if one.lower_ in DENYING and one.i < token.i + 2 and not adds(one)]
    if relation(token) in ("complement", "conjunct") or not (of_subject and is_predicate(token)):
        return found
    return found + [child for noun in dependents(token, "subject") for child in noun.children if child.lower_ == "no"]


def _turn(scene: Telling, token: Token) -> Factor:
    strength, kind = (DOWNTONED_STRENGTH, "downtoner") if token.lower_ in SOFTENED else (1.0, "negation")
    place = span(scene.text, token.idx, token.idx + len(token))
    return Factor(token.text, -1, strength, kind, place)


def _factor(scene: Telling, token: Token, force: Force) -> Factor:
    place = span(scene.text, token.idx, token.idx + len(token))
    words = " ".join(filter(None, (token.text, force.after)))
    return Factor(words, force.sign, force.strength, force.name, place)


def _cue_factors(scene: Telling, one: Candidate) -> Iterator[Factor]:
    """The force of the cue by its class, where that is for or against what is said."""
    statement = one.statement
    if statement is None or one.kind != "said" or statement.cue_span is None:
        return
    polarity = cue_polarity(one)
    if polarity and statement.cue_class in CLAIMING and _is_clause(one):
        polarity = 1
    if polarity:
        yield Factor(statement.cue_span.quote, polarity, CUE_STRENGTH, statement.cue_class, statement.cue_span)


def cue_polarity(one: Candidate) -> int:
    """Whether the cue of what a holder says is for it (1), against it (-1) or neither (0)."""
    known = cue_classes().get(one.statement.cue_class) if one.statement and one.kind == "said" else None
    return known.polarity if known else 0


def _is_clause(one: Candidate) -> bool:
    return is_predicate(one.head) and bool(dependents(one.head, "subject", "passive subject"))


def hedge_in(words: str) -> str:
    """The first word that hedges, empty where none does; "May" is a month."""
    return next((hedge[0] for hedge in modifier("hedge").finditer(words) if hedge[0] != "May"), "")
