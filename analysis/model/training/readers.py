"""The corpora as `Example`s: words with the labels that a corpus has for them.

PolNeAR gives attribution; GUM and EWT give sentences, parts of speech and trees; GUM gives names as well.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from analysis.model.encode import Words
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, UPOS, bio
from analysis.model.quotations import find_quotations
from analysis.model.words import PARAGRAPH, words_at

NONE = -100
Labels = dict[str, Sequence[int]]
# GUM's types of entity; whatever else bears a name is OTHER.
ENTITY_OF = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
UNIVERSAL_NER = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
# Determiners and titles are no part of a name here, as they are none in UNER's; GUM takes them in.
DETERMINERS = frozenset(("the", "a", "an", "this", "these", "his", "her", "my", "our", "their"))
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "president",
        "vice",
        "prime",
        "minister",
        "chancellor",
        "secretary",
        "senator",
        "sen",
        "representative",
        "rep",
        "congressman",
        "congresswoman",
        "governor",
        "gov",
        "mayor",
        "chairman",
        "justice",
        "judge",
        "chief",
        "general",
        "gen",
        "colonel",
        "col",
        "major",
        "captain",
        "capt",
        "lieutenant",
        "lt",
        "sergeant",
        "sgt",
        "admiral",
        "king",
        "queen",
        "prince",
        "princess",
        "emperor",
        "lord",
        "lady",
        "sir",
        "dame",
        "pope",
        "bishop",
        "rev",
        "reverend",
        "saint",
        "st",
        "speaker",
        "director",
        "chair",
        "chairwoman",
        "madam",
        "earl",
        "duke",
        "count",
        "countess",
        "baron",
        "doctor",
        "ambassador",
        "coach",
    ]
)


@dataclass(frozen=True)
class Example:
    """One document. `labels` holds, by head, an index a word; a head that the corpus says nothing of is missing.

    `heads` are indices of words of the document, a root its own head; `links` are, at the first word of a source or a
    content, the first word of its cue.
    """

    name: str
    words: Words
    labels: Labels


@dataclass(frozen=True)
class Labelled:
    """Characters `[start, end)` of one kind."""

    start: int
    end: int
    kind: str


def read_polnear(folder: Path) -> Iterator[Example]:
    """The articles of `folder` (PolNeAR's `train` or `dev`), each with its first annotator's spans."""
    english = spacy.blank("en")
    for file in sorted((folder / "text").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        annotations = min((folder / "attributions").glob(f"{file.stem}_*.ann"))
        spans = spacy_spans(english, text)
        tags = bio_tags(spans, read_brat(annotations), ATTRIBUTION)
        links = _links(spans, tags, read_brat_links(annotations))
        yield Example(file.stem, words_of(text, spans), {"attribution": tags, "links": links})


def read_brat(path: Path) -> Iterator[Labelled]:
    """The spans of a brat file; a discontinuous one is a span a piece."""
    for found in _brat_spans(path).values():
        yield from found


def read_brat_links(path: Path) -> Iterator[tuple[Labelled, Labelled]]:
    """Each piece of a source or a content with the first piece of its cue."""
    spans = _brat_spans(path)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] == "E" and key[1:].isdigit():
            parts = [spans.get(word.partition(":")[2], []) for word in rest.split()]
            pieces = [piece for part in parts for piece in part]
            cue = min((piece for piece in pieces if piece.kind == "cue"), key=lambda piece: piece.start, default=None)
            if cue:
                yield from ((piece, cue) for piece in pieces if piece.kind != "cue")


def _brat_spans(path: Path) -> dict[str, list[Labelled]]:
    """The pieces of each `T` line by its key. Lines that go on from one above are passed."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] == "T" and key[1:].isdigit():
            label, _, places = rest.partition("\t")[0].partition(" ")
            if label.lower() in ATTRIBUTION:
                pairs = (place.split() for place in places.split(";"))
                found[key] = [Labelled(int(start), int(end), label.lower()) for start, end in pairs]
    return found


def _links(
    spans: Sequence[tuple[int, int]], tags: Sequence[int], links: Iterable[tuple[Labelled, Labelled]]
) -> list[int]:
    """For the first word of each linked piece the first word of its cue; `NONE` elsewhere, and where a tag is lost."""
    begins = {bio(ATTRIBUTION).index(f"B-{kind}") for kind in ATTRIBUTION}
    found = [NONE] * len(spans)
    ends = [end for _, end in spans]
    for piece, cue in links:
        first, to = (bisect_right(ends, one.start) for one in (piece, cue))
        if max(first, to) < len(spans) and tags[first] in begins and tags[to] in begins:
            found[first] = to
    return found


def read_universal_dependencies(file: Path) -> Iterator[Example]:
    """The documents of a `language/*.jsonl` file: sentences, parts of speech, trees, and names where it has them."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(start, end) for start, end in row["tokens"]]
        sentences = row["sent_of_token"]
        labels: Labels = {
            "starts": [int(place == 0 or sentences[place] != sentences[place - 1]) for place in range(len(spans))],
            "upos": [UPOS.index(tag) if tag in UPOS else NONE for tag in row["upos"]],
            "heads": [place if head < 0 else head for place, head in enumerate(row["head"])],
            "relations": [RELATIONS.index(label) if label in RELATIONS else NONE for label in row["deprel"]],
        }
        if "entities" in row:
            labels["entities"] = bio_tags(spans, names(row), ENTITIES)
        yield Example(row["doc_id"], words_of(row["text"], spans), labels)


def read_universal_ner(file: Path) -> Iterator[Example]:
    """The documents of a Universal NER file, whose tokens are spaCy's as it gives none."""
    english = spacy.blank("en")
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = spacy_spans(english, row["text"])
        found = [Labelled(one["start"], one["end"], UNIVERSAL_NER[one["etype"]]) for one in row["entities"]]
        labels: Labels = {"entities": bio_tags(spans, found, ENTITIES)}
        yield Example(row["doc_id"], words_of(row["text"], spans), labels)


def names(row: dict[str, Any]) -> list[Labelled]:
    """GUM's names: the outermost name of each mention, cut to what UNER calls a name."""
    found = []
    for entity in row["entities"]:
        if entity["named_strict"] and entity["name_span"] and entity["link"] != "disc" and entity["etype"] != "time":
            start, end = entity["name_span"]
            places = [place for place, (first, last) in enumerate(row["tokens"]) if start < last and first < end]
            kind = ENTITY_OF.get(entity["etype"], "OTHER")
            places = bare_name(row, places, kind)
            if places:
                # Peoples and adherents ("Americans", "Muslims") are names of no person.
                plural = kind == "PERSON" and row["xpos"][places[-1]] == "NNPS"
                start, end = row["tokens"][places[0]][0], row["tokens"][places[-1]][1]
                found.append(Labelled(start, end, "OTHER" if plural else kind))
    return list(_outermost(found))


def bare_name(row: dict[str, Any], places: list[int], kind: str) -> list[int]:
    """The tokens of a name without the determiner and the preposition before it and, of a person's, without titles,
    other descriptions and owners before it and what an "of" adds.
    """
    openers = DETERMINERS | (TITLES if kind == "PERSON" else set())
    if kind == "PERSON":
        heads = [place for place in places if row["head"][place] not in places]
        before = [place for place in places if place < (heads[-1] if heads else places[0])]
        describing = [place for place in before if row["deprel"][place] == "nmod:desc" or row["xpos"][place] == "POS"]
        places = [place for place in places if place > max(describing, default=-1)]
        while places and row["upos"][places[0]] != "PROPN":
            places = places[1:]
        after = [place for place in places[1:] if row["upos"][place] == "ADP"]
        places = [place for place in places if place < min(after, default=place + 1)]
    while places and (row["forms"][places[0]].lower().strip(".") in openers or row["upos"][places[0]] == "ADP"):
        places = places[1:]
    return places


def _outermost(spans: Iterable[Labelled]) -> Iterator[Labelled]:
    reached = -1
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            yield span
            reached = span.end


def bio_tags(spans: Sequence[tuple[int, int]], labelled: Iterable[Labelled], kinds: tuple[str, ...]) -> list[int]:
    """BIO tags of the words at `spans`; a word is in a span that holds any of its characters, the first wins."""
    tags = bio(kinds)
    found = [0] * len(spans)
    for one in sorted(labelled, key=lambda one: (one.start, one.end)):
        inside = [place for place, (start, end) in enumerate(spans) if start < one.end and one.start < end]
        for number, place in enumerate(place for place in inside if not found[place]):
            found[place] = tags.index(f"{'I' if number else 'B'}-{one.kind}")
    return found


def spacy_spans(english: Language, text: str) -> list[tuple[int, int]]:
    """The characters of the words of a text."""
    return [(token.idx, token.idx + len(token)) for token in english.make_doc(text) if not token.is_space]


def words_of(text: str, spans: Sequence[tuple[int, int]]) -> Words:
    """The words at `spans` as the network reads them."""
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    return words_at(text, spans, find_quotations(text, paragraphs))
