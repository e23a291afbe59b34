"""The endnotes: every place that claims cite, whole, with the text that its offsets count in."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing.evidence import Citing, Claim, Note, citing
from analysis.briefing.sections import header
from analysis.records import Article


@dataclass(frozen=True)
class Notes:
    """The section; `published` and `url` are empty where the article has none."""

    published: str
    url: str
    text_sha256: str
    cited: tuple[Citing, ...]


def build(article: Article, notes: Sequence[Note], claims: Sequence[Claim]) -> Notes:
    """The section's view: notes by number."""
    return Notes(
        published=header.date(article) if article.published else "",
        url=header.address(article),
        text_sha256=article.text_sha256,
        cited=citing(notes, claims),
    )
