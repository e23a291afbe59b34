"""How the head of directed stance is trained: the encoder's states once, then passes over the questions.

Directed rows give two questions each, NewsMTSC those without a source, PLOVER those with a root code.
"""

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.model.labels import ROOTS
from analysis.model.predict import predict
from analysis.model.session import WIDTH, Session
from analysis.model.training.readers import NONE
from analysis.model.training.stance import StanceHead
from analysis.model.training.stance_questions import (
    NEUTRAL,
    Pair,
    Question,
    Reader,
    States,
    read_deeds,
    read_pairs,
    read_tones,
)

# Sentences that are read as the paragraphs of one text: in an article, too, a sentence has others beside it.
TOGETHER = 6


@dataclass(frozen=True)
class StanceSchedule:
    """How long and how hard; rates are peaks of a linear warm-up and a linear fall.

    `unnamed` is the share of questions with a tone whose source is hidden, `undone` that of neutral ones that teach
    `NONE`; `tones` weighs those that have no source, `roots`, `tensions` and `stances` the other outputs. Of coded
    questions that know of neither tension nor stance, `plain` times as many are asked as know of a tension. A round
    takes `epochs` passes.
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
    tensions: float = 1.0
    stances: float = 0.5
    plain: float = 2.0
    seed: int = 1


@dataclass(frozen=True)
class Corpora:
    """What there is to learn from."""

    pairs: Sequence[Pair]
    tones: Sequence[Question]
    deeds: Sequence[Question]
    coded: Sequence[Question]

    def texts(self) -> list[str]:
        """Every sentence once, in order, but those of coded articles."""
        questions = [*(pair.forth for pair in self.pairs), *self.tones, *self.deeds]
        return list(dict.fromkeys(question.text for question in questions))


def is_held(text: str) -> bool:
    """Whether a sentence is of the tenth that nothing is learned from, for choices to be made by."""
    return hashlib.sha256(text.encode()).digest()[0] < 26


def read_corpora(folder: Path, coded: Sequence[Question] = ()) -> Corpora:
    """The training sets under `folder`, data's `stance/`, without what is held out of the directed one."""
    reader = Reader()
    return Corpora(
        [pair for pair in read_pairs(folder / "directed_train.jsonl", reader) if not is_held(pair.forth.text)],
        list(read_tones(folder / "newsmtsc_train.jsonl", reader)),
        list(read_deeds(folder / "plv_train.jsonl", reader)),
        coded,
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


def batch(questions: Sequence[Question], states: States) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """What the head reads of questions, padded; a sentence once."""
    rows = {text: row for row, text in enumerate(dict.fromkeys(question.text for question in questions))}
    width = max(len(states[text]) for text in rows)
    words = np.zeros((len(rows), width, WIDTH), dtype=np.float32)
    inside = np.zeros((len(rows), width + 1), dtype=np.bool_)
    for text, row in rows.items():
        words[row, : len(states[text])] = states[text]
        inside[row, : len(states[text]) + 1] = True
    marks = np.zeros((2, len(questions), inside.shape[1]), dtype=np.float32)
    for place, question in enumerate(questions):
        for own, side in zip(marks, (question.source, question.target), strict=True):
            start, end = side or (-1, 0)
            own[place, start + 1 : end + 1] = 1
    asked = torch.tensor([rows[question.text] for question in questions])
    source, target = torch.from_numpy(marks)
    return torch.from_numpy(words), asked, source, target, torch.from_numpy(inside)


def train_stance(head: StanceHead, corpora: Corpora, states: States, schedule: StanceSchedule) -> Iterator[float]:
    """Train in rounds: without the coded articles, with them, and with them at half the rate. Yields the mean loss of
    each pass, and leaves `head` with the average of its weights.
    """
    gentle = replace(
        schedule, layer_rate=schedule.layer_rate / 2, head_rate=schedule.head_rate / 2, seed=schedule.seed + 1
    )
    for own, how in ((replace(corpora, coded=()), schedule), (corpora, schedule), (corpora, gentle)):
        trainer = StanceTrainer(head, own, states, how)
        yield from trainer.run()
        head.load_state_dict(trainer.average)


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
        answers, schedule = self.head(*batch(questions, self.states)), self.schedule
        weights = torch.tensor([self._weight(question) for question in questions])
        wanted = torch.tensor([question.tone for question in questions])
        own = functional.cross_entropy(answers.tones, wanted, ignore_index=NONE, reduction="none")
        loss = (own * weights).sum()
        for logits, labels, weight in (
            (answers.roots, [question.root for question in questions], schedule.roots),
            (answers.tensions, [question.tension for question in questions], schedule.tensions),
            (answers.stances, [question.stance for question in questions], schedule.stances),
        ):
            own = functional.cross_entropy(logits, torch.tensor(labels), ignore_index=NONE, reduction="sum")
            loss = loss + weight * own
        return loss / len(questions)

    def _weight(self, question: Question) -> float:
        return 1.0 if question.source or question.root != NONE else self.schedule.tones

    def _epoch(self) -> list[list[Question]]:
        """The questions of one pass, of like length and of one sentence together."""
        asked: dict[str, list[Question]] = defaultdict(list)
        pairs = (one for pair in self.corpora.pairs for one in self._asked(pair))
        for question in (*pairs, *self.corpora.tones, *self.corpora.deeds, *self._coded()):
            asked[question.text].append(question)
        groups = list(asked.values())
        self.random.shuffle(groups)
        mixed = [question for group in groups for question in group]
        size, made = self.schedule.questions_a_batch, []
        for start in range(0, len(mixed), 64 * size):
            pool = sorted(mixed[start : start + 64 * size], key=lambda one: len(self.states[one.text]))
            made += [pool[place : place + size] for place in range(0, len(pool), size)]
        self.random.shuffle(made)
        return made

    def _coded(self) -> list[Question]:
        """Those that know of something, and so many others."""
        rich = [one for one in self.corpora.coded if one.tension > 0 or one.stance > 0]
        plain = [one for one in self.corpora.coded if one.tension <= 0 and one.stance <= 0]
        most = int(self.schedule.plain * sum(one.tension > 0 for one in rich))
        return rich + self.random.sample(plain, min(most, len(plain)))

    def _asked(self, pair: Pair) -> Iterator[Question]:
        """Of two neutral questions one, for there are many; of others both."""
        both = (pair.forth, pair.back)
        for one in both if pair.label else (self.random.choice(both),):
            if one.tone == NEUTRAL:
                done = self.random.random() < self.schedule.undone
                yield replace(one, root=ROOTS.index("NONE") if done and not pair.label else NONE)
            else:
                yield replace(one, source=None) if self.random.random() < self.schedule.unnamed else one
