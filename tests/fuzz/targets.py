"""What is fuzzed: each target takes bytes, and raises where a promise is broken. An `InputError` is an answer."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from analysis.articles import PARAGRAPH, normalise, read_article
from analysis.briefing.page import Page
from analysis.briefing.printed import printed
from analysis.codebook import Codebook
from analysis.document import read_document
from analysis.errors import InputError
from analysis.model.quotations import find_quotations
from analysis.paths import ACTORS, ARTICLES, CODEBOOKS
from analysis.pipeline import Analysis
from analysis.records import check_evidence
from analysis.registry import ActorFile
from analysis.seedfile import read_seed
from analysis.settings import Settings, read_settings
from analysis.store import GROUPS
from tests.hostile.corpus import cases

# A longer text finds nothing that a short one does not, and takes the model longer.
LONGEST = 1_200
STORY = (
    "President Zelensky said on Monday that %s would end the war. “We are ready,” Ned Price told reporters in Kyiv.\n\n"
    "Russia opposes %s, two US officials said, adding that Biden’s “%s” was likely to fail by 2024.\n"
)
CODEBOOK = """
name: Walls
about: Walls
applies: [wall]
issues:
  - {id: w, name: W, question: A wall?, proposition: There should be a wall, named: true, concepts: [{id: c, name: c,
     patterns: [&p {match: "(?:the )?{build|built} .* wall", polarity: "-"}, *p]}], sides: [{name: a, actors: "b|c"}]}
"""
SUFFIXES = (".txt", ".html", ".md")
SCHEMAS = (Codebook, ActorFile)
SECTIONS = ("header", "bottom_line", "watch", "tensions", "actors", "positions", "sourcing", "timeline", "gaps",
            "article", "notes", "method")  # fmt: skip


def loader(data: bytes, folder: Path) -> None:
    """Any bytes as a file of any kind: an article whose text is normal and whose paragraphs are its lines."""
    path = folder / f"article{SUFFIXES[data[0] % len(SUFFIXES) if data else 0]}"
    path.write_bytes(data[1:])
    article = read_article(path)
    assert normalise(article.text) == article.text
    assert article.text.encode()
    assert "\n" not in article.title
    lines = [line.lstrip() for line in article.text.split("\n") if line.strip()]
    assert [article.text[start:end] for start, end in article.paragraphs] == lines


def quotes(data: bytes, folder: Path) -> None:
    """Any text: quotations in order, each outside the one before it or whole inside it."""
    text = _text(data)
    found = find_quotations(text, tuple(match.span() for match in PARAGRAPH.finditer(text)))
    assert all(0 <= quotation.start < quotation.end <= len(text) for quotation in found)
    for one, other in pairwise(found):
        assert one.end <= other.start or (one.start < other.start and other.end <= one.end)


def statements(data: bytes, folder: Path) -> None:
    """Any text through every stage: all records quote it word for word."""
    analysis = _analysis(data, folder)
    check_evidence(analysis.article.text, [record for name in GROUPS for record in getattr(analysis, name)])


def briefing(data: bytes, folder: Path) -> None:
    """Any text down to the page: every section can be shown, and the page be made ready for paper."""
    analysis = _analysis(data, folder)
    page = Page(analysis.annotations(), issues=analysis.issues, settings=analysis.settings)
    shown = [getattr(page, section)()._repr_html_() for section in SECTIONS]
    written = "".join(segment.text for paragraph in page.outline.article for segment in paragraph.segments)
    assert written == "".join(analysis.article.text[slice(*bounds)] for bounds in analysis.article.paragraphs)
    printed(f"<html><body><nav class='rail'></nav><main><header></header>{''.join(shown)}</main></body></html>")


def seedfile(data: bytes, folder: Path) -> None:
    """Any bytes as each kind of hand-written file."""
    path = folder / "seed.yml"
    path.write_bytes(data)
    (folder / "article.yml").write_bytes(data)
    (folder / "article.txt").write_text("The minister said so.", encoding="utf-8")
    for read in (read_article, *(lambda _, schema=schema: read_seed(path, schema) for schema in SCHEMAS)):
        try:
            read(folder / "article.txt")
        except InputError as refusal:
            assert "\n" not in str(refusal)


def settings(data: bytes, folder: Path) -> None:
    """Any words, and any parameter file."""
    words, has_file, rest = data.partition(b"\0")
    path = folder / "params.yml"
    path.write_bytes(rest)
    chosen, _ = read_settings(_text(words), path if has_file else None)
    assert all(value == value for value in chosen.model_dump().values())


def _analysis(data: bytes, folder: Path) -> Analysis:
    """Read afresh: a cache of a million texts is none."""
    path = folder / "article.txt"
    path.write_text(_text(data)[:LONGEST], encoding="utf-8")
    analysis = Analysis(path, Settings(codebook="general+ukraine-war", min_confidence=0))
    analysis.doc = read_document(analysis.article)  # type: ignore[misc]
    return analysis


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


TARGETS: dict[str, Callable[[bytes, Path], None]] = {
    target.__name__: target for target in (loader, quotes, statements, briefing, seedfile, settings)
}


def seeds(target: str) -> list[bytes]:
    """What the fuzzer begins with: the hostile cases, and one that passes."""
    snippets = [case.content for file in ("markup", "characters") for case in cases(file).values()]
    if target == "loader":
        return [bytes([number % 3]) + STORY.encode() + snippet for number, snippet in enumerate(snippets)]
    if target in ("quotes", "statements", "briefing"):
        return [STORY.replace("%s", snippet.decode()).encode() for snippet in snippets]
    if target == "seedfile":
        books = (*CODEBOOKS.glob("*.yml"), *ACTORS.glob("*.yml"), *ARTICLES.glob("*.yml"))
        return [CODEBOOK.encode(), *(path.read_bytes() for path in books), *snippets]
    defaults = [(name, field.default) for name, field in Settings.model_fields.items()]
    return [pattern % pair for pattern in (b"%b=%b", b"\0%b: %b") for pair in (tuple(str(x).encode() for x in d) for d in defaults)] + snippets
