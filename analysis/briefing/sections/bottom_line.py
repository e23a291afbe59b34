"""The bottom line: in at most 150 words what a reader takes away who stops after the first screen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index, voice
from analysis.briefing.saying import saying
from analysis.records import Span, Tension
from analysis.settings import Settings

# Below it a tension is for the reader to judge further down, unless its issue was asked for.
SURE = 0.6
WORDS = 150
TENSIONS = 5
SPEAKERS = 3
CITED = 4


@dataclass(frozen=True)
class BottomLine:
    """Claims in the order of reading, and what is absent, in plain words."""

    claims: tuple[Claim, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """A sentence that may still be left out or lengthened by `more`, so that all fit."""

    key: str
    text: str
    places: tuple[Span, ...]
    more: str = ""


def build(index: Index, citations: Citations, settings: Settings) -> BottomLine:
    """Widest tension first, the issue in focus before all; then who speaks and on whose word."""
    gaps = tuple(_gaps(index, settings))
    drafts = [*_tensions(index, settings), *_speakers(index), *_unnamed(index)]
    left = WORDS - sum(map(_words, gaps))
    kept = []
    for draft in drafts:
        left -= _words(draft.text)
        if left < 0:
            break
        kept.append(draft)
    claims = []
    for draft in kept:
        fits = 0 < _words(draft.more) <= left
        left -= _words(draft.more) if fits else 0
        text = f"{draft.text.rstrip('.')}: {draft.more}" if fits else draft.text
        claims.append(citations.claim(("bottom line", draft.key), text, "inferred", draft.places[:CITED]))
    return BottomLine(tuple(claims), gaps)


def _words(text: str) -> int:
    return len(text.split())


def _tensions(index: Index, settings: Settings) -> Iterator[Draft]:
    """The widest tension of each issue, none of the named left out, with the issue's question to say what it is."""
    asked = {issue.id for issue in index.issues if issue.named or issue.id == settings.focus}
    sure = [item for item in index.annotations.tensions if item.issue in asked or item.confidence >= SURE]
    widest: dict[str, Tension] = {}
    for item in sorted(sure, key=lambda item: (-item.intensity, item.evidence, item.id)):
        widest.setdefault(item.issue or item.about, item)
    kept = sorted(widest.values(), key=lambda item: item.issue not in asked)[:TENSIONS]
    ranked = [item for item in widest.values() if item in kept]
    ranked.sort(key=lambda item: item.issue != settings.focus)
    for place, item in enumerate(ranked):
        issue = index.issue(item.issue)
        measure = f"intensity {item.intensity} of 100" if not place else str(item.intensity)
        text = prose.sentence(f"{saying(item, index)} ({measure})")
        yield Draft(f"tension {item.id}", text, item.evidence, prose.inner(issue.question) if issue else "")


def _speakers(index: Index) -> Iterator[Draft]:
    """Who is quoted, most quoted first."""
    named = {actor.id for actor in index.annotations.actors if actor.kind != "unnamed"}
    quoted = [item for item in index.annotations.statements if voice(item) == "direct" and item.source in named]
    names = [index.name(source) for source, _ in Counter(item.source for item in quoted).most_common()]
    if not names:
        return
    more = [prose.count(len(names) - SPEAKERS, "other")] if len(names) > SPEAKERS else []
    text = f"The article quotes {prose.listed([*names[:SPEAKERS], *more])} by name."
    yield Draft("speakers", text, tuple(item.evidence[0] for item in quoted))


def _unnamed(index: Index) -> Iterator[Draft]:
    said = index.annotations.statements
    unnamed = [item for item in said if item.anonymous]
    if unnamed:
        verb = "rests" if len(unnamed) == 1 else "rest"
        text = f"{prose.share(len(unnamed), len(said), 'statement')} {verb} on unnamed sources"
        yield Draft("unnamed", prose.sentence(text), tuple(item.evidence[0] for item in unnamed))


def _gaps(index: Index, settings: Settings) -> Iterator[str]:
    tensions = index.annotations.tensions
    if not tensions:
        yield "No tension between two sides was found."
    met = {item.issue for item in tensions}
    silent = [prose.lowered(issue.name) for issue in index.issues if issue.named and issue.id not in met]
    if tensions and silent:
        # A gap may be ours: at a higher threshold the article is not to blame for what is left out.
        bound = f" at a confidence of {settings.min_confidence:g} or more"
        bound = bound if "min_confidence" in settings.changed() else ""
        yield f"No tension was found on {prose.listed(silent, 'or')}{bound}."
    if not index.annotations.statements:
        yield "No statement of anybody was found."
