"""`find_times` on sentences: what is found, what it means, and what is not a time at all."""

from datetime import date
from itertools import pairwise

import pytest

from analysis.document import read_document
from analysis.paths import ARTICLES
from analysis.records import TimeRef, check_evidence
from analysis.timeline import find_times
from tests.factory import make_article, make_doc
from tests.timeline.clause import make_clause

TUESDAY = date(2022, 11, 8)


def times(text: str, published: date | None = TUESDAY, people: tuple[str, ...] = ()) -> tuple[TimeRef, ...]:
    return find_times(make_doc(text, ents=[(name, "PERSON") for name in people]), published)


def only(text: str, published: date | None = TUESDAY) -> TimeRef:
    found = times(text, published)
    assert len(found) == 1, [time.span.quote for time in found]
    return found[0]


def days(time: TimeRef) -> str:
    return f"{time.begin or ''}..{time.end or ''}"


@pytest.mark.parametrize(
    ("text", "quote", "value", "expected"),
    [
        ("It began on Nov. 8, 2022.", "Nov. 8, 2022", "2022-11-08", "2022-11-08..2022-11-08"),
        ("It began on 8 November 2022.", "8 November 2022", "2022-11-08", "2022-11-08..2022-11-08"),
        ("It began Tuesday, Sept. 13, 2016.", "Tuesday, Sept. 13, 2016", "2016-09-13", "2016-09-13..2016-09-13"),
        ("It began on the third of March, 2015.", "the third of March, 2015", "2015-03-03", "2015-03-03..2015-03-03"),
        ("It began on 2016-09-12.", "2016-09-12", "2016-09-12", "2016-09-12..2016-09-12"),
        ("It began on 9/12/2016.", "9/12/2016", "2016-09-12", "2016-09-12..2016-09-12"),
        ("It began on 25/12/2016.", "25/12/2016", "2016-12-25", "2016-12-25..2016-12-25"),
        ("He recalled the 9/11 attacks.", "9/11", "2001-09-11", "2001-09-11..2001-09-11"),
        ("The Jan. 6 committee met.", "Jan. 6", "2021-01-06", "2021-01-06..2021-01-06"),
        ("They met on 5–6 September 2019.", "5–6 September 2019", "2019-09-05/2019-09-06", "2019-09-05..2019-09-06"),
        ("It began in September 2016.", "September 2016", "2016-09", "2016-09-01..2016-09-30"),
        ("It began in late February 2016.", "late February 2016", "2016-02", "2016-02-21..2016-02-29"),
        ("It began in 2016.", "2016", "2016", "2016-01-01..2016-12-31"),
        ("It began in early 2016.", "early 2016", "2016", "2016-01-01..2016-04-30"),
        ("It grew in the 1990s.", "the 1990s", "199", "1990-01-01..1999-12-31"),
        ("It grew in the late ’60s.", "the late ’60s", "196", "1965-01-01..1969-12-31"),
        ("It grew in the sixties.", "the sixties", "196", "1960-01-01..1969-12-31"),
        ("It grew in the 19th century.", "the 19th century", "18", "1800-01-01..1899-12-31"),
        ("It fell in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3", "2016-07-01..2016-09-30"),
        ("It fell in the summer of 2016.", "the summer of 2016", "2016-SU", "2016-06-01..2016-08-31"),
        ("It fell in winter 2015.", "winter 2015", "2015-WI", "2015-12-01..2016-02-29"),
        ("They met on Thanksgiving 2016.", "Thanksgiving 2016", "2016-11-24", "2016-11-24..2016-11-24"),
        ("They met on Easter 2016.", "Easter 2016", "2016-03-27", "2016-03-27..2016-03-27"),
        ("The 2016-17 season was poor.", "2016-17", "2016/2017", "2016-01-01..2017-12-31"),
    ],
)
@pytest.mark.parametrize("published", [TUESDAY, None])
def test_stated_dates_need_no_publication(
    text: str, quote: str, value: str, expected: str, published: date | None
) -> None:
    time = only(text, published)
    assert (time.span.quote, time.value, days(time)) == (quote, value, expected)
    assert (time.type, time.anchor) == ("DATE", "stated")


