"""Attributions: the labelled spans of a Doc joined to one source, one cue and all its contents.

`clauses` gives each cue its source, `contents` each content its clause, by small tables of features whose weights are
fitted; what the model labels and no clause claims is dropped. A cue that is left without a content takes the clause
that the tree gives it. Transcripts and signed quotations, which have no cue verb, are read from their marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.statements.clauses import Clause, clauses
from analysis.statements.complements import complement
from analysis.statements.contents import Choice, choose
from analysis.statements.declined import declined
from analysis.statements.layout import Layout
from analysis.statements.told import told, unlabelled
from analysis.statements.verbless import verbless

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# A content with lower odds belongs to no clause.
LEAST = -0.5
# The odds where the labels have no say: of what marks show, nearly all is right; of what the tree shows, over half.
MARKED, SHOWN = 4.0, 1.0


@dataclass(frozen=True)
class Attribution:
    """`contents` of one `clause`; `continued` are those that stand alone in later sentences, `beyond` those of them
    that stand in a later paragraph. `within` is the place of the attribution in whose content this one lies, where one
    says what another says ("Price said that Kyiv promised to ..."). `odds` are the logarithm of the odds that its first
    content belongs to its clause rather than to none.
    """

    clause: Clause
    contents: tuple[Span, ...]
    continued: int = 0
    beyond: int = 0
    within: int | None = None
    odds: float = 0.0


def attributions(doc: Doc) -> list[Attribution]:
    """The attributions of `doc` in the order of their cues."""
    speeches = verbless(doc)
    layout = Layout(doc, {token.i for one in speeches for token in one.paragraph})
    joined = [_of(one.source, one.cue, one.content, MARKED) for one in speeches]
    joined += _reported(layout)
    joined += (_of(*one, SHOWN) for one in unlabelled(layout))
    contents = sorted((part for one in joined for part in one.contents), key=len)
    inner = {one.cue.start: one for part in contents for one in told(part, layout)}
    joined += (_of(*one, SHOWN) for one in inner.values())
    return _placed(sorted(joined, key=lambda one: one.clause.cue.start))


def _of(source: Span, cue: Span, content: Span, odds: float) -> Attribution:
    return Attribution(Clause(cue, source, own_source=True), (content,), odds=odds)


def _placed(joined: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with the place of the innermost one in whose content its cue lies."""
    holder: dict[int, int] = {}
    for place in sorted(range(len(joined)), key=lambda place: -sum(map(len, joined[place].contents))):
        for part in joined[place].contents:
            holder.update(dict.fromkeys(range(part.start, part.end), place))
    return [replace(one, within=holder.get(one.clause.cue.start)) for one in joined]


def _reported(layout: Layout) -> Iterator[Attribution]:
    """The attributions of labelled cues."""
    found = clauses(layout)
    held: dict[int, list[Choice]] = {}
    for content in layout.of("content"):
        best = choose(layout, content, found)
        if best and best.odds > LEAST:
            held.setdefault(best.candidate.clause.cue.start, []).append(best)
    for clause in found:
        if clause.cue.start in held:
            yield from _cut(_joined(held[clause.cue.start]))
        elif (given := complement(clause.cue)) is not None:
            yield Attribution(clause, (given,), odds=SHOWN)


def _joined(parts: Sequence[Choice]) -> Attribution:
    apart = [part.candidate for part in parts if part.candidate.sentences > 0]
    return Attribution(
        parts[0].candidate.clause,
        tuple(part.candidate.content for part in parts),
        continued=len(apart),
        beyond=sum(one.paragraphs > 0 for one in apart),
        odds=parts[0].odds,
    )


def _cut(one: Attribution) -> Iterator[Attribution]:
    """The attribution, and what its speaker declines at the end of it as one of its own."""
    end = declined(one.contents[-1])
    if end is None:
        yield one
        return
    said, cue, content = end
    yield replace(one, contents=(*one.contents[:-1], said))
    yield Attribution(Clause(cue, one.clause.source, own_source=False), (content,), odds=SHOWN)
