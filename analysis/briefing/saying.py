"""Records as words, the same wherever the briefing tells them: tensions, cooperation, products, other readings."""

import re
from collections.abc import Callable, Iterable

from analysis.briefing import prose
from analysis.briefing.clauses import Clause, clause
from analysis.briefing.index import Index
from analysis.codebook import Issue
from analysis.records import Actor, Alternative, Cooperation, Position, Stance, Tension

Naming = Callable[[Actor | None], str]
# What a tension of each type says: in the singular and the plural of who acts, and in the past.
VERBS = {
    "disagreement": ("disagrees with", "disagree with", "disagreed with"),
    "demand": ("presses", "press", "pressed"),
    "accusation": ("accuses", "accuse", "accused"),
    "doubt": ("doubts", "doubt", "doubted"),
    "threat": ("threatens", "threaten", "threatened"),
    "friction": ("is at odds with", "are at odds with", "clashed with"),
}
COOPERATION = {
    "endorsement": ("backs", "back", "backed"),
    "aid": ("helps", "help", "helped"),
    "agreement": ("agrees with", "agree with", "agreed with"),
}
CASTS = ("casts doubt on", "cast doubt on", "cast doubt on")
STANCES = {"support": "for", "oppose": "against", "mixed": "of two minds"}
READINGS = {"support": "support", "oppose": "opposition", "mixed": "being of two minds"}
# Of the article's own words: how many may follow "over", and how many are told at all.
PHRASE_WORDS, ABOUT_WORDS = 5, 18
# How far before them the clause that they stand in may begin.
LEAD_WORDS = 12
WORD = re.compile(r"(?:(?<!\s)\s+)?\S+\s*")
BOUNDARY = re.compile(r"[,;:] |[–—] | (?=that |who |which )| (?=[“‘])")
# What is no name of a matter, but the beginning of a clause.
CLAUSAL = re.compile(r"(?:to|he|she|it|they|we|you|there|that|him|her|them|us|me|(?<!\w)\w+ed) |[A-Z]")


def named(actor: Actor | None) -> str:
    return prose.named(actor) if actor else "someone the text does not name"


class FullOnce:
    """Names people in full where they are told first, then as the article does for short."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def __call__(self, actor: Actor | None) -> str:
        if not actor or actor.id not in self._told:
            self._told.add(actor.id if actor else "")
            return named(actor)
        return prose.familiar(actor)


def saying(tension: Tension, index: Index, name: Naming = named) -> str:
    """The tension as a sentence without its full stop: `the United States presses Ukraine to seek talks`."""
    a, b = index.actor(tension.a), index.actor(tension.b)
    about = clause(issue_of(tension, index))
    if about:
        return _on_a_clause(tension, about, index, name)
    verb = _form(VERBS[tension.type], a, tension.status)
    return f"{name(a)} {verb} {name(b)}{_matter(tension, index)}"


def issue_of(tension: Tension, index: Index) -> Issue | None:
    """The issue of the tension, or that of the position that it turns on."""
    turned_on = (issue for issue in index.issues if issue.proposition == tension.about)
    return index.issue(tension.issue) or next(turned_on, None)


def _on_a_clause(tension: Tension, about: Clause, index: Index, name: Naming) -> str:
    a, b = index.actor(tension.a), index.actor(tension.b)
    past = tension.status == "past"
    stance = stance_of(tension.a_records, issue_of(tension, index), index)
    acts = _form(VERBS[tension.type], a, tension.status)
    whether = f"whether {about.told(past=past)}"
    if tension.type == "disagreement":
        both = {f"{named(a)} and {named(b)}", f"{named(b)} and {named(a)}"}
        whether = f"whether {about.told(past=past, subject='they' if about.subject in both else '')}"
        return f"{name(a)} and {name(b)} {'disagreed' if past else 'disagree'} over {whether}"
    if tension.type == "demand" and about.obliges and about.concerns(named(b)) and stance in ("support", "oppose"):
        return f"{name(a)} {acts} {name(b)} {'not ' if stance == 'oppose' else ''}to {about.rest}"
    if tension.type == "doubt" and stance == "oppose" and b and b.name in about.told():
        return f"{name(a)} {acts} that {about.told(past=past)}"
    if tension.type == "doubt":
        return f"{name(a)} {_form(CASTS, a, tension.status)} {name(b)} over {whether}"
    if tension.type in ("accusation", "threat"):
        return f"{name(a)} {acts} {name(b)} in the dispute over {whether}"
    return f"{name(a)} {acts} {name(b)} over {whether}"


def _form(forms: tuple[str, str, str], actor: Actor | None, status: str) -> str:
    singular, plural, past = forms
    return past if status == "past" else plural if actor and prose.is_plural(actor) else singular


def _matter(tension: Tension, index: Index) -> str:
    """What it is about: an issue's name, a phrase of the article, or else the passage that shows it."""
    issue = index.issue(tension.issue)
    if issue:
        return f" over {prose.lowered(issue.name)}"
    words = tension.about.removesuffix("…").strip()
    if not words:
        return ""
    if len(words.split()) <= PHRASE_WORDS and not CLAUSAL.match(words):
        return f" over {prose.quoted(words)}"
    sentences = (index.sentence(place).quote for place in tension.evidence)
    passages = [*(place.quote for place in tension.evidence), *sentences]
    passage = next((one for one in reversed(passages) if words in one), words)
    return f": {prose.quoted(_from_its_start(passage, words), ABOUT_WORDS)}"


