"""What changed since an earlier run: judgements that are new, gone, or no longer the same."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from analysis.briefing import bounds, prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index
from analysis.briefing.saying import saying
from analysis.briefing.sections.positions import WORDS
from analysis.records import Actor, Annotations, Judged, Position, Span, Tension
from analysis.runs import Earlier
from analysis.settings import Settings

Record = TypeVar("Record", bound=Judged)
Pair = tuple[Record, Record]
# How many of one kind are told before the rest is folded away.
TOLD = 8


@dataclass(frozen=True)
class Change:
    """One judgement that is not as it was; `claim` is absent where the words it rested on are not in this article."""

    what: str
    text: str
    claim: Claim | None


@dataclass(frozen=True)
class Group:
    """The changes in one kind of record, after a sentence that counts them."""

    title: str
    summary: str
    told: tuple[Change, ...]
    rest: tuple[Change, ...]
    left: str


@dataclass(frozen=True)
class Changes:
    """The section: what the two runs were made from, and the changes by kind; `none` speaks without an earlier run."""

    basis: tuple[str, ...]
    groups: tuple[Group, ...]
    none: str


@dataclass(frozen=True)
class Draft:
    """A change in the record of that id, not yet a claim."""

    what: str
    text: str
    record: str
    places: tuple[Span, ...]


@dataclass(frozen=True)
class Comparison:
    """What the sentences of one comparison are made with."""

    now: Index
    then: Index
    citations: Citations

    def change(self, draft: Draft) -> Change:
        """A change that cites its places as far as they are words of this article."""
        here = [place for place in draft.places if self.now.article.text[place.start : place.end] == place.quote]
        text = prose.sentence(draft.text)
        key = ("change", draft.what, draft.record)
        return Change(draft.what, text, self.citations.claim(key, text, "inferred", here[:2]) if here else None)


def build(
    index: Index,
    citations: Citations,
    settings: Settings,
    earlier: Earlier | None = None,
    inputs: Mapping[str, str] | None = None,
) -> Changes:
    """The section's view. `inputs` are the hashes of what this run is made from, for comparison with the earlier's."""
    if earlier is None:
        none = "Initial coverage: this briefing is compared with no earlier run. The parameter “since” can name one."
        return Changes((), (), none)
    both = Comparison(index, Index(earlier.annotations, index.issues), citations)
    now, then = index.annotations, earlier.annotations
    groups = (
        _group("Tensions", "tension", then.tensions, now.tensions, TENSION_KEYS, _tension, both),
        _group("Positions", "position", then.positions, now.positions, POSITION_KEYS, _position, both),
        _group("Actors", "actor", then.actors, now.actors, ACTOR_KEYS, _actor, both),
    )
    return Changes(tuple(_basis(earlier, now, settings, inputs or {})), groups, "")


def _basis(earlier: Earlier, now: Annotations, settings: Settings, inputs: Mapping[str, str]) -> Iterator[str]:
    """What the earlier run was, and what it was made from that is different today."""
    then = earlier.annotations.article
    if then.text_sha256 == now.article.text_sha256:
        yield f"Compared with the run {earlier.name}, which read the same text."
    else:
        about = f", {prose.day(then.published)}" if then.published else ""
        yield f"Compared with the run {earlier.name}, which read another text: {prose.quoted(then.title)}{about}."
    values = settings.model_dump(exclude={"since"})
    moved = [
        f"{name} was {earlier.parameters[name]} and is {value}"
        for name, value in values.items()
        if name in earlier.parameters and earlier.parameters[name] != value
    ]
    if moved:
        yield f"Of the parameters, {prose.listed(moved)}."
    # The article's own file is told of above.
    others = {path: digest for path, digest in inputs.items() if path in earlier.inputs and "/articles/" not in path}
    differ = [path for path, digest in others.items() if earlier.inputs[path] != digest]
    if differ:
        verb = "has" if len(differ) == 1 else "have"
        yield f"{prose.listed(differ)} {verb} changed in between."
    elif others and not moved:
        yield "Parameters, code and lists are the same as then."


def _group(
    title: str,
    noun: str,
    then: Sequence[Record],
    now: Sequence[Record],
    keys: Sequence[Callable[[Record], Hashable]],
    tell: Callable[[str, Record, Record | None, Comparison], Draft | None],
    both: Comparison,
) -> Group:
    """New ones first, then those that are gone, then those that changed."""
    pairs, gone, new = paired(then, now, keys)
    told = [tell("new", one, None, both) for one in new] + [tell("gone", one, None, both) for one in gone]
    changed = [draft for old, one in pairs if (draft := tell("changed", one, old, both))]
    drafts = [draft for draft in (*told, *changed) if draft]
    changes = tuple(map(both.change, drafts[: TOLD + bounds.TOLD]))
    summary = _summary(noun, len(then), len(new), len(gone), len(changed))
    left = bounds.left(len(drafts) - len(changes), "change", f"data/{noun}s.csv of both runs", "further")
    return Group(title, summary, changes[:TOLD], changes[TOLD:], left)


def _summary(noun: str, then: int, new: int, gone: int, changed: int) -> str:
    counts = [f"{prose.number(n)} {word}" for n, word in ((new, "new"), (gone, "gone"), (changed, "changed")) if n]
    were = f"{prose.count(then, noun)} then"
    if not counts:
        return prose.sentence(f"{were}; {'no change' if then else 'none now either'}")
    return prose.sentence(f"{were}; since then {prose.listed(counts)}")


def paired(
    then: Sequence[Record], now: Sequence[Record], keys: Sequence[Callable[[Record], Hashable]]
) -> tuple[list[Pair[Record]], list[Record], list[Record]]:
    """Records that are the same judgement by the first of `keys` that tells so; those only then; those only now."""
    pairs: list[Pair[Record]] = []
    gone, new = list(then), list(now)
    for key in keys:
        waiting: dict[Hashable, deque[Record]] = {}
        for old in gone:
            waiting.setdefault(key(old), deque()).append(old)
        unmatched = []
        for one in new:
            if olds := waiting.get(key(one)):
                pairs.append((olds.popleft(), one))
            else:
                unmatched.append(one)
        left = {id(old) for olds in waiting.values() for old in olds}
        gone, new = [old for old in gone if id(old) in left], unmatched
    return pairs, gone, new


# From the strictest sameness to the loosest.
TENSION_KEYS: tuple[Callable[[Tension], Hashable], ...] = (
    lambda one: one.id,
    lambda one: (one.a, one.b, one.issue or one.about, one.status),
    lambda one: (one.a, one.b, one.issue, one.type, one.status),
)
POSITION_KEYS: tuple[Callable[[Position], Hashable], ...] = (
    lambda one: one.id,
    lambda one: (one.actor, one.issue, one.proposition, one.stance),
    lambda one: (one.actor, one.issue, one.proposition),
)
ACTOR_KEYS: tuple[Callable[[Actor], Hashable], ...] = (
    lambda one: one.id,
    lambda one: one.registry_id or one.id,
)


def _tension(what: str, one: Tension, old: Tension | None, both: Comparison) -> Draft | None:
    index = both.then if what == "gone" else both.now
    said = saying(one, index)
    if old is None:
        return Draft(what, f"{said} (intensity {one.intensity})", one.id, one.evidence)
    differences = [
        f"the intensity was {old.intensity} and is {one.intensity}" if old.intensity != one.intensity else "",
        f"read as {old.type} then, as {one.type} now" if old.type != one.type else "",
        f"{old.status} then, {one.status} now" if old.status != one.status else "",
    ]
    return _differing(said, differences, one, both)


def _position(what: str, one: Position, old: Position | None, both: Comparison) -> Draft | None:
    index = both.then if what == "gone" else both.now
    actor = index.actor(one.actor)
    said = f"{prose.named(actor) if actor else index.name(one.actor)}, {WORDS[one.stance]}: {_proposition(one, index)}"
    if old is None:
        return Draft(what, said, one.id, one.evidence)
    differences = [
        f"{WORDS[old.stance]} then" if old.stance != one.stance else "",
        f"{old.status} then, {one.status} now" if old.status != one.status else "",
        ("hedged now" if one.hedged else "no longer hedged") if old.hedged != one.hedged else "",
    ]
    return _differing(said.rstrip("."), differences, one, both)


def _proposition(one: Position, index: Index) -> str:
    return prose.inner(one.proposition) if index.issue(one.issue) else prose.quoted(one.proposition, 24)


def _actor(what: str, one: Actor, old: Actor | None, both: Comparison) -> Draft | None:
    index = both.then if what == "gone" else both.now
    said = ", ".join(filter(None, [prose.named(one), one.role]))
    if old is None:
        return Draft(what, said, one.id, one.evidence)
    names = both.then.name(old.affiliation) if old.affiliation else "nobody"
    name = index.name(one.affiliation) if one.affiliation else "nobody"
    differences = [
        f"the role was {old.role or 'not known'}" if old.role != one.role else "",
        f"counted with {old.side or 'no side'} then, with {one.side or 'no side'} now" if old.side != one.side else "",
        f"spoke for {names} then, speaks for {name} now" if names != name else "",
    ]
    return _differing(said, differences, one, both)


def _differing(
    said: str, differences: Sequence[str], one: Tension | Position | Actor, both: Comparison
) -> Draft | None:
    told = [words for words in differences if words]
    return Draft("changed", f"{said}: {'; '.join(told)}", one.id, one.evidence) if told else None
