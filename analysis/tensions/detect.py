"""Detectors: each a small function from an article's records to single pulls."""

import re
from collections.abc import Callable, Iterator

from analysis.records import Mention, Span, Statement, TensionType, span
from analysis.scene import passes_on
from analysis.tensions.compare import opposed_positions
from analysis.tensions.parties import Parties, is_place, parties
from analysis.tensions.pull import Pull
from analysis.tensions.relations import RelationWord, find_relations, past, verdicts
from analysis.tensions.topics import about_words, issue_of
from analysis.tensions.view import View

NAMED_RELATION = 0.65
VERDICT = 0.5
VERDICT_STRENGTH = 0.6
CHAIN_REACH = 8  # characters between two relation words of one phrase
VERDICT_REACH = 90  # characters from a verdict to whom it is on
NEED_SUBJECT: tuple[TensionType, ...] = ("demand", "doubt")
CLAUSE_END = re.compile(r"[;—]|\s–\s|,\s+(?:but|while|although|whereas)\b")


def named_relations(view: View) -> Iterator[Pull]:
    """A word that sets one actor against another: urges, accuses, questions, "tensions between".

    Of words that follow each other at once ("threatened to sue") the first one tells.
    """
    before: tuple[str, str] = ("", "")
    end = 0
    for word in find_relations(view.text):
        sentence = view.sentence_at(word.start)
        found = parties(view, word, sentence) if sentence else None
        if sentence and found and not (found[:2] == before and word.start - end <= CHAIN_REACH):
            before, end = found[:2], word.end
            yield _named(view, word, found, sentence)


def _named(view: View, word: RelationWord, found: Parties, sentence: Span) -> Pull:
    a, b, start = found
    stop = CLAUSE_END.search(view.text, word.end, sentence.end)
    place = view.evidence(start, stop.start() if stop else sentence.end, sentence)
    issue = issue_of(view, a, b, place, sentence)
    statement = view.statement_at(word.start, word.end)
    return Pull(
        a=a,
        b=b,
        type=word.relation.type,
        issue=issue.id if issue else "",
        about=issue.name if issue else about_words(view.text[word.start : place.end]),
        a_evidence=(place,),
        b_evidence=(),
        a_records=_records(view, a, place) + ((statement.id,) if statement else ()),
        b_records=(),
        past=past().search(sentence.quote) is not None or _told_as_repeated(view, sentence),
        strength=word.relation.strength,
        confidence=NAMED_RELATION,
        reason=f"“{word.words}” sets {view.actors[a].name} against {view.actors[b].name}",
    )


def _records(view: View, actor: str, place: Span) -> tuple[str, ...]:
    return tuple(
        position.id
        for position in view.positions
        if position.actor == actor and any(place.overlaps(evidence) for evidence in position.evidence)
    )


def _told_as_repeated(view: View, sentence: Span) -> bool:
    """Whether the sentence before, in the same paragraph, announces something past that this one spells out."""
    before = view.sentence_at(sentence.start - 2) if sentence.start > 1 else None
    if before is None or "\n" in view.text[before.end : sentence.start]:
        return False
    return "not the first time" in before.quote


def verdicts_in_statements(view: View) -> Iterator[Pull]:
    """What someone says of another by name: that they fail, should do something, cannot be trusted."""
    for statement in view.statements:
        if statement.source in view.actors and not passes_on(statement):
            for content in statement.content_spans:
                for sentence in view.sentences_in(content):
                    yield from _verdicts(view, statement, _common(view, content, sentence))


def _common(view: View, content: Span, sentence: Span) -> Span:
    return span(view.text, max(content.start, sentence.start), min(content.end, sentence.end))


def _verdicts(view: View, statement: Statement, place: Span) -> Iterator[Pull]:
    """One pull for each type of verdict, on the rival named nearest before it, or nearest after it."""
    source = str(statement.source)
    named = [
        one
        for one in view.mentions_in(place.start, place.end)
        if view.rivals(source, one.actor) and not is_place(view, one)
    ]
    for kind, pattern in verdicts():
        word = pattern.search(view.text, place.start, place.end)
        other = _judged(kind, named, word) if word else None
        if word and other:
            yield _verdict(view, statement, kind, other.actor, word[0], place)


def _judged(kind: TensionType, named: list[Mention], word: re.Match[str]) -> Mention | None:
    """Whom a verdict is on: the nearest named before it, or, unless it needs a subject ("should"), after it."""
    before = [one for one in named if word.start() - VERDICT_REACH < one.span.end <= word.start()]
    after = [one for one in named if word.end() <= one.span.start < word.end() + VERDICT_REACH]
    found = before[-1:] or ([] if kind in NEED_SUBJECT else after[:1])
    return found[0] if found else None


def _verdict(view: View, statement: Statement, kind: TensionType, other: str, word: str, place: Span) -> Pull:
    source = str(statement.source)
    evidence = view.evidence(place.start, place.end, view.sentence_at(place.start) or place)
    issue = issue_of(view, source, other, evidence, evidence)
    return Pull(
        a=source,
        b=other,
        type=kind,
        issue=issue.id if issue else "",
        about=issue.name if issue else about_words(place.quote),
        a_evidence=(evidence,),
        b_evidence=(),
        a_records=(*_records(view, source, evidence), statement.id),
        b_records=(),
        past=past().search(view.text, place.start, place.end) is not None,
        strength=VERDICT_STRENGTH,
        confidence=VERDICT,
        reason=f"{view.actors[source].name} says “{word}” of {view.actors[other].name}",
    )


Detector = Callable[[View], Iterator[Pull]]
DETECTORS: tuple[Detector, ...] = (named_relations, opposed_positions)


def find_pulls(view: View) -> list[Pull]:
    """All pulls; a verdict counts where nothing else says what its speaker does to whom."""
    found = [pull for detector in DETECTORS for pull in detector(view)]
    told = [
        (one, place) for pull in found for one in (pull.a, pull.b) for place in (*pull.a_evidence, *pull.b_evidence)
    ]
    verdicts_ = [
        pull
        for pull in verdicts_in_statements(view)
        if not any(pull.a == one and place.overlaps(pull.a_evidence[0]) for one, place in told)
    ]
    return found + verdicts_
