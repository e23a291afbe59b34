"""The tone of one actor towards another in a sentence, as a language model hears it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, Protocol

from analysis.records import Span
from analysis.tensions.pairs import Pair

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from analysis.tensions.moves import Passage

Tokens = tuple[int, int]
SMOOTHED = 0.05


class Tone(Protocol):
    """How likely a source is neutral, positive or negative towards a target; and the likeliest event between the two,
    by its root code in the PLOVER ontology, with its chance.
    """

    @property
    def positive(self) -> float: ...

    @property
    def negative(self) -> float: ...

    @property
    def root(self) -> str: ...

    @property
    def root_chance(self) -> float: ...


class Ask(Protocol):
    """Answers, for each (source, target), both tokens `[start, end)` of a Doc, how the one stands to the other in the
    target's sentence; a source outside of it is taken for whoever speaks there.
    """

    def __call__(self, doc: Doc, pairs: Sequence[tuple[Tokens, Tokens]]) -> Sequence[Tone]: ...


def hear(doc: Doc, passage: Passage, pairs: Sequence[Pair], ask: Ask) -> dict[int, Tone]:
    """The tone of each of `pairs` whose target the sentence names, by its place in the list."""
    asked = [place for place, pair in enumerate(pairs) if pair.named]
    tokens = [(_source(doc, passage, pairs[place]), _tokens(doc, pairs[place].named[0].span)) for place in asked]
    return dict(zip(asked, ask(doc, tokens), strict=True)) if asked else {}


def tone_features(tones: Mapping[int, Tone], place: int) -> dict[str, float]:
    """What the tones of a sentence say of the pair at a place."""
    most = max((tone.negative for tone in tones.values()), default=0.0)
    tone = tones.get(place)
    if tone is None:
        return {"negative to others": most} if most else {}
    ratio = log((tone.negative + SMOOTHED) / (tone.positive + SMOOTHED))
    found = {"negative": tone.negative, "positive": tone.positive, "more negative": ratio, "most negative here": most}
    return (
        found | {f"event {tone.root}": tone.root_chance} | ({"the most negative": 1.0} if tone.negative == most else {})
    )


def _source(doc: Doc, passage: Passage, pair: Pair) -> Tokens:
    """Where the actor is named in the sentence, else a token outside of it."""
    own = next((one for one in passage.mentions if one.actor == pair.move.actor), None)
    if own:
        return _tokens(doc, own.span)
    return (0, 1) if passage.number else (len(doc) - 1, len(doc))


def _tokens(doc: Doc, place: Span) -> Tokens:
    words = doc.char_span(place.start, place.end, alignment_mode="expand")
    assert words is not None, "mentions lie in the text"
    return words.start, words.end
