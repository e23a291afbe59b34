"""Examples to padded batches of windows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor

from analysis.model.encode import NO_WORD, Encoder, Window, network_input, windows
from analysis.model.training.readers import NONE, Example

HEADS = ("starts", "upos", "entities", "attribution", "heads", "links", "relations")
# Labels that are places of words.
PLACES = ("heads", "links")


@dataclass(frozen=True)
class Item:
    """One window: piece and feature ids (P,), first pieces (W,), and labels (W,) by head, `NONE` where unknown."""

    pieces: list[int]
    features: list[int]
    firsts: list[int]
    labels: dict[str, list[int]]


@dataclass(frozen=True)
class Batch:
    """Items padded to one size: (B, P) pieces and features, (B, W) firsts and labels, (B,) lengths in words.

    `sentences` (B, W) numbers the sentence of each word; -1 where the corpus gives none.
    """

    pieces: Tensor
    features: Tensor
    firsts: Tensor
    lengths: Tensor
    sentences: Tensor
    labels: dict[str, Tensor]

    def to(self, device: torch.device) -> "Batch":
        moved = {
            one.name: getattr(self, one.name).to(device)
            for one in fields(self)
            if isinstance(getattr(self, one.name), Tensor)
        }
        return Batch(**moved, labels={name: label.to(device) for name, label in self.labels.items()})


def items(example: Example, encoder: Encoder) -> Iterator[tuple[Window, Item]]:
    """The windows of an example, each as the network reads it."""
    encoded = encoder.encode(example.words)
    for window in windows(encoded, example.words.gaps):
        pieces, features, firsts = network_input(encoded, window)
        labels = {head: _cut(example, head, window) for head in HEADS if head in example.labels}
        yield window, Item(pieces, features, firsts, labels)


def _cut(example: Example, head: str, window: Window) -> list[int]:
    labels = list(example.labels[head][window.start : window.end])
    if head not in PLACES:
        return labels
    return [place - window.start if window.start <= place < window.end else NONE for place in labels]


def batches(found: Sequence[Item], most_pieces: int, shuffle: torch.Generator | None = None) -> Iterator[list[Item]]:
    """Items of like length together, at most `most_pieces` a batch with padding; shuffled if a generator is given."""
    order = torch.randperm(len(found), generator=shuffle).tolist() if shuffle else range(len(found))
    pool = 64 * 16
    made: list[list[Item]] = []
    for start in range(0, len(found), pool):
        held: list[Item] = []
        for place in sorted(order[start : start + pool], key=lambda place: -len(found[place].pieces)):
            if held and (len(held) + 1) * len(held[0].pieces) > most_pieces:
                made.append(held)
                held = []
            held.append(found[place])
        made.append(held)
    mixed = torch.randperm(len(made), generator=shuffle).tolist() if shuffle else range(len(made))
    yield from (made[place] for place in mixed)


def collate(found: Sequence[Item]) -> Batch:
    """Pad the items of one batch."""
    width = max(len(item.firsts) for item in found)
    labels = {head: _padded([item.labels.get(head, []) for item in found], NONE, width) for head in HEADS}
    starts = labels["starts"]
    sentences = torch.where(starts == NONE, -1, starts.clamp(min=0).cumsum(1))
    return Batch(
        pieces=_padded([item.pieces for item in found], 0),
        features=_padded([item.features for item in found], NO_WORD),
        firsts=_padded([item.firsts for item in found], 0),
        lengths=torch.tensor([len(item.firsts) for item in found]),
        sentences=sentences,
        labels=labels,
    )


def _padded(rows: Sequence[Sequence[int]], filler: int, width: int = 0) -> Tensor:
    width = max(width, *(len(row) for row in rows))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])
