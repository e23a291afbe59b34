"""A linear-chain conditional random field over BIO tags (Lafferty et al. 2001)."""

import torch
from torch import Tensor, nn

from analysis.model.decode import BARRED, allowed


class ConditionalRandomField(nn.Module):
    """Learned scores of one tag after another; what BIO bars stays barred."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.register_buffer("bars", torch.from_numpy(allowed(tags)), persistent=False)

    def table(self) -> Tensor:
        """Scores (from, to), barred ones far below all others."""
        return self.transitions.masked_fill(~self.bars, BARRED)

    def loss(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Summed negative log-likelihood of `tags` (B, W) under `scores` (B, W, tags), `lengths` (B,) words each."""
        return (self._partition(scores, lengths) - self._score(scores, tags, lengths)).sum()

    def _score(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        inside = torch.arange(tags.shape[1], device=tags.device) < lengths[:, None]
        tags = tags.clamp(min=0)
        emitted = scores.gather(2, tags[:, :, None])[:, :, 0] * inside
        moved = self.table()[tags[:, :-1], tags[:, 1:]] * inside[:, 1:]
        return emitted.sum(1) + moved.sum(1)

    def _partition(self, scores: Tensor, lengths: Tensor) -> Tensor:
        table = self.table()
        alpha, *later = scores.unbind(1)
        inside = torch.arange(scores.shape[1], device=scores.device)[:, None, None] < lengths[:, None]
        for place, emitted in enumerate(later, start=1):
            moved = torch.logsumexp(alpha[:, :, None] + table, dim=1) + emitted
            alpha = torch.where(inside[place], moved, alpha)
        return torch.logsumexp(alpha, dim=1)
