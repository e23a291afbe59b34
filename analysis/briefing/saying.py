"""Records as words, the same wherever the briefing tells them: tensions, cooperation, products, other readings."""

from collections.abc import Iterable

from analysis.briefing import prose
from analysis.briefing.index import Index
from analysis.records import Actor, Alternative, Cooperation, Position, Tension

# What a tension of each type says, in the singular and the plural of who acts; {b} is whom it concerns.
SENTENCES = {
    "disagreement": ("disagrees with {b}", "disagree with {b}"),
    "demand": ("presses {b}", "press {b}"),
    "accusation": ("accuses {b}", "accuse {b}"),
    "doubt": ("doubts {b}", "doubt {b}"),
    "threat": ("threatens {b}", "threaten {b}"),
    "friction": ("is at odds with {b}", "are at odds with {b}"),
}
PAST = {
    "disagreement": "disagreed with {b}",
    "demand": "pressed {b}",
    "accusation": "accused {b}",
    "doubt": "doubted {b}",
    "threat": "threatened {b}",
    "friction": "clashed with {b}",
}
# In the singular, the plural, and the past.
COOPERATION = {
    "endorsement": ("backs {b}", "back {b}", "backed {b}"),
    "aid": ("helps {b}", "help {b}", "helped {b}"),
    "agreement": ("agrees with {b}", "agree with {b}", "agreed with {b}"),
}
STANCES = {"support": "for", "oppose": "against", "mixed": "of two minds"}


def saying(tension: Tension, index: Index) -> str:
    """The tension as a sentence without its full stop: `Ned Price disagrees with Kyiv over the war's end`."""
    a, b = index.actor(tension.a), index.actor(tension.b)
    singular, plural = SENTENCES[tension.type]
    now = plural if a and prose.is_plural(a) else singular
    pattern = PAST[tension.type] if tension.status == "past" else now
    return f"{named(a)} {pattern.format(b=named(b))}{_matter(tension, index)}"


def _matter(tension: Tension, index: Index) -> str:
    """What it is about: an issue's name, or else the article's own words."""
    issue = index.issue(tension.issue)
    if issue:
        return f" over {prose.lowered(issue.name)}"
    return f", as in {prose.quoted(tension.about)}" if tension.about else ""


def together(cooperation: Cooperation, index: Index) -> str:
    """Cooperation as a sentence without its full stop: `the United States helps Ukraine`."""
    a, b = index.actor(cooperation.a), index.actor(cooperation.b)
    singular, plural, past = COOPERATION[cooperation.type]
    now = plural if a and prose.is_plural(a) else singular
    return f"{named(a)} {(past if cooperation.status == 'past' else now).format(b=named(b))}"


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
        return STANCES.get(words, words)
    if other.field == "status":
        return words
    return f"{'from' if other.field in ('a', 'actor') else 'against' if other.field == 'b' else other.field} {words}"


def named(actor: Actor | None) -> str:
    return prose.named(actor) if actor else "someone the text does not name"
