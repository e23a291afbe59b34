"""How a language model hears a sentence: the tone of one actor towards another, and whether it tells of a tension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Protocol

from analysis.records import Span
from analysis.tensions.kinds import TYPES
from analysis.tensions.pairs import Pair

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from analysis.tensions.moves import Passage

Tokens = tuple[int, int]
SMOOTHED = 0.05
# The order in which a model gives the chances of a tension; none goes first.
HEARD = ("none", "accusation", "disagreement", "demand", "doubt", "threat", "friction")


class Tone(Protocol):
    """How likely a source is positive or negative towards a target; the likeliest event between the two, by its root
    code in the PLOVER ontology, with its chance; and the chances of `HEARD`.
    """

    @property
    def positive(self) -> float: ...

    @property
    def negative(self) -> float: ...

    @property
    def root(self) -> str: ...

    @property
    def root_chance(self) -> float: ...

    @property
    def tensions(self) -> Sequence[float]: ...


class Involvement(Protocol):
    """How likely a sentence tells of a tension of one actor, or of any."""

    @property
    def contested(self) -> float: ...


class Ask(Protocol):
    """A model that is asked about the actors of a Doc, tokens `[start, end)`."""

    def __call__(self, doc: Doc, pairs: Sequence[tuple[Tokens, Tokens]]) -> Sequence[Tone]:
        """How each source stands to its target in this one's sentence; one named outside of it is whoever speaks."""
        ...

    def involved(self, doc: Doc, actors: Sequence[tuple[Tokens, Tokens | None]]) -> Sequence[Involvement]:
        """What a sentence tells of an actor named in it, or, without one, at all."""
        ...


@dataclass(frozen=True)
class Hearing:
    """What was heard in a sentence: of the pairs whose target it names, by place; of each actor; and of all."""

    tones: Mapping[int, Tone]
    actors: Mapping[str, float]
    contested: float


def hear(doc: Doc, passage: Passage, pairs: Sequence[Pair], ask: Ask) -> Hearing:
    """What a model hears in a sentence of its pairs."""
    named = {one.actor: _tokens(doc, one.span) for one in reversed(passage.mentions)}
    outside = (0, 1) if passage.number else (len(doc) - 1, len(doc))
    places = [place for place, pair in enumerate(pairs) if pair.named]
    asked = [(named.get(pairs[place].move.actor, outside), named[pairs[place].target]) for place in places]
    tones = dict(zip(places, ask(doc, asked), strict=True)) if asked else {}
    sentence = _tokens(doc, passage.span)
    whole, *each = ask.involved(doc, [(sentence, None), *((sentence, tokens) for tokens in named.values())])
    return Hearing(tones, {actor: one.contested for actor, one in zip(named, each, strict=True)}, whole.contested)


def tone_features(heard: Hearing, pair: Pair, place: int) -> dict[str, float]:
    """What was heard of the pair at a place."""
    return dict(_of_sentence(heard, pair)) | dict(_of_pair(heard, place))


def _of_sentence(heard: Hearing, pair: Pair) -> Iterator[tuple[str, float]]:
    yield f"contested {'here' if pair.named else 'elsewhere'}", _log_odds(heard.contested)
    for who, actor in (("actor", pair.move.actor), ("target", pair.target)):
        if actor in heard.actors:
            yield f"{who} contested", _log_odds(heard.actors[actor])


def _of_pair(heard: Hearing, place: int) -> Iterator[tuple[str, float]]:
    most = max((tone.negative for tone in heard.tones.values()), default=0.0)
    tone = heard.tones.get(place)
    if tone is None:
        yield "negative to others", most
        return
    yield from (("negative", tone.negative), ("positive", tone.positive), ("most negative here", most))
    yield "more negative", log((tone.negative + SMOOTHED) / (tone.positive + SMOOTHED))
    yield "the most negative", float(tone.negative == most)
    yield f"event {tone.root}", tone.root_chance
    yield "heard", _log_odds(1 - tone.tensions[0])
    yield from ((f"heard {kind}", tone.tensions[HEARD.index(kind)]) for kind in TYPES)


def _log_odds(chance: float) -> float:
    return log((chance + SMOOTHED) / (1 - chance + SMOOTHED))


def _tokens(doc: Doc, place: Span) -> Tokens:
    words = doc.char_span(place.start, place.end, alignment_mode="expand")
    assert words is not None, "mentions lie in the text"
    return words.start, words.end
