"""Layers of BERT as an ONNX graph: ONNX Runtime's fused operators, and products in int8.

A product may have one of low rank beside it (Hu et al. 2021, LoRA), which is computed only where a
switch of the graph is on, so that one file serves two tasks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

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


def add_constants(graph: Graph, shape: Shape) -> None:
    """Add what the layers share."""
    graph.constant("last", np.array([-1], np.int64))
    if shape.quantized:
        graph.constant("zero.point", np.array(STATE_LEVELS + 1, np.uint8))
        graph.constant("zero.byte", np.array(0, np.uint8))
        graph.constant("unit", np.array(1, np.float32))
        graph.constant("level", np.array(1 / STATE_LEVELS, np.float32))
        graph.constant("positive.level", np.array(1 / 255, np.float32))
        graph.constant("gelu.shift", np.array(GELU_SHIFT))


def add_layer(
    graph: Graph,
    weights: Weights,
    shape: Shape,
    layer: int,
    state: str,
    padding: str | None = None,
    switch: str | None = None,
) -> str:
    """Add one layer of BERT to a graph and return the name of its states.

    Args:
        graph: Receives the nodes.
        weights: By name, as transformers names them, after "m.".
        shape: The dimensions.
        layer: Number of the layer, from 0.
        state: Name of the states it takes, (texts, tokens, width).
        padding: Name of a mask (texts, tokens) that is 0 where a text is padded, if any is.
        switch: Name of a truth value that switches the products of low rank on, if there are any;
            ``a.LAYER.PRODUCT.down`` (rank, inputs) and ``up`` (outputs, rank).
    """
    prefix, name = f"m.encoder.layer.{layer}.", f"layer{layer}."
    low = _LowRank(graph, weights, f"a.{layer}.", name, switch) if switch else None
    parts = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]
    joint = np.concatenate([weights[part + "weight"] for part in parts])
    _product(graph, state, joint, name + "qkv", shape)
    split = [name + part for part in ("query", "key", "value")]
    joined = low.added(name + "qkv", "qkv", state) if low else name + "qkv"
    graph.add("Split", [joined], split, axis=-1, num_outputs=3)
    bias = np.concatenate([weights[part + "bias"] for part in parts])
    inputs = [*split, graph.constant(name + "qkv.bias", bias), *([padding] if padding else [])]
    attended = name + "attended"
    graph.add("MultiHeadAttention", inputs, [attended], CONTRIB, num_heads=shape.heads)
    block = prefix + "attention.output."
    _product(graph, attended, weights[block + "dense.weight"], name + "out", shape)
    middle = _norm(graph, weights, shape, block, name + "out", state, low, attended)
    _product(graph, middle, weights[prefix + "intermediate.dense.weight"], name + "wide", shape)
    wide_bias = graph.constant(name + "wide.bias", weights[prefix + "intermediate.dense.bias"])
    widened = low.added(name + "wide", "wide", middle) if low else name + "wide"
    graph.add("BiasGelu", [widened, wide_bias], [name + "gelu"], CONTRIB)
    block = prefix + "output."
    _positive_product(graph, name + "gelu", weights[block + "dense.weight"], name + "narrow", shape)
    return _norm(graph, weights, shape, block, name + "narrow", middle, low, name + "gelu")


@dataclass(frozen=True)
class _LowRank:
    """Adds a layer's products of low rank to a graph."""

    graph: Graph
    weights: Weights
    source: str  # how their names begin among the weights
    name: str  # how the layer's names begin in the graph
    switch: str

    def added(self, output: str, product: str, state: str) -> str:
        """Add a product of low rank to `output` and return the name of the sum."""
        nothing = self.graph.constant(f"{output}.nothing", np.zeros((1, 1, 1), np.float32))
        beside = self.beside(product, state, nothing)
        self.graph.add("Add", [output, beside], [f"{output}.with"])
        return f"{output}.with"

    def beside(self, product: str, state: str, bias: str) -> str:
        """Return the name of `bias` with the product of low rank of `state` added, if switched on.

        Where it is off nothing of it is computed.
        """
        name = f"{self.name}{product}.low"
        then, other = Graph(), Graph()
        down, up = (self._matrix(then, product, part) for part in ("down", "up"))
        then.add("MatMul", [state, down], [f"{name}.few"])
        then.add("MatMul", [f"{name}.few", up], [f"{name}.many"])
        then.add("Add", [f"{name}.many", bias], [f"{name}.on"])
        other.add("Identity", [bias], [f"{name}.off"])
        branches = [
            helper.make_graph(
                part.nodes,
                f"{name}.{end}",
                [],
                [helper.make_tensor_value_info(f"{name}.{end}", onnx.TensorProto.FLOAT, None)],
                part.initializers,
            )
            for part, end in ((then, "on"), (other, "off"))
        ]
        node = helper.make_node(
            "If", [self.switch], [name], name, then_branch=branches[0], else_branch=branches[1]
        )
        self.graph.nodes.append(node)
        return name

    def _matrix(self, graph: Graph, product: str, part: str) -> str:
        """Return the name of a matrix (inputs, outputs), which is stored in 8 bits."""
        name = f"{self.name}{product}.{part}"
        rounded, scale = quantize_rows(self.weights[f"{self.source}{product}.{part}"], 127)
        columns = graph.constant(f"{name}.weight", rounded.T)
        factor = graph.constant(f"{name}.scale", scale[:, 0])
        graph.add("DequantizeLinear", [columns, factor], [name], axis=1)
        return name


def _norm(
    graph: Graph,
    weights: Weights,
    shape: Shape,
    block: str,
    product: str,
    skip: str,
    low: _LowRank | None,
    state: str,
) -> str:
    """Add bias and skip connection to `product`, which was made of `state`, and normalise.

    Three operators, since ONNX Runtime's fused SkipLayerNormalization takes longer (19 ms of 80
    a passage).
    """
    bias = graph.constant(product + ".bias", weights[block + "dense.bias"])
    gamma = graph.constant(product + ".gamma", weights[block + "LayerNorm.weight"])
    beta = graph.constant(product + ".beta", weights[block + "LayerNorm.bias"])
    if low:
        bias = low.beside(product.rpartition(".")[2], state, bias)
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
