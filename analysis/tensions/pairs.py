"""Whom a move may be directed at, and what speaks for it: the features of an actor's move and one possible target."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, log1p

from analysis.records import Mention
from analysis.scene import passes_on
from analysis.tensions.kinds import KIN
from analysis.tensions.moves import Act, Move, Passage
from analysis.tensions.relations import Verdict, find_verdicts
from analysis.tensions.view import View

# How many sentences back an actor still comes to mind, and how many of the most salient always do.
REACH = 5
FOREMOST = 5
NEAR = 60  # characters between a word and the name that it turns on
PREPOSITIONS = frozenset({"with", "against", "of", "on", "upon", "at", "to", "from", "by", "about", "over", "for"})
TURNS = frozenset({"but", "while", "despite", "although", "however", "instead"})
NEGATIONS = frozenset({"not", "never", "no", "nothing", "cannot"})
OPENING = 3  # sentences


@dataclass(frozen=True)
class Pair:
    """A move and the id of its possible target, with the places where the sentence names this."""

    move: Move
    target: str
    named: tuple[Mention, ...]


class Company:
    """Who is named where in an article: what the features of its pairs are looked up in."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.verdicts = find_verdicts(view.text)
        starts = [sentence.start for sentence in view.sentences]
        self._sentences: dict[str, list[int]] = defaultdict(list)
        self._named: dict[int, list[str]] = defaultdict(list)
        for mention in view.mentions:
            number = bisect_left(starts, mention.span.start + 1) - 1
            self._sentences[mention.actor].append(number)
            self._named[number].append(mention.actor)
        by_salience = sorted(view.actors.values(), key=lambda actor: (-actor.salience, actor.id))
        self.rank = {actor.id: place for place, actor in enumerate(by_salience)}
        self._foremost = [actor.id for actor in by_salience[:FOREMOST]]
        self._spoken_of = Counter(self._mentions_in_statements())
        self._speakers = sorted(
            (content.start, str(one.source))
            for one in view.statements
            if one.source in view.actors
            for content in one.content_spans[:1]
        )

    def pairs(self, passage: Passage) -> list[Pair]:
        """Every move of a sentence with everyone who may be its target."""
        near = [actor for back in range(REACH + 1) for actor in self._named.get(passage.number - back, ())]
        spoken_to = [str(one.addressee) for move in passage.moves.values() for one in move.statements if one.addressee]
        around = [actor for actor in dict.fromkeys((*near, *self._foremost, *spoken_to)) if actor in self.view.actors]
        named: dict[str, list[Mention]] = defaultdict(list)
        for mention in passage.mentions:
            named[mention.actor].append(mention)
        return [
            Pair(move, actor, tuple(named.get(actor, ())))
            for move in passage.moves.values()
            for actor in around
            if actor != move.actor and not self._only_hears(move, actor)
        ]

    def _only_hears(self, move: Move, actor: str) -> bool:
        """Whether an actor is a newspaper or broadcaster that something is told to."""
        told = any(one.addressee == actor for one in move.statements)
        return told and self.view.actors[actor].kind == "media"

    def since(self, actor: str, number: int) -> int | None:
        """How many sentences before the `number`-th the actor was named last, None for never."""
        places = self._sentences[actor]
        before = bisect_left(places, number)
        return number - places[before - 1] if before else None

    def spoken_of(self, speaker: str, actor: str) -> int:
        """How often a speaker's words name an actor."""
        return self._spoken_of[speaker, actor]

    def last_speaker(self, place: int, but: str) -> str | None:
        """Who spoke last before a place of the text, other than `but`."""
        before = bisect_left(self._speakers, (place, ""))
        return next((actor for _, actor in reversed(self._speakers[max(0, before - 4) : before]) if actor != but), None)

    def _mentions_in_statements(self) -> Iterator[tuple[str, str]]:
        for statement in self.view.statements:
            for content in statement.content_spans:
                for mention in self.view.mentions_in(content.start, content.end):
                    yield str(statement.source), mention.actor

    def judged(self, passage: Passage) -> Sequence[Verdict]:
        """The verdicts that stand in a sentence."""
        edges = (passage.span.start, passage.span.end)
        first, last = (bisect_left(self.verdicts, edge, key=lambda one: one.start) for edge in edges)
        return self.verdicts[first:last]


