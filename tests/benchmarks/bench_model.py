"""Words per second of the embedded model beside spaCy pipelines of known shapes, and its peak memory: `make bench`.

All read the articles of PolNeAR dev on one core, start-up apart, in turn, so that a machine that slows down slows all.
The others have random weights, on which their time does not depend. Of `en_core_web_trf`'s shape only the encoder
(RoBERTa-base) is run, in single precision, without its tagger, parser and names, which flatters it; it needs PyTorch.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

# Before any library starts its threads, hence above the imports.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

import spacy
from spacy.training import Example

from analysis.articles import PARAGRAPH
from analysis.document import tokenize
from analysis.model.card import verified_model
from analysis.model.component import EmbeddedModel
from analysis.model.session import Session
from analysis.records import Article

PASSES = 5
LARGEST = 1_000_000
MOST_MEMORY = 500
Reader = Callable[[list[str]], object]


def embedded() -> Reader:
    model = EmbeddedModel(Session(verified_model(), threads=1))
    return lambda texts: [model(tokenize(article(text))) for text in texts]


def convolutional() -> Reader:
    """The components of `en_core_web_sm` that do comparable work: the names have a tok2vec of their own there."""
    language = spacy.blank("en")
    tok2vec = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "extra_state_tokens": False,
        "use_upper": True,
        "nO": None,
    }
    language.add_pipe("tok2vec", config={"model": tok2vec})
    language.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    language.add_pipe(
        "parser",
        config={
            "model": parser | {"state_type": "parser", "hidden_width": 64, "maxout_pieces": 2, "tok2vec": listener}
        },
    )
    language.add_pipe(
        "ner",
        config={"model": parser | {"state_type": "ner", "hidden_width": 64, "maxout_pieces": 2, "tok2vec": tok2vec}},
    )
    for pipe, labels in (("tagger", 50), ("parser", 45), ("ner", 18)):
        for number in range(labels):
            language.get_pipe(pipe).add_label(f"{pipe}{number}")
    gold = {
        "heads": [1, 1, 1],
        "deps": ["parser0", "ROOT", "parser1"],
        "tags": ["tagger0"] * 3,
        "entities": ["U-ner0", "O", "O"],
    }
    examples = [Example.from_dict(language.make_doc("Price made talks"), gold) for _ in range(40)]
    language.initialize(lambda: examples)
    return lambda texts: [language(text) for text in texts]


def transformer() -> Reader | None:
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(1)
    layer = torch.nn.TransformerEncoderLayer(768, 12, 3072, activation="gelu", batch_first=True)
    encoder = torch.nn.TransformerEncoder(layer, 12).eval()
    tokenizer, session = spacy.blank("en"), Session(verified_model(), threads=1)

    def read(texts: list[str]) -> None:
        """Strided spans of 128 tokens 96 apart, as the pipeline reads; as many pieces as our vocabulary makes."""
        for text in texts:
            words = [token.text for token in tokenizer(text) if not token.is_space]
            pieces = sum(len(session.encoder.encode_word(word)) for word in words)
            with torch.inference_mode():
                encoder(torch.zeros(-(-len(words) // 96), max(1, pieces * 128 // max(1, len(words))), 768))

    return read


def article(text: str) -> Article:
    paragraphs = tuple(match.span() for match in PARAGRAPH.finditer(text))
    return Article(slug="bench", title="", raw_sha256="", text_sha256="", text=text, paragraphs=paragraphs)


def speeds(texts: list[str]) -> None:
    words = sum(1 for text in texts for token in spacy.blank("en")(text) if not token.is_space)
    readers = {"embedded model": (embedded(), 1), "CNN of en_core_web_sm's shape": (convolutional(), 1.2)}
    large = transformer()
    if large:
        readers["RoBERTa-base, encoder of en_core_web_trf"] = (large, 8)
    # The large one is slow enough to be timed on fewer articles.
    parts = {name: texts[::8] if reader is large else texts for name, (reader, _) in readers.items()}
    shares = {name: sum(map(len, part)) / sum(map(len, texts)) for name, part in parts.items()}
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(PASSES):
        for name, (reader, _) in readers.items():
            start = time.process_time()
            reader(parts[name])
            times[name].append((time.process_time() - start) / shares[name])
    ours = times["embedded model"]
    print(f"{'one core, ' + str(words) + ' words':<48} {'words/s':>8} {'ratio':>6}  target")
    for name, (_, target) in readers.items():
        ratio = statistics.median(theirs / own for theirs, own in zip(times[name], ours, strict=True))
        print(f"{name:<48} {words / statistics.median(times[name]):>8.0f} {ratio:>6.2f}  {target}")
    if not large:
        print("RoBERTa-base: skipped, needs PyTorch (make .venv-model/ready, then make bench)")


def memory(texts: list[str]) -> None:
    """Read an article of 1 MB in this process and print its peak resident memory."""
    text = ("\n\n".join(texts) * (LARGEST // sum(map(len, texts)) + 1))[:LARGEST]
    start = time.perf_counter()
    EmbeddedModel()(tokenize(article(text)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"{'an article of 1 MB':<40} {time.perf_counter() - start:>6.1f} s {peak:>6.0f} MiB  {MOST_MEMORY} MiB")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    folder = options.gold / "data" / "attribution" / "polnear" / "dev" / "text"
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    if not texts:
        print(f"{folder}: no articles here; the model is timed where GOLD names the folder that holds data/")
    elif options.memory:
        memory(texts)
    else:
        speeds(texts)
        subprocess.run([sys.executable, __file__, "--gold", options.gold, "--memory"], check=True)


if __name__ == "__main__":
    main()
