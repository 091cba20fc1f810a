"""The reader as an ONNX graph: embeddings in 8 bits, layers of BERT, and its logits."""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper

from index.operators import (
    CONTRIB,
    Graph,
    Shape,
    Weights,
    add_constants,
    add_layer,
    quantize_rows,
)

Values = Mapping[str, tuple[int, Sequence[str | int]]]  # type and dimensions by name


def build(weights: Weights, shape: Shape) -> onnx.ModelProto:
    """Build the reader: input_ids and attention_mask (batch, tokens) to its logits.

    They are ``start`` and ``end`` (batch, tokens) and, where the truth value ``judging`` switches
    the products of low rank on, ``support`` (batch).

    Args:
        weights: Of the reader, and of the adapter by the names of `training.adapter`.
        shape: The dimensions.
    """
    graph = Graph()
    add_constants(graph, shape)
    _embed(graph, weights, shape)
    graph.add("Cast", ["attention_mask"], ["padding"], to=TensorProto.INT32)
    state = "embedded"
    for layer in range(shape.layers):
        state = add_layer(graph, weights, shape, layer, state, "padding", "judging")
    _spans(graph, weights, state)
    _support(graph, weights, state)
    tokens = ["batch", "tokens"]
    inputs = {
        "input_ids": (TensorProto.INT64, tokens),
        "attention_mask": (TensorProto.INT64, tokens),
        "judging": (TensorProto.BOOL, []),
    }
    outputs = {name: (TensorProto.FLOAT, tokens) for name in ("start", "end")}
    return _model(graph, "reader", inputs, outputs | {"support": (TensorProto.FLOAT, ["batch"])})


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


def _support(graph: Graph, weights: Weights, state: str) -> None:
    graph.constant("first", np.array([0], np.int64))
    graph.add("Gather", [state, "first"], ["sentence"], axis=1)
    graph.constant("support.weight", weights["s.weight"].T)
    graph.constant("support.bias", weights["s.bias"])
    graph.add("MatMul", ["sentence", "support.weight"], ["support.product"])
    graph.add("Add", ["support.product", "support.bias"], ["support.column"])
    graph.constant("both", np.array([1, 2], np.int64))
    graph.add("Squeeze", ["support.column", "both"], ["support"])


def _spans(graph: Graph, weights: Weights, state: str) -> None:
    graph.constant("head.weight", weights["h.weight"].T)
    graph.constant("head.bias", weights["h.bias"])
    graph.add("MatMul", [state, "head.weight"], ["head.product"])
    graph.add("Add", ["head.product", "head.bias"], ["logits"])
    graph.add("Split", ["logits"], ["start.column", "end.column"], axis=-1, num_outputs=2)
    for name in ("start", "end"):
        graph.add("Squeeze", [f"{name}.column", "last"], [name])


def _model(graph: Graph, name: str, inputs: Values, outputs: Values) -> onnx.ModelProto:
    taken, given = (
        [helper.make_tensor_value_info(each, *shape) for each, shape in values.items()]
        for values in (inputs, outputs)
    )
    body = helper.make_graph(graph.nodes, name, taken, given, graph.initializers)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="thamtop")
