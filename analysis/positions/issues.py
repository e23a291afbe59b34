"""The codebook's issues: every pattern's match, with the candidate that takes a stance on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.codebook import Issue, Pattern
from analysis.overlaps import Overlaps
from analysis.positions.candidates import Candidate
from analysis.positions.forces import force_of
from analysis.positions.stance import cue_polarity, is_stanced, is_supposed, is_untried, path_factors
from analysis.positions.telling import Telling
from analysis.records import Actor, Factor, Span, span
from analysis.scene import passes_on

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(frozen=True, eq=False)
class Held:
    """A candidate's stance on an issue: the product of `factors`, the last of which is the pattern's own."""

    one: Candidate
    issue: Issue
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class Match:
    issue: Issue
    pattern: Pattern
    words: Span
    tokens: Tokens

    @property
    def token(self) -> Token:
        return self.tokens.root

    @property
    def takes_side(self) -> bool:
        """Whether the words do more than name the matter: "ready for talks", but not "talks"."""
        return self.pattern.sign < 0 or any(force_of(token) for token in self.tokens)


def find_held(scene: Telling, issues: tuple[Issue, ...], candidates: Sequence[Candidate]) -> Iterator[Held]:
    """Every stance on an issue.

    Words that several issues know count for each of those with sides that the holder is on; an issue without sides
    takes what these leave.
    """
    taken: dict[str, Overlaps[Span]] = defaultdict(Overlaps)  # issue id -> words used; "" for all issues with sides
    holders = _by_token(candidates)
    matches = _matches(scene, issues)
    for match in sorted(matches, key=lambda one: (not one.issue.sides, one.words.start, -one.words.end)):
        place = match.words.start, match.words.end
        known_to = [match.issue.id] if match.issue.sides else [match.issue.id, ""]
        if any(taken[issue].taken(*place) for issue in known_to):
            continue
        found = _holders(scene, match, holders[match.token.i])
        for one in found:
            factors = tuple(path_factors(scene, one, match.token, match.words))
            if (match.issue.sides or factors) and not is_untried(factors):
                yield Held(one, match.issue, (*factors, _own(match)))
        if found:
            taken[match.issue.id].add(*place, match.words)
            if match.issue.sides:
                taken[""].add(*place, match.words)


def on_side(scene: Telling, issue: Issue, actor: Actor) -> bool:
    """Whether the actor, or one it speaks for, is on one of the issue's sides, if it has any."""
    words = [name for one in scene.speaks_for(actor.id) for name in (one.name, one.side, one.role)]
    return not issue.sides or any(side.regex.search(name) for side in issue.sides for name in words)


def _own(match: Match) -> Factor:
    return Factor(" ".join(match.words.quote.split()), match.pattern.sign, 1.0, "the issue's words", match.words)


def _matches(scene: Telling, issues: Sequence[Issue]) -> Iterator[Match]:
    for issue in issues:
        for concept in issue.concepts:
            for pattern in concept.patterns:
                for match in pattern.regex.finditer(scene.text) if pattern.sign else ():
                    words = scene.doc.char_span(*match.span(), alignment_mode="expand")
                    if words is not None:
                        yield Match(issue, pattern, span(scene.text, *match.span()), words)


def _by_token(candidates: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    found: dict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        for place in range(*one.place):
            found[place].append(one)
    return found


def _holders(scene: Telling, match: Match, near: Sequence[Candidate]) -> list[Candidate]:
    """Who takes a stance on the words: whoever does what leads to them, by the predicate that stands highest; else the
    source that says them. Who speaks for another holds what it says of that one.
    """
    near = [one for one in near if not is_supposed(one, match.token)]
    links = (match.token, *match.token.ancestors)
    above = [one for one in near if one.kind != "said" and one.head in links and _tells(scene, one, match.token)]
    acting = _highest([one for one in above if is_stanced(one, match.token)])
    said = [one for one in near if one.statement and one.kind == "said" and not passes_on(one.statement)]
    own = [one for one in said if {other.holder for other in acting} & _spoken_for(scene, one.holder)]
    chosen = own or acting or said or _highest([one for one in above if one.kind == "told"])
    fitting = [one for one in chosen if on_side(scene, match.issue, scene.actors[one.holder])]
    best = {one.holder: one for one in sorted(fitting, key=_fit)}
    return list(best.values())


def _fit(one: Candidate) -> tuple[bool, int]:
    """How well the words show a stance: with the cue, where this takes a side; else the fewer the better."""
    return one.first and cue_polarity(one) != 0, one.place.start - one.place.end


def _tells(scene: Telling, one: Candidate, token: Token) -> bool:
    """Whether a candidate's words are not told inside them by another: "sources told us that officials urged talks"."""
    teller = scene.teller(token)
    return teller is None or teller is scene.teller(one.head) or teller.source == one.holder


def _spoken_for(scene: Telling, holder: str) -> set[str]:
    return {one.id for one in scene.speaks_for(holder)}


def _highest(candidates: Sequence[Candidate]) -> list[Candidate]:
    depths = [_depth(one.head) for one in candidates]
    return [one for one, depth in zip(candidates, depths, strict=True) if depth == min(depths)]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
