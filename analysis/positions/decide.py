"""Which candidates are positions: the chance that a careful reader would note one.

A logistic regression on how it is told (by whom, with what cue and force, on what word) and on what its words mean to
the language model. The weights of `decide.toml` are fitted on coded articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log
from typing import TYPE_CHECKING, NamedTuple

from analysis.grammar import denied, dependents, relation
from analysis.lexicon import cue_classes
from analysis.positions.candidates import Candidate
from analysis.positions.forces import force_of, modifier
from analysis.positions.telling import Telling
from analysis.scene import PLAIN_CLASSES, passes_on

if TYPE_CHECKING:
    from spacy.tokens import Span

FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
CONDITIONS = frozenset({"if", "unless", "whether"})
DUTY = frozenset({"should", "must", "ought", "need", "needs", "shouldn", "cannot"})
FUTURE = frozenset({"will", "'ll", "’ll", "would", "wo", "going"})
# So that the prior holds down each number of a vector more than a feature that is 0 or 1.
MEANING_SCALE = 0.5


class Case(NamedTuple):
    """A candidate with what surrounds it."""

    one: Candidate
    scene: Telling
    words: Span
    lowered: frozenset[str]
    rivals: int  # other candidates of the holder that overlap it


def features(case: Case) -> dict[str, float]:
    """The features of a candidate, by name."""
    found = {feature.__name__: float(feature(case)) for feature in FEATURES}
    return found | {"bias": 1.0} | dict.fromkeys(_classes(case), 1.0) | _meaning(case)


def _meaning(case: Case) -> dict[str, float]:
    """The mean of the words' vectors, a number a feature."""
    vectors = case.scene.doc.tensor[[token.i for token in case.words if not token.is_space]]
    means = MEANING_SCALE * vectors.mean(0, dtype=float)
    return {f"meaning_{place}": value for place, value in enumerate(means.tolist())}


def _classes(case: Case) -> Iterator[str]:
    """What a candidate is, one for each question with several answers."""
    one = case.one
    yield f"kind_{one.kind}"
    yield f"{one.kind}_{relation(one.head) or one.head.dep_}".replace(" ", "_").replace(":", "_")
    yield f"part_{one.head.pos_}"
    yield f"holder_{case.scene.actors[one.holder].kind}"
    force = force_of(one.head)
    yield f"{one.kind}_force_{force.name if force else 'none'}"
    if one.statement:
        yield f"cue_{one.statement.cue_class}"
        yield f"words_{one.statement.kind}"
        yield f"sourcing_{one.statement.sourcing}"


def long(case: Case) -> float:
    """Many words."""
    return log(len(case.words))


def short(case: Case) -> float:
    """Few words."""
    return len(case.words) < 8


def salient(case: Case) -> float:
    """The holder matters in the article."""
    return case.scene.actors[case.one.holder].salience


def belongs(case: Case) -> float:
    """The holder speaks for someone."""
    return case.scene.actors[case.one.holder].affiliation is not None


def late(case: Case) -> float:
    """Far down in the article."""
    return case.one.place.start / len(case.scene.doc)


def opens(case: Case) -> float:
    """Begins what is said."""
    return case.one.first


def evaluates(case: Case) -> float:
    """Words that judge."""
    return log(1 + len(modifier("evaluation").findall(case.words.text)))


def duty(case: Case) -> float:
    """Says what should be."""
    return bool(case.lowered & DUTY)


def future(case: Case) -> float:
    """Says what will be."""
    return bool(case.lowered & FUTURE)


def hedges(case: Case) -> float:
    """Hedged."""
    return modifier("hedge").search(case.words.text) is not None


def negated(case: Case) -> float:
    """Says what is not so."""
    return denied(case.one.head)


def first_person(case: Case) -> float:
    """Speaks of itself."""
    return bool(case.lowered & FIRST_PERSON)


def asks(case: Case) -> float:
    """A question."""
    return case.words.text.rstrip("”\"' ").endswith("?") or case.words.sent.text.rstrip("”\"' \n").endswith("?")


def conditional(case: Case) -> float:
    """Hangs on a condition."""
    return bool(case.lowered & CONDITIONS)


def quotes(case: Case) -> float:
    """Quotation marks in it."""
    return any(mark in case.words.text for mark in '“”"')


def numbers(case: Case) -> float:
    """Figures in it."""
    return any(token.like_num for token in case.words)


def takes_side(case: Case) -> float:
    """A cue that takes sides."""
    statement = case.one.statement
    return statement is not None and statement.cue_class in cue_classes() and statement.cue_class not in PLAIN_CLASSES


def passed_on(case: Case) -> float:
    """The source only passes it on."""
    return case.one.statement is not None and passes_on(case.one.statement)


def passed_on_said(case: Case) -> float:
    """The source holds what it only passes on."""
    return case.one.kind == "said" and passed_on(case)


def forceful(case: Case) -> float:
    """Words of force in it."""
    return log(1 + sum(bool(force and not force.plain) for force in map(force_of, case.words)))


def within_forceful(case: Case) -> float:
    """Hangs on a word of force."""
    force = force_of(case.one.head.head)
    return case.one.head.head != case.one.head and force is not None and not force.plain


def names_other(case: Case) -> float:
    """Speaks of another actor."""
    inside = case.scene.arguments.inside(case.words.start, case.words.end)
    return any(party.actor != case.one.holder for party in inside)


def other_does(case: Case) -> float:
    """Another does what it says."""
    return case.one.kind == "said" and any(
        party.actor != case.one.holder for party in case.scene.arguments.agents(case.one.head)
    )


def subject_by_control(case: Case) -> float:
    """The subject stands elsewhere."""
    return case.one.kind in ("deed", "told") and not dependents(case.one.head, "subject", "passive subject")


def complemented(case: Case) -> float:
    """Governs a clause."""
    return bool(dependents(case.one.head, "complement", "noun clause"))


def governs_object(case: Case) -> float:
    """Governs an object."""
    return bool(dependents(case.one.head, "object"))


def progressive(case: Case) -> float:
    """In progress."""
    return case.one.head.lower_.endswith("ing")


def rivalled(case: Case) -> float:
    """The holder may hold other things by the same words."""
    return log(1 + case.rivals)


def named(case: Case) -> float:
    """Named at this place."""
    return case.one.party is not None and case.one.party.pos_ == "PROPN"


FEATURES: tuple[Callable[[Case], float], ...] = (
    long, short, salient, belongs, late, opens, evaluates, duty, future, hedges, negated, first_person, asks,
    conditional, quotes, numbers, takes_side, passed_on, passed_on_said, forceful, within_forceful, names_other,
    other_does, subject_by_control, complemented, governs_object, progressive, rivalled, named,
)  # fmt: skip
