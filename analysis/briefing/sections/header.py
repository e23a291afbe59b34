"""What the briefing is about: the article's own particulars, and which parameters were moved."""

from dataclasses import dataclass

from analysis.briefing import prose
from analysis.language import ENGLISH
from analysis.records import Article
from analysis.settings import Settings

NOT_ENGLISH = (
    "This article does not read like English, and everything here was made for English: expect little of what follows "
    "to be right. If the article is English after all, say so with “language: en” in the .yml file beside it."
)


@dataclass(frozen=True)
class Moved:
    """A parameter that is not at its default."""

    name: str
    value: str
    default: str


@dataclass(frozen=True)
class Header:
    """The head of the page; `warning` is for an article that the extractors were not made for."""

    title: str
    warning: str
    particulars: tuple[str, ...]
    url: str
    rights: str
    moved: tuple[Moved, ...]


def build(article: Article, settings: Settings) -> Header:
    """The header of `article`'s briefing."""
    fields = type(settings).model_fields
    words = len(article.text.split())
    return Header(
        title=article.title,
        warning="" if article.language.split("-")[0].lower() == ENGLISH else NOT_ENGLISH,
        particulars=(
            *filter(None, (article.outlet, prose.listed(article.authors))),
            date(article),
            f"{prose.reading_minutes(article.text)} min read, {words:,} {'word' if words == 1 else 'words'}",
        ),
        url=address(article),
        rights=article.rights,
        moved=tuple(Moved(name, str(value), str(fields[name].default)) for name, value in settings.changed().items()),
    )


def date(article: Article) -> str:
    """When it was published, and whether it says so itself."""
    if not article.published:
        return "no date of publication"
    inferred = " (date inferred from the text)" if article.published_basis == "inferred" else ""
    return prose.day(article.published) + inferred


def address(article: Article) -> str:
    """Where it can be read online; empty for anything but a web address, which a page must not lead to."""
    return article.url if article.url.startswith(("https://", "http://")) else ""
