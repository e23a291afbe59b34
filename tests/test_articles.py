import unicodedata
from datetime import date

import pytest

from analysis.articles import normalise, read_article, slug
from analysis.errors import ArticleError, SeedError
from analysis.paths import ARTICLES

STORY = "The minister said that talks would go on. “We are ready,” she told reporters in Kyiv."
PAGE = f"""<html><head><title>Talks go on</title><meta name="author" content="A. Writer">
<meta property="article:published_time" content="2022-11-08T10:00:00Z"></head><body><nav>Home News</nav>
<article><h1>Talks go on</h1>{"".join(f"<p>{STORY} This is paragraph number {n} of the story.</p>" for n in range(8))}
</article><script>alert(1)</script></body></html>"""


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_bundled_article():
    article = read_article(ARTICLES / "cnn-us-ukraine-talks.txt")
    assert (article.outlet, article.published, article.published_basis) == ("CNN", date(2022, 11, 8), "inferred")
    assert article.text.startswith("Senior US officials") and article.text.endswith("attack on Ukraine.")
    assert len(article.paragraphs) == 25


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufeffone", "one"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("zero\u200bwidth\u2060", "zerowidth"),
        ("trailing \t\nblanks  ", "trailing\nblanks"),
        ("no-break\u00a0space stays", "no-break\u00a0space stays"),
        ("e\u0301te\u0301", "été"),
        ("\n\n  lead", "lead"),
        ("two  blanks", "two  blanks"),
    ],
)
def test_normalise(raw, text):
    assert normalise(raw) == text
    assert unicodedata.is_normalized("NFC", normalise(raw))
    assert normalise(normalise(raw)) == normalise(raw)


def test_paragraphs_are_the_lines_with_words(write):
    article = read_article(write("a.txt", "One.\n\n  \nTwo.\nThree."))
    assert [article.text[start:end] for start, end in article.paragraphs] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "utf-16"])
def test_the_bundled_article_is_read_alike_in_other_encodings(write, encoding):
    text = (ARTICLES / "cnn-us-ukraine-talks.txt").read_text()
    article = read_article(write("a.txt", text.encode(encoding)))
    assert article.text == normalise(text)
    assert article.encoding == encoding


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "cp1251"])
def test_other_encodings_are_detected_and_named(write, encoding):
    words = (
        "Президент сказал, что переговоры продолжаются. "
        if encoding == "cp1251"
        else "“Café talks” – the minister’s word. "
    )
    article = read_article(write("a.txt", (words * 20).encode(encoding)))
    assert words.strip() in article.text
    assert article.encoding != "utf-8"


def test_html(write):
    article = read_article(write("a.html", PAGE))
    assert article.title == "Talks go on"
    assert article.published == date(2022, 11, 8)
    assert "“We are ready,” she told reporters" in article.text
    assert "alert" not in article.text and "Home News" not in article.text


def test_markdown_keeps_words_and_drops_marks(write):
    article = read_article(
        write("a.md", f"# Talks go on\n\n{STORY} **Bold** [link](http://x.example).\n\n- one\n- two\n")
    )
    assert article.text == f"Talks go on\n\n{STORY} Bold link.\n\none\n\ntwo"
    assert article.title == "Talks go on"


def test_metadata_beside_the_article(write):
    write("a.yml", "title: T\npublished: 2020-02-29\nauthors: [A, B]\n")
    article = read_article(write("a.txt", STORY))
    assert (article.title, article.published, article.authors) == ("T", date(2020, 2, 29), ("A", "B"))
    assert article.published_basis == "stated"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Talks go on.", "Talks go on"),
        ("Talks go on;", "Talks go on"),
        ("Talks in the U.S.", "Talks in the U.S."),
        ("Talks?", "Talks?"),
    ],
)
def test_a_headline_loses_its_closing_mark(write, first, title):
    assert read_article(write("a.txt", f"{first}\n\n{STORY}")).title == title


def test_without_metadata_a_short_first_paragraph_is_the_title(write):
    article = read_article(write("a-b.txt", f"Talks go on in Kyiv.\n\n{STORY}"))
    assert (article.title, article.published) == ("Talks go on in Kyiv", None)
    assert read_article(write("talks-in-kyiv.txt", STORY)).title == "talks in kyiv"


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t \r\n", "empty"),
    "invisible.txt": ("\u200b\ufeff \n".encode(), "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "null.txt": (b"words\0words", "binary"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200)), "binary"),
    "large.txt": (b"words " * 200_000, "1 MB"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    "empty.html": (b"<html></html>", "no article"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_article_is_refused_with_file_and_remedy(write, name):
    content, problem = BAD[name]
    with pytest.raises(ArticleError, match=problem) as stop:
        read_article(write(name, content))
    assert name in str(stop.value) and ";" in str(stop.value) and "\n" not in str(stop.value)
    assert stop.value.status == 2


def test_missing_file_and_folder_are_refused(tmp_path):
    for path, problem in ((tmp_path / "none.txt", "no such file"), (tmp_path, "not a file")):
        with pytest.raises(ArticleError, match=problem):
            read_article(path)


def test_misspelt_metadata_names_file_line_and_nearest_key(write):
    write("a.yml", "title: T\noutlett: CNN\n")
    with pytest.raises(SeedError, match=r"a\.yml:2: unknown key 'outlett'; did you mean 'outlet'\?"):
        read_article(write("a.txt", STORY))


@pytest.mark.parametrize("published", ["0001-01-01", "22-11-08", "9999-12-31", "last week"])
def test_an_impossible_date_of_publication_is_refused(write, published):
    write("a.yml", f"title: T\npublished: {published}\n")
    with pytest.raises(SeedError, match=r"a\.yml:2: 'published'"):
        read_article(write("a.txt", STORY))


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("cnn-us-ukraine-talks", "cnn-us-ukraine-talks"),
        ("My Article (final)", "my-article-final"),
        ("Élysée", "elysee"),
        ("../x", "x"),
        ("переговоры", "article-4d1fc4d5"),
        ("a" * 200, "a" * 80),
    ],
)
def test_slug(tmp_path, stem, expected):
    assert slug(tmp_path / f"{stem}.txt") == expected


def test_the_language_is_told_from_the_text_unless_it_is_given(write):
    french = "Le président a déclaré que la guerre ne finira pas avant que les deux pays ne reprennent les pourparlers, et que la France restera aux côtés de ses alliés aussi longtemps qu’il le faudra."
    assert read_article(write("a.txt", STORY)).language == "en"
    path = write("b.txt", french)
    assert read_article(path).language == "und"
    write("b.yml", "language: en")
    assert read_article(path).language == "en"
