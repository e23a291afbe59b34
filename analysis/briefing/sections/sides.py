"""One side of a tension's card: its stance, its strongest words, who speaks for it, on how many sources it rests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim, Label, Note
from analysis.briefing.index import Index
from analysis.briefing.saying import FullOnce, held_on, issue_of, stance_of
from analysis.records import Actor, Position, Span, Statement, Tension
from analysis.scene import origin

# What each side does where no position of its own is known.
ROLES = {
    "disagreement": ("disagreeing", "disagreeing"),
    "demand": ("making the demand", "facing the demand"),
    "accusation": ("accusing", "accused"),
    "doubt": ("doubting", "doubted"),
    "threat": ("threatening", "threatened"),
    "friction": ("at odds", "at odds"),
}
# Its sign, its answer to the issue's question, and where it stands on anything else.
STANCES = {"support": ("+", "yes", "for"), "oppose": ("−", "no", "against"), "mixed": ("±", "yes and no", "torn on")}
FIRM = 0.67
QUOTATIONS = 2
STANCE_WORDS = 9
# Quoted on a whole card and on a short one.
QUOTED_WORDS = (30, 20)
OFFICE_WORDS = 8


@dataclass(frozen=True)
class Quotation:
    """Words of a side, set as a quotation, with whose words they are."""

    claim: Claim
    words: str
    credit: str


@dataclass(frozen=True)
class Side:
    """One side of a card. `mark` is its stance's sign, empty where no position is known; `voices` who speak for it;
    `silence` speaks where the article has no words of it.
    """

    name: str
    role: str
    voices: str
    colour: int
    mark: str
    stance: str
    quotations: tuple[Quotation, ...]
    silence: str
    sources: str


def build(tension: Tension, which: Literal["a", "b"], index: Index, citations: Citations, *, whole: bool) -> Side:
    """The view of side `which` of `tension`; a short card has one quotation a side."""
    acts = which == "a"
    actor = index.actor(tension.a if acts else tension.b)
    places = tension.a_evidence if acts else tension.b_evidence
    records = tension.a_records if acts else tension.b_records
    mark, stance = _stance(tension, records, index) or ("", ROLES[tension.type][which == "b"])
    name = FullOnce()
    shown = name(actor)
    return Side(
        name=prose.capital(shown),
        role=actor.role if actor else "",
        voices=_voices(tension, actor, index, name),
        colour=index.colour(actor),
        mark=mark,
        stance=stance,
        quotations=tuple(
            _quotation(place, (tension.id, which), index, citations, name, QUOTED_WORDS[not whole])
            for place in strongest(places, records, actor, index)[: QUOTATIONS if whole else 1]
        ),
        silence="" if places else f"The article gives no words from {shown} here.",
        sources=_sources(records, index),
    )


def _voices(tension: Tension, side: Actor | None, index: Index, name: FullOnce) -> str:
    """Who acts or speaks for the side: `senior US officials and Jake Sullivan (National Security Adviser)`."""
    voices = [index.actor(voice) for voice in tension.voices]
    own = [one for one in voices if one and side and one.id != side.id and side.id in index.speaks_for(one)]
    return prose.listed(_presented(one, name) for one in own)


def _presented(actor: Actor, name: FullOnce) -> str:
    """The name, with the office where it is short: `Kevin McCarthy (House Minority Leader)`."""
    office = f" ({actor.role})" if actor.role and len(actor.role.split()) <= OFFICE_WORDS else ""
    return f"{name(actor)}{office}"


def _stance(tension: Tension, records: Iterable[str], index: Index) -> tuple[str, str] | None:
    """Its sign, and what it comes to: the answer to the issue's question, or else the firmest position's matter."""
    issue = issue_of(tension, index)
    held = held_on(records, issue, index)
    if issue and held:
        stance = stance_of(records, issue, index) or "mixed"
        mark, answer, word = STANCES[stance]
        said = answer if index.issue(tension.issue) else f"{word} it"
        return mark, ", ".join([said, *_manner(held)] if stance != "mixed" else [said])
    own = [position for record in records if (position := index.position(record)) and not position.issue]
    if issue or not own:
        return None
    first = max(own, key=lambda position: position.strength)
    mark, _, word = STANCES[first.stance]
    return mark, f"{word} {prose.quoted(first.proposition, STANCE_WORDS)}"


def _manner(held: Sequence[Position]) -> list[str]:
    firm = "firmly" if max(position.strength for position in held) >= FIRM else "weakly"
    return [firm, "hedged"] if all(position.hedged for position in held) else [firm]


def strongest(places: Iterable[Span], records: Iterable[str], side: Actor | None, index: Index) -> list[Span]:
    """The places to quote, best first: its own words before others', direct speech before retold, firm before weak."""
    firm = [position for record in records if (position := index.position(record))]

    def rank(place: Span) -> tuple[bool, bool, float, int]:
        said = _speech(place, index)
        own = said is not None and side is not None and side.id in index.speaks_for(index.actor(said.source))
        strength = max((item.strength for item in firm if any(place in span for span in item.evidence)), default=0.0)
        return (not own, not (said and said.kind != "indirect"), -strength, place.start)

    return sorted(sorted(dict.fromkeys(places), key=rank)[:QUOTATIONS], key=lambda place: (rank(place)[:2], place))


def _quotation(
    place: Span, key: tuple[str, str], index: Index, citations: Citations, name: FullOnce, limit: int
) -> Quotation:
    said = _speech(place, index)
    label: Label = "asserted" if said else "reported"
    claim = citations.claim(("quotation", *key, str(place.start), str(place.end)), place.quote, label, [place])
    words = place.quote.removeprefix("that ")
    return Quotation(claim, prose.quoted(words, limit), _credit(claim.notes[0], said, index, name))


def _speech(place: Span, index: Index) -> Statement | None:
    """The statement whose words `place` is part of, or else that it holds, or else shares words with."""
    said = list(index.contents.met(place))
    around = [item for span, item in said if place in span]
    inside = [item for span, item in said if span in place]
    return next(iter([*around, *inside, *(item for _, item in said)]), None)


def _credit(note: Note, said: Statement | None, index: Index, name: FullOnce) -> str:
    """Whose words they are, in which manner, and where."""
    if not said:
        return f"The article itself, paragraph {note.paragraph}"
    actor = index.actor(said.source)
    who = prose.capital(name(actor) if actor else index.name(said.source))
    manner = {"direct": "", "indirect": "retold", "mixed": "retold in part"}[said.kind]
    likely = prose.likelihood(said.certainty)
    return ", ".join(filter(None, [who, manner, likely, f"paragraph {note.paragraph}"]))


def _sources(records: Iterable[str], index: Index) -> str:
    """How many independent sources are behind a side, and how many have no name; empty where nobody speaks of it.
    All that one outlet's report is the source of has one origin.
    """
    held = [position for record in records if (position := index.position(record))]
    ids = dict.fromkeys([*records, *(key for position in held for key in position.statements)])
    nameless: dict[str | None, bool] = {}
    for said in filter(None, map(index.statement, ids)):
        nameless[origin(said)] = nameless.get(origin(said), True) and (said.anonymous or said.source is None)
    unnamed, whole = sum(nameless.values()), len(nameless)
    if not whole:
        return ""
    if whole == 1:
        return f"One source, {'unnamed' if unnamed else 'named'}."
    every = "both" if whole == 2 else "all"
    standing = f"{every} named" if not unnamed else f"{every} unnamed" if unnamed == whole else ""
    return prose.sentence(
        f"{prose.number(whole)} independent sources, {standing or f'{prose.number(unnamed)} unnamed'}"
    )
