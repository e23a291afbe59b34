"""The time of an event apart from the time of its telling, and what is ahead."""

from dataclasses import replace
from datetime import date

from analysis.briefing.outline import outline
from tests.briefing.sample import TEXT, bundled, without_tensions
from tests.factory import at


def told_last_month():
    found = bundled()
    last_month = next(time for time in found.timeline if time.span.quote == "last month")
    said = tuple(
        replace(item, time=last_month.id) if "another president" in item.evidence[0].quote else item
        for item in found.statements
    )
    return replace(found, statements=said)


def groups(found):
    return {group.title: group.rows for group in outline(found).timeline.groups}


def test_events_tellings_and_what_is_ahead_stand_apart():
    shown = groups(told_last_month())
    assert list(shown) == ["When it happened", "When it was said"]
    [said] = shown["When it was said"]
    assert (said.days, said.words, said.teller) == ("October 2022", "last month", "Volodymyr Zelensky")
    assert "last month" not in [row.words for row in shown["When it happened"]]


def test_a_due_day_that_reaches_past_publication_is_ahead():
    found = bundled()
    ahead = next(time for time in found.timeline if time.span.quote == "the next two to three weeks")
    said = (replace(found.statements[-1], due=ahead.id), *found.statements[:-1])
    [row] = groups(replace(found, statements=said))["Still ahead at publication"]
    assert row.days == "8–29 November 2022"


def test_each_row_says_what_its_days_were_counted_from():
    found = bundled()
    anchors = ("published 2022-11-08", "after “the vote”", "")
    times = tuple(replace(time, anchor=anchor) for time, anchor in zip(found.timeline, anchors, strict=False))
    rows = groups(replace(found, timeline=times))["When it happened"]
    assert sorted(row.basis for row in rows) == [
        "counted from after “the vote”",
        "counted from publication",
        "from its own words",
    ]


def test_an_open_end_is_told_as_such():
    found = bundled()
    time = replace(found.timeline[0], begin=None, end=date(2022, 11, 8))
    [row] = groups(replace(found, timeline=(time,)))["When it happened"]
    assert (row.days, row.iso) == ("Up to 8 November 2022", "2022-11-08")


def test_without_a_date_all_is_left_open_and_the_section_says_why():
    view = outline(without_tensions()).timeline
    assert not view.groups and len(view.unresolved) == 1
    assert "no publication date" in view.gap


def test_a_sentence_of_a_word_or_two_is_told_with_the_next():
    found = bundled()
    monday = next(time for time in found.timeline if time.span.quote == "On Monday")
    parts = (at(TEXT, "On Monday,"), at(TEXT, "Kremlin spokesman Dmitry Peskov said Russia was"))
    [row] = groups(replace(found, timeline=(monday,), sentences=parts))["When it happened"]
    assert row.after == ", Kremlin spokesman Dmitry Peskov said Russia was"
