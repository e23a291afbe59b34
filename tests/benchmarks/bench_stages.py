"""Seconds of the stages that read the Doc, by length of the article: `make bench`.

The bundled article is repeated; its Doc is made beforehand and not counted. One thread; of three runs the fastest.
"""

import re
import time
from dataclasses import replace
from itertools import pairwise

from analysis.actors import find_actors
from analysis.articles import read_article
from analysis.document import read_document
from analysis.paths import resolve
from analysis.provenance import DEFAULT_ARTICLE
from analysis.records import Article
from analysis.registry import read_registry
from analysis.statements import find_statements
from analysis.timeline import find_times

TIMES = (1, 2, 4, 8, 16)
RUNS = 3


def repeated(article: Article, times: int) -> Article:
    text = "\n\n".join([article.text] * times)
    return replace(article, text=text, paragraphs=tuple(match.span() for match in re.finditer(r"\S[^\n]*", text)))


def seconds(article: Article) -> list[tuple[float, ...]]:
    """The seconds of actors, times and statements, a row a run."""
    doc = read_document(article)
    rows = []
    for _ in range(RUNS):
        marks = [time.perf_counter()]
        actors, mentions = find_actors(doc, read_registry(), article)
        marks.append(time.perf_counter())
        timeline = find_times(doc, article.published)
        marks.append(time.perf_counter())
        find_statements(doc, actors, mentions, timeline)
        marks.append(time.perf_counter())
        rows.append(tuple(after - before for before, after in pairwise(marks)))
    return rows


def main() -> None:
    article = read_article(resolve(DEFAULT_ARTICLE))
    print(f"{'article':<10} {'actors':>8} {'times':>8} {'statements':>11} {'s per copy':>11}  target 0.5 s, linear")
    for times in TIMES:
        actors, timeline, statements = (min(column) for column in zip(*seconds(repeated(article, times)), strict=True))
        each = (actors + timeline + statements) / times
        print(f"{times:>3} copies {actors:>8.3f} {timeline:>8.3f} {statements:>11.3f} {each:>11.3f}")


if __name__ == "__main__":
    main()
