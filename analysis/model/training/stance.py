"""The head of directed stance: two layers over the word states of the encoder, begun as copies of those above the tap.

The lower reads a sentence once. The upper reads it again for each question, its words marked as source or target, and
gives a new state to three of them alone: the mean of the source, that of the target, and a word before the first that
stands for whoever writes or speaks. A source or target that is not in the sentence is that word.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.model.labels import ROOTS, STANCES, TENSIONS, TONES
from analysis.model.training.network import HIDDEN, Layer


class Answers(NamedTuple):
    """Logits of `TONES` (B, 3), `ROOTS` (B, 16), `TENSIONS` (B, 7) and `STANCES` (B, 3)."""

    tones: Tensor
    roots: Tensor
    tensions: Tensor
    stances: Tensor


class StanceHead(nn.Module):
    """Sentences `states` (S, W, 384); which of them each of `B` questions is about, `rows` (B); and, of the `W + 1`
    words with the speaker's place before them, `source` and `target` (B, W + 1) one at their words, nought elsewhere,
    and `inside` (S, W + 1) true but at padding.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.speaker = nn.Parameter(torch.randn(HIDDEN) * 0.3)
        self.marks = nn.Parameter(torch.randn(2, HIDDEN) * 0.05)
        self.lower, self.upper = Layer(dropout), Layer(dropout)
        self.mix = nn.Linear(3 * HIDDEN, HIDDEN)
        self.tone, self.root = nn.Linear(HIDDEN, len(TONES)), nn.Linear(HIDDEN, len(ROOTS))
        self.tension, self.stance = nn.Linear(HIDDEN, len(TENSIONS)), nn.Linear(HIDDEN, len(STANCES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, rows: Tensor, source: Tensor, target: Tensor, inside: Tensor) -> Answers:
        mask = inside[:, None, None, :]
        return self.answer(self.read(states, mask)[rows], source, target, mask[rows])

    def read(self, states: Tensor, mask: Tensor | None = None) -> Tensor:
        """The sentence as its questions find it: words with their keys and values beside them (B, W + 1, 3 * 384)."""
        speaker = self.speaker.expand(len(states), 1, -1)
        words = self.lower(torch.cat([speaker, states], 1), mask)
        return torch.cat([words, self.upper.key(words), self.upper.value(words)], 2)

    def answer(self, read: Tensor, source: Tensor, target: Tensor, mask: Tensor | None = None) -> Answers:
        """The answers to one question a sentence, or to several about one."""
        words, keys, values = read.chunk(3, 2)
        words = _marked(words, source, target, self.marks)
        # A sum's key is the sum of the keys, so that words need no new ones for each question.
        keys = _marked(keys, source, target, functional.linear(self.marks, self.upper.key.weight))
        values = _marked(values, source, target, functional.linear(self.marks, self.upper.value.weight))
        asked = torch.stack([_mean(words, source), _mean(words, target), words[:, 0]], 1)
        found = self.upper.look(asked, keys, values, mask)
        mixed = self.dropout(functional.gelu(self.mix(self.dropout(found.flatten(1)))))
        return Answers(self.tone(mixed), self.root(mixed), self.tension(mixed), self.stance(mixed))


def _marked(words: Tensor, source: Tensor, target: Tensor, marks: Tensor) -> Tensor:
    return words + source[:, :, None] * marks[0] + target[:, :, None] * marks[1]


def _mean(words: Tensor, marked: Tensor) -> Tensor:
    return (words * marked[:, :, None]).sum(1) / marked.sum(1, keepdim=True)
