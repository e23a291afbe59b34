"""The network, its batches and its chain; needs PyTorch, which reading does not."""

import itertools

import pytest

torch = pytest.importorskip(
    "torch", reason="needs PyTorch: run by .venv-model/bin/python -m pytest tests/model/training"
)

from analysis.model.encode import CLS, SEP, Encoder, Words  # noqa: E402
from analysis.model.training.batches import batches, collate, items  # noqa: E402
from analysis.model.training.crf import ConditionalRandomField  # noqa: E402
from analysis.model.training.network import Network  # noqa: E402
from analysis.model.training.readers import NONE, Example  # noqa: E402
from analysis.model.training.train import Schedule, Trainer, losses  # noqa: E402

VOCABULARY = [f"[{number}]" for number in range(200)] + ["a", "b", "c"]
LINE, BLANK = 2, 1


def example(number, heads):
    words = Words(["a"] * number, [LINE] + [BLANK] * (number - 1), [False] * number)
    labels = {"attribution": [0] * number}
    if heads:
        labels |= {
            "starts": [1] + [0] * (number - 1),
            "upos": [0] * number,
            "heads": [0] * number,
            "relations": [0] * number,
        }
    return Example("x", words, labels)


@pytest.fixture(scope="module")
def found():
    encoder = Encoder(VOCABULARY)
    return [item for number in (3, 5, 2, 9) for _, item in items(example(number, number % 2 == 1), encoder)]


def test_items_and_batches(found):
    assert found[0].pieces[0] == CLS and found[0].pieces[-1] == SEP and found[0].firsts == [1, 2, 3]
    made = list(batches(found, most_pieces=16))
    assert sorted(len(item.firsts) for batch in made for item in batch) == [2, 3, 5, 9]
    assert all(len(batch) * max(len(item.pieces) for item in batch) <= 16 for batch in made)
    batch = collate(found)
    assert batch.sentences[2].tolist() == [-1] * 9 and batch.labels["upos"][2].tolist() == [NONE] * 9


def test_a_head_outside_the_window_is_not_learned():
    long = example(400, heads=True)
    read = [item for _, item in items(long, Encoder(VOCABULARY))]
    assert len(read) > 1 and set(read[0].labels["heads"]) == {0} and set(read[1].labels["heads"]) == {NONE}


@pytest.mark.parametrize("seed", range(3))
def test_chain_sums_over_all_sequences(seed):
    torch.manual_seed(seed)
    tags = ("O", "B-x", "I-x")
    chain = ConditionalRandomField(tags)
    with torch.no_grad():
        chain.transitions.normal_()
    scores, gold = torch.randn(1, 4, 3), torch.tensor([[0, 1, 2, 0]])
    table = chain.table()

    def score(sequence):
        return sum(scores[0, i, t] for i, t in enumerate(sequence)) + sum(
            table[a, b] for a, b in itertools.pairwise(sequence)
        )

    every = torch.stack([score(sequence) for sequence in itertools.product(range(3), repeat=4)])
    wanted = torch.logsumexp(every, 0) - score(gold[0].tolist())
    assert torch.allclose(chain.loss(scores, gold, torch.tensor([4])), wanted, atol=1e-4)


def test_training_lowers_the_loss_and_resumes_where_it_stopped(found, tmp_path):
    torch.manual_seed(1)
    schedule = Schedule(epochs=4, warm_up=0.25, dropout=0.0, masked=0.0)
    lines = list(Trainer(Network(0.0), found, schedule, tmp_path).run())
    assert lines[-1]["upos"] < lines[0]["upos"]
    again = Trainer(Network(0.0), found, schedule, tmp_path)
    assert list(again.run()) == [] and again.epoch == 4


def test_padding_changes_no_score(found):
    network = Network().eval()
    with torch.no_grad():
        alone, beside = (
            network(batch.pieces, batch.features, batch.firsts) for batch in (collate(found[2:3]), collate(found))
        )
    assert torch.allclose(alone.upos[0], beside.upos[2, :2], atol=1e-4)


def test_only_known_labels_are_learned(found):
    network = Network().eval()
    batch = collate(found[2:3])
    assert set(losses(network, network(batch.pieces, batch.features, batch.firsts), batch)) >= {"attribution"}
    assert float(losses(network, network(batch.pieces, batch.features, batch.firsts), batch)["upos"]) == 0
