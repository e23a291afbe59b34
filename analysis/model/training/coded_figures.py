"""What the head of directed stance knows of coded articles that it has not learned from."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from analysis.accuracy import Figure
from analysis.evaluation.counts import Counts
from analysis.model.training.coded_questions import CodedArticle
from analysis.model.training.stance import StanceHead
from analysis.model.training.stance_questions import Question, States
from analysis.model.training.stance_train import batch

STAGE, DATASET = "model", "a tenth of the coded articles"
Floats = NDArray[np.float32]
# What is asked, by what the question names.
KINDS: dict[str, Callable[[Question], bool]] = {
    "between two actors of a sentence": lambda one: one.source is not None and one.target is not None,
    "of an actor with anyone": lambda one: one.source is not None and one.target is None,
    "against an actor, from elsewhere": lambda one: one.source is None and one.target is not None,
    "in a sentence": lambda one: one.source is None and one.target is None,
}


def figures(head: StanceHead, articles: Sequence[CodedArticle]) -> Iterator[Figure]:
    """For each kind of question whether there is a tension, which is said where that is likelier than not; where there
    is one, its type; and how well the chances sort, as average precision in the place of F1.
    """
    states = {text: own for article in articles for text, own in article.states.items()}
    for kind, asks in KINDS.items():
        asked = [one for article in articles for one in article.questions if asks(one)]
        chances = tension_chances(head, asked, states)
        found, types = Counts(), Counts()
        for one, own in zip(asked, chances, strict=True):
            told, wanted = bool(own[0] < 0.5), one.tension > 0
            found.add(int(told and wanted), int(told), int(wanted))
            if wanted:
                types.add(int(own[1:].argmax() + 1 == one.tension), 1, 1)
        yield found.figure(STAGE, f"tension {kind}", DATASET)
        yield types.figure(STAGE, f"its type: right, {kind}", DATASET)
        sorts = round(average_precision([one.tension > 0 for one in asked], 1 - chances[:, 0]), 3)
        yield Figure(
            stage=STAGE,
            measure=f"tension {kind}: average precision, in the place of F1",
            dataset=DATASET,
            n=found.wanted,
            precision=sorts,
            recall=sorts,
            f1=sorts,
        )


def tension_chances(head: StanceHead, asked: Sequence[Question], states: States) -> Floats:
    """The chances of `TENSIONS` for each question."""
    head.eval()
    order = sorted(range(len(asked)), key=lambda place: len(states[asked[place].text]))
    found = np.zeros((len(asked), head.tension.out_features), dtype=np.float32)
    for start in range(0, len(order), 64):
        some = order[start : start + 64]
        with torch.inference_mode():
            found[some] = head(*batch([asked[place] for place in some], states)).tensions.softmax(1).numpy()
    return found


def average_precision(told: Sequence[bool], chances: Floats) -> float:
    """The mean of the precision at each right one, the likeliest first."""
    right = np.array(told)[np.argsort(-chances, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float(precision[right].mean())
