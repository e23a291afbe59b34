"""The coded articles as questions: what tension with this target, and what position, does this source show here?

A source or target of `None` is named elsewhere or nowhere: with neither, the question is whether a sentence tells of a
tension at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Token

from analysis.evaluation.codings import Coded, our_articles
from analysis.evaluation.gold import aligned, scorer
from analysis.guidelines import to_guidelines
from analysis.model.directed import MOST_WORDS
from analysis.model.labels import STANCES, TENSIONS
from analysis.model.training.readers import NONE
from analysis.model.training.stance_questions import Place, Question, States
from analysis.pipeline import Analysis
from analysis.records import Annotations
from analysis.settings import Settings

# Both sides of these do to each other what the type says.
MUTUAL = frozenset(("disagreement", "friction"))


@dataclass(frozen=True)
class CodedArticle:
    """An article's name, what can be asked about its sentences, and their word states."""

    name: str
    questions: Sequence[Question]
    states: States


def read_coded(gold: Path, texts: Path) -> Iterator[CodedArticle]:
    """Our coded articles, none of `gold`'s own. `gold` holds `score.py`, `texts` the texts of PolNeAR's train set.

    A sentence goes by its article and where it begins; one of more than `MOST_WORDS` words is left out.
    """
    scoring = scorer(gold / "score.py")
    for coded in our_articles(texts):
        analysis = Analysis(coded.file, Settings())
        alike = Alike(coded.coding["actors"], analysis, scoring)
        questions: list[Question] = []
        states: States = {}
        for key, words in _sentences(coded, analysis):
            states[key] = np.asarray(analysis.doc.tensor[[word.i for word in words]], dtype=np.float16)
            spans = [(word.idx, word.idx + len(word)) for word in words]
            told = Told.of(coded, (spans[0][0], spans[-1][1]), analysis.article.text, scoring)
            questions += told.questions(key, _named(analysis, spans), alike)
        yield CodedArticle(coded.file.stem, questions, states)


def _sentences(coded: Coded, analysis: Analysis) -> Iterator[tuple[str, list[Token]]]:
    for sentence in analysis.doc.sents:
        words = [token for token in sentence if not token.is_space]
        if 0 < len(words) <= MOST_WORDS:
            yield f"{coded.file.stem} {sentence.start_char}", words


class Alike:
    """Which coded actors a found one is: itself, whom it speaks for, or who speaks for it."""

    def __init__(self, coded: Sequence[Mapping[str, Any]], analysis: Analysis, scoring: Any) -> None:
        found = to_guidelines(Annotations(article=analysis.article, actors=analysis.actors))["actors"]
        self._above = {one["id"]: set(scoring.lift(coded, one["id"])) for one in coded}
        self._own, self._stands = aligned(scoring, coded, found)

    def __call__(self, coded: str, found: str) -> bool:
        return coded in self._stands[found] or self._own.get(found) in self._above.get(coded, ())


@dataclass(frozen=True)
class Told:
    """What the coding says of one sentence: the records whose evidence it shares."""

    tensions: Sequence[Mapping[str, Any]]
    positions: Sequence[Mapping[str, Any]]

    @classmethod
    def of(cls, coded: Coded, place: Place, text: str, scoring: Any) -> "Told":
        """Records with evidence that shares half of itself or of the sentence with it."""

        def shared(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
            return [one for one in rows if scoring.overlap([place], scoring.spans(text, one["evidence"]))]

        return cls(shared(coded.coding["tensions"]), shared(coded.coding["positions"]))

    def questions(self, key: str, named: Mapping[str, Place], alike: Alike) -> Iterator[Question]:
        """All that can be asked about the sentence `key` and the actors `named` in it."""
        for (source, own), (target, other) in permutations(named.items(), 2):
            if own[1] <= other[0] or other[1] <= own[0]:
                yield Question(key, own, other, NONE, NONE, self._tension(source, target, named, alike))
        for actor, place in named.items():
            stance = self._stance(actor, named, alike)
            yield Question(key, place, None, NONE, NONE, self._tension(actor, None, named, alike), stance)
            yield Question(key, None, place, NONE, NONE, self._tension(None, actor, named, alike))
        tension = TENSIONS.index(self.tensions[0]["type"]) if self.tensions else 0
        yield Question(key, None, None, NONE, NONE, tension, self._stance(None, named, alike))

    def _tension(self, source: str | None, target: str | None, named: Mapping[str, Place], alike: Alike) -> int:
        for one in self.tensions:
            ways = [(one["a"], one["b"]), (one["b"], one["a"])] if one["type"] in MUTUAL else [(one["a"], one["b"])]
            for a, b in ways:
                # Who is acted against need not be named by the sentence; who acts, but where it is asked for.
                acts = alike(a, source) if source else not any(alike(a, actor) for actor in named)
                if acts and (target is None or alike(b, target)):
                    return TENSIONS.index(one["type"])
        return 0

    def _stance(self, holder: str | None, named: Mapping[str, Place], alike: Alike) -> int:
        """What the records agree on; the coding has `mixed` too, and one sentence can be for one thing and against
        another.
        """
        held = {
            one["stance"]
            for one in self.positions
            if (alike(one["actor"], holder) if holder else not any(alike(one["actor"], actor) for actor in named))
        }
        return 0 if not held else STANCES.index(held.pop()) if held in ({"support"}, {"oppose"}) else NONE


def _named(analysis: Analysis, spans: Sequence[Place]) -> dict[str, Place]:
    """The words of each actor's first mention among words at `spans`, of its first name where it has one there."""
    found: dict[str, Place] = {}
    mentions = sorted(analysis.mentions, key=lambda one: (one.form == "pronoun", one.span.start, one.span.end))
    for one in mentions:
        if one.actor not in found and spans[0][0] <= one.span.start and one.span.end <= spans[-1][1]:
            inside = [n for n, (start, end) in enumerate(spans) if start < one.span.end and one.span.start < end]
            found[one.actor] = (inside[0], inside[-1] + 1)
    return found
