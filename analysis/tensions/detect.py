"""Every place of the text where one actor pulls against another: by a sentence's words, or by opposed positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.records import Position, Span
from analysis.tensions.against import chances
from analysis.tensions.compare import PLAIN_STRENGTH, opposed_positions
from analysis.tensions.kinds import kinds, told
from analysis.tensions.moves import Move, Passage, find_passages
from analysis.tensions.pairs import Company, Pair, features
from analysis.tensions.pull import Pull
from analysis.tensions.relations import past
from analysis.tensions.tones import Ask, hear, tone_features
from analysis.tensions.topics import about_words, issue_of
from analysis.tensions.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Pairs that are less likely than this are no evidence of anything.
LEAST_CHANCE = 0.04
VERDICT_STRENGTH = 0.6
ABOUT_LEAST = 3  # words


def find_pulls(view: View, doc: Doc, ask: Ask) -> list[Pull]:
    """All pulls, those of the sentences first."""
    return [*pulls_of_sentences(view, doc, ask), *opposed_positions(view)]


def pulls_of_sentences(view: View, doc: Doc, ask: Ask) -> Iterator[Pull]:
    """The pairs that a sentence may set against each other, sentence by sentence."""
    company = Company(view)
    before: Passage | None = None
    for passage, pairs, rows in described(view, doc, company, ask):
        found = chances(rows)
        for place, chance in _each_two(pairs, found):
            if chance >= LEAST_CHANCE:
                is_past = _is_past(view, pairs[place], before)
                yield _pull(company, pairs[place], rows[place], (chance, min(1.0, sum(found))), is_past)
        before = passage


def _each_two(pairs: Sequence[Pair], found: Sequence[float]) -> Iterator[tuple[int, float]]:
    """Of two actors the likelier direction, by its place, with the chance of both together."""
    ways: dict[frozenset[str], list[int]] = {}
    for place, pair in enumerate(pairs):
        ways.setdefault(frozenset((pair.move.actor, pair.target)), []).append(place)
    for places in ways.values():
        yield max(places, key=lambda place: (found[place], -place)), sum(found[place] for place in places)


def described(
    view: View, doc: Doc, company: Company, ask: Ask
) -> Iterator[tuple[Passage, Sequence[Pair], Sequence[Mapping[str, float]]]]:
    """The sentences with their pairs and the features of each; those without a pair are left out."""
    for passage in find_passages(view, doc):
        pairs = company.pairs(passage)
        if pairs:
            heard = hear(doc, passage, pairs, ask)
            rows = [features(pair, company) | tone_features(heard, pair, place) for place, pair in enumerate(pairs)]
            yield passage, pairs, rows


def _pull(company: Company, pair: Pair, row: Mapping[str, float], likely: tuple[float, float], is_past: bool) -> Pull:
    view, move = company.view, pair.move
    place = _evidence(view, move)
    issue = issue_of(view, move.actor, pair.target, place, move.sentence.span)
    types = kinds(row)
    strength, words, start = _wording(company, pair)
    held = view.held_at(move.actor, place)
    return Pull(
        a=move.actor,
        b=pair.target,
        type=max(types, key=lambda kind: types[kind]),
        issue=issue.id if issue else "",
        about=issue.name if issue else _about(view, held, place, start),
        a_evidence=(place,),
        b_evidence=(),
        a_records=(*(one.id for one in held), *(one.id for one in view.statements_at(place))),
        b_records=(),
        past=is_past,
        strength=strength,
        chance=likely[0],
        contested=likely[1],
        reason=_reason(view, pair, words, row),
        told=bool(told(row)),
        kinds=types,
    )


def _about(view: View, held: Sequence[Position], place: Span, start: int) -> str:
    """What the actor holds there, else the words from `start` on; not less than a few words."""
    told = (*(one.proposition for one in held), about_words(view.text[max(start, place.start) : place.end]))
    return next((words for words in told if len(words.split()) >= ABOUT_LEAST), about_words(place.quote))


def _evidence(view: View, move: Move) -> Span:
    """The sentence, or of one with a statement the part from its source to its end."""
    sentence = move.sentence.span
    if len(move.statements) != 1 or any(act.word for act in move.acts):
        return view.evidence(sentence.start, sentence.end, sentence)
    parts = [*move.contents, *(one for one in (move.statements[0].source_span, move.statements[0].cue_span) if one)]
    inside = [part for part in parts if part.overlaps(sentence)]
    start = max(sentence.start, min(part.start for part in inside))
    end = min(sentence.end, max(part.end for part in inside))
    return view.evidence(start, end, sentence)


def _wording(company: Company, pair: Pair) -> tuple[float, str, int]:
    """How strongly the sentence puts it (0 to 1), by which words, those of its acts before all others, and where."""
    passage = pair.move.sentence
    acts = [act.word for act in (*pair.move.acts, *pair.move.told) if act.word]
    words = acts or list(passage.words)
    if words:
        strongest = max(words, key=lambda word: word.relation.strength)
        return strongest.relation.strength, strongest.words, strongest.start
    verdicts = company.judged(passage)
    return (VERDICT_STRENGTH, verdicts[0].words, 0) if verdicts else (PLAIN_STRENGTH, "", 0)


def _reason(view: View, pair: Pair, words: str, row: Mapping[str, float]) -> str:
    sides = f"{view.actors[pair.move.actor].name} against {view.actors[pair.target].name}"
    tone = f", in a tone that is negative with a chance of {row['negative']:.2f}" if "negative" in row else ""
    return f"{f'“{words}”' if words else 'the sentence'} sets {sides}{tone}"


def _is_past(view: View, pair: Pair, before: Passage | None) -> bool:
    """Whether what it does lies in the past: by the clause of the act that tells of it, else by the sentence; or by the
    sentence before, in the same paragraph.
    """
    passage = pair.move.sentence
    acts = [act for act in (*pair.move.acts, *pair.move.told) if act.word]
    if any(act.past for act in acts) or (not acts and past().search(passage.span.quote)):
        return True
    if before is None or "\n" in view.text[before.span.end : passage.span.start]:
        return False
    return "not the first time" in before.span.quote
