"""Where one actor backs, helps or agrees with another: by a verb with both among its arguments."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.arguments import Arguments, is_passive, is_predicate
from analysis.grammar import denied, dependents
from analysis.lexicon import verb_forms
from analysis.records import Actor, Article, Cooperation, CooperationType, Mention, Span, Statement
from analysis.scene import known_and_placed
from analysis.tensions.relations import past
from analysis.tensions.topics import about_words
from analysis.tensions.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TABLE = Path(__file__).with_name("cooperation.toml")
CONFIDENCE = 0.6
# Predicates and the words beside them under which nobody is said to cooperate.
TURNING = frozenset(
    {
        "refuse",
        "refused",
        "refuses",
        "refusing",
        "decline",
        "declined",
        "stop",
        "stopped",
        "unwilling",
        "fail",
        "failed",
    }
)
WEAKENING = frozenset({"less", "if", "unless", "hardly", "without"})
BESIDE = frozenset({"with", "behind"})
# Behind these stands whom one agrees with, or whom help goes to.
WITH, TO = frozenset({"with"}), frozenset({"to", "for", "with"})


def find_cooperations(
    doc: Doc,
    article: Article,
    sentences: tuple[Span, ...],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
) -> tuple[Cooperation, ...]:
    """The cooperation that the article tells of, each two once a type, with all its evidence, in order."""
    view = View(article, sentences, *known_and_placed(actors, mentions), statements, (), ())
    found: dict[tuple[str, str, CooperationType, bool], list[tuple[Span, str]]] = {}
    for kind, a, b, token in _told(view, doc):
        sentence = view.sentence_at(token.idx)
        if sentence and view.rivals(a, b):
            key = (*view.sides(a, b, ""), kind, past().search(sentence.quote) is not None)
            place = view.evidence(sentence.start, sentence.end, sentence)
            found.setdefault(key, []).append((place, token.text))
    return tuple(_cooperation(view, *key, rows) for key, rows in found.items() if key[0] != key[1])


def _told(view: View, doc: Doc) -> Iterator[tuple[CooperationType, str, str, Token]]:
    arguments = Arguments(doc, view.mentions)
    for token in doc:
        kind = _kinds().get(token.lower_)
        if kind and is_predicate(token) and not _turned(token):
            yield from ((kind, a, b, token) for a, b in _parties(kind, token, arguments) if a != b)
        elif _sides_with(token) and not _turned(token):
            agents, targets = arguments.agents(token), arguments.named(token)
            yield from (("endorsement", a.actor, b.actor, token) for a in agents for b in targets if a.actor != b.actor)


def _sides_with(noun: Token) -> bool:
    """Whether a clause says that its subject is with, or behind, the noun."""
    beside = {child.lower_ for child in dependents(noun, "preposition")}
    return bool(beside & BESIDE) and is_predicate(noun)


def _turned(token: Token) -> bool:
    """Whether the predicate, or one that it hangs on, is denied, refused, weakened or a condition."""
    chain = [token, *(one for one in token.ancestors if is_predicate(one))]
    return any(
        denied(one) or one.lower_ in TURNING or any(child.lower_ in WEAKENING for child in one.children)
        for one in chain
    )


def _parties(kind: CooperationType, token: Token, arguments: Arguments) -> Iterator[tuple[str, str]]:
    agents = [party.actor for party in arguments.agents(token)]
    behind = TO if kind == "aid" else WITH
    others = [party.actor for preposition, party in arguments.others(token) if preposition in behind]
    targets = [party.actor for party in arguments.patients(token)] if kind != "agreement" else []
    for agent in agents:
        yield from ((agent, target) for target in dict.fromkeys((*targets, *others)))
    if kind == "agreement" and not others and not is_passive(token):
        yield from combinations(dict.fromkeys(agents), 2)


def _cooperation(
    view: View, a: str, b: str, kind: CooperationType, is_past: bool, rows: list[tuple[Span, str]]
) -> Cooperation:
    places = tuple(sorted({place for place, _ in rows}))
    return Cooperation(
        a=a,
        b=b,
        type=kind,
        about=about_words(places[0].quote),
        status="past" if is_past else "current",
        confidence=CONFIDENCE,
        reason=f"“{rows[0][1]}” joins {view.actors[a].name} and {view.actors[b].name}",
        evidence=places,
    )


@cache
def _kinds() -> dict[str, CooperationType]:
    """The type of cooperation that each form of a verb tells."""
    table: dict[Any, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {form: kind for kind, verbs in table.items() for verb in verbs for form in verb_forms(verb)}
