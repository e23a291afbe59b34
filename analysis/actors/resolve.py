"""Reads a text on, word by word: each name, nominal and pronoun put to an actor met before, or to a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from analysis.actors.antecedents import REACH, Choice, kind_of
from analysis.actors.chunks import Chunk, is_modifier
from analysis.actors.drafts import Draft, Found
from analysis.actors.memory import Memory, Met
from analysis.actors.names import Names
from analysis.actors.nominals import as_government, from_words, new_draft, recalls
from analysis.actors.pairs import Anaphor
from analysis.actors.sources import Source
from analysis.actors.turns import OUTSIDE, Turns
from analysis.grammar import predicated_of, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Chooser = Callable[[Anaphor, Iterable[Met], Turns], Choice]
# Nominals name what they take up more plainly than pronouns do, and reach further back.
NOMINAL_REACH = 12
# Unnamed speakers with one noun among whom "the official" is looked for.
MOST_ALIKE = 20


@dataclass
class Reading:
    """What is known while the text is read on."""

    names: Names
    sources: tuple[Source, ...]
    day: date | None
    chooser: Chooser
    others: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.memory = Memory(self.names.doc)
        self.name_at = {name.root.i: name for name in self.names.doc.ents}
        self.source_at = {source.head: source for source in self.sources}
        self.holder: dict[int, Draft] = {}
        for draft in self.names.drafts:
            for found in (found for found in draft.found if found.form == "title"):
                found.source = found.head.i in self.source_at
                self.hold(draft, found.span)
        self.unnamed: dict[tuple[str, bool], list[Draft]] = {}  # by noun and number
        self.passed_over: dict[str, Draft] = {}  # names that do not act
        self.given_up: set[int] = set()  # heads of nominals of their own

    def add(self, draft: Draft, found: Found) -> None:
        draft.found.append(found)
        self.memory.meet(draft, found)
        self.hold(draft, found.span)

    def spoken_of(self, source: Token) -> set[Draft | None]:
        """Whom the source names in its sentence, or speaks of in a quotation: nobody speaks of himself so."""
        quotation, sentence = self.memory.turns.quotation, source.sent
        told = [i for part in self.memory.turns.told(source.i) for i in range(part.start, part.end)]
        named = {
            self.names.by_start.get(i)
            for i in told
            if quotation(i) != OUTSIDE or i in range(sentence.start, sentence.end)
        }
        return (named | {self.holder.get(i) for i in told if quotation(i) != OUTSIDE}) - {None}

    def hold(self, draft: Draft, span: Span) -> None:
        """Remember whose words those of `span` are; names inside longer words keep theirs."""
        for token in range(span.start, span.end):
            self.holder.setdefault(token, draft)
        self.holder[span.root.i] = draft


def resolve(reading: Reading, chunks: list[Chunk], roles: frozenset[int]) -> list[Draft]:
    """All that the text speaks of, with their mentions; `roles` are the heads of nominals that describe a name."""
    chunk_at = {chunk.head: chunk for chunk in chunks}
    no_things = roles | {token.i for name in reading.names.doc.ents for token in name}
    for token in reading.names.doc:
        if token.i in chunk_at:
            _read_nominal(chunk_at[token.i], reading)
        elif token.i in reading.name_at:
            _read_name(token, reading)
        elif kind_of(token):
            _read_pronoun(token, reading)
        elif token.pos_ == "NOUN" and token.i not in no_things and not is_modifier(token):
            _read_bystander(token, reading)
        elif relation(token) in ("subject", "passive subject") and token.i in reading.source_at:
            _read_relative(token, reading)
    _give_up_names(reading)
    _read_sources(reading)
    return [*reading.names.drafts, *reading.others]


def _read_name(token: Token, reading: Reading) -> None:
    span = reading.name_at[token.i]
    draft = reading.names.of(span)
    if draft is not None:
        reading.hold(draft, span)
        reading.memory.meet(draft, reading.names.found_at[span.start])
        return
    thing = reading.passed_over.get(span.text)
    if thing is None:
        thing = reading.passed_over[span.text] = Draft(span.text, "unnamed", bystander=True, head=span.text)
        reading.others.append(thing)
    reading.add(thing, Found(span, "name", 0.5, "a name that does not act"))


def _read_nominal(chunk: Chunk, reading: Reading) -> None:
    source = chunk.head in reading.source_at
    government = as_government(chunk, reading.names)
    if government:
        reading.add(government, Found(chunk.span, "nominal", 0.8, "its government", source))
        return
    described = predicated_of(chunk.token)
    holder = reading.holder.get(described.i) if described is not None else None
    if holder and holder.sort == "person" and not chunk.noun.plural and chunk.determiner != "no":
        reading.add(holder, Found(chunk.span, "title", 0.7, f"said of {holder.name} by the clause", source))
        return
    new = new_draft(chunk, reading.names, source, reading.day)
    alike = reading.unnamed.setdefault((chunk.noun.lemma, chunk.noun.plural), [])
    again = next((draft for draft in reversed(alike[-MOST_ALIKE:]) if recalls(chunk, draft)), None)
    if again:
        reading.add(again, Found(chunk.span, "nominal", 0.8, f"fewer words for {again.name}", source))
        return
    met = reading.memory.near(chunk.span.start, NOMINAL_REACH)
    choice = reading.chooser(Anaphor(chunk.token, new.sort, chunk, new.side), met, reading.memory.turns)
    if choice.draft:
        reading.add(choice.draft, Found(chunk.span, "nominal", choice.confidence, choice.reason, source))
        return
    reading.given_up.add(chunk.head)
    alike.append(new)
    reading.others.append(new)
    reading.add(new, Found(chunk.span, "nominal", 0.8, "described so", source))


def _give_up_names(reading: Reading) -> None:
    """A name that heads a nominal of its own is no mention of the whole: "some Republicans"."""
    of = reading.names.by_start
    given_up = {head: of[head] for head in reading.given_up if head in of}
    for whole in set(given_up.values()):
        whole.found = [found for found in whole.found if given_up.get(found.span.start) is not whole]


def _read_pronoun(token: Token, reading: Reading) -> None:
    anaphor, others = Anaphor(token, kind_of(token), source=token.i in reading.source_at), reading.spoken_of(token)
    met = (one for one in reading.memory.near(token.i, REACH) if one.draft not in others)
    choice = reading.chooser(anaphor, met, reading.memory.turns)
    draft = choice.draft
    if draft is None and anaphor.kind == "it":
        return
    if draft is None:  # someone whom the text only ever calls so; no actor, but whom later pronouns may mean
        draft = Draft(token.text, "unnamed", plural=anaphor.kind == "they")
        reading.others.append(draft)
    if anaphor.kind in ("he", "she") and not draft.gender:
        draft.gender = "he" if anaphor.kind == "he" else "she"
    span, source = token.doc[token.i : token.i + 1], token.i in reading.source_at
    reading.add(draft, Found(span, "pronoun", choice.confidence, choice.reason, source))


def _read_bystander(token: Token, reading: Reading) -> None:
    draft = Draft(token.text, "unnamed", bystander=True, head=token.lower_)
    reading.others.append(draft)
    reading.add(draft, Found(token.doc[token.i : token.i + 1], "nominal", 0.5, "a thing"))


def _read_relative(token: Token, reading: Reading) -> None:
    """A relative pronoun that speaks means what its clause describes."""
    clause = token.head
    if token.pos_ != "PRON" or relation(clause) != "relative clause":
        return
    draft = reading.holder.get(clause.head.i)
    if draft:
        span = token.doc[token.i : token.i + 1]
        reading.add(draft, Found(span, "pronoun", 0.9, f"its clause describes {draft.name}", True))


def _read_sources(reading: Reading) -> None:
    """Sources in which nobody was found become actors by their words."""
    doc = reading.names.doc
    speaking = {draft.name.lower(): draft for draft in reversed(reading.others) if not draft.bystander}
    for source in reading.sources:
        held = (reading.holder.get(token) for token in range(source.start, source.end))
        if any(draft and not draft.bystander for draft in held):
            continue
        made = from_words(doc, source.start, source.end)
        if made is None:
            continue
        draft, confidence = made
        same = speaking.setdefault(draft.name.lower(), draft)
        if same is draft:
            reading.others.append(draft)
        reason = "source of an attribution, named by its words"
        same.found.append(Found(doc[source.start : source.end], "nominal", confidence, reason, True))
