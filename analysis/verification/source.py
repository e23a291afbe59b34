"""V1: the article is the one that was read, to the byte, and its text the one that all offsets count in."""

from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

from analysis.articles import read_article
from analysis.errors import ArticleError, InputError
from analysis.paths import from_root
from analysis.records import Article
from analysis.verification.outcome import Outcome, outcome
from analysis.verification.runfolder import RunFolder

SHORT = 12


def check(run: RunFolder) -> Outcome:
    """Hashes of the article's file, of its metadata's, and of its text."""
    return outcome(_faults(run), _told(run))


def _told(run: RunFolder) -> str:
    article = run.article
    return (
        f"{run.provenance.article} is the article that was read: file {article.raw_sha256[:SHORT]}…, "
        f"text {article.text_sha256[:SHORT]}…, {len(article.text):,} characters"
    )


def _faults(run: RunFolder) -> Iterator[str]:
    article = run.article
    if (found := sha256(article.text.encode(errors="surrogatepass")).hexdigest()) != article.text_sha256:
        yield f"data/article.json: its text hashes to {found}, it says {article.text_sha256}"
    recorded = run.provenance.inputs.get(run.provenance.article)
    if recorded != article.raw_sha256:
        yield f"run.json has {recorded} as the hash of {run.provenance.article}, data/article.json {article.raw_sha256}"
    try:
        file = run.article_file
    except ArticleError:
        yield f"{run.given or run.provenance.article}: no article here; name the file with --article FILE"
        return
    yield from _of_file(file, recorded, run.provenance.article)
    yield from _of_metadata(file, run)
    yield from _of_text(file, article)


def _of_file(file: Path, recorded: str | None, name: str) -> Iterator[str]:
    found = sha256(file.read_bytes()).hexdigest()
    if found != recorded:
        yield f"{from_root(file)}: hashes to {found}, the run read {name} with {recorded}"


def _of_metadata(file: Path, run: RunFolder) -> Iterator[str]:
    """The .yml beside the article, where the run read one; and none where it read none."""
    beside = file.with_suffix(".yml")
    name = str(Path(run.provenance.article).with_suffix(".yml").as_posix())
    recorded = run.provenance.inputs.get(name)
    if recorded and not beside.is_file():
        yield f"{from_root(beside)}: missing; the run read its metadata there, lay it beside the article"
    elif beside.is_file():
        found = sha256(beside.read_bytes()).hexdigest()
        if not recorded:
            yield f"{from_root(beside)}: metadata that the run did not read"
        elif found != recorded:
            yield f"{from_root(beside)}: hashes to {found}, the run read it with {recorded}"


def _of_text(file: Path, article: Article) -> Iterator[str]:
    """What reading the file gives today, field by field. What a file's own name gives is not held against a copy."""
    try:
        read = read_article(file)
    except InputError as error:
        yield f"cannot be read as an article: {error}"
        return
    by_name = {"slug", "title"} if read.slug != article.slug else set()
    for name in (field.name for field in fields(article) if field.name not in by_name):
        if getattr(read, name) != getattr(article, name):
            yield f"data/article.json: its {name} is not what {from_root(file)} reads as"
