"""Claims and the words they rest on: the numbering of notes, and the article cut into segments that can be lit."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analysis.briefing.bounds import LONG, PLACES
from analysis.briefing.places import Places
from analysis.errors import EvidenceError
from analysis.records import Article, Span, content_id

Label = Literal["reported", "asserted", "inferred", "assumed"]
Voice = Literal["direct", "indirect", "unnamed"]
Certainty = Literal["flat", "hedged", "distanced", "forecast"]


@dataclass(frozen=True, slots=True)
class Facets:
    """What a note can be picked by: ids of actors and tensions, numbers of sides from 1, voice and certainty."""

    actors: tuple[str, ...] = ()
    sides: tuple[int, ...] = ()
    tensions: tuple[str, ...] = ()
    voice: Voice | Literal["reporter"] = "reporter"
    certainty: tuple[Certainty, ...] = ("flat",)

    @property
    def who(self) -> tuple[str, ...]:
        """Sides and actors as one list of values."""
        return (*(f"side-{number}" for number in self.sides), *self.actors)

    def values(self) -> tuple[str, ...]:
        """All values, whatever they tell."""
        return (*self.who, *self.tensions, self.voice, *self.certainty)


# A place of more words says something by itself.
NAME_WORDS = 4
# Claims near enough to show one note once.
NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered place of the article that claims cite. `speaker` is empty where the article itself speaks."""

    number: int
    span: Span
    paragraph: int
    speaker: str
    facets: Facets = Facets()

    @property
    def anchor(self) -> str:
        """Its id in the annotated article."""
        return f"e-{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of ours about the article, with the notes that show it. `id` is its deep link, `foremost` the note to
    show beside it, where one tells more than a name and the claims before it do not show it already.
    """

    id: str
    text: str
    label: Label
    notes: tuple[Note, ...]
    foremost: Note | None
    # Places that it rests on as well, more than a sentence can lead to.
    further: int = 0


def claim_id(*key: str) -> str:
    """The deep link of the claim with this key, also where another section makes it."""
    return content_id("claim", *key)


class Citations:
    """Numbers the distinct places that claims cite, in the order in which they first cite them."""

    def __init__(
        self,
        article: Article,
        speakers: Iterable[tuple[Span, str]] = (),
        facets: Callable[[Span], Facets] = lambda place: Facets(),
    ) -> None:
        self._article = article
        self._most = PLACES if len(article.text) > LONG else None
        self._speakers = Places(speakers)
        self._facets = facets
        self._notes: dict[tuple[int, int], Note] = {}
        self._claims: dict[str, Claim] = {}
        self._shown: deque[int] = deque(maxlen=NEIGHBOURS)

    def claim(self, key: Sequence[str], text: str, label: Label, places: Iterable[Span]) -> Claim:
        """A claim that cites `places`. `key` tells it from all others, so that its deep link lasts.

        Raises `EvidenceError` where there is no place to cite, or another claim has the same key.
        """
        known = len(self._notes)
        distinct = list(dict.fromkeys(places))
        notes = tuple(dict.fromkeys(self._note(place) for place in distinct[: self._most]))
        if not notes:
            raise EvidenceError(f"claim {text!r}: rests on no words of the article")
        claim = Claim(
            claim_id(*key),
            text,
            label,
            notes,
            self._foremost(notes, known),
            len(distinct) - len(distinct[: self._most]),
        )
        if self._claims.setdefault(claim.id, claim) is not claim:
            raise EvidenceError(f"claim {text!r}: has the id of {self._claims[claim.id].text!r}")
        return claim

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(self._notes.values())

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._claims.values())

    def _note(self, place: Span) -> Note:
        key = (place.start, place.end)
        if key not in self._notes:
            paragraph = self._article.paragraph_of(place)
            number = len(self._notes) + 1
            self._notes[key] = Note(number, place, paragraph, self._speaker(place), self._facets(place))
        return self._notes[key]

    def _foremost(self, notes: Sequence[Note], known: int) -> Note | None:
        """The first that is more than a name and not beside a neighbour, before all one that no claim cited yet."""
        telling = [note for note in notes if len(note.span.quote.split()) > NAME_WORDS]
        telling = [note for note in telling if note.number not in self._shown]
        first = next((note for note in telling if note.number > known), next(iter(telling), None))
        if first:
            self._shown.append(first.number)
        return first

    def _speaker(self, place: Span) -> str:
        return next(self._speakers.around(place), "")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of the article in somebody's voice. `colour` is the number of the speaker's side, 0 for none."""

    span: Span
    voice: Voice
    colour: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Citing:
    """A note where its words end, with the claims that cite it."""

    note: Note
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two cuts. `notes` cover them, `opens` begin with them and `closes` end with them."""

    text: str
    notes: tuple[Note, ...] = ()
    spoken: Spoken | None = None
    opens: tuple[Note, ...] = ()
    closes: tuple[Citing, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article: its segments are siblings and rejoin to its text."""

    number: int
    segments: tuple[Segment, ...]


def annotated(article: Article, citations: Citations, spoken: Sequence[Spoken] = ()) -> tuple[Paragraph, ...]:
    """The article cut wherever a note or a voice begins or ends, so that overlapping spans need no nesting."""
    cited = Places((item.note.span, item) for item in citing(citations.notes, citations.claims))
    voices = Places((item.span, item) for item in spoken)
    return tuple(
        Paragraph(number, _segments(article.text, bounds, cited, voices))
        for number, bounds in enumerate(article.paragraphs, 1)
    )


def citing(notes: Iterable[Note], claims: Iterable[Claim]) -> tuple[Citing, ...]:
    """Each note with the claims that cite it."""
    by_note: dict[Note, list[Claim]] = {note: [] for note in notes}
    for claim in claims:
        for note in claim.notes:
            by_note[note].append(claim)
    return tuple(Citing(note, tuple(found)) for note, found in by_note.items())


def _segments(text: str, bounds: tuple[int, int], cited: Places[Citing], spoken: Places[Spoken]) -> tuple[Segment, ...]:
    paragraph = Span(*bounds, text[slice(*bounds)])
    spans = [span for places in (cited, spoken) for span, _ in places.met(paragraph)]
    edges = {edge for span in spans for edge in (span.start, span.end) if bounds[0] < edge < bounds[1]}
    cuts = [bounds[0], *sorted(edges), bounds[1]]
    return tuple(_segment(text, Span(start, end, text[start:end]), cited, spoken) for start, end in pairwise(cuts))


def _segment(text: str, piece: Span, cited: Places[Citing], spoken: Places[Spoken]) -> Segment:
    covering = list(cited.around(piece))
    # A span that began in the blank before this paragraph begins, for the reader, with the paragraph.
    opens = [item.note for item in covering if _visible_start(text, item.note.span) == piece.start]
    closes = [item for item in covering if _visible_end(text, item.note.span) == piece.end]
    return Segment(
        text=piece.quote,
        notes=tuple(item.note for item in covering),
        spoken=next(spoken.around(piece), None),
        opens=tuple(opens),
        closes=tuple(closes),
    )


def _visible_start(text: str, place: Span) -> int:
    return place.start + len(place.quote) - len(place.quote.lstrip("\n"))


def _visible_end(text: str, place: Span) -> int:
    return place.end - (len(place.quote) - len(place.quote.rstrip("\n")))
