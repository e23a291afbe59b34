"""The bottom line: in at most 150 words what a reader takes away who stops after the first screen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.clauses import clause
from analysis.briefing.evidence import Citations, Claim, Label
from analysis.briefing.index import Index, voice
from analysis.briefing.leading import leading
from analysis.briefing.saying import FullOnce, issue_of, saying, stance_of
from analysis.briefing.sections.sides import strongest
from analysis.records import Actor, Span, Statement, Tension
from analysis.settings import Settings

WORDS = 150
TENSIONS = 4
SPEAKERS = 3
# Passages cited: of each side of a tension, and of anything else.
CITED_EACH, CITED = 2, 4
QUOTED_WORDS = 22
# What a side says to an issue's question, in the singular and the plural: what should be, and what is so.
STANDS = {
    "support": (("is for it", "are for it"), ("asserts it", "assert it")),
    "oppose": (("is against it", "are against it"), ("denies it", "deny it")),
    "mixed": (("says both yes and no", "say both yes and no"),) * 2,
}


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
    label: Label = "inferred"


def build(index: Index, citations: Citations, settings: Settings) -> BottomLine:
    """The tensions, the issue in focus before all and then the widest first; what is still open; who speaks, and on
    whose word.
    """
    gaps = tuple(_gaps(index, settings))
    name = FullOnce()
    tensions = list(_tensions(index, settings, name))
    rest = [*_still_open(index, name), *_speakers(index, name), *_unnamed(index)]
    left = WORDS - sum(map(_words, gaps))
    kept = []
    for draft in (*tensions, *rest):
        if _words(draft.text) > left:
            continue
        left -= _words(draft.text)
        kept.append(draft)
    claims = []
    for draft in kept:
        fits = 0 < _words(draft.more) <= left
        left -= _words(draft.more) if fits else 0
        text = f"{draft.text.rstrip('.')}; {draft.more}." if fits else draft.text
        claims.append(citations.claim(("bottom line", draft.key), text, draft.label, draft.places))
    return BottomLine(tuple(claims), gaps)


def _words(text: str) -> int:
    return len(text.split())


def _tensions(index: Index, settings: Settings, name: FullOnce) -> Iterator[Draft]:
    """The leading tensions, none of the named issues left out."""
    first = leading(index, settings)
    asked = sum(bool(issue and issue.named) for issue in (index.issue(item.issue) for item in first))
    told = sorted(first[: max(TENSIONS, asked)], key=lambda item: (item.issue != settings.focus, -item.intensity))
    for place, item in enumerate(told):
        measure = f"intensity {item.intensity} of 100" if not place else str(item.intensity)
        said = saying(item, index, name)
        text = prose.sentence(f"{said} ({measure}){_rests(item, index)}")
        yield Draft(f"tension {item.id}", text, _shown(item, index), _stands(item, index, name))


def _rests(tension: Tension, index: Index) -> str:
    """Where nobody with a name speaks for the side that acts."""
    held = [position for key in tension.a_records if (position := index.position(key))]
    keys = dict.fromkeys([*tension.a_records, *(key for position in held for key in position.statements)])
    said = [statement for key in keys if (statement := index.statement(key))]
    return ", on unnamed sources alone" if said and all(one.anonymous for one in said) else ""


def _stands(tension: Tension, index: Index, name: FullOnce) -> str:
    """Where the sides stand, so far as the sentence before has not said it."""
    issue = issue_of(tension, index)
    about = clause(issue)
    if not about:
        return ""
    a, b = index.actor(tension.a), index.actor(tension.b)
    stances = [stance_of(records, issue, index) for records in (tension.a_records, tension.b_records)]
    if not tension.b_evidence:
        return f"the article gives no words from {name(b)}"
    if stances == ["mixed", "mixed"]:
        return "each says both yes and no"
    told = {"demand", "doubt"}
    actor, stance = (b, stances[1]) if tension.type in told or not stances[0] else (a, stances[0])
    if not stance:
        return ""
    singular, plural = STANDS[stance][not about.obliges]
    return f"{name(actor)} {plural if actor and prose.is_plural(actor) else singular}"


def _shown(tension: Tension, index: Index) -> tuple[Span, ...]:
    """The strongest passages of each side, in the order of the text."""
    a = strongest(tension.a_evidence, tension.a_records, index.actor(tension.a), index)
    b = strongest(tension.b_evidence, tension.b_records, index.actor(tension.b), index)
    return tuple(sorted({*a[:CITED_EACH], *b[:CITED_EACH]})) or tension.evidence[:CITED]


def _still_open(index: Index, name: FullOnce) -> Iterator[Draft]:
    """One thing that the article leaves uncertain: an outcome with a date before a mere estimate."""
    ahead = [item for item in index.annotations.statements if item.forecast]
    dated = [item for item in ahead if item.due]
    for item in [*dated, *(item for item in ahead if prose.likelihood(item.certainty))][:1]:
        words = " ".join(place.quote for place in item.content_spans).removeprefix("that ")
        text = f"Still open, {_according(item, index.actor(item.source), name)}: {prose.quoted(words, QUOTED_WORDS)}"
        yield Draft("open", prose.sentence(text), item.evidence[:CITED], label="asserted")


def _according(item: Statement, source: Actor | None, name: FullOnce) -> str:
    likely = prose.likelihood(item.certainty)
    verb = prose.verb(source, "says", "say") if source else "says"
    return f"{f'and {likely}, ' if likely else ''}{name(source)} {verb}"


def _speakers(index: Index, name: FullOnce) -> Iterator[Draft]:
    """Who is quoted, most quoted first."""
    named = {actor.id: actor for actor in index.annotations.actors if actor.kind != "unnamed"}
    quoted = [item for item in index.annotations.statements if voice(item) == "direct" and item.source in named]
    speakers = [named[source] for source, _ in Counter(item.source for item in quoted).most_common() if source]
    if not speakers:
        return
    more = [prose.count(len(speakers) - SPEAKERS, "other")] if len(speakers) > SPEAKERS else []
    text = f"The article quotes {prose.listed([*map(name, speakers[:SPEAKERS]), *more])} by name."
    yield Draft("speakers", text, tuple(item.evidence[0] for item in quoted)[:CITED])


def _unnamed(index: Index) -> Iterator[Draft]:
    said = index.annotations.statements
    unnamed = [item for item in said if item.anonymous]
    if unnamed:
        text = f"unnamed sources are behind {prose.share(len(unnamed), len(said), 'statement')}"
        yield Draft("unnamed", prose.sentence(text), _firsts(unnamed))


def _firsts(statements: Sequence[Statement]) -> tuple[Span, ...]:
    return tuple(item.evidence[0] for item in statements[:CITED])


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
