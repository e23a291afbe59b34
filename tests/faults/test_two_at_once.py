"""Two `make report` at the same time."""

import signal

from tests.faults.conftest import until

WAITS = "faultline: another make report is making story; this one waits for it"


def test_of_the_same_article_the_second_waits_and_finds_it_made(site):
    first = site.make("1", at="the move").stands_still()
    second = site.make("raise AssertionError('made a second time')")
    until(lambda: second.lines() == [WAITS])
    assert first.goes_on().ends()[0] == 0
    code, lines = second.ends()
    assert code == 0 and lines[1] == "made" and site.has_new() and not site.left_over()


def test_where_the_first_is_killed_the_second_makes_it(site):
    first = site.make("1", at="the move").stands_still()
    second = site.make("2")
    until(lambda: second.lines() == [WAITS])
    first.gets(signal.SIGKILL)
    assert second.ends()[0] == 0 and site.has_new() and not site.left_over()


def test_while_it_waits_it_can_be_stopped(site):
    first = site.make("1", at="the move").stands_still()
    second = site.make("2")
    until(lambda: second.lines() == [WAITS])
    code, lines = second.gets(signal.SIGTERM).ends()
    assert code == 143 and lines[1:] == ["faultline: stopped; an earlier report stays as it was"]
    assert site.has_earlier() and first.goes_on().ends()[0] == 0


def test_of_different_articles_neither_disturbs_the_other(site):
    """The first has looked which runs there are, but not yet written the list of them, when the second comes to it."""
    first = site.make("1", article="story", at="the index").stands_still()
    second = site.make("1", article="other")
    until((site.reports / "other").exists)
    second.process.join(0.5)  # it may not get past the first, nor may its clearing up touch what the first is at
    assert first.goes_on().ends()[0] == second.ends()[0] == 0
    index = (site.reports / "index.html").read_text()
    assert site.has_new("story") and site.has_new("other") and not site.left_over()
    assert 'href="story/briefing.html"' in index and 'href="other/briefing.html"' in index