@pytest.mark.parametrize(
    ("text", "quote", "value", "expected"),
    [
        ("On Monday, he spoke.", "Monday", "2022-11-07", "2022-11-07..2022-11-07"),
        ("He spoke on Tuesday.", "Tuesday", "2022-11-08", "2022-11-08..2022-11-08"),
        ("He spoke on Wednesday.", "Wednesday", "2022-11-02", "2022-11-02..2022-11-02"),
        ("He said Monday that he will go.", "Monday", "2022-11-07", "2022-11-07..2022-11-07"),
        ("He left last Tuesday.", "last Tuesday", "2022-11-01", "2022-11-01..2022-11-01"),
        ("He leaves next Tuesday.", "next Tuesday", "2022-11-15", "2022-11-15..2022-11-15"),
        ("He left yesterday.", "yesterday", "2022-11-07", "2022-11-07..2022-11-07"),
        ("He leaves today.", "today", "2022-11-08", "2022-11-08..2022-11-08"),
        ("He leaves tomorrow.", "tomorrow", "2022-11-09", "2022-11-09..2022-11-09"),
        ("He left last week.", "last week", "2022-W44", "2022-10-31..2022-11-06"),
        ("He left this week.", "this week", "2022-W45", "2022-11-07..2022-11-13"),
        ("He left last month.", "last month", "2022-10", "2022-10-01..2022-10-31"),
        ("He leaves next month.", "next month", "2022-12", "2022-12-01..2022-12-31"),
        ("He left last year.", "last year", "2021", "2021-01-01..2021-12-31"),
        ("He left late last year.", "late last year", "2021", "2021-09-01..2021-12-31"),
        ("He left earlier this year.", "earlier this year", "2022", "2022-01-01..2022-11-08"),
        ("He leaves later this month.", "later this month", "2022-11", "2022-11-08..2022-11-30"),
        ("He called in June.", "June", "2022-06", "2022-06-01..2022-06-30"),
        ("He feared a defeat in December.", "December", "2022-12", "2022-12-01..2022-12-31"),
        ("He will call in December.", "December", "2022-12", "2022-12-01..2022-12-31"),
        ("He signed it in early October.", "early October", "2022-10", "2022-10-01..2022-10-10"),
        ("He signed it on Oct. 4.", "Oct. 4", "2022-10-04", "2022-10-04..2022-10-04"),
        ("He will sign it on Jan. 4.", "Jan. 4", "2023-01-04", "2023-01-04..2023-01-04"),
        ("He left last June.", "last June", "2022-06", "2022-06-01..2022-06-30"),
        ("He left last summer.", "last summer", "2022-SU", "2022-06-01..2022-08-31"),
        ("He leaves next spring.", "next spring", "2023-SP", "2023-03-01..2023-05-31"),
        ("He left a year ago.", "a year ago", "2021", "2021-01-01..2021-12-31"),
        ("He left two weeks ago.", "two weeks ago", "2022-10-25", "2022-10-25..2022-10-25"),
        ("He left ten months ago.", "ten months ago", "2022-01", "2022-01-01..2022-01-31"),
        ("He left several months ago.", "several months ago", "PAST_REF", "..2022-11-08"),
        ("It ends at the end of the year.", "the end of the year", "2022", "2022-09-01..2022-12-31"),
        ("It ends by the end of the year.", "the end of the year", "2022", "2022-12-31..2022-12-31"),
        ("It ends by year-end.", "year-end", "2022", "2022-12-31..2022-12-31"),
    ],
)
def test_relative_dates_are_counted_from_publication(text: str, quote: str, value: str, expected: str) -> None:
    time = {time.span.quote: time for time in times(text)}[quote]
    assert (time.value, days(time)) == (value, expected)
    assert (time.type, time.anchor) == ("DATE", "published 2022-11-08")


