"""What a pull is about: an issue of the codebook, or the article's own words."""

import re

from analysis.codebook import Issue
from analysis.records import Span
from analysis.tensions.view import View

ABOUT_WORDS = 12
QUOTES = str.maketrans("", "", '“”«»"')


def issue_of(view: View, a: str, b: str, place: Span, sentence: Span) -> Issue | None:
    """The issue that `place`, or else its sentence, raises; one whose two sides the actors are on comes first."""
    fitting = [issue for issue in view.issues if _fits(view, issue, a, b)]
    for words in (place, sentence):
        for issue in sorted(fitting, key=lambda one: not one.sides):
            if any(pattern.regex.search(words.quote) for concept in issue.concepts for pattern in concept.patterns):
                return issue
    return None


def _fits(view: View, issue: Issue, a: str, b: str) -> bool:
    return not issue.sides or {view.side_on(issue, a), view.side_on(issue, b)} == {0, 1}


def about_words(words: str) -> str:
    """The first dozen words, without quotation marks and loose punctuation."""
    plain = re.sub(r"\s+", " ", words.translate(QUOTES)).strip(" ,.;:!?–—'’‘")
    parts = plain.split(" ")
    return plain if len(parts) <= ABOUT_WORDS else " ".join(parts[:ABOUT_WORDS]).rstrip(",;:–—.") + " …"
