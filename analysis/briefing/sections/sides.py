"""One side of a tension's card: its stance, its strongest words, and how much of it rests on unnamed sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim, Label, Note
from analysis.briefing.index import Index
from analysis.briefing.saying import named
from analysis.records import Actor, Span, Statement, Tension

# What each side does where no position of its own is known.
ROLES = {
    "disagreement": ("disagreeing", "disagreeing"),
    "demand": ("making the demand", "facing the demand"),
    "accusation": ("accusing", "accused"),
    "doubt": ("doubting", "doubted"),
    "threat": ("threatening", "threatened"),
    "friction": ("at odds", "at odds"),
}
STANCES = {"support": ("+", "for"), "oppose": ("−", "against"), "mixed": ("±", "of two minds on")}
QUOTATIONS = 2
STANCE_WORDS = 16
QUOTED_WORDS = 32


@dataclass(frozen=True)
class Quotation:
    """Words of a side, set as a quotation, with whose words they are."""

    claim: Claim
    words: str
    credit: str


@dataclass(frozen=True)
class Side:
    """One side of a card. `mark` is its stance's sign, empty where no position is known; `voices` who speak for it."""

    name: str
    role: str
    voices: str
    colour: int
    mark: str
    stance: str
    quotations: tuple[Quotation, ...]
    rests: str


def build(tension: Tension, which: Literal["a", "b"], index: Index, citations: Citations) -> Side:
    """The view of side `which` of `tension`."""
    acts = which == "a"
    actor = index.actor(tension.a if acts else tension.b)
    places = tension.a_evidence if acts else tension.b_evidence
    records = tension.a_records if acts else tension.b_records
    mark, stance = _stance(records, index) or ("", ROLES[tension.type][which == "b"])
    return Side(
        name=prose.capital(named(actor)),
        role=actor.role if actor else "",
        voices=_voices(tension, actor, index),
        colour=index.colour(actor),
        mark=mark,
        stance=stance,
        quotations=tuple(
            _quotation(place, (tension.id, which), index, citations) for place in _strongest(places, records, index)
        ),
        rests=_rests(records, index),
    )


def _voices(tension: Tension, side: Actor | None, index: Index) -> str:
    """Who acts or speaks for the side: `Jake Sullivan and senior US officials, for the United States`."""
    voices = [index.actor(voice) for voice in tension.voices]
    own = [one for one in voices if one and side and one.id != side.id and side.id in index.speaks_for(one)]
    return f"{prose.capital(prose.listed(map(named, own)))}, for {named(side)}" if own else ""


def _stance(records: Iterable[str], index: Index) -> tuple[str, str] | None:
    held = [position for record in records if (position := index.position(record))]
    if not held:
        return None
    first = max(held, key=lambda position: position.strength)
    stances = {position.stance for position in held}
    mark, word = STANCES[first.stance if len(stances) == 1 else "mixed"]
    return mark, f"{word}: {prose.short(first.proposition, STANCE_WORDS)}"


def _strongest(places: Iterable[Span], records: Iterable[str], index: Index) -> list[Span]:
    """The places to quote: direct speech before retold, firm positions before weak; in the order of the text."""
    firm = [position for record in records if (position := index.position(record))]

    def rank(place: Span) -> tuple[bool, float, int]:
        said = _speech(place, index)
        strength = max((item.strength for item in firm if any(place in span for span in item.evidence)), default=0.0)
        return (not (said and said.kind != "indirect"), -strength, place.start)

    return sorted(sorted(dict.fromkeys(places), key=rank)[:QUOTATIONS])


def _quotation(place: Span, key: tuple[str, str], index: Index, citations: Citations) -> Quotation:
    said = _speech(place, index)
    label: Label = "asserted" if said else "reported"
    claim = citations.claim(("quotation", *key, str(place.start), str(place.end)), place.quote, label, [place])
    return Quotation(claim, prose.quoted(place.quote, QUOTED_WORDS), _credit(claim.notes[0], said, index))


def _speech(place: Span, index: Index) -> Statement | None:
    """The statement whose words `place` is part of, or else that it holds, or else shares words with."""
    said = [(span, item) for item in index.annotations.statements for span in item.content_spans]
    around = [item for span, item in said if place in span]
    inside = [item for span, item in said if span in place]
    across = [item for span, item in said if span.overlaps(place)]
    return next(iter([*around, *inside, *across]), None)


def _credit(note: Note, said: Statement | None, index: Index) -> str:
    if not said:
        return f"the article’s own words, paragraph {note.paragraph}"
    manner = {"direct": "", "indirect": ", retold", "mixed": ", retold in part"}[said.kind]
    likely = prose.likelihood(said.certainty)
    return f"{index.name(said.source)}{manner}, paragraph {note.paragraph}" + (f"; {likely}" if likely else "")


def _rests(records: Iterable[str], index: Index) -> str:
    """How much of a side rests on unnamed sources; empty where no statement is behind it."""
    held = [position for record in records if (position := index.position(record))]
    ids = dict.fromkeys([*records, *(key for position in held for key in position.statements)])
    said = [statement for key in ids if (statement := index.statement(key))]
    unnamed = sum(statement.anonymous for statement in said)
    if not said:
        return ""
    if not unnamed:
        return "Rests on named sources."
    if unnamed == len(said):
        return "Rests on unnamed sources alone."
    verb = "is" if unnamed == 1 else "are"
    return f"Of {prose.count(len(said), 'statement')} behind it, {prose.number(unnamed)} {verb} unnamed."
