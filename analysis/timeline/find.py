"""Find the time expressions of an article, and say what days they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from analysis.records import TimeRef, span
from analysis.timeline.anchoring import looks_back
from analysis.timeline.dates import DATES
from analysis.timeline.days import DAYS
from analysis.timeline.durations import DURATIONS, SETS
from analysis.timeline.following import FOLLOWING
from analysis.timeline.patterns import compiled, folded
from analysis.timeline.periods import Period
from analysis.timeline.reading import Context, Match, Reading, Rule
from analysis.timeline.relative import RELATIVE
from analysis.timeline.years import YEARS, is_ancient

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Where two rules match the same words, the earlier one is asked first.
GRAMMAR: tuple[Rule, ...] = (*DATES, *YEARS, *DAYS, *RELATIVE, *FOLLOWING, *SETS, *DURATIONS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a rule matches."""

    rule: Rule
    match: Match


def find_times(doc: Doc, published: date | None) -> tuple[TimeRef, ...]:
    """Every time expression of `doc`, in the order of the text; where two overlap, the one that begins first,
    or else the longer.

    Notes:
        Relative expressions are resolved against `published`; without it they stay unresolved and their reason
        says so. Bounds that the text leaves open are None. Times expressed by events ("the day they met") are
        not attempted.

    """
    text = doc.text
    plain = folded(text)
    context = Context(
        doc, plain, published, people=_people(doc), ancient=is_ancient(plain), looks_back=looks_back(plain, published)
    )
    found: list[TimeRef] = []
    taken = 0
    for candidate in candidates(plain):
        start, end = candidate.match.span()
        if start < taken:
            continue
        reading = candidate.rule.read(candidate.match, context)
        if reading is None:
            continue
        found.append(_record(text, candidate, reading))
        context = _remember(context, reading, found[-1].span.quote)
        taken = end
    return tuple(found)


def candidates(text: str) -> Iterator[Candidate]:
    """All matches of all rules: by begin, the longer first, then in the order of the grammar."""
    matches: list[tuple[int, int, int, Match]] = []
    for place, rule in enumerate(GRAMMAR):
        matches.extend((match.start(), -match.end(), place, match) for match in compiled(rule.pattern).finditer(text))
    for _, _, place, match in sorted(matches, key=lambda item: item[:3]):
        yield Candidate(GRAMMAR[place], match)


def _record(text: str, candidate: Candidate, reading: Reading) -> TimeRef:
    start, end = _trimmed(candidate)
    place = span(text, start, end)
    reach = span(text, start, max(end, reading.evidence_end or 0))
    return TimeRef(
        span=place,
        type=reading.type,
        value=reading.value,
        begin=reading.begin,
        end=reading.end,
        anchor=reading.anchor,
        confidence=reading.confidence,
        reason=f"{candidate.rule.name}: {reading.reason}",
        evidence=(reach,),
    )


def _trimmed(candidate: Candidate) -> tuple[int, int]:
    """The match without a leading preposition, which TIMEX3 leaves out."""
    start, end = candidate.match.span()
    lead = re.match(r"(?:for|between|in) +", candidate.match[0], re.IGNORECASE)
    return start + (lead.end() if lead else 0), end


def _remember(context: Context, reading: Reading, words: str) -> Context:
    """The time that following expressions may be counted from: the last one resolved."""
    period: Period | None = reading.period if reading.type in ("DATE", "TIME") else None
    return replace(context, focus=period, focus_words=words) if period else context


def _people(doc: Doc) -> frozenset[str]:
    return frozenset(ent.text.split()[-1].lower() for ent in doc.ents if ent.label_ == "PERSON" and ent.text.strip())
