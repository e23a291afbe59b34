import pytest
from spacy.tokens import Doc

from analysis import document
from analysis.layers import ATTRIBUTION, PARAGRAPHS
from tests.factory import make_article

TEXT = "Talks go on, Ned Price said. “We go.”\n\nNobody   spoke, Kyiv added.  😀"


def layers(doc: Doc):
    vectors = (doc.tensor.dtype, doc.tensor.shape, doc.tensor.tobytes())
    groups = {name: [(span.text, span.label_) for span in doc.spans[name]] for name in (ATTRIBUTION, PARAGRAPHS)}
    return groups, vectors, [(ent.text, ent.label_) for ent in doc.ents], [token.is_sent_start for token in doc]


def test_offsets_are_the_articles():
    doc = document.read_document(make_article(TEXT))
    assert doc.text == TEXT
    assert all(TEXT[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_sentences_have_no_blanks_around_them_and_cover_every_word():
    found = document.sentences(document.read_document(make_article(TEXT)))
    assert all(sentence.quote == sentence.quote.strip() == TEXT[sentence.start : sentence.end] for sentence in found)
    assert sum(len(sentence.quote.split()) for sentence in found) == len(TEXT.split())


def test_a_cached_document_is_the_same_and_is_read_once(tmp_path, monkeypatch):
    article = make_article(TEXT)
    first = document.cached_document(article, tmp_path)
    monkeypatch.setattr(document, "read_document", None)  # reading again would fail
    assert layers(document.cached_document(article, tmp_path)) == layers(first)


@pytest.mark.parametrize("left", [0, 20, -1])
def test_a_cached_document_that_is_not_whole_is_read_anew(left, tmp_path):
    """As a cut of power may leave one."""
    article = make_article(TEXT)
    first = document.cached_document(article, tmp_path)
    [file] = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:left])
    assert layers(document.cached_document(article, tmp_path)) == layers(first)
    assert file.read_bytes() == whole


def test_without_room_for_the_cache_the_article_is_read_all_the_same(tmp_path):
    (tmp_path / "file").touch()
    assert document.cached_document(make_article(TEXT), tmp_path / "file" / "cache").text == TEXT


def test_the_cache_does_not_grow_for_ever(tmp_path):
    for number in range(document.MOST_CACHED + 5):
        document.cached_document(make_article(f"{TEXT} {number}"), tmp_path)
    assert len(list(tmp_path.iterdir())) == document.MOST_CACHED


def test_a_run_without_a_blank_is_cut_and_what_stands_around_it_is_read_as_ever():
    before, after = "Don't go,  Ned said. ", " They\u2019re gone."
    for run in ("x" * 1000, "\u201c\u201d" * 400, "a," * 400, "\U0001f600" * 300):
        text = before + run + after
        tokens = document.tokenize(make_article(text))
        assert tokens.text == text
        words = [token.text_with_ws for token in tokens]
        alone = [[token.text_with_ws for token in document.tokenize(make_article(part))] for part in (before, after)]
        assert words[: len(alone[0])] == alone[0] and words[-len(alone[1]) + 1 :] == alone[1][1:]
        assert max(map(len, words)) <= document.LONGEST_RUN + 1
