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
    """Both are about to write the list of runs when they go on; a run under way is not cleared away by another."""
    makings = [site.make("1", article=name, at="the index") for name in ("story", "other")]
    for making in makings:
        making.stands_still()
    for making in makings:
        making.goes_on()
    assert [making.ends()[0] for making in makings] == [0, 0]
    index = (site.reports / "index.html").read_text()
    assert site.has_new("story") and site.has_new("other") and not site.left_over()
    assert 'href="story/briefing.html"' in index and 'href="other/briefing.html"' in index
