"""What is found at a place by index is what a look at every span finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.briefing.evidence import Citations, Spoken, annotated
from analysis.briefing.places import Places
from analysis.briefing.sections.changes import paired
from analysis.briefing.sensitivity import ranks
from analysis.records import span
from tests.factory import make_article

TEXT = "One two three. " * 60
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 600)).map(
    lambda ends: span(TEXT, ends[0], min(len(TEXT), ends[0] + ends[1]))
)
quick = settings(derandomize=True, max_examples=60, deadline=None)


@quick
@given(st.lists(SPANS, max_size=25), SPANS)
def test_around_and_across_find_what_a_look_at_all_finds(spans, place):
    places = Places((one, number) for number, one in enumerate(spans))
    assert list(places.around(place)) == [number for number, one in enumerate(spans) if place in one]
    assert list(places.across(place)) == [number for number, one in enumerate(spans) if one.overlaps(place)]
    assert list(places.met(place)) == [(one, number) for number, one in enumerate(spans) if one.overlaps(place)]


@quick
@given(st.lists(st.integers(0, len(TEXT) - 1), min_size=1, max_size=9, unique=True).map(sorted), SPANS)
def test_a_paragraph_is_the_last_that_begins_before_the_place(starts, place):
    bounds = tuple(zip(starts, [*starts[1:], len(TEXT)], strict=True))
    article = make_article(TEXT, paragraphs=bounds)
    assert article.paragraph_of(place) == max(1, sum(start <= place.start for start in starts))


@quick
@given(st.lists(SPANS, min_size=1, max_size=9, unique=True), st.lists(SPANS, max_size=6))
def test_segments_rejoin_to_the_text_and_carry_the_notes_that_cover_them(cited, said):
    article = make_article(TEXT, paragraphs=((0, 300), (300, len(TEXT))))
    citations = Citations(article)
    for number, place in enumerate(cited):
        citations.claim((str(number),), "A claim.", "inferred", [place])
    spoken = [Spoken(place, "direct", 1, "A") for place in said]
    for paragraph, bounds in zip(annotated(article, citations, spoken), article.paragraphs, strict=True):
        start = bounds[0]
        for segment in paragraph.segments:
            piece = span(TEXT, start, start + len(segment.text))
            assert piece.quote == segment.text
            assert segment.notes == tuple(note for note in citations.notes if piece in note.span)
            assert segment.spoken == next((one for one in spoken if piece in one.span), None)
            start = piece.end
        assert start == bounds[1]


@quick
@given(st.dictionaries(st.text("abc", max_size=3), st.integers(0, 9), max_size=12))
def test_ranks_count_those_that_are_higher(intensities):
    expected = {key: 1 + sum(other > own for other in intensities.values()) for key, own in intensities.items()}
    assert ranks(intensities) == expected


@quick
@given(st.lists(st.integers(0, 30), max_size=12), st.lists(st.integers(0, 30), max_size=12))
def test_records_pair_as_if_each_was_looked_for(then, now):
    keys = (lambda one: one, lambda one: one // 3, lambda one: one % 2)
    pairs, gone, new = [], list(then), list(now)
    for key in keys:
        for one in list(new):
            match = next((old for old in gone if key(old) == key(one)), None)
            if match is not None:
                pairs.append((match, one))
                gone.remove(match)
                new.remove(one)
    found = paired(
        [_Number(one) for one in then], [_Number(one) for one in now], [lambda n, key=key: key(n.value) for key in keys]
    )
    assert [(a.value, b.value) for a, b in found[0]] == pairs
    assert [sorted(one.value for one in rest) for rest in found[1:]] == [sorted(gone), sorted(new)]


class _Number:
    def __init__(self, value):
        self.value = value
