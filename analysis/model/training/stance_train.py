"""How the head of directed stance is trained: the encoder's states once, then passes over the questions.

Directed rows give two questions each, NewsMTSC those without a source, PLOVER those with a root code.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from analysis.model.labels import ROOTS
from analysis.model.predict import predict
from analysis.model.session import Session
from analysis.model.training.readers import NONE
from analysis.model.training.stance import StanceHead
from analysis.model.training.stance_questions import NEUTRAL, Pair, Question, Reader, read_deeds, read_pairs, read_tones

States = dict[str, NDArray[np.float16]]
# Sentences that are read as the paragraphs of one text: in an article, too, a sentence has others beside it.
TOGETHER = 6


@dataclass(frozen=True)
class StanceSchedule:
    """How long and how hard; rates are peaks of a linear warm-up and a linear fall.

    `unnamed` is the share of questions with a tone whose source is hidden, `undone` that of neutral ones that teach
    `NONE`; `tones` weighs those that have no source and `roots` the second output.
    """

    epochs: int = 1
    questions_a_batch: int = 32
    layer_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    decay: float = 0.01
    most_norm: float = 1.0
    dropout: float = 0.1
    averaged: float = 0.998
    unnamed: float = 0.15
    undone: float = 0.3
    tones: float = 0.5
    roots: float = 0.5
    seed: int = 1


@dataclass(frozen=True)
class Corpora:
    """What there is to learn from."""

    pairs: Sequence[Pair]
    tones: Sequence[Question]
    deeds: Sequence[Question]

    def texts(self) -> list[str]:
        """Every sentence once, in order."""
        questions = [*(pair.forth for pair in self.pairs), *self.tones, *self.deeds]
        return list(dict.fromkeys(question.text for question in questions))


def is_held(text: str) -> bool:
    """Whether a sentence is of the tenth that nothing is learned from, for choices to be made by."""
    return hashlib.sha256(text.encode()).digest()[0] < 26


def read_corpora(folder: Path) -> Corpora:
    """The training sets under `folder`, data's `stance/`, without what is held out of the directed one."""
    reader = Reader()
    return Corpora(
        [pair for pair in read_pairs(folder / "directed_train.jsonl", reader) if not is_held(pair.forth.text)],
        list(read_tones(folder / "newsmtsc_train.jsonl", reader)),
        list(read_deeds(folder / "plv_train.jsonl", reader)),
    )


def read_states(texts: Sequence[str], session: Session) -> States:
    """The word states of each sentence, of every other one as read among others."""
    reader, found = Reader(), {}
    for text in texts[::2]:
        found[text] = predict(reader.words(text), session).states
    rest = iter(texts[1::2])
    while together := list(islice(rest, TOGETHER)):
        states = predict(reader.words("\n\n".join(together)), session).states
        ends = np.cumsum([len(reader.words(text).texts) for text in together])
        found |= dict(zip(together, np.split(states, ends[:-1]), strict=True))
    return found


def batch(questions: Sequence[Question], states: States) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """What the head reads of questions, padded."""
    width = max(len(states[question.text]) for question in questions)
    words = np.zeros((len(questions), width, states[questions[0].text].shape[1]), dtype=np.float32)
    source, target, inside = (np.zeros((len(questions), width + 1), dtype=np.float32) for _ in range(3))
    for row, question in enumerate(questions):
        own = states[question.text]
        words[row, : len(own)] = own
        inside[row, : len(own) + 1] = 1
        start, end = question.source or (-1, 0)
        source[row, start + 1 : end + 1] = 1
        target[row, question.target[0] + 1 : question.target[1] + 1] = 1
    return torch.from_numpy(words), torch.from_numpy(source), torch.from_numpy(target), torch.from_numpy(inside) > 0


class StanceTrainer:
    """A head with its optimiser and its average."""

    def __init__(self, head: StanceHead, corpora: Corpora, states: States, schedule: StanceSchedule) -> None:
        self.head, self.corpora, self.states, self.schedule = head, corpora, states, schedule
        self.average = {name: value.detach().clone() for name, value in head.state_dict().items()}
        layers = [value for name, value in head.named_parameters() if name.startswith(("lower", "upper"))]
        others = [value for name, value in head.named_parameters() if not name.startswith(("lower", "upper"))]
        groups = [(layers, schedule.layer_rate), (others, schedule.head_rate)]
        self.optimiser = torch.optim.AdamW(
            [{"params": values, "lr": rate, "peak": rate} for values, rate in groups], weight_decay=schedule.decay
        )
        self.random = random.Random(schedule.seed)
        self.step, self.steps = 0, schedule.epochs * len(self._epoch())

    def run(self) -> Iterator[float]:
        """Train to the end; yields the mean loss of each epoch."""
        self.head.train()
        for _ in range(self.schedule.epochs):
            losses = [self._learn(questions) for questions in self._epoch()]
            yield sum(losses) / len(losses)

    def _learn(self, questions: Sequence[Question]) -> float:
        part, rise = self.step / self.steps, self.schedule.warm_up
        factor = part / rise if part < rise else (1 - part) / (1 - rise)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * max(factor, 1e-3)
        loss = self._loss(questions)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.head.parameters(), self.schedule.most_norm)
        self.optimiser.step()
        self.step += 1
        keep = min(self.schedule.averaged, (1 + self.step) / (10 + self.step))
        torch._foreach_lerp_(list(self.average.values()), list(self.head.state_dict().values()), 1 - keep)
        return float(loss.detach())

    def _loss(self, questions: Sequence[Question]) -> Tensor:
        tones, roots = self.head(*batch(questions, self.states))
        weights = torch.tensor([self._weight(question) for question in questions])
        wanted = torch.tensor([question.tone for question in questions])
        loss = (functional.cross_entropy(tones, wanted, reduction="none") * weights).mean()
        deeds = torch.tensor([question.root for question in questions])
        own = functional.cross_entropy(roots, deeds, ignore_index=NONE, reduction="sum")
        return loss + self.schedule.roots * own / len(questions)

    def _weight(self, question: Question) -> float:
        return 1.0 if question.source or question.root != NONE else self.schedule.tones

    def _epoch(self) -> list[list[Question]]:
        """The questions of one pass, of like length together."""
        asked = [one for pair in self.corpora.pairs for one in self._asked(pair)]
        asked += [*self.corpora.tones, *self.corpora.deeds]
        self.random.shuffle(asked)
        size, made = self.schedule.questions_a_batch, []
        for start in range(0, len(asked), 64 * size):
            pool = sorted(asked[start : start + 64 * size], key=lambda one: len(self.states[one.text]))
            made += [pool[place : place + size] for place in range(0, len(pool), size)]
        self.random.shuffle(made)
        return made

    def _asked(self, pair: Pair) -> Iterator[Question]:
        """Of two neutral questions one, for there are many; of others both."""
        both = (pair.forth, pair.back)
        for one in both if pair.label else (self.random.choice(both),):
            if one.tone == NEUTRAL:
                done = self.random.random() < self.schedule.undone
                yield replace(one, root=ROOTS.index("NONE") if done and not pair.label else NONE)
            else:
                yield replace(one, source=None) if self.random.random() < self.schedule.unnamed else one