@pytest.mark.parametrize(
    ("text", "verb", "quote", "value", "expected"),
    [
        ("He will speak on Friday.", "speak", "Friday", "2022-11-11", "2022-11-11..2022-11-11"),
        ("On Friday, the Senate will vote.", "vote", "Friday", "2022-11-11", "2022-11-11..2022-11-11"),
        ("The vote is to be held on Friday.", "held", "Friday", "2022-11-11", "2022-11-11..2022-11-11"),
        ("He called in March.", "called", "March", "2022-03", "2022-03-01..2022-03-31"),
        ("He will call in March.", "call", "March", "2023-03", "2023-03-01..2023-03-31"),
        ("They met this weekend.", "met", "this weekend", "2022-W44-WE", "2022-11-05..2022-11-06"),
        ("They met over the weekend.", "met", "the weekend", "2022-W44-WE", "2022-11-05..2022-11-06"),
        ("They will meet over the weekend.", "meet", "the weekend", "2022-W45-WE", "2022-11-12..2022-11-13"),
        ("It has rained this week.", "rained", "this week", "2022-W45", "2022-11-07..2022-11-08"),
        ("It will rain this week.", "rain", "this week", "2022-W45", "2022-11-07..2022-11-13"),
        ("The winter will bite.", "bite", "The winter", "2022-WI", "2022-12-01..2023-02-28"),
        ("He fell in the fall.", "fell", "the fall", "2022-FA", "2022-09-01..2022-11-30"),
        ("It often rains in April.", "rains", "April", "XXXX-04", ".."),
        ("It rains from April through June.", "rains", "April", "XXXX-04", ".."),
    ],
)
def test_the_verb_tells_past_from_future(text: str, verb: str, quote: str, value: str, expected: str) -> None:
    found = {time.span.quote: time for time in find_times(make_clause(text, verb), TUESDAY)}
    assert (found[quote].value, days(found[quote])) == (value, expected)


@pytest.mark.parametrize(
    ("text", "verb", "quote", "value"),
    [
        ("Born in 1890, he came on May 3, 1920. He left in June.", "left", "June", "1920-06"),
        ("Born in 1890, he came on Dec. 3, 1920. He left on July 6.", "left", "July 6", "1921-07-06"),
        ("Born in 1890, he came in 1920. He left on July 6.", "left", "July 6", "1920-07-06"),
        ("It was planned in 1890 and built in 1920. It is called Old House today.", "is", "today", "PRESENT_REF"),
        ("Born in 1890, he came in 1920. I have come today.", "come", "today", "2022-11-08"),
        ("It was planned in 1890 and built in 1920. Summers are hot.", "are", "Summers", "XXXX-SU"),
        ("It was planned in 1890 and built in 1920. It opens in June.", "opens", "June", "XXXX-06"),
    ],
)
def test_an_article_that_looks_back_goes_on_from_the_date_before(text: str, verb: str, quote: str, value: str) -> None:
    found = {time.span.quote: time for time in find_times(make_clause(text, verb), TUESDAY)}
    assert found[quote].value == value


def test_a_report_keeps_to_its_own_days_whatever_year_it_names() -> None:
    text = "On Monday he recalled 1890 and 1920. He left in June, and speaks today."
    found = {time.span.quote: time.value for time in times(text)}
    assert (found["June"], found["today"]) == ("2022-06", "2022-11-08")


def test_a_stretch_to_come_in_a_tale_of_the_past_begins_with_the_date_before() -> None:
    (_, stretch) = find_times(make_clause("He came in 1920. He served for the next two years.", "served"), TUESDAY)
    assert (stretch.value, days(stretch), stretch.anchor) == ("P2Y", "1920-01-01..1922-12-31", "after “1920”")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell in 480 BC.", ["BC0480"]),
        ("It stood from 1200 to about 400 BCE.", ["BC1200", "BC0400"]),
        ("It stood in the 5th century BC.", ["BC04"]),
        ("It fell by 5,000 BC.", ["BC5000"]),
        ("He was born in 480 BC and came in 450.", ["BC0480", "BC0450"]),
        ("He reigned until AD 117.", ["0117"]),
        ("In the fourth century he lived (c. 314 – 368), and came in 328.", ["03", "0314", "0368", "0328"]),
        ("He lived (c. 347 – 30 September 420) and wrote in December of 384.", ["0347", "0420-09-30", "0384-12"]),
        ("They were of her first period (1892 – 94).", ["1892", "1894"]),
        ("The goals are for post-2015.", ["2015"]),
        ("He came in nineteen seventy-two, and left in twenty sixteen.", ["1972", "2016"]),
        ("It has grown since World War II.", ["1939-09-01/1945-09-02"]),
        ("He went to Kyiv in 1724 as an envoy.", ["1724"]),
    ],
)
def test_early_years_and_years_in_other_forms(text: str, values: list[str]) -> None:
    assert [time.value for time in times(text)] == values


