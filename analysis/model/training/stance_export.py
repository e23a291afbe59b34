"""The head of directed stance from the encoder's own layers, and to one ONNX file with the map to meanings."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from analysis.model.directed import TOGETHER
from analysis.model.session import WIDTH
from analysis.model.training.export import STATES_LAYER
from analysis.model.training.network import LAYERS
from analysis.model.training.stance import Answers, StanceHead

INPUTS = ("states", "sentence", "source", "target")
OUTPUTS = ("read", *Answers._fields)
PARTS = ("query", "key", "value", "attended", "inner", "outer")
# Matrices of so many weights and more are kept in int8.
LARGE = 100_000


def load_layers(head: StanceHead, model: Path) -> None:
    """Give `head` the two layers of the int8 `model` above the states that it reads."""
    graph = onnx.load(model).graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    products = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    assert len(products) == LAYERS * len(PARTS)
    for layer, number in ((head.lower, STATES_LAYER), (head.upper, STATES_LAYER + 1)):
        own = products[number * len(PARTS) : (number + 1) * len(PARTS)]
        prefix = f"network.layers.{number}."
        state = {f"{part}.weight": _exact(held, name).T for part, name in zip(PARTS, own, strict=True)}
        plain = [name for name in held if name.startswith(prefix) and not name.endswith("_quantized")]
        state |= {name.removeprefix(prefix): held[name] for name in plain}
        layer.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in state.items()})


def _exact(held: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    base = name.removesuffix("_quantized")
    centred = held[name].astype(np.float32) - held[f"{base}_zero_point"].astype(np.float32)
    return centred * held[f"{base}_scale"].astype(np.float32)


class Exported(nn.Module):
    """Both ways through the head: a sentence read, and a question answered about one that was."""

    def __init__(self, head: StanceHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, states: Tensor, sentence: Tensor, source: Tensor, target: Tensor) -> tuple[Tensor, ...]:
        answers = self.head.answer(sentence, source, target)
        return self.head.read(states), *(logits.softmax(1) for logits in answers)


def export_stance(head: StanceHead, meaning: tuple[NDArray[np.float32], NDArray[np.float32]], path: Path) -> None:
    """Write `head` and the map to meanings, weight (384, 384) and offset (384,), to `path`.

    Large matrices are stored in int8, a scale a column, and multiplied in single precision.
    """
    head.eval()
    words, places = torch.export.Dim("words", min=1, max=512), torch.export.Dim("places", min=2, max=513)
    # Not one tensor for both: the export would take source and target for one input.
    marks = torch.nn.functional.one_hot(torch.arange(TOGETHER), 13).float()
    torch.onnx.export(
        Exported(head),
        (torch.zeros(1, 9, WIDTH), torch.zeros(1, 13, 3 * WIDTH), marks, marks.roll(1, 1)),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_shapes=({1: words}, {1: places}, {1: places}, {1: places}),
        external_data=False,
    )
    model = onnx.load(path)
    for name, value in zip(("meaning_weight", "meaning_offset"), meaning, strict=True):
        model.graph.initializer.append(numpy_helper.from_array(value[None].astype(np.float32), f"{name}_constant"))
        model.graph.node.append(onnx.helper.make_node("Identity", [f"{name}_constant"], [name]))
        shape = [1, *value.shape]
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape))
    _shrink(model)
    onnx.save(model, path)


def _shrink(model: onnx.ModelProto) -> None:
    """Large matrices in int8. What makes them whole again is constant, and is done once, when the file is opened."""
    graph, nodes = model.graph, []
    for tensor in list(graph.initializer):
        value = numpy_helper.to_array(tensor)
        if value.dtype != np.float32 or value.size < LARGE:
            continue
        scale = np.abs(value).max(-2, keepdims=True) / 127
        name = tensor.name
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(np.rint(value / scale).astype(np.int8), f"{name}_int8"))
        graph.initializer.append(numpy_helper.from_array(scale, f"{name}_scale"))
        nodes.append(onnx.helper.make_node("Cast", [f"{name}_int8"], [f"{name}_cast"], to=onnx.TensorProto.FLOAT))
        nodes.append(onnx.helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], [name]))
    kept = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *kept])
