"""The trained network as one int8 ONNX file that holds all that reading needs: weights, transitions, vocabulary."""

from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from analysis.model.session import SCORES, STATES, TABLES, WIDTH
from analysis.model.training.network import Network

INPUTS = ("pieces", "features", "firsts")
# The layer whose output at the words is laid on a Doc, counted from one. The last knows most of syntax and attribution,
# to which it was tuned.
STATES_LAYER = 4


class Exported(nn.Module):
    """The network with its outputs in a row, and as constants the tables that decoding needs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(pieces, features, firsts)
        return tuple(getattr(scores, name) for name in SCORES)


def export_exact(network: Network, vocabulary: Sequence[str], path: Path) -> None:
    """Write `network` to `path` in single precision."""
    network.eval()
    pieces = torch.arange(200, 320)[None]
    firsts = torch.arange(1, 100)[None]
    places, words = torch.export.Dim("pieces", min=2, max=512), torch.export.Dim("words", min=1, max=512)
    torch.onnx.export(
        Exported(network),
        (pieces, torch.zeros_like(pieces), firsts),
        str(path),
        input_names=INPUTS,
        output_names=SCORES,
        dynamic_shapes=({1: places}, {1: places}, {1: words}),
        external_data=False,
    )
    model = onnx.load(path)
    tables = {
        "relation_weight": network.relation.weight,
        "relation_bias": network.relation.bias,
        "entity_transitions": network.entity_chain.table(),
        "attribution_transitions": network.attribution_chain.table(),
    }
    for name in TABLES:
        value = tables[name].detach().float()[None].numpy()
        constant = onnx.numpy_helper.from_array(value, f"{name}_constant")
        model.graph.initializer.append(constant)
        model.graph.node.append(onnx.helper.make_node("Identity", [f"{name}_constant"], [name]))
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, value.shape))
    add_states(model)
    onnx.helper.set_model_props(model, {"vocabulary": "\n".join(vocabulary)})
    onnx.save(model, path)


def add_states(model: onnx.ModelProto) -> None:
    """Add to `model`, exact or in int8, the output of layer `STATES_LAYER` at each word's first piece."""
    graph = model.graph
    words = next(node for node in graph.node if node.op_type == "GatherElements")
    weight = f"network.layers.{STATES_LAYER - 1}.outer_norm.weight"
    layer = next(node for node in graph.node if weight in node.input)
    graph.node.append(onnx.helper.make_node("GatherElements", [layer.output[0], words.input[1]], [STATES], axis=1))
    graph.output.append(onnx.helper.make_tensor_value_info(STATES, onnx.TensorProto.FLOAT, [1, "words", WIDTH]))


def quantize(exact: Path, path: Path) -> None:
    """Write the model at `exact` to `path` with the encoder and its embeddings in int8.

    The heads stay as they are: a twentieth of the work, and where rounding would cost most.

    Weights are scaled per channel, to seven bits: eight overflow in the sums of processors that lack VNNI, and then
    two machines would read differently.
    """
    nodes = list(onnx.load(exact).graph.node)
    words = next(place for place, node in enumerate(nodes) if node.op_type == "GatherElements")
    kept = [node.name for node in nodes[words:] if node.op_type == "MatMul"]
    quantize_dynamic(
        exact,
        path,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
        extra_options={"MatMulConstBOnly": True},
    )
