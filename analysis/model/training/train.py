"""The schedule: all corpora in mixed batches, one pass of the network for all heads, AdamW, one cycle.

Resumes from its last checkpoint. The same script runs on a GPU where there is one.
"""

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from analysis.model.training.batches import Batch, Item, batches, collate
from analysis.model.training.network import Network, Scores
from analysis.model.training.readers import NONE


@dataclass(frozen=True)
class Schedule:
    """How long and how hard. Rates are peaks of a linear warm-up and a linear fall to nought."""

    epochs: int = 10
    pieces_a_batch: int = 4096
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    decay: float = 0.01
    most_norm: float = 1.0
    dropout: float = 0.1
    masked: float = 0.05
    averaged: float = 0.998
    seed: int = 1


# Summed over the labelled words of a batch and divided by all its words, so that a corpus weighs as much as it is
# large; these make up for small ones.
WEIGHTS = {
    "starts": 1.0,
    "upos": 1.0,
    "entities": 10.0,
    "attribution": 2.0,
    "arcs": 3.0,
    "links": 3.0,
    "relations": 2.0,
}
MASK_PIECE = 103


def losses(network: Network, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, summed over the words that have its label."""
    found = {
        "starts": _cross_entropy(scores.starts, batch.labels["starts"]),
        "upos": _cross_entropy(scores.upos, batch.labels["upos"]),
    }
    same = (batch.sentences[:, :, None] == batch.sentences[:, None, :]) & (batch.sentences >= 0)[:, :, None]
    arcs = scores.arcs.float().masked_fill(~same, -1e4)
    heads = batch.labels["heads"]
    found["arcs"] = _cross_entropy(arcs, heads)
    inside = torch.arange(heads.shape[1], device=heads.device) < batch.lengths[:, None]
    links = scores.links.float().masked_fill(~inside[:, None, :], -1e4)
    found["links"] = _cross_entropy(links, batch.labels["links"])
    governors = scores.governors.gather(1, heads.clamp(min=0)[:, :, None].expand(-1, -1, scores.governors.shape[2]))
    relations = batch.labels["relations"].masked_fill(heads == NONE, NONE)
    found["relations"] = _cross_entropy(network.relation((scores.dependents * governors).float()), relations)
    for head, chain in (("entities", network.entity_chain), ("attribution", network.attribution_chain)):
        tags = batch.labels[head]
        has = (tags != NONE).any(1)
        if has.any():
            found[head] = chain.loss(getattr(scores, head)[has].float(), tags[has], batch.lengths[has])
    return found


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=NONE, reduction="sum")


class Trainer:
    """A network with its optimiser, its average and its place in the schedule; `folder` keeps the checkpoint."""

    def __init__(self, network: Network, found: list[Item], schedule: Schedule, folder: Path) -> None:
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network, self.found, self.schedule = network.to(self.device), found, schedule
        self.checkpoint = folder / "checkpoint.pt"
        self.average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        heads: list[Tensor] = []
        encoder: list[Tensor] = []
        plain: list[Tensor] = []
        for name, value in network.named_parameters():
            own = name.startswith(("piece", "position", "layers", "norm"))
            (plain if value.ndim < 2 and own else encoder if own else heads).append(value)
        self.optimiser = torch.optim.AdamW(
            [
                {"params": encoder, "lr": schedule.encoder_rate, "peak": schedule.encoder_rate},
                {"params": plain, "lr": schedule.encoder_rate, "peak": schedule.encoder_rate, "weight_decay": 0.0},
                {"params": heads, "lr": schedule.head_rate, "peak": schedule.head_rate},
            ],
            weight_decay=schedule.decay,
            fused=True,
        )
        self.epoch = self.step = 0
        self.steps = schedule.epochs * sum(1 for _ in self._epoch(0))

    def run(self) -> Iterator[dict[str, float]]:
        """Train to the end; yields a line of figures after each epoch. The average is in `self.average`."""
        self._resume()
        while self.epoch < self.schedule.epochs:
            began, totals = time.monotonic(), dict.fromkeys(WEIGHTS, 0.0)
            torch.manual_seed(self.schedule.seed * 1000 + self.epoch)
            words = 0
            for found in self._epoch(self.epoch):
                batch = collate(found).to(self.device)
                for name, value in self._learn(batch).items():
                    totals[name] += value
                words += int(batch.lengths.sum())
            self.epoch += 1
            self._keep()
            yield {name: value / words for name, value in totals.items()} | {"seconds": time.monotonic() - began}

    def _epoch(self, epoch: int) -> Iterator[list[Item]]:
        shuffle = torch.Generator().manual_seed(self.schedule.seed * 1000 + epoch)
        return batches(self.found, self.schedule.pieces_a_batch, shuffle)

    def _learn(self, batch: Batch) -> dict[str, float]:
        self.network.train()
        self._set_rates()
        words = batch.lengths.sum()
        hidden = torch.rand(batch.pieces.shape, device=self.device) < self.schedule.masked
        pieces = torch.where(hidden & (batch.pieces > 103), MASK_PIECE, batch.pieces)
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            scores = self.network(pieces, batch.features, batch.firsts)
        found = losses(self.network, scores, batch)
        total = sum(WEIGHTS[name] * value for name, value in found.items()) / words
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.schedule.most_norm)
        self.optimiser.step()
        self.step += 1
        self._take_average()
        return {name: float(value.detach()) for name, value in found.items()}

    def _set_rates(self) -> None:
        part = self.step / self.steps
        rise = self.schedule.warm_up
        factor = part / rise if part < rise else (1 - part) / (1 - rise)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * max(factor, 1e-3)

    def _take_average(self) -> None:
        keep = min(self.schedule.averaged, (1 + self.step) / (10 + self.step))
        state = self.network.state_dict()
        names = [name for name in state if state[name].is_floating_point()]
        torch._foreach_lerp_([self.average[name] for name in names], [state[name] for name in names], 1 - keep)

    def _keep(self) -> None:
        state = {
            "schedule": asdict(self.schedule),
            "epoch": self.epoch,
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
        }
        beside = self.checkpoint.with_suffix(".new")
        torch.save(state, beside)
        beside.replace(self.checkpoint)

    def _resume(self) -> None:
        if not self.checkpoint.exists():
            return
        state = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        if state["schedule"] != asdict(self.schedule):
            return
        self.epoch, self.step = state["epoch"], state["step"]
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
