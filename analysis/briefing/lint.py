"""The page's own sentences against the rules of their language: how likelihood is told, and no seams of templates.

ICD 203 (Analytic Standards) asks that a word of likelihood carries its range, that it shares no sentence with a word of
confidence, and that the two rows of its lexicon do not mix. What is the article's, in quotation marks or marked as its
own, is free of this, and so are the names and titles that sentences take over.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

from lxml import html as parser

from analysis.briefing import prose
from analysis.codebook import Issue
from analysis.errors import ProseError
from analysis.lexicon import likelihood_rows, likelihoods
from analysis.records import Annotations

# What stands for words that are not ours.
THEIRS = "¤"
# Left out of our sentences: whole, or with a sign that something stood there.
GONE = {"style", "script", "svg", "head", "nav"}
GONE_CLASSES = {"keys", "key", "code", "article", "notes"}
TAKEN = {"q", "code", "pre", "h1", "cite", "var", "kbd"}
TAKEN_CLASSES = {"quoted-words", "particulars", "label"}
INLINE = {"a", "abbr", "b", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "td", "th", "time", "u"}
SENTENCE_END = re.compile(r"(?<=[.?!])[”’)]*\s+(?=[A-Z“(¤])")
QUOTATION = re.compile(r"“[^“”]*”")
# A factor of a stance is told by the article's words: "barring (−) × negotiations (+)".
FACTORS = re.compile(r"(?<![^:×.|])[^:×.|]+ \([+−]\)")
CONFIDENCE = re.compile(r"\bconfiden(?:ce|t|tly)\b", re.IGNORECASE)
SEAMS = {
    "a number without its plural or singular": re.compile(
        r"(?<![\w.,–/-])1 (?!is\b|was\b|has\b|does\b|as\b|its\b|this\b|us\b|plus\b|less\b)[a-z]+s\b"
    ),
    "“a” for “an”, or “an” for “a”": re.compile(
        r"\b[Aa] (?!eu|ew|one\b|one-|once\b)[aeio][a-z]+|\b[Aa]n [b-dfgj-np-tv-wyz][a-z]{2,}"
    ),
    "a word twice": re.compile(r"\b(?!that |had )([a-z]+) \1\b"),
    "a mark twice, or after a blank": re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|::|[?!]\.|,\.|\w [,.;:?!](?=\s|$)"),
    "a missing value": re.compile(
        r"\bNone\b(?! [a-z])|(?<=[a-z,] )None\b|\bnan\b|\bNaN\b|\bundefined\b|\[\]|\{\}|\(\)"
    ),
}
BLANKS = re.compile(r"\w[.,;:]? {2,}\w")


def check(html: str, taken_over: Iterable[str] = ()) -> None:
    """Raise `ProseError` where a sentence of the page breaks a rule; `taken_over` are words in it that are not ours."""
    found = list(faults(html, taken_over))
    if found:
        raise ProseError(f"the briefing's own words, {len(found)} to mend: " + "; ".join(found))


def words_taken_over(annotations: Annotations, issues: Iterable[Issue]) -> Iterator[str]:
    """Names, roles and titles of the records, and the codebook's words for its issues."""
    article = annotations.article
    yield from (article.title, article.outlet, article.rights, *article.authors)
    for actor in annotations.actors:
        yield from (actor.name, actor.role, actor.side, *actor.other_roles, *actor.aliases)
    for issue in issues:
        for words in (issue.name, issue.question, issue.proposition):
            yield from (words, prose.typeset(words))
    yield from (time.span.quote for time in annotations.timeline)


def faults(html: str, taken_over: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong, each with the sentence that it is in."""
    text = "\0".join(blocks_of(parser.fromstring(html)))
    lower = text.lower()
    theirs = _any_of(word for word in set(taken_over) if word.strip().lower() in lower)
    blocks = theirs.sub(THEIRS, text).split("\0")
    yield from _of_rows(blocks)
    for block in blocks:
        if block.count("“") != block.count("”"):
            yield f"quotation marks that do not match in {block!r}"
        if blanks := BLANKS.search(QUOTATION.sub(THEIRS, block)):
            yield f"a blank twice (“{blanks[0]}”) in {block!r}"
        for sentence in SENTENCE_END.split(ours(block)):
            yield from (f"{fault} in {sentence!r}" for rule in RULES for fault in rule(sentence))


def ours(block: str) -> str:
    """A block with a sign where the article's words stood in it."""
    return FACTORS.sub(THEIRS, QUOTATION.sub(THEIRS, " ".join(block.split())))


def _of_rows(blocks: Iterable[str]) -> Iterator[str]:
    used = {match[0].lower() for block in blocks for match in _terms().finditer(ours(block))}
    first, second = ([term for term in row if term in used] for row in likelihood_rows())
    if first and second:
        yield f"two rows of the lexicon of likelihood: {', '.join(first)} and {', '.join(second)}"


def _of_confidence(sentence: str) -> Iterator[str]:
    term, word = _terms().search(sentence), CONFIDENCE.search(sentence)
    if term and word:
        yield f"likelihood (“{term[0]}”) and confidence (“{word[0]}”) together"


def _of_ranges(sentence: str) -> Iterator[str]:
    for match in _terms().finditer(sentence):
        low, high = likelihoods().get(match[0].lower(), (None, None))
        if low is not None and f"{low}–{high}%" not in sentence:
            yield f"“{match[0]}” without its range ({low}–{high}%)"


def _of_seams(sentence: str) -> Iterator[str]:
    for name, pattern in SEAMS.items():
        yield from (f"{name} (“{match[0]}”)" for match in pattern.finditer(sentence))


RULES: tuple[Callable[[str], Iterator[str]], ...] = (_of_confidence, _of_ranges, _of_seams)


@cache
def _terms() -> re.Pattern[str]:
    """Terms of likelihood; after "how" or "more" such a word compares, and estimates nothing."""
    return re.compile(
        rf"(?<!\b[Hh]ow )(?<!\bmore )(?<!\bless ){_any_of(chain(likelihoods(), *likelihood_rows())).pattern}"
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first, their first letter small or large; without any, what never matches.

    Without `IGNORECASE`, in which a choice of a hundred words takes five times as long.
    """
    given = [word.strip() for word in words if word.strip()]
    forms = {first(word[0]) + word[1:] for word in given for first in (str, str.upper, str.lower)}
    either = "|".join(map(re.escape, sorted(forms, key=lambda word: (-len(word), word)))) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def blocks_of(page: parser.HtmlElement) -> list[str]:
    """Our text, a string for each paragraph, item, heading or row of a table."""
    pieces: list[str] = []
    _read(page, pieces)
    blocks = "".join(pieces).split("\0")
    return [block for block in blocks if block.strip()]


def _read(element: parser.HtmlElement, pieces: list[str]) -> None:
    classes = set(element.get("class", "").split())
    if not isinstance(element.tag, str) or element.tag in GONE or classes & GONE_CLASSES:
        return
    if element.tag in TAKEN or classes & TAKEN_CLASSES or _is_quotation(element):
        pieces.append(THEIRS)
        return
    edge = "|" if element.tag in ("td", "th") else "" if element.tag in INLINE else "\0"
    pieces.append(edge)
    pieces.append(element.text or "")
    for child in element:
        _read(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(edge)


def _is_quotation(element: parser.HtmlElement) -> bool:
    """Whether it is the quotation in a block; who is quoted stands below it in our words."""
    parent = element.getparent()
    return parent is not None and parent.tag == "blockquote" and element.tag == "p"
