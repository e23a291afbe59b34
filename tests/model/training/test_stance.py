"""The head of directed stance: what it reads, learns and is written as. Needs PyTorch, which asking does not."""

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="needs PyTorch: run by .venv-model/bin/python -m pytest tests/model/training"
)

from analysis.model.card import verified_model  # noqa: E402
from analysis.model.directed import TOGETHER, StanceSession  # noqa: E402
from analysis.model.labels import ROOTS, STANCES, TENSIONS  # noqa: E402
from analysis.model.training.card import write_stance  # noqa: E402
from analysis.model.training.coded_figures import average_precision, tension_chances  # noqa: E402
from analysis.model.training.readers import NONE  # noqa: E402
from analysis.model.training.stance import StanceHead  # noqa: E402
from analysis.model.training.stance_export import export_stance, load_layers  # noqa: E402
from analysis.model.training.stance_questions import Pair, Question  # noqa: E402
from analysis.model.training.stance_train import (  # noqa: E402
    Corpora,
    StanceSchedule,
    StanceTrainer,
    batch,
    is_held,
    train_stance,
)

LENGTHS = {"short one": 4, "a longer one": 9}


@pytest.fixture(scope="module")
def states():
    random = np.random.default_rng(1)
    return {text: random.normal(size=(length, 384)).astype(np.float16) for text, length in LENGTHS.items()}


@pytest.fixture(scope="module")
def corpora():
    pairs = [
        Pair(Question(text, (0, 1), (2, 4), tone, NONE), Question(text, (2, 4), (0, 1), 0, NONE), label)
        for text, tone, label in (("short one", 2, 3), ("a longer one", 0, 0))
    ]
    tones = [Question("a longer one", None, (3, 5), 1, NONE)]
    coded = [
        Question("a longer one", (0, 1), None, NONE, NONE, TENSIONS.index("doubt"), STANCES.index("oppose")),
        Question("a longer one", None, None, NONE, NONE, 0),
    ]
    return Corpora(pairs, tones, [Question("short one", (0, 2), (3, 4), 2, ROOTS.index("ACCUSE"))], coded)


@pytest.fixture(scope="module")
def head():
    torch.manual_seed(1)
    found = StanceHead()
    load_layers(found, verified_model())
    return found.eval()


def questions(corpora):
    return [corpora.pairs[0].forth, corpora.pairs[1].back, *corpora.tones, *corpora.deeds, *corpora.coded]


def test_who_is_not_in_the_sentence_is_the_speaker_s_place(corpora, states):
    words, rows, source, target, inside = batch(questions(corpora), states)
    assert words.shape == (2, 9, 384) and inside.sum(1).tolist() == [5, 10] and rows.tolist() == [0, 1, 1, 0, 1, 1]
    assert [row.nonzero()[:, 0].tolist() for row in source] == [[1], [3, 4], [0], [1, 2], [1], [0]]
    assert [row.nonzero()[:, 0].tolist() for row in target] == [[3, 4], [1], [4, 5], [4], [0], [0]]


def test_padding_changes_no_answer(head, corpora, states):
    asked = questions(corpora)
    with torch.no_grad():
        alone, beside = head(*batch(asked[:1], states)), head(*batch(asked, states))
    assert all(torch.allclose(own[0], other[0], atol=1e-4) for own, other in zip(alone, beside, strict=True))


def test_marks_in_keys_and_values_are_those_in_words(head, corpora, states):
    words, _, source, target, _ = batch(questions(corpora)[:1], states)
    with torch.no_grad():
        read = head.read(words)
        marked = read[:, :, :384] + source[:, :, None] * head.marks[0] + target[:, :, None] * head.marks[1]
        means = [(marked * marks[:, :, None]).sum(1) / marks.sum(1) for marks in (source, target)]
        found = head.upper.look(
            torch.stack([*means, marked[:, 0]], 1), head.upper.key(marked), head.upper.value(marked), None
        )
        tones = head.tone(torch.nn.functional.gelu(head.mix(found.flatten(1))))
        assert torch.allclose(tones, head.answer(read, source, target)[0], atol=1e-4)


def test_training_lowers_the_loss(corpora, states):
    torch.manual_seed(1)
    schedule = StanceSchedule(epochs=9, dropout=0.0, unnamed=0.0, averaged=0.5)
    head = StanceHead(0.0)
    losses = list(train_stance(head, corpora, states, schedule))
    assert len(losses) == 27 and losses[8] < losses[0] / 2 and losses[17] < losses[9] / 2
    told = tension_chances(head, corpora.coded, states).argmax(1)
    assert told.tolist() == [one.tension for one in corpora.coded]


def test_no_more_that_is_plain_is_asked_than_said(corpora, states):
    many = replace(corpora, coded=[corpora.coded[0], *corpora.coded[1:] * 9])
    trainer = StanceTrainer(StanceHead(), many, states, StanceSchedule(plain=4.0))
    asked = [question for some in trainer._epoch() for question in some]
    assert sum(question.tension >= 0 for question in asked) == 5


def test_average_precision_is_that_at_each_right_one():
    assert average_precision([True, False, True, False], np.array([0.9, 0.8, 0.7, 0.1])) == pytest.approx(
        (1 + 2 / 3) / 2
    )


def test_the_file_answers_as_the_head_does(head, corpora, states, tmp_path):
    export_stance(head, (np.eye(384, dtype=np.float32), np.ones(384, dtype=np.float32)), tmp_path / "stance.onnx")
    session = StanceSession(tmp_path / "stance.onnx")
    question = corpora.pairs[0].forth
    words, rows, source, target, inside = batch([question], states)
    marks = [np.repeat(marked.numpy(), TOGETHER, 0) for marked in (source, target)]
    found = session.answer(session.read(words[0].numpy()), *marks)
    with torch.no_grad():
        wanted = [scores.softmax(1).numpy() for scores in head(words, rows, source, target, inside)]
    assert all(np.allclose(own, other, atol=0.02) for own, other in zip(found, wanted, strict=True))
    weight, offset = session.meaning()
    assert np.allclose(weight, np.eye(384), atol=0.01) and np.allclose(offset, 1)


def test_the_card_tells_of_the_last_file_alone(tmp_path):
    card, file = tmp_path / "card.toml", tmp_path / "stance.onnx"
    card.write_text('file = "model.onnx"\n')
    file.write_bytes(b"one")
    write_stance(card, file, StanceSchedule(), [])
    first = card.read_text()
    write_stance(card, file, StanceSchedule(), [])
    assert card.read_text() == first and first.count("[stance]") == 1
    file.write_bytes(b"two")
    write_stance(card, file, StanceSchedule(), [])
    assert card.read_text() != first and card.read_text().startswith('file = "model.onnx"\n')


def test_a_tenth_is_held_out():
    held = sum(is_held(f"sentence {number}") for number in range(2000))
    assert 150 < held < 250
