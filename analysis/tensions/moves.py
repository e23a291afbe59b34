"""Moves: what an actor says or does in one sentence, read from statements and from the tree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.arguments import Arguments, Party, is_predicate
from analysis.grammar import Relation, adjuncts, denied, dependents, is_infinitive, relation
from analysis.records import Mention, Span, Statement
from analysis.scene import passes_on
from analysis.tensions.relations import RelationWord, find_relations, past
from analysis.tensions.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What a predicate is about may stand behind these.
ABOUT = frozenset({"about", "against", "at", "for", "of", "on", "over", "to", "with"})
BETWEEN_REACH = 80  # characters
REPORTERS = ("media", "unnamed")
CLAUSES: tuple[Relation, ...] = ("adverbial clause", "complement", "conjunct", "aside")
# What stands before the agent of a noun: "criticism from B", "tensions between A and B".
BEFORE_AGENT = frozenset({"from", "by", "among", "between"})


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate, or a noun such as "criticism", with the ids of the actors around it. `word` is the relation that it
    tells, `past` whether its own clause puts it into the past; `others` are those behind a preposition, each after
    this; `reached` those whose affair it is done to ("questions the ability of B", "threatens to sue B").
    """

    start: int
    word: RelationWord | None
    denied: bool
    past: bool
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    reached: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The type of tension that the word tells of."""
        return self.word.relation.type if self.word else "plain"


@dataclass(slots=True)
class Move:
    """An actor in a sentence: the parts `contents` of it that are its own words, what it does there (`acts`), and what
    its words tell that others do (`told`).
    """

    actor: str
    sentence: Passage
    statements: list[Statement] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    told: list[Act] = field(default_factory=list)

    def says(self, place: int) -> bool:
        """Whether the character at `place` is among its own words."""
        return any(content.start <= place < content.end for content in self.contents)


@dataclass(slots=True)
class Passage:
    """A sentence, the `number`-th of the article, with what is named in it and the words that tell of tensions."""

    number: int
    span: Span
    mentions: tuple[Mention, ...]
    words: tuple[RelationWord, ...]
    moves: dict[str, Move] = field(default_factory=dict)

    def move(self, actor: str) -> Move:
        """The move of an actor, made when first asked for."""
        return self.moves.setdefault(actor, Move(actor, self))


def find_passages(view: View, doc: Doc) -> list[Passage]:
    """The sentences of the article with the moves of everyone who speaks or does something there, in order. An outlet
    or a source without a name that plainly reports makes none.
    """
    arguments = Arguments(doc, view.mentions)
    passages = [
        Passage(number, place, view.mentions_in(place.start, place.end), _words(view.text, place))
        for number, place in enumerate(view.sentences)
    ]
    for statement in view.statements:
        source = view.actors.get(statement.source or "")
        reports = source and source.kind in REPORTERS and passes_on(statement)
        if source and not reports:
            _add_statement(passages, statement)
    for passage in passages:
        _add_acts(passage, doc, arguments)
    return passages


def _words(text: str, place: Span) -> tuple[RelationWord, ...]:
    found = find_relations(text)
    first, last = (bisect_left(found, edge, key=lambda word: word.start) for edge in (place.start, place.end))
    return found[first:last]


def _add_statement(passages: Sequence[Passage], statement: Statement) -> None:
    """Give a statement to its source in each sentence that holds a part of it, or its cue."""
    source = str(statement.source)
    for content in statement.content_spans:
        for passage in _overlapping(passages, content):
            move = passage.move(source)
            move.contents.append(content)
            _once(move.statements, statement)
    if statement.cue_span:
        for passage in _overlapping(passages, statement.cue_span):
            _once(passage.move(source).statements, statement)


def _once(statements: list[Statement], statement: Statement) -> None:
    if statement not in statements:
        statements.append(statement)


def _overlapping(passages: Sequence[Passage], place: Span) -> Iterator[Passage]:
    first = bisect_left(passages, place.start + 1, key=lambda passage: passage.span.end)
    for number in range(first, len(passages)):
        passage = passages[number]
        if passage.span.start >= place.end:
            return
        yield passage


def _add_acts(passage: Passage, doc: Doc, arguments: Arguments) -> None:
    place = doc.char_span(passage.span.start, passage.span.end, alignment_mode="expand")
    speakers = list(passage.moves.values())
    for token in place or ():
        word = _word_at(passage, token)
        if word and is_infinitive(token) and _word_at(passage, token.head):
            word = None  # of "threatened to sue" the first word tells
        if is_predicate(token) or (word and token.pos_ == "NOUN"):
            act = _act(token, word, arguments, passage)
            for agent in act.agents:
                passage.move(agent).acts.append(act)
            speaker = _innermost(speakers, token.idx)
            if speaker:
                speaker.told.append(act)


def _word_at(passage: Passage, token: Token) -> RelationWord | None:
    return next((one for one in passage.words if one.start <= token.idx < one.end), None)


def _act(token: Token, word: RelationWord | None, arguments: Arguments, passage: Passage) -> Act:
    agents = [party.actor for party in arguments.agents(token)]
    others = [(preposition, party.actor) for preposition, party in arguments.others(token)]
    if not is_predicate(token):
        agents += [actor for preposition, actor in others if preposition in BEFORE_AGENT]
        agents += _between(word, passage) if word and word.words.endswith("between") else []
        speakers, behind = _speaking_of(token, arguments)
        agents = agents or speakers
        others += behind if agents == speakers else []
    patients = tuple(party.actor for party in arguments.patients(token))
    is_past = word is not None and past().search(_clause(token)) is not None
    reached = tuple(dict.fromkeys(party.actor for party in _reached(token, arguments)))
    return Act(token.idx, word, denied(token), is_past, tuple(dict.fromkeys(agents)), patients, tuple(others), reached)


def _speaking_of(noun: Token, arguments: Arguments) -> tuple[list[str], list[tuple[str, str]]]:
    """Who speaks of a thing that nobody owns, and with whom: "A spoke with B about the consequences"."""
    predicates = [one for one in noun.ancestors if is_predicate(one)]
    agents = next((found for one in predicates if (found := arguments.agents(one))), [])
    doers = [party.actor for party in agents]
    same = [one for one in predicates if doers and [party.actor for party in arguments.agents(one)] == doers]
    return doers, [(how, party.actor) for one in same for how, party in arguments.others(one)]


def _between(word: RelationWord, passage: Passage) -> list[str]:
    """The first two named after "tensions between", whatever the tree makes of their coordination."""
    after = [one.actor for one in passage.mentions if word.end <= one.span.start < word.end + BETWEEN_REACH]
    return list(dict.fromkeys(after))[:2]


def _reached(token: Token, arguments: Arguments) -> Iterator[Party]:
    """Whose the things are that a predicate is done to, and to whom those are done that it is done for."""
    behind = [noun for preposition, noun in adjuncts(token) if preposition in ABOUT]
    things = [*dependents(token, "object", "passive subject"), *behind] if is_predicate(token) else []
    for thing in things:
        yield from (party for owner in dependents(thing, "possessor") for party in arguments.named(owner))
        yield from (party for _, party in arguments.others(thing))
    for clause in dependents(token, "complement"):
        yield from arguments.patients(clause) if is_infinitive(clause) else arguments.agents(clause)


def _clause(token: Token) -> str:
    """The sentence of a predicate without the clauses that it does not stand in."""
    others = (one for one in token.sent if relation(one) in CLAUSES and is_predicate(one) and not _below(token, one))
    apart = {word.i for clause in others for word in clause.subtree}
    return "".join(word.text_with_ws for word in token.sent if word.i not in apart)


def _below(token: Token, clause: Token) -> bool:
    return token == clause or clause.is_ancestor(token)


def _innermost(speakers: Sequence[Move], place: int) -> Move | None:
    """Whose words stand at `place`: of several contents around it, the shortest one's speaker."""
    around = [
        (content.end - content.start, number)
        for number, move in enumerate(speakers)
        for content in move.contents
        if content.start <= place < content.end
    ]
    return speakers[min(around)[1]] if around else None
