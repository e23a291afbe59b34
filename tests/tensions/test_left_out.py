"""The interval of an intensity is what plainly leaving out each passage gives."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tensions.index import Case, _opposed, case_of, intensity, places_of
from analysis.tensions.left_out import interval
from tests.factory import at, make_actor, make_position, make_statement
from tests.tensions.test_index import ANN, ANN_SAID, BACK, BOB_SAID, CASE, PULL, TEXT

WORDS = [f"word{number}" for number in range(12)]
LONG = " ".join([*WORDS, "in private"])
ACTORS = [make_actor(LONG, word) for word in WORDS[:3]]


def without(case, passage):
    """The case had the article not had `passage`, put together anew: what rests on it alone is gone, too."""
    left = tuple(place for place in case.evidence if place != passage)

    def stays(record):
        return not meet(record.evidence, (passage,)) or meet(record.evidence, left)

    pulls = tuple(pull for pull in (shorter(pull, passage) for pull in case.pulls) if places_of(pull))
    return Case(
        pulls,
        tuple(filter(stays, case.positions)),
        tuple(filter(stays, case.statements)),
        left,
        case.past or all(pull.past for pull in pulls),
    )


def shorter(pull, passage):
    a, b = ([one for one in side if not one.overlaps(passage)] for side in (pull.a_evidence, pull.b_evidence))
    return replace(pull, a_evidence=tuple(a), b_evidence=tuple(b))


def meet(places, others):
    return any(place.overlaps(other) for place in places for other in others)


def plain_interval(case):
    totals = [intensity(one)[0] for one in (case, *(without(case, place) for place in case.evidence))]
    return min(totals), max(totals)


def two_passages(**fields):
    """Ann doubts Bob, who threatens her: each in one passage, with one statement."""
    pulls = (replace(PULL, a_records=(ANN_SAID.id,)), replace(BACK, a_records=(BOB_SAID.id,), **fields))
    return case_of(pulls, {}, {one.id: one for one in (ANN_SAID, BOB_SAID)}, past=False)


def test_the_interval_is_what_leaving_one_passage_out_makes_of_it():
    case = two_passages()
    # 25 + 18 + 6 + 2.5 + 15 + 5 + 10; without Bob's: CASE; without Ann's: 25 + 18 + 3 + 1.2 + 15 + 5 + 10.
    assert intensity(case)[0] == 82
    assert [intensity(without(case, place))[0] for place in case.evidence] == [77, 59]
    assert interval(case) == (59, 82)


def test_a_statement_that_another_passage_shows_stays():
    long = make_statement(TEXT, ANN, "Ann blames Bob, she said. Bob rejects that")
    case = replace(two_passages(), statements=(long,))
    assert without(case, case.evidence[0]).statements == (long,)
    assert interval(case) == plain_interval(case)


def test_a_tension_with_one_passage_may_be_nothing():
    assert interval(CASE) == (0, 59)
    assert intensity(without(CASE, CASE.evidence[0])) == (0, ())


def test_without_what_is_current_the_past_is_left():
    case = two_passages(past=True)
    assert not case.past and without(case, at(TEXT, "Ann blames Bob")).past
    assert interval(case) == plain_interval(case)


def test_dropping_what_is_unnamed_may_raise_it_and_the_interval_holds_the_intensity():
    unnamed = replace(BOB_SAID, sourcing="unnamed")
    weak = replace(BACK, type="doubt", strength=0.1, a_records=(unnamed.id,))
    pulls = (replace(PULL, a_records=(ANN_SAID.id,)), weak)
    case = case_of(pulls, {}, {one.id: one for one in (ANN_SAID, unnamed)}, past=False)
    low, high = interval(case)
    assert low <= intensity(case)[0] <= high


PLACES = st.tuples(st.integers(0, 11), st.integers(0, 3)).map(
    lambda pair: at(LONG, " ".join((LONG.split())[pair[0] : sum(pair) + 1]))
)
EVIDENCE = st.lists(PLACES, min_size=1, max_size=3).map(tuple)
PULLS = st.builds(
    lambda places, b_side, kind, past, strength: replace(
        PULL,
        a_evidence=() if b_side else places,
        b_evidence=places if b_side else (),
        type=kind,
        past=past,
        strength=strength,
    ),
    EVIDENCE,
    st.booleans(),
    st.sampled_from(["doubt", "threat", "friction"]),
    st.booleans(),
    st.sampled_from([0.2, 0.5, 0.9]),
)
POSITIONS = st.builds(
    lambda actor, issue, stance, places: replace(make_position(LONG, actor, issue, "word1", stance), evidence=places),
    st.sampled_from(ACTORS),
    st.sampled_from(["", "x", "y"]),
    st.sampled_from(["support", "oppose", "mixed"]),
    EVIDENCE,
)
STATEMENTS = st.builds(
    lambda actor, sourcing, places: replace(
        make_statement(LONG, actor, "word1", cue="word2", sourcing=sourcing), evidence=places
    ),
    st.sampled_from(ACTORS),
    st.sampled_from(["named", "unnamed"]),
    EVIDENCE,
)


@settings(derandomize=True, deadline=None)
@given(
    pulls=st.lists(PULLS, min_size=1, max_size=5),
    positions=st.lists(POSITIONS, max_size=5),
    statements=st.lists(STATEMENTS, max_size=4),
    past=st.booleans(),
)
def test_it_is_the_interval_of_a_plain_search(pulls, positions, statements, past):
    evidence = case_of(tuple(pulls), {}, {}, past=past).evidence
    case = Case(tuple(pulls), tuple(positions), tuple(statements), evidence, past)
    assert interval(case) == plain_interval(case)


@settings(derandomize=True, deadline=None)
@given(positions=st.lists(POSITIONS, max_size=8))
def test_the_first_two_opposed_are_those_of_a_plain_search(positions):
    plain = (
        (one, other)
        for one, other in combinations(positions, 2)
        if one.issue and one.issue == other.issue and one.actor != other.actor
        and {one.stance, other.stance} == {"support", "oppose"}
    )  # fmt: skip
    assert _opposed(positions) == next(plain, None)