@pytest.mark.parametrize(
    ("text", "quote", "type", "value", "expected"),
    [
        ("It will rise over the next year.", "the next year", "DURATION", "P1Y", "2022-11-08..2023-11-08"),
        ("He urged it in recent weeks.", "recent weeks", "DURATION", "PXW", "..2022-11-08"),
        ("It begins in the coming days.", "the coming days", "DURATION", "PXD", "2022-11-08.."),
        ("He said it for months.", "months", "DURATION", "PXM", ".."),
        ("He stayed two weeks.", "two weeks", "DURATION", "P2W", ".."),
        ("He made a three-day visit.", "three-day", "DURATION", "P3D", ".."),
        ("He stayed two and a half hours.", "two and a half hours", "DURATION", "PT2.5H", ".."),
        (
            "It is clear in the next two to three weeks.",
            "the next two to three weeks",
            "DURATION",
            "P3W",
            "2022-11-08..2022-11-29",
        ),
        (
            "He said so over the last eight months.",
            "the last eight months",
            "DURATION",
            "P8M",
            "2022-03-08..2022-11-08",
        ),
        ("It rose in the weeks before Russia’s invasion.", "the weeks before", "DURATION", "PXW", ".."),
        ("He bombs them every day.", "every day", "SET", "P1D", ".."),
        ("He spoke in his nightly remarks.", "nightly", "SET", "XXXX-XX-XXTNI", ".."),
        ("They meet weekly.", "weekly", "SET", "P1W", ".."),
        ("They meet every Monday.", "every Monday", "SET", "XXXX-WXX-1", ".."),
        ("They meet on Saturday mornings.", "Saturday mornings", "SET", "XXXX-WXX-6", ".."),
        ("She wept over the last months of her life.", "the last months", "DURATION", "PXM", ".."),
        ("She wept for the last five months of her life.", "the last five months", "DURATION", "P5M", ".."),
        ("They meet twice a month.", "twice a month", "SET", "P1M", ".."),
        ("It changes week by week.", "week by week", "SET", "P1W", ".."),
        ("It changes less by the week.", "by the week", "SET", "P1W", ".."),
        ("He spoke on Monday night.", "Monday night", "TIME", "2022-11-07TNI", "2022-11-07..2022-11-07"),
        ("He spoke tonight.", "tonight", "TIME", "2022-11-08TNI", "2022-11-08..2022-11-08"),
        ("He spoke at 10:30 a.m. in Kyiv.", "10:30 a.m.", "TIME", "XXXX-XX-XXT10:30", ".."),
        ("On Monday he spoke at 22:30.", "22:30", "TIME", "2022-11-07T22:30", "2022-11-07..2022-11-07"),
    ],
)
def test_durations_sets_and_times_of_day(text: str, quote: str, type: str, value: str, expected: str) -> None:
    time = {time.span.quote: time for time in times(text)}[quote]
    assert (time.type, time.value, days(time)) == (type, value, expected)


@pytest.mark.parametrize(
    ("text", "quote", "value", "expected"),
    [
        (
            "He came on Oct. 4, 2016. Three days later he left.",
            "Three days later",
            "2016-10-07",
            "2016-10-07..2016-10-07",
        ),
        ("He came on Oct. 4, 2016. The next day he left.", "The next day", "2016-10-05", "2016-10-05..2016-10-05"),
        ("He came in 1920, and married that year.", "that year", "1920", "1920-01-01..1920-12-31"),
        ("He came in 1920. Two years later he left.", "Two years later", "1922", "1922-01-01..1922-12-31"),
        ("He came in 1981, and left in March of that year.", "March of that year", "1981-03", "1981-03-01..1981-03-31"),
        ("He came in 1920. Three days later he left.", "Three days later", "XXXX", ".."),
    ],
)
def test_later_times_are_counted_from_the_one_before(text: str, quote: str, value: str, expected: str) -> None:
    time = {time.span.quote: time for time in times(text)}[quote]
    assert (time.value, days(time)) == (value, expected)
    assert time.anchor.startswith("after “") is (value != "XXXX")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Monday, he spoke.", "XXXX-WXX-1"),
        ("He called in June.", "XXXX-06"),
        ("He signed it on Oct. 4.", "XXXX-10-04"),
        ("He left yesterday.", "PAST_REF"),
        ("He leaves today.", "PRESENT_REF"),
        ("He left last month.", "PAST_REF"),
        ("He leaves next month.", "FUTURE_REF"),
        ("He left two years ago.", "PAST_REF"),
        ("He said so over the last eight months.", "P8M"),
        ("He urged it in recent weeks.", "PXW"),
    ],
)
def test_without_publication_relative_times_stay_unresolved_and_say_so(text: str, value: str) -> None:
    time = only(text, None)
    assert (time.value, time.begin, time.end, time.anchor) == (value, None, None, "")
    assert "no date of publication" in time.reason


