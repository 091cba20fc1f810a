"""The reader as an ONNX graph: BERT with ONNX Runtime's fused operators and block-wise weights."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.blocks import BLOCK, quantize_blocks

Array = NDArray[np.float32]
Weights = Mapping[str, Array]
CONTRIB = "com.microsoft"


@dataclass(frozen=True)
class Shape:
    """The dimensions of the model, and how its matrices are stored.

    `bits` has one entry a layer: 4, 8, or 32 for float.
    """

    heads: int
    epsilon: float
    bits: tuple[int, ...]


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
    _embed(graph, weights, shape)
    graph.add("Cast", ["attention_mask"], ["padding"], to=TensorProto.INT32)
    state = "embedded"
    for layer, bits in enumerate(shape.bits):
        state = _layer(graph, weights, shape, layer, bits, state)
    _head(graph, weights, state)
    return _model(graph)


def _embed(graph: Graph, weights: Weights, shape: Shape) -> None:
    prefix = "m.embeddings."
    words = weights[prefix + "word_embeddings.weight"]
    scale = np.abs(words).max(axis=1, keepdims=True) / 127 + 1e-12
    graph.constant("words", np.round(words / scale).astype(np.int8))
    graph.constant("words.scale", scale.astype(np.float32))
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


def _layer(graph: Graph, weights: Weights, shape: Shape, layer: int, bits: int, state: str) -> str:
    prefix, name = f"m.encoder.layer.{layer}.", f"layer{layer}."
    parts = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]
    joint = np.concatenate([weights[part + "weight"] for part in parts])
    _product(graph, state, joint, name + "qkv", bits)
    split = [name + part for part in ("query", "key", "value")]
    graph.add("Split", [name + "qkv"], split, axis=-1, num_outputs=3)
    bias = np.concatenate([weights[part + "bias"] for part in parts])
    inputs = [*split, graph.constant(name + "qkv.bias", bias), "padding"]
    graph.add("MultiHeadAttention", inputs, [name + "attended"], CONTRIB, num_heads=shape.heads)
    _product(
        graph,
        name + "attended",
        weights[prefix + "attention.output.dense.weight"],
        name + "out",
        bits,
    )
    middle = _norm(graph, weights, shape, prefix + "attention.output.", name + "out", state)
    _product(graph, middle, weights[prefix + "intermediate.dense.weight"], name + "wide", bits)
    bias_name = graph.constant(name + "wide.bias", weights[prefix + "intermediate.dense.bias"])
    graph.add("BiasGelu", [name + "wide", bias_name], [name + "gelu"], CONTRIB)
    _product(graph, name + "gelu", weights[prefix + "output.dense.weight"], name + "narrow", bits)
    return _norm(graph, weights, shape, prefix + "output.", name + "narrow", middle)


def _norm(
    graph: Graph, weights: Weights, shape: Shape, prefix: str, product: str, skip: str
) -> str:
    gamma = graph.constant(product + ".gamma", weights[prefix + "LayerNorm.weight"])
    beta = graph.constant(product + ".beta", weights[prefix + "LayerNorm.bias"])
    bias = graph.constant(product + ".bias", weights[prefix + "dense.bias"])
    output = product + ".normal"
    graph.add(
        "SkipLayerNormalization",
        [product, skip, gamma, beta, bias],
        [output],
        CONTRIB,
        epsilon=shape.epsilon,
    )
    return output


def _product(graph: Graph, state: str, weight: Array, output: str, bits: int) -> None:
    """Multiply `state` by the transpose of `weight` (outputs, inputs)."""
    if bits == 32:
        name = graph.constant(output + ".weight", weight.T)
        graph.add("MatMul", [state, name], [output])
        return
    if bits == -8:
        scale = np.abs(weight).max(axis=1) / 127 + 1e-12
        inputs = [
            state,
            graph.constant(output + ".weight", np.round(weight.T / scale).astype(np.int8)),
            graph.constant(output + ".scale", scale.astype(np.float32)),
        ]
        graph.add("DynamicQuantizeMatMul", inputs, [output], CONTRIB)
        return
    packed, scales = quantize_blocks(weight, bits)
    inputs = [
        state,
        graph.constant(output + ".weight", packed),
        graph.constant(output + ".scale", scales),
    ]
    outputs, width = weight.shape
    # Level 4 lets the kernel compute in int8, with a scale for each block of a token's vector.
    graph.add(
        "MatMulNBits",
        inputs,
        [output],
        CONTRIB,
        K=width,
        N=outputs,
        bits=bits,
        block_size=BLOCK[bits],
        accuracy_level=4,
    )


def _head(graph: Graph, weights: Weights, state: str) -> None:
    graph.constant("head.weight", weights["h.weight"].T)
    graph.constant("head.bias", weights["h.bias"])
    graph.add("MatMul", [state, "head.weight"], ["head.product"])
    graph.add("Add", ["head.product", "head.bias"], ["logits"])
    graph.add("Split", ["logits"], ["start.column", "end.column"], axis=-1, num_outputs=2)
    graph.constant("last", np.array([-1], np.int64))
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
