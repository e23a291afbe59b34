"""Positions without an issue: statements and deeds that take a side, in the article's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.lexicon import cue_classes
from analysis.positions.clauses import evidence, said_from
from analysis.positions.deeds import Deed, find_deeds
from analysis.positions.forces import find_forces, modifier
from analysis.positions.stance import Composed, Factor, hedge_in, product
from analysis.positions.telling import Telling, sourcing
from analysis.records import Actor, PositionSourcing, Span, Statement, span
from analysis.scene import PLAIN_CLASSES, passes_on

# To decline these, or not to say whether, is to hold nothing.
SILENCE = re.compile(
    r"(?:to )?(?:comment|weigh|say|discuss|answer|elaborate|respond|speculate|be (?:named|identified))\b"
    r"|(?:that|whether|if|when|what|why|where|who|which|how)\b"
)
# A content that goes on from its speaker: "(said) he opposes ...".
SPEAKER = re.compile(r"[“\"'‘]*(?:that\s+)?(?:he|she|they|we|I|it|the\s+\w+)(?:\s+\w+){0,2}\s+", re.IGNORECASE)
MAIN_CLAUSE_WORDS = 14
SENTENCES_EACH = 3  # of one statement
MIN_WORDS = 5
TAKES_SIDE = 0.55
SAYS_PLAINLY = 0.4
DEED = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A holder, the words that it is for or against, and the stance they amount to."""

    holder: Actor
    words: str
    evidence: Span
    composed: Composed
    sourcing: PositionSourcing
    statement: Statement | None
    confidence: float


def find_told(scene: Telling) -> Iterator[Told]:
    """What statements and deeds take sides on; the words of statements come first."""
    for statement in scene.statements:
        if statement.source in scene.actors:
            for words in _own(scene, statement)[:SENTENCES_EACH]:
                yield from _passed_on(scene, statement, words) or _said(scene, statement, words)
    for sentence in scene.sentences:
        for deed in find_deeds(scene, sentence):
            if not scene.in_statement(deed.forces[0].start, deed.forces[0].end):
                yield _done(scene, deed, None)


def _own(scene: Telling, statement: Statement) -> list[Span]:
    """The sentences of a statement that say what its source holds, not mostly what another is reported to say."""
    inner = [content for one in scene.statements_within(statement) for content in one.content_spans]
    return [words for words in _sentences(scene, statement) if not any(_mostly(words, content) for content in inner)]


def _mostly(words: Span, content: Span) -> bool:
    return 2 * (min(words.end, content.end) - max(words.start, content.start)) >= words.end - words.start


def _sentences(scene: Telling, statement: Statement) -> list[Span]:
    """A statement's content, sentence by sentence; not what is too short to say anything, or refused to be said."""
    found = [
        span(scene.text, max(sentence.start, content.start), min(sentence.end, content.end))
        for content in statement.content_spans
        for sentence in scene.sentences_in(content)
    ]
    if statement.cue_class == "decline" and found and SILENCE.match(found[0].quote):
        return []
    return [words for words in found if len(words.quote.split()) >= MIN_WORDS] or found[:1]


def _passed_on(scene: Telling, statement: Statement, words: Span) -> list[Told]:
    """What a go-between says of others: they hold it, on its word."""
    if not passes_on(statement):
        return []
    others = (deed for deed in find_deeds(scene, words) if deed.subject.actor != statement.source)
    return [_done(scene, deed, statement) for deed in others]


def _said(scene: Telling, statement: Statement, words: Span) -> list[Told]:
    """What the source itself holds; an outlet that plainly reports holds nothing."""
    if statement.sourcing == "outlet" and passes_on(statement):
        return []
    turns, core = _core(scene, words)
    factors = [*_cue_factors(scene, statement), *turns, Factor("the words themselves", 1)]
    sided = statement.cue_class in cue_classes() and statement.cue_class not in PLAIN_CLASSES
    told = Told(
        scene.actors[str(statement.source)],
        core,
        evidence(scene, said_from(scene, statement, words), words.end, scene.sentence_at(words.start) or words),
        product(factors, _hedge(scene, statement, words)),
        sourcing(statement),
        statement,
        TAKES_SIDE if sided or modifier("evaluation").search(words.quote) else SAYS_PLAINLY,
    )
    return [told]


def _hedge(scene: Telling, statement: Statement, words: Span) -> str:
    """The speaker's hedge: in the first sentence as the statement has it, in later ones by the words alone."""
    place = statement.certainty.span
    if words.start <= statement.content_spans[0].start:
        return place.quote if place else ""
    return hedge_in(scene.text, words.start, words.end)


def _core(scene: Telling, words: Span) -> tuple[Sequence[Factor], str]:
    """What a statement's words are for or against, and what turns them.

    "He opposes X" is against X; "this is not X" is against "this is … X".
    """
    own = next(iter(find_forces(scene.text, words.start, words.end)), None)
    if own and SPEAKER.fullmatch(scene.text[words.start : own.start]):
        return [Factor(own.words, own.force.sign, own.force.strength)], scene.text[own.end : words.end]
    head = words.start + len(" ".join(words.quote.split(" ")[:MAIN_CLAUSE_WORDS]))
    negation = modifier("negation").search(scene.text, words.start, head)
    if negation is None:
        return [], words.quote
    before, after = scene.text[words.start : negation.start()], scene.text[negation.end() : words.end]
    return [Factor(negation[0], -1)], f"{before.rstrip()} … {after.lstrip()}"


def _cue_factors(scene: Telling, statement: Statement) -> Iterator[Factor]:
    """The force of the cue: by its words, else by its class."""
    cue = statement.cue_span
    forces = find_forces(scene.text, cue.start, cue.end) if cue else ()
    for found in forces:
        yield Factor(found.words, found.force.sign, found.force.strength)
    denial = modifier("negation").search(scene.text, cue.start, forces[0].start) if cue and forces else None
    if denial:
        yield Factor(denial[0], -1)
    known = cue_classes().get(statement.cue_class)
    if known and known.polarity < 0 and not forces:
        yield Factor(cue.quote if cue else known.name, -1)


def _done(scene: Telling, deed: Deed, statement: Statement | None) -> Told:
    holder, place = scene.actors[deed.subject.actor], deed.place
    negations = modifier("negation").finditer(scene.text, place.start, deed.forces[0].start)
    factors = [
        *(Factor(match[0], -1) for match in negations),
        *(Factor(one.words, one.force.sign, one.force.strength) for one in deed.forces),
        Factor("what follows", 1),
    ]
    described: PositionSourcing = "unnamed" if holder.kind == "unnamed" else "reporter"
    return Told(
        holder,
        deed.words.quote,
        evidence(scene, place.start, place.end, scene.sentence_at(place.start) or place),
        product(factors, hedge_in(scene.text, place.start, place.end)),
        sourcing(statement) if statement else described,
        statement,
        DEED,
    )
