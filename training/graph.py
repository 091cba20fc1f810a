"""The reader as an ONNX graph: BERT with ONNX Runtime's fused operators and int8 products."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
Weights = Mapping[str, Array]
CONTRIB = "com.microsoft"
# Weights take -80..80: where a processor lacks VNNI, two products of a byte and a full int8 weight
# are added in 16 bits and may saturate (1 to 4 percent of error here); with 80 hardly ever.
WEIGHT_LEVELS = 80
POSITIVE_WEIGHT_LEVELS = 120
STATE_LEVELS = 127
GELU_SHIFT = np.float32(0.17)


@dataclass(frozen=True)
class Shape:
    """The dimensions of the model; `quantized` is False for a float model to compare with."""

    layers: int
    heads: int
    epsilon: float
    quantized: bool = True


@dataclass
class Graph:
    """Nodes and initialisers under construction."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    initializers: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add an initialiser and return its name."""
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(
        self,
        kind: str,
        inputs: list[str],
        outputs: list[str],
        domain: str = "",
        **attributes: str | int | float,
    ) -> None:
        """Add a node that is named after its first output."""
        node = helper.make_node(kind, inputs, outputs, outputs[0], None, domain, None, **attributes)
        self.nodes.append(node)


def build(weights: Weights, shape: Shape) -> onnx.ModelProto:
    """Build the model: input_ids and attention_mask (batch, tokens) to start and end logits."""
    graph = Graph()
    if shape.quantized:
        graph.constant("zero.point", np.array(STATE_LEVELS + 1, np.uint8))
        graph.constant("zero.byte", np.array(0, np.uint8))
        graph.constant("unit", np.array(1, np.float32))
        graph.constant("level", np.array(1 / STATE_LEVELS, np.float32))
        graph.constant("positive.level", np.array(1 / 255, np.float32))
        graph.constant("gelu.shift", np.array(GELU_SHIFT))
    graph.constant("last", np.array([-1], np.int64))
    _embed(graph, weights, shape)
    graph.add("Cast", ["attention_mask"], ["padding"], to=TensorProto.INT32)
    state = "embedded"
    for layer in range(shape.layers):
        state = _layer(graph, weights, shape, layer, state)
    _head(graph, weights, state)
    return _model(graph)


def _embed(graph: Graph, weights: Weights, shape: Shape) -> None:
    prefix = "m.embeddings."
    words = weights[prefix + "word_embeddings.weight"]
    rounded, scale = quantize_rows(words, 127)
    graph.constant("words", rounded)
    graph.constant("words.scale", scale)
    graph.add("Gather", ["words", "input_ids"], ["words.small"])
    graph.add("Cast", ["words.small"], ["words.wide"], to=TensorProto.FLOAT)
    graph.add("Gather", ["words.scale", "input_ids"], ["words.factor"])
    graph.add("Mul", ["words.wide", "words.factor"], ["words.float"])
    # All tokens have type 0, so that its row joins the positions'.
    positions = weights[prefix + "position_embeddings.weight"]
    types = weights[prefix + "token_type_embeddings.weight"]
    graph.constant("positions", positions + types[0])
    graph.add("Shape", ["input_ids"], ["length"], start=1, end=2)
    graph.constant("zero", np.array([0], np.int64))
    graph.add("Slice", ["positions", "zero", "length"], ["places"])
    graph.add("Add", ["words.float", "places"], ["summed"])
    gamma = graph.constant("embedded.gamma", weights[prefix + "LayerNorm.weight"])
    beta = graph.constant("embedded.beta", weights[prefix + "LayerNorm.bias"])
    graph.add(
        "LayerNormalization", ["summed", gamma, beta], ["embedded"], axis=-1, epsilon=shape.epsilon
    )


def _layer(graph: Graph, weights: Weights, shape: Shape, layer: int, state: str) -> str:
    prefix, name = f"m.encoder.layer.{layer}.", f"layer{layer}."
    parts = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]
    joint = np.concatenate([weights[part + "weight"] for part in parts])
    _product(graph, state, joint, name + "qkv", shape)
    split = [name + part for part in ("query", "key", "value")]
    graph.add("Split", [name + "qkv"], split, axis=-1, num_outputs=3)
    bias = np.concatenate([weights[part + "bias"] for part in parts])
    inputs = [*split, graph.constant(name + "qkv.bias", bias), "padding"]
    attended = name + "attended"
    graph.add("MultiHeadAttention", inputs, [attended], CONTRIB, num_heads=shape.heads)
    block = prefix + "attention.output."
    _product(graph, attended, weights[block + "dense.weight"], name + "out", shape)
    middle = _norm(graph, weights, shape, block, name + "out", state)
    _product(graph, middle, weights[prefix + "intermediate.dense.weight"], name + "wide", shape)
    wide_bias = graph.constant(name + "wide.bias", weights[prefix + "intermediate.dense.bias"])
    graph.add("BiasGelu", [name + "wide", wide_bias], [name + "gelu"], CONTRIB)
    block = prefix + "output."
    _positive_product(graph, name + "gelu", weights[block + "dense.weight"], name + "narrow", shape)
    return _norm(graph, weights, shape, block, name + "narrow", middle)