def _from_its_start(passage: str, words: str) -> str:
    """The passage from where it begins if that is near, or else from where the clause with `words` does."""
    before = passage[: passage.index(words)]
    near = before[sum(map(len, WORD.findall(before)[:-LEAD_WORDS])) :]
    start = (
        0 if near == before else len(before) - len(BOUNDARY.split(near)[-1]) if BOUNDARY.search(near) else len(before)
    )
    return f"{'… ' if start else ''}{passage[start:].strip()}"


def stance_of(records: Iterable[str], issue: Issue | None, index: Index) -> Stance | None:
    """What a side with these records holds on the issue; None where it holds nothing on it."""
    stances = {one.stance for one in held_on(records, issue, index)}
    return None if not stances else "mixed" if len(stances) > 1 else stances.pop()


def held_on(records: Iterable[str], issue: Issue | None, index: Index) -> list[Position]:
    """The positions among the records that are about the issue, the firmest first."""
    found = [position for record in records if (position := index.position(record))]
    return sorted((one for one in found if issue and one.issue == issue.id), key=lambda one: -one.strength)


def together(cooperation: Cooperation, index: Index) -> str:
    """Cooperation as a sentence without its full stop: `the United States helps Ukraine`."""
    a, b = index.actor(cooperation.a), index.actor(cooperation.b)
    return f"{named(a)} {_form(COOPERATION[cooperation.type], a, cooperation.status)} {named(b)}"


def product(position: Position) -> str:
    """What moved the stance: `bars (−) × negotiations (+) = against`; empty where nothing is recorded."""
    factors = [f"{prose.short(factor.words, 6)} ({'+' if factor.sign > 0 else '−'})" for factor in position.factors]
    return f"{' × '.join(factors)} = {STANCES[position.stance]}" if factors else ""


def other_readings(alternatives: Iterable[Alternative], index: Index) -> str:
    """Second-best readings as a sentence: `Could also be read as an accusation (chance 30%).`; empty without any."""
    ranked = sorted(alternatives, key=lambda one: -one.chance)
    read = [f"{_reading(one, index)} (chance {prose.percent(one.chance)})" for one in ranked]
    return f"Could also be read as {prose.listed(read, 'or')}." if read else ""


def _reading(other: Alternative, index: Index) -> str:
    words = index.words(other.value)
    if other.field == "type":
        return words if words == "friction" else prose.article(words)
    if other.field == "stance":
        return READINGS.get(words, words)
    if other.field == "status":
        return words
    return f"{'from' if other.field in ('a', 'actor') else 'against' if other.field == 'b' else other.field} {words}"
