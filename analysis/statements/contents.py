"""Which reporting clause each content belongs to: by the model's link, the tree, place and quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from analysis.lexicon import main_cue, words
from analysis.scoring import Evidence, Feature, combine
from analysis.statements.clauses import Clause
from analysis.statements.layout import Layout, steps_up
from analysis.statements.quoted import asks_on, is_balanced, is_quotation

if TYPE_CHECKING:
    from spacy.tokens import Span

# Clauses on either side of a content among which its own is sought.
NEAR = 4
# Paragraphs that a quotation may go on after its clause.
FURTHEST = 3
DEPENDENT = frozenset({"that", "to", "if", "whether"})


@dataclass(frozen=True)
class Candidate:
    """A content, and a reporting clause that it may belong to."""

    layout: Layout
    content: Span
    clause: Clause

    @cached_property
    def before(self) -> bool:
        """Whether the content stands before the clause."""
        return self.content.start < self.clause.first

    @cached_property
    def gap(self) -> tuple[int, int]:
        """The tokens between the two."""
        if self.before:
            return self.content.end, max(self.content.end, self.clause.first)
        return self.clause.last, max(self.clause.last, self.content.start)

    @cached_property
    def sentences(self) -> int:
        """Sentences that begin between the two; what asks on (“Why?” X said) does not end one."""
        start, end = self.gap
        crossed = self.layout.sentences(start - 1, end)
        return 0 if self.announced or (self.before and asks_on(self.content.text)) else crossed

    @cached_property
    def announced(self) -> bool:
        """Whether nothing but a colon stands between the clause and the content after it: "He said:"."""
        start, end = self.gap
        between = [token.text for token in self.content.doc[start - 1 : end] if not token.is_space]
        return not self.before and ":" in between and between[-1] == ":" and len(between) <= 2

    @cached_property
    def paragraphs(self) -> int:
        """How many paragraphs the content is after the clause."""
        return (
            0
            if self.announced
            else self.layout.paragraph(self.content.start) - self.layout.paragraph(self.clause.cue.start)
        )

    @cached_property
    def quotation(self) -> bool:
        return is_quotation(self.content.text)


class Choice(NamedTuple):
    """A candidate, and the logarithm of the odds of its being right rather than none."""

    candidate: Candidate
    odds: float


def choose(layout: Layout, content: Span, clauses: Sequence[Clause]) -> Choice | None:
    """The clause that a content likeliest belongs to; None where none is near.

    `clauses` are in the order of their cues.
    """
    scored = (Choice(one, combine(FEATURES, one).score) for one in candidates(layout, content, clauses))
    return max(scored, key=lambda choice: choice.odds, default=None)


def candidates(layout: Layout, content: Span, clauses: Sequence[Clause]) -> Iterator[Candidate]:
    """The clauses near a content."""
    middle = bisect_left(clauses, content.start, key=lambda clause: clause.cue.start)
    near = (Candidate(layout, content, clause) for clause in clauses[max(0, middle - NEAR) : middle + NEAR])
    return (one for one in near if -1 <= one.paragraphs <= FURTHEST)


def _flag(test: bool) -> Evidence:
    return Evidence(float(test))


def always(one: Candidate) -> Evidence:
    """Any clause near a content"""
    return Evidence(1.0)


def linked(one: Candidate) -> Evidence:
    """The model links the content to the cue"""
    return _flag(one.layout.link(one.content) == one.clause.cue.start)


def governed(one: Candidate) -> Evidence:
    """The content hangs on the cue"""
    return _flag(steps_up(one.content, one.clause.cue) == 1)


def below(one: Candidate) -> Evidence:
    """The content hangs on what hangs on the cue"""
    return _flag((steps_up(one.content, one.clause.cue) or 0) > 1)


def parenthetic(one: Candidate) -> Evidence:
    """The cue hangs on the content"""
    return _flag(steps_up(one.clause.cue, one.content) is not None)


def sentence_apart(one: Candidate) -> Evidence:
    """A sentence begins between the two"""
    return _flag(one.sentences > 0)


def sentences_apart(one: Candidate) -> Evidence:
    """More than one sentence begins between the two"""
    return _flag(one.sentences > 1)


def goes_on(one: Candidate) -> Evidence:
    """A quotation in a later sentence than the clause"""
    return _flag(one.sentences > 0 and not one.before and one.quotation)


def waits(one: Candidate) -> Evidence:
    """The clause is in a later sentence"""
    return _flag(one.sentences > 0 and one.before)


def paragraph_apart(one: Candidate) -> Evidence:
    """A paragraph begins between the two"""
    return _flag(one.paragraphs != 0)


def paragraphs_apart(one: Candidate) -> Evidence:
    """More than one paragraph begins between the two"""
    return _flag(abs(one.paragraphs) > 1)


def left_open(one: Candidate) -> Evidence:
    """A quotation that the content before it leaves open"""
    before = one.layout.near("content", one.content.start, 1)
    return _flag(goes_on(one).score > 0 and before[0].start < one.content.start and not is_balanced((before[0].text,)))


def dependent(one: Candidate) -> Evidence:
    """A content that opens with "that" or the like, before the clause"""
    return _flag(one.before and one.content[0].lower_ in DEPENDENT)


def coordinated(one: Candidate) -> Evidence:
    """An "and" between the content and a clause after it"""
    start, end = one.gap
    between = one.content.doc[start : min(end, start + 10)]
    return _flag(one.before and any(token.lower_ in words("coordinator") for token in between))


def contents_between(one: Candidate) -> Evidence:
    """Other contents begin between the two"""
    return Evidence(float(min(2, one.layout.number("content", *one.gap))))


def sources_between(one: Candidate) -> Evidence:
    """Another source begins between the two"""
    return _flag(one.layout.number("source", *one.gap) > 0)


def sourced(one: Candidate) -> Evidence:
    """The clause has a source"""
    return _flag(one.clause.source is not None)


def quoted(one: Candidate) -> Evidence:
    """The content is a quotation"""
    return _flag(one.quotation)


def known(one: Candidate) -> Evidence:
    """The lexicon has the cue"""
    return _flag(main_cue([token.text for token in one.clause.cue]) is not None)


def verbal_cue(one: Candidate) -> Evidence:
    """The cue is a verb"""
    return _flag(one.clause.cue.root.pos_ in ("VERB", "AUX"))


def opens(one: Candidate) -> Evidence:
    """A content that opens with "that" or the like, after the clause"""
    return _flag(not one.before and one.content[0].lower_ in DEPENDENT)


def sureness_of_source(one: Candidate) -> Evidence:
    """How sure the model is of the source"""
    return Evidence(one.layout.confidence(one.clause.source) if one.clause.source is not None else 0.0)


def sureness_of_cue(one: Candidate) -> Evidence:
    """How sure the model is of the cue"""
    return Evidence(one.layout.confidence(one.clause.cue))


def sureness_of_content(one: Candidate) -> Evidence:
    """How sure the model is of the content"""
    return Evidence(one.layout.confidence(one.content))


# Fitted on 280 articles of PolNeAR's train, read by a model trained on the other 560 for 3 epochs, for on texts that it
# was trained on a model errs too little. That model's links are worse than those of the one that is used, trained for
# longer on all: `linked` is set between what was fitted for the two (1.0 and 2.7).
FEATURES: tuple[Feature[Candidate], ...] = (
    Feature(always, -6.2),
    Feature(linked, 1.8),
    Feature(governed, 1.7),
    Feature(below, 0.8),
    Feature(parenthetic, 0.3),
    Feature(sentence_apart, -1.6),
    Feature(sentences_apart, -0.6),
    Feature(goes_on, 1.4),
    Feature(waits, -1.5),
    Feature(paragraph_apart, -2.0),
    Feature(paragraphs_apart, -1.1),
    Feature(left_open, 1.4),
    Feature(dependent, -0.6),
    Feature(coordinated, -1.5),
    Feature(contents_between, -0.6),
    Feature(sources_between, -0.4),
    Feature(sourced, 0.3),
    Feature(quoted, 2.3),
    Feature(known, 0.6),
    Feature(verbal_cue, 0.4),
    Feature(opens, 0.4),
    Feature(sureness_of_source, 0.7),
    Feature(sureness_of_cue, 2.2),
    Feature(sureness_of_content, 4.0),
)
