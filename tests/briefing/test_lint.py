"""Planted violations are found, and what is the article's is left alone."""

import time

import pytest

from analysis.briefing import lint
from analysis.briefing.page import Page
from analysis.errors import FaultlineError, ProseError
from tests.briefing.sample import ISSUES, bundled, without_tensions
from tests.briefing.test_page import SECTIONS


def faults(body, taken_over=()):
    return list(lint.faults(f"<html><body>{body}</body></html>", taken_over))


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("<p>It is likely (55–80%), with high confidence.</p>", "likelihood (“likely”) and confidence (“confidence”)"),
        ("<p>We are confident that it is very likely (80–95%).</p>", "together"),
        ("<p>It is likely (55–80%).</p><p>It is improbable (20–45%).</p>", "two rows of the lexicon"),
        ("<p>It is unlikely (20–45%).</p><ul><li>The odds are remote.</li></ul>", "two rows of the lexicon"),
        ("<p>It is likely.</p>", "“likely” without its range (55–80%)"),
        ("<p>It is very likely (55–80%).</p>", "“very likely” without its range (80–95%)"),
        ("<p>Almost certain (95–99%). Unlikely to last.</p>", "“Unlikely” without its range (20–45%)"),
        ("<table><tr><td>probably</td><td>5–20%</td></tr></table>", "without its range (55–80%)"),
        ("<p>It has 1 sources.</p>", "a number without its plural"),
        ("<p>1 statements found.</p>", "a number without its plural"),
        ("<p>Said by a <b>official</b>.</p>", "“a” for “an”"),
        ("<p>Said by an senator.</p>", "“an” for “a”"),
        ("<p>The the end.</p><p>It is is so.</p>", "a word twice (“is is”)"),
        ("<p>The end..</p>", "a mark twice"),
        ("<p>The end , then.</p>", "after a blank"),
        ("<p>The  end.</p>", "a blank twice"),
        ("<p>Spoken by None.</p>", "a missing value"),
        ("<li>Intensity nan</li>", "a missing value"),
        ("<p>With []</p>", "a missing value"),
        ("<p>They say “no.</p>", "quotation marks that do not match"),
        ("<figure><figcaption>It is likely.</figcaption></figure>", "without its range"),
        ("<blockquote><p>“Yes”</p><footer>a official</footer></blockquote>", "“a” for “an”"),
    ],
)
def test_planted_violations_are_found(planted, fault):
    found = faults(planted)
    assert len(found) == 1 and fault in found[0]


@pytest.mark.parametrize(
    "right",
    [
        "<p>It is likely (55–80%). Our confidence in that is high.</p>",
        "<p>The minister calls it likely (55–80%): “improbable, I am confident it is a official  lie..”</p>",
        "<blockquote><p>“It is likely</p></blockquote>",
        "<p>Words: <q>likely a official</q>, <span class='quoted-words'>and “unlikely</span>, <code>None []</code>.</p>",
        "<div class='article'><p>It is likely “so.</p></div><ol class='notes'><li>improbable</li></ol>",
        "<p>How likely is it? None of them says, an hour or a European one later; 1 of 3 is 1 source.</p>",
        "<p>What moved it: unlikely (−) × negotiations (+) = against.</p>",
        "<table><tr><td>likely</td><td>55–80%</td></tr></table>",
        "<p>They said that that was so … and went.</p>",
        "<h1>A likely story “</h1><script>a official</script>",
    ],
)
def test_what_is_right_or_not_ours_passes(right):
    assert faults(right) == []


def test_names_and_titles_are_not_ours():
    assert faults("<p>Likely voters oppose a Open Society.</p>", ["likely voters", "Open Society"]) == []
    assert faults("<p>Likely voters oppose it.</p>")


@pytest.mark.parametrize("make", [bundled, without_tensions])
def test_the_sections_pass(make):
    page = Page(make(), issues=ISSUES)
    body = "".join(getattr(page, name)()._repr_html_() for name in SECTIONS if name != "provenance")
    assert faults(body, lint.words_taken_over(make(), ISSUES)) == []


def test_a_fault_fails_the_build_as_a_defect_of_ours():
    with pytest.raises(ProseError, match=r"2 to mend: .*1 sources.*a official") as raised:
        lint.check("<p>1 sources.</p><p>a official</p>")
    assert isinstance(raised.value, FaultlineError) and raised.value.status == 1


def test_the_bundled_page_passes_quickly(bundled_run):
    from analysis import store
    from analysis.codebook import read_issues

    page = (bundled_run / "briefing.html").read_text(encoding="utf-8")
    found = store.load(bundled_run / "data").annotations
    issues = read_issues("auto", found.article.text)
    took = []
    for _ in range(3):
        begin = time.process_time()
        lint.check(page, lint.words_taken_over(found, issues))
        took.append(time.process_time() - begin)
    assert min(took) < 0.5  # 0.1 on an idle laptop