def features(pair: Pair, company: Company) -> dict[str, float]:
    """What speaks for or against the move being directed at the target, by name; what is not there is left out."""
    here = "here" if pair.named else "elsewhere"
    found = {f"{here} {name}": 1.0 for name in dict.fromkeys(_of_sentence(pair.move, company))}
    found |= dict.fromkeys(dict.fromkeys((*_of_roles(pair), *_of_places(pair, company), *_of_kin(pair, company))), 1.0)
    actor = company.view.actors[pair.target]
    said, back = (company.spoken_of(*ids) for ids in ((pair.move.actor, pair.target), (pair.target, pair.move.actor)))
    numbers = {
        f"{here} length": log(1 + len(pair.move.sentence.span.quote.split())),
        f"{here} salience": actor.salience,
        "speaks of the target": log1p(said),
        "target speaks of it": log1p(back),
    }
    return found | {name: value for name, value in numbers.items() if value} | {"any": 1.0, here: 1.0}


def _of_sentence(move: Move, company: Company) -> Iterator[str]:
    """What the sentence tells, whoever it is about."""
    passage = move.sentence
    yield from (f"word {word.relation.type}" for word in passage.words)
    for verdict in company.judged(passage):
        yield f"{'said' if move.says(verdict.start) else 'told'} {verdict.type}"
    for statement in move.statements:
        yield f"cue {statement.cue_class}"
        yield from ["quoted"] if statement.kind == "direct" else []
        yield from ["passes on"] if passes_on(statement) else []
    yield from (f"does {act.kind}" for act in move.acts if act.word)
    yield from (f"tells {act.kind}" for act in move.told if act.word)
    yield from ["denies"] if any(act.denied for act in move.told) else []
    yield from ["speaks"] if move.contents else []
    words = passage.span.quote.lower().replace("n't", " not").replace("n’t", " not").split()
    yield from ["turns"] if TURNS.intersection(words) else []
    yield from ["not"] if NEGATIONS.intersection(words) else []
    yield from ["asks"] if "?" in passage.span.quote else []
    yield from ["opening"] if passage.number < OPENING else []


def _of_roles(pair: Pair) -> Iterator[str]:
    """Where the target stands around what the actor does, and around what its words tell."""
    for act in pair.move.acts:
        yield from _roles(act, pair.target, "", pair.move.actor)
    for act in pair.move.told:
        yield from _roles(act, pair.target, "told ", pair.move.actor)
    yield from ["addressee"] if any(one.addressee == pair.target for one in pair.move.statements) else []


def _roles(act: Act, target: str, told: str, actor: str) -> Iterator[str]:
    if target in act.patients:
        yield f"{told}patient"
        yield f"{told}patient {act.kind}"
    for preposition, other in act.others:
        if other == target:
            yield f"{told}{preposition if preposition in PREPOSITIONS else 'otherwise'}"
            yield f"{told}behind {act.kind}"
    if target in act.reached:
        yield f"{told}reached"
        yield f"{told}reached {act.kind}"
    if target in act.agents and (told or actor in act.agents):
        yield f"{told}agent"
        yield f"{told}agent {act.kind}"


def _of_places(pair: Pair, company: Company) -> Iterator[str]:
    """Where the target is named."""
    passage, move = pair.move.sentence, pair.move
    if pair.named:
        yield from ("named in its words" if move.says(one.span.start) else "named beside" for one in pair.named)
        yield from ["by pronoun"] if any(one.form == "pronoun" for one in pair.named) else []
        yield from (f"near {word.relation.type}" for word in passage.words if _near(pair.named, word.start))
        yield from (f"near said {one.type}" for one in company.judged(passage) if _near(pair.named, one.start))
        return
    since = company.since(pair.target, passage.number)
    yield f"named {since if since and since <= 2 else 'long' if since else 'not'} before"
    yield from [f"rank {company.rank[pair.target]}"] if company.rank[pair.target] < 2 else []
    yield from ["spoke last"] if company.last_speaker(passage.span.start, move.actor) == pair.target else []
    told = (content for one in move.statements for content in one.content_spans)
    mentions = (one for content in told for one in company.view.mentions_in(content.start, content.end))
    yield from ["in the same statement"] if any(one.actor == pair.target for one in mentions) else []


def _near(mentions: Iterable[Mention], place: int) -> bool:
    return any(abs(one.span.start - place) < NEAR for one in mentions)


def _of_kin(pair: Pair, company: Company) -> Iterator[str]:
    """Who they are, and to whom they belong."""
    view = company.view
    actor, target = view.actors[pair.move.actor], view.actors[pair.target]
    yield f"target {target.kind}"
    yield f"actor {actor.kind}"
    for_actor, for_target = view.speaks_for(actor.id), view.speaks_for(target.id)
    if target in for_actor or actor in for_target:
        yield KIN
    elif for_actor[-1] == for_target[-1]:
        yield "of one house"
    if actor.side and target.side and actor.side != target.side:
        yield "sides apart"
