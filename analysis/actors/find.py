"""The actors of an article and every place that refers to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.actors.anonymity import give_reasons
from analysis.actors.antecedents import choose
from analysis.actors.assemble import folded, merged, records, settle
from analysis.actors.chunks import Chunk, find_chunks
from analysis.actors.drafts import Draft
from analysis.actors.names import Names, group_names, mere_place
from analysis.actors.nouns import Noun
from analysis.actors.persons import place_first_persons
from analysis.actors.resolve import Chooser, Reading, resolve
from analysis.actors.roles import read_roles
from analysis.actors.salience import rate
from analysis.actors.sources import Source, find_sources
from analysis.actors.worth import THRESHOLD, worth
from analysis.records import Actor, Article, Mention
from analysis.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Whose words are reported is worth a place sooner than who is spoken of.
SOURCE_BONUS = 0.1


@dataclass(frozen=True)
class Choices:
    """What an analyst may choose: how sure it must be that someone met is an actor; whether a country counts as one
    only where it acts, not where its name says where something is; and whether those without a name are counted with
    whom they speak for.
    """

    threshold: float = THRESHOLD
    places_apart: bool = True
    fold_unnamed: bool = False


def find_actors(
    doc: Doc, registry: Registry, article: Article, choices: Choices = Choices()
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors, by first mention, and their mentions, by place."""
    drafts, names = _read(doc, registry, article, choose, places_apart=choices.places_apart)
    drafts = merged(candidates(drafts))
    settle(drafts, names, article.published)
    passing = {draft for draft in drafts if not _acts(draft, choices.threshold)}
    drafts = folded(drafts, lambda draft: draft in passing or (choices.fold_unnamed and not draft.named))
    drafts = [draft for draft in drafts if draft not in passing]
    give_reasons(doc, drafts)
    return records(doc.text, drafts)


def read_chains(doc: Doc, registry: Registry, article: Article, chooser: Chooser = choose) -> list[Draft]:
    """All that the text speaks of, each with its mentions, be it an actor or not. `chooser` puts a pronoun or a nominal
    to one of those met before.
    """
    return _read(doc, registry, article, chooser, places_apart=True)[0]


def _read(
    doc: Doc, registry: Registry, article: Article, chooser: Chooser, *, places_apart: bool
) -> tuple[list[Draft], Names]:
    """Names come first, then titles and appositions, which give roles; then all else in the order of the text."""
    sources, day = find_sources(doc), article.published
    names = group_names(doc, registry, _named_sources(doc, sources), places_apart=places_apart)
    chunks = find_chunks(doc, _plural_names(doc, names))
    roles = read_roles(chunks, names, day)
    free = [chunk for chunk in chunks if chunk.head not in roles and not _bare_name(chunk, names)]
    reading = Reading(names, sources, day, chooser)
    drafts = resolve(reading, free, roles)
    drafts += place_first_persons(doc, drafts, reading.memory.turns, article.authors)
    drafts = [draft for draft in drafts if draft.found]
    rate(drafts, len(doc))
    for draft in drafts:
        draft.worth = worth(draft, len(doc))
    return drafts, names


def candidates(drafts: Iterable[Draft]) -> list[Draft]:
    """Those that may be actors: no things, no places, and nobody known by pronouns alone."""
    return [draft for draft in drafts if not (draft.bystander or draft.nameless or mere_place(draft))]


def _acts(draft: Draft, threshold: float) -> bool:
    return draft.worth >= threshold - (SOURCE_BONUS if any(found.source for found in draft.found) else 0.0)


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
