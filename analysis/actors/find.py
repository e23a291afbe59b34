"""The actors of an article and every place that refers to them."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from analysis.actors.assemble import merged, records, settle
from analysis.actors.chunks import Chunk, find_chunks
from analysis.actors.drafts import Draft, Found
from analysis.actors.names import Names, group_names, mere_place
from analysis.actors.nominals import from_words, place_nominal
from analysis.actors.nouns import Noun
from analysis.actors.pronouns import place_pronoun, pronoun_gender, quoted_tokens
from analysis.actors.roles import read_roles
from analysis.actors.sources import Source, find_sources
from analysis.records import Actor, Article, Mention
from analysis.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_actors(doc: Doc, registry: Registry, article: Article) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors, by first mention, and their mentions, by place.

    Names come first, then titles and appositions, which give roles; then the other nominals, pronouns and sources in
    the order of the text, so that "the official" finds the official before it.
    """
    sources = find_sources(doc)
    names = group_names(doc, registry, _named_sources(doc, sources))
    chunks = find_chunks(doc, _plural_names(doc, names))
    roles = read_roles(chunks, names, article.published)
    free = [chunk for chunk in chunks if chunk.head not in roles and not _bare_name(chunk, names)]
    others = _read_on(doc, names, free, sources, article.published)
    drafts = merged([draft for draft in (*names.drafts, *others) if draft.found and not mere_place(draft)])
    settle(drafts, names, article.published)
    return records(doc.text, drafts)


def _named_sources(doc: Doc, sources: tuple[Source, ...]) -> frozenset[int]:
    """First tokens of the names that are sources themselves."""
    ends = {source.end: source for source in sources}
    return frozenset(name.start for name in doc.ents if name.end in ends and name.start >= ends[name.end].start)


def _plural_names(doc: Doc, names: Names) -> dict[int, Noun]:
    """Names such as "Republicans", which may head a nominal, by their last token."""
    found = ((name, names.of(name)) for name in doc.ents if len(name) == 1 and name.text.endswith("s"))
    return {name.start: Noun(name.text.lower(), "group", True) for name, draft in found if draft and draft.plural}


def _bare_name(chunk: Chunk, names: Names) -> bool:
    """Whether the nominal is a plural name and nothing more: "the Republicans"."""
    return chunk.head in names.by_start and not (chunk.modifiers or chunk.partitive or chunk.tail)


def _read_on(doc: Doc, names: Names, chunks: list[Chunk], sources: tuple[Source, ...], day: date | None) -> list[Draft]:
    """Nominals, pronouns and what is left of the sources, in the order of the text; returns the unnamed actors."""
    others: list[Draft] = []
    sentence = list(accumulate(int(bool(token.is_sent_start)) for token in doc))
    quoted = quoted_tokens(doc)
    by_head = {chunk.head: chunk for chunk in chunks}
    by_start = {source.start: source for source in sources}
    by_end = {source.end: source for source in sources}
    mentioned = {token.i for name in doc.ents if names.of(name) for token in name}
    for token in doc:
        chunk, source = by_head.get(token.i), by_start.get(token.i)
        if chunk:
            spoken = chunk.end in by_end and by_end[chunk.end].start <= chunk.head
            if place_nominal(chunk, names, others, spoken, day):
                mentioned.update(range(chunk.span.start, chunk.span.end))
                _give_up_name(chunk, names)
        elif pronoun_gender(token) or (source and source.end - source.start == 1):
            placed = place_pronoun(token, [*names.drafts, *others], sentence, token.i in quoted, source is not None)
            mentioned.update([token.i] if placed else [])
        ended = by_end.get(token.i + 1)
        if ended and not mentioned & set(range(ended.start, ended.end)):
            _place_source(doc, ended, others)
    return others


def _give_up_name(chunk: Chunk, names: Names) -> None:
    """The name that heads a nominal of its own is no mention of the whole: "some Republicans"."""
    whole = names.by_start.get(chunk.head)
    if whole:
        whole.found = [found for found in whole.found if found.span.start != chunk.head]


def _place_source(doc: Doc, source: Source, others: list[Draft]) -> None:
    made = from_words(doc, source.start, source.end)
    if made is None:
        return
    draft, confidence = made
    same = next((other for other in others if other.name.lower() == draft.name.lower()), None)
    if same is None:
        others.append(draft)
    found = Found(
        doc[source.start : source.end], "nominal", confidence, "source of an attribution, named by its words", True
    )
    (same or draft).found.append(found)
