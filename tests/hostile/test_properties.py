"""Offsets through every stage, of texts that nobody would write: properties that hypothesis tries to break."""

import unicodedata
from itertools import pairwise

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.articles import PARAGRAPH, normalise
from analysis.characters import one_line, printable
from analysis.document import tokenize
from analysis.errors import InputError
from analysis.model.quotations import find_quotations
from analysis.pipeline import Analysis
from analysis.records import check_evidence
from analysis.seedfile import read_yaml
from analysis.settings import Settings
from analysis.store import GROUPS, Stored, load, save
from tests.factory import make_article

# Equal examples in each run, few enough for a suite that everybody runs; `make fuzz` looks further.
QUICK = settings(derandomize=True, max_examples=100, deadline=None, database=None)
FEW = settings(derandomize=True, max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))

WORDS = st.sampled_from(
    [
        "Zelensky",
        "the Kremlin",
        "Joe Biden",
        "two US officials",
        "Price",
        "said",
        "told reporters",
        "that",
        "would",
        "not",
        "support",
        "opposes",
        "urged",
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "«",
        "»",
        "(",
        ")",
        "—",
        ",",
        ".",
        "?",
        "\n\n",
        "\n",
        "on Monday",
        "last week",
        "2024",
        "5%",
        "likely",
        "👍🏽",
        "é",
        "́",
        "שלום",
        "\u2028",
        "\u202e",
        "\u200b",
        "\x1b",
        "\x00",
        "İ",
        "ß",
        "ﬁ",
        "{{",
        "<b>",
        "\U0010fffd",
        "\ufdd0",
        "because",
        "and",
        "if",
        "Ukraine’s",
        "talks",
        "war",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
)
STORIES = st.lists(WORDS, min_size=5, max_size=50).map(" ".join)


@QUICK
@given(TEXTS)
def test_normal_text_is_normal_and_loses_only_what_nobody_sees(text):
    normal = normalise(text)
    assert normalise(normal) == normal and unicodedata.is_normalized("NFC", normal)
    assert not [
        letter for letter in normal if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") and letter not in "\n\t"
    ]
    assert not set(normal) & set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert _letters(normal) == _letters(text)


def _letters(text):
    return [letter for letter in unicodedata.normalize("NFD", text) if letter.isalnum()]


@QUICK
@given(st.text(max_size=200))
def test_one_line_is_one_and_a_message_is_printable(text):
    assert not set(one_line(text)) & set("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    assert printable(text).isprintable()
    assert str(InputError(text)).isprintable()


@QUICK
@given(TEXTS)
def test_tokens_and_quotations_lie_in_the_text(text):
    article = make_article(normalise(text))
    doc = tokenize(article)
    assert doc.text == article.text
    assert all(article.text[token.idx : token.idx + len(token)] == token.text for token in doc)
    found = find_quotations(article.text, article.paragraphs)
    assert all(0 <= one.start < one.end <= len(article.text) for one in found)
    for one, other in pairwise(found):
        assert one.end <= other.start or (one.start < other.start and other.end <= one.end)
    assert [article.text[slice(*bounds)] for bounds in article.paragraphs] == [
        m[0] for m in PARAGRAPH.finditer(article.text)
    ]


@FEW
@given(STORIES)
def test_every_record_of_every_stage_is_verbatim_and_stored_as_it_is(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("property")
    path = folder / "a.txt"
    path.write_text(f"President Zelensky said {text}", encoding="utf-8")
    try:
        analysis = Analysis(path, Settings(codebook="general+ukraine-war", min_confidence=0))
        annotations = analysis.annotations()
    except InputError:
        return
    check_evidence(annotations.article.text, [record for name in GROUPS for record in getattr(annotations, name)])
    assert all(annotations.article.text[one.start : one.end] == one.quote for one in annotations.sentences)
    save(folder / "data", Stored(annotations, "cooperations", "0"))
    assert load(folder / "data").annotations == annotations


@QUICK
@given(
    st.recursive(
        st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    )
)
def test_any_yaml_is_read_as_text_or_refused(tmp_path_factory, values):
    path = tmp_path_factory.getbasetemp() / "property.yml"
    path.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8", errors="surrogatepass")
    try:
        read, _ = read_yaml(path)
    except InputError as refusal:
        assert str(refusal).isprintable()
    else:
        assert all(one_line(text) == text for text in _texts(read))


def _texts(values):
    if isinstance(values, dict):
        return [*values, *(text for value in values.values() for text in _texts(value))]
    return (
        [text for value in values for text in _texts(value)] if isinstance(values, list) else [values] if values else []
    )