@pytest.mark.parametrize(
    "text",
    [
        "They may negotiate.",
        "May I speak?",
        "He joined the March on Washington.",
        "They march on.",
        "He came second.",
        "The army has 2,016 tanks.",
        "Some 2016 people came.",
        "It cost $2016 and weighed 1950 kilograms.",
        "He read page 1984 of Resolution 2016.",
        "A 33-year-old man won.",
        "He reads USA Today and the Daily Mail.",
        "Black Friday sales rose.",
        "The Winter Olympics opened.",
        "He paid $10 a day.",
        "He quoted John 3:16.",
        "A quarter of them left.",
        "“Saturday Night Live” mocked him on NBC’s “Today” and ABC’s “This Week.”",
        "It was his last year in office.",
        "They asked 1709 schoolchildren.",
        "It stands to this day.",
        "It is on pages 92 (6): 1087–1101.",
        "Call 201 461-1776, or come to 1696 Bergen Blvd.",
        "He spoke of the 348 cases in 365 pages.",
        "He may not do so on the first attempt.",
        "A World War II veteran spoke.",
        "Those were her last years.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [time.span.quote for time in times(text)] == []


def test_a_month_is_not_someone_called_so() -> None:
    text = "Theresa May resigned. Allies of May wept. She left in May."
    assert [time.span.start for time in times(text, people=("Theresa May",))] == [text.rindex("May")]


def test_summers_is_not_someone_called_so() -> None:
    text = "Larry Summers resigned. Summers wept. Summers are hot."
    assert [time.span.start for time in times(text, people=("Larry Summers",))] == []


def test_an_unresolved_event_is_part_of_the_evidence() -> None:
    time = only("Tensions rose in the weeks before Russia’s invasion of Ukraine, amid doubts.")
    assert [place.quote for place in time.evidence] == ["the weeks before Russia’s invasion of Ukraine"]
    assert "unresolved" in time.reason


def test_range_shares_its_year() -> None:
    text = "It rose from March to August 2011, then from May 3 to June 4, 2012."
    assert [time.value for time in times(text)] == ["2011-03", "2011-08", "2012-05-03", "2012-06-04"]


def test_bundled_article() -> None:
    text = (ARTICLES / "cnn-us-ukraine-talks.txt").read_text(encoding="utf-8")
    found = find_times(read_document(make_article(text)), TUESDAY)
    check_evidence(text, found)
    assert [(time.span.quote, time.value) for time in found] == [
        ("recent weeks", "PXW"),
        ("early October", "2022-10"),
        ("last month", "2022-10"),
        ("last week", "2022-W44"),
        ("Monday", "2022-11-07"),
        ("winter", "2022-WI"),
        ("the last eight months", "P8M"),
        ("every day", "P1D"),
        ("last week", "2022-W44"),
        ("nightly", "XXXX-XX-XXTNI"),
        ("months", "PXM"),
        ("by the week", "P1W"),
        ("winter", "2022-WI"),
        ("the next two to three weeks", "P3W"),
        ("June", "2022-06"),
        ("the weeks before", "PXW"),
    ]


def test_times_are_in_order_and_never_overlap() -> None:
    found = times(
        "On Monday night, Nov. 7, 2022, he spoke for two hours, the last of three days of talks in the 2022 session."
    )
    assert len(found) >= 4
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("text", ["", "Nothing happened.", "\n"])
def test_article_without_times(text: str) -> None:
    assert times(text) == ()
