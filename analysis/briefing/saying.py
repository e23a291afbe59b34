"""A tension as a sentence, the same wherever the briefing tells it."""

from analysis.briefing import prose
from analysis.briefing.index import Index
from analysis.records import Actor, Tension

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


def named(actor: Actor | None) -> str:
    return prose.named(actor) if actor else "someone the text does not name"
