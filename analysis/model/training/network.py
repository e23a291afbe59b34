"""The network: a BERT encoder (Devlin et al. 2019) with small heads that read each word at its first piece.

Arcs are biaffine (Dozat and Manning 2017), a root being its own head, which spares a root node; relations are scored
by a diagonal bilinear form, so that the scores of one arc cost a vector product. The BIO heads are linear-chain
conditional random fields (Lafferty et al. 2001).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.model.encode import FEATURES
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, UPOS, bio
from analysis.model.training.crf import ConditionalRandomField

HIDDEN, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
ARC, LINK, RELATION = 256, 128, 128


@dataclass(frozen=True)
class Scores:
    """What the heads say of windows of `W` words: `B` windows, logits over each head's labels.

    starts (B, W, 2), upos (B, W, 17), entities and attribution (B, W, BIO tags), arcs (B, W dependents, W heads),
    links (B, W first words of sources and contents, W first words of cues), dependents and governors
    (B, W, RELATION), whose product `Network.relation` scores.
    """

    starts: Tensor
    upos: Tensor
    entities: Tensor
    attribution: Tensor
    arcs: Tensor
    links: Tensor
    dependents: Tensor
    governors: Tensor


class Dropout(nn.Module):
    """Dropout with one mask for all places of a window (Gal and Ghahramani 2016): a small part of the time that a mask
    a place takes on a CPU.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, hidden: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return hidden
        mask = torch.rand(hidden.shape[0], 1, hidden.shape[2], device=hidden.device) >= self.rate
        return hidden * (mask.to(hidden.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One layer of the encoder, post-norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        return self.look(hidden, self.key(hidden), self.value(hidden), mask)

    def look(self, hidden: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None) -> Tensor:
        """The next states of `hidden`, which look at the words whose keys and values these are."""
        parts = (self._split(part) for part in (self.query(hidden), keys, values))
        attended = functional.scaled_dot_product_attention(*parts, attn_mask=mask).transpose(1, 2).flatten(2)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(attended)))
        return self.outer_norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))

    def _split(self, hidden: Tensor) -> Tensor:
        return hidden.unflatten(2, (ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)).transpose(1, 2)


class Biaffine(nn.Module):
    """Scores (B, W, W) of each word as the head of each word."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.dependent, self.governor = nn.Linear(HIDDEN, size), nn.Linear(HIDDEN, size)
        self.product, self.bias = nn.Linear(size, size), nn.Linear(size, 1)
        self.dropout = Dropout(dropout)

    def forward(self, words: Tensor) -> Tensor:
        dependents = self.dropout(functional.gelu(self.dependent(words)))
        governors = self.dropout(functional.gelu(self.governor(words)))
        return self.product(dependents) @ governors.transpose(1, 2) + self.bias(governors).transpose(1, 2)


class Network(nn.Module):
    """`pieces`, `features`: (B, P) with 0 as padding; `firsts`: (B, W), where each word's first piece stands."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.feature = nn.Embedding(FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.starts = nn.Linear(HIDDEN, 2)
        self.upos = nn.Linear(HIDDEN, len(UPOS))
        self.entities = nn.Linear(HIDDEN, len(bio(ENTITIES)))
        self.attribution = nn.Linear(HIDDEN, len(bio(ATTRIBUTION)))
        self.arcs = Biaffine(ARC, dropout)
        self.links = Biaffine(LINK, dropout)
        self.relation_dependent = nn.Linear(HIDDEN, RELATION)
        self.relation_governor = nn.Linear(HIDDEN, RELATION)
        self.relation = nn.Linear(RELATION, len(RELATIONS))
        self.entity_chain = ConditionalRandomField(bio(ENTITIES))
        self.attribution_chain = ConditionalRandomField(bio(ATTRIBUTION))
        nn.init.zeros_(self.feature.weight)

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> Scores:
        hidden = self.encode(pieces, self.feature(features))
        words = hidden.gather(1, firsts[:, :, None].expand(-1, -1, HIDDEN))
        return self._scores(self.dropout(words))

    def encode(self, pieces: Tensor, added: Tensor | float = 0.0) -> Tensor:
        """The last layer (B, P, 384), with what is added to the embedding of each piece."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.piece(pieces) + self.position(places) + added
        hidden = self.dropout(self.norm(hidden))
        # A window alone has no padding; the exported network reads one at a time and is spared the mask.
        mask = (pieces != 0)[:, None, None, :] if pieces.shape[0] > 1 else None
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def _scores(self, words: Tensor) -> Scores:
        return Scores(
            starts=self.starts(words),
            upos=self.upos(words),
            entities=self.entities(words),
            attribution=self.attribution(words),
            arcs=self.arcs(words),
            links=self.links(words),
            dependents=self.dropout(functional.gelu(self.relation_dependent(words))),
            governors=self.dropout(functional.gelu(self.relation_governor(words))),
        )

    def load_encoder(self, tensors: dict[str, Tensor]) -> None:
        """Take up the weights of a BERT encoder under their usual names."""
        own = {name: tensors[theirs] for name, theirs in _bert_names()}
        # Every piece is of the first of BERT's two segments.
        own["position.weight"] = own["position.weight"] + tensors["embeddings.token_type_embeddings.weight"][0]
        missing = self.load_state_dict(own, strict=False)
        assert not missing.unexpected_keys


def _bert_names() -> list[tuple[str, str]]:
    names = [
        ("piece.weight", "embeddings.word_embeddings.weight"),
        ("position.weight", "embeddings.position_embeddings.weight"),
        ("norm.weight", "embeddings.LayerNorm.weight"),
        ("norm.bias", "embeddings.LayerNorm.bias"),
    ]
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    names += [
        (f"layers.{number}.{own}.{kind}", f"encoder.layer.{number}.{theirs}.{kind}")
        for number in range(LAYERS)
        for own, theirs in parts.items()
        for kind in ("weight", "bias")
    ]
    return names