def _norm(graph: Graph, weights: Weights, shape: Shape, block: str, product: str, skip: str) -> str:
    """Add bias and skip connection to `product` and normalise.

    Three operators, since ONNX Runtime's fused SkipLayerNormalization takes longer (19 ms of 80
    a passage).
    """
    bias = graph.constant(product + ".bias", weights[block + "dense.bias"])
    gamma = graph.constant(product + ".gamma", weights[block + "LayerNorm.weight"])
    beta = graph.constant(product + ".beta", weights[block + "LayerNorm.bias"])
    output = product + ".normal"
    graph.add("Add", [product, bias], [product + ".biased"])
    graph.add("Add", [product + ".biased", skip], [product + ".summed"])
    graph.add(
        "LayerNormalization",
        [product + ".summed", gamma, beta],
        [output],
        axis=-1,
        epsilon=shape.epsilon,
    )
    return output


def _product(graph: Graph, state: str, weight: Array, output: str, shape: Shape) -> None:
    """Multiply `state` by the transpose of `weight` (outputs, inputs)."""
    if not shape.quantized:
        graph.add("MatMul", [state, graph.constant(output + ".weight", weight.T)], [output])
        return
    # A scale for each token's vector: one for the whole tensor, as DynamicQuantizeMatMul takes it,
    # costs four times the error and makes a passage's score depend on its neighbours in the batch.
    graph.add("Abs", [state], [output + ".size"])
    graph.add("ReduceMax", [output + ".size", "last"], [output + ".top"], keepdims=1)
    graph.add("Mul", [output + ".top", "level"], [output + ".row"])
    rounded, scale = quantize_rows(weight, WEIGHT_LEVELS)
    _integer_product(graph, state, rounded, scale, output, "zero.point")


def _positive_product(graph: Graph, state: str, weight: Array, output: str, shape: Shape) -> None:
    """Multiply what GELU returned, which is never below -0.17, by the transpose of `weight`.

    Shifted to start at 0 it takes all 256 levels, and so few of them are high that the weights
    can take more levels too.
    """
    if not shape.quantized:
        _product(graph, state, weight, output, shape)
        return
    graph.add("Add", [state, "gelu.shift"], [output + ".shifted"])
    graph.add("ReduceMax", [output + ".shifted", "last"], [output + ".top"], keepdims=1)
    graph.add("Mul", [output + ".top", "positive.level"], [output + ".row"])
    rounded, scale = quantize_rows(weight, POSITIVE_WEIGHT_LEVELS)
    raw = output + ".raw"
    _integer_product(graph, output + ".shifted", rounded, scale, raw, "zero.byte")
    sums = (rounded * scale).sum(axis=1, dtype=np.float32)
    graph.add("Add", [raw, graph.constant(output + ".unshift", -GELU_SHIFT * sums)], [output])


def _integer_product(
    graph: Graph, state: str, rounded: NDArray[np.int8], scale: Array, output: str, zero: str
) -> None:
    """Round `state` by its row scales, multiply in integers, and scale back."""
    row = output.removesuffix(".raw") + ".row"
    graph.add("Div", [state, row], [output + ".levels"])
    graph.add("QuantizeLinear", [output + ".levels", "unit", zero], [output + ".bytes"])
    columns = graph.constant(output + ".weight", rounded.T)
    factor = graph.constant(output + ".scale", scale[:, 0])
    inputs = [output + ".bytes", columns, "unit", factor, zero]
    graph.add("MatMulIntegerToFloat", inputs, [output + ".float"], CONTRIB)
    graph.add("Mul", [output + ".float", row], [output])


def quantize_rows(weight: Array, levels: int) -> tuple[NDArray[np.int8], Array]:
    """Round `weight` (rows, columns) to -levels..levels with a scale (rows, 1) for each row."""
    scale = np.maximum(np.abs(weight).max(axis=1, keepdims=True) / levels, 1e-12)
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


def _head(graph: Graph, weights: Weights, state: str) -> None:
    graph.constant("head.weight", weights["h.weight"].T)
    graph.constant("head.bias", weights["h.bias"])
    graph.add("MatMul", [state, "head.weight"], ["head.product"])
    graph.add("Add", ["head.product", "head.bias"], ["logits"])
    graph.add("Split", ["logits"], ["start.column", "end.column"], axis=-1, num_outputs=2)
    for name in ("start", "end"):
        graph.add("Squeeze", [f"{name}.column", "last"], [name])


def _model(graph: Graph) -> onnx.ModelProto:
    dimensions = ["batch", "tokens"]
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, dimensions)
        for name in ("input_ids", "attention_mask")
    ]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, dimensions)
        for name in ("start", "end")
    ]
    body = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.initializers)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="thamtop")
