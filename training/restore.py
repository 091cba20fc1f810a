"""Take the shipped reader back into training: `python -m training.restore --onnx FILE ...`.

The file holds the layers in 8 bits; this widens them to float32, beside the embeddings of the base
model, which training leaves as they are.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper
from safetensors.numpy import load_file, save_file

Array = NDArray[np.float32]


def restore(model: onnx.ModelProto, base: dict[str, Array], layers: range) -> dict[str, Array]:
    """Return the reader's weights by name, as `training.reader` saves them.

    Args:
        model: What `training.graph.build` built.
        base: Weights of the base model by name; they stand for the layers not named.
        layers: Numbers of the layers to take from the graph.
    """
    found = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    weights = {f"m.{name}": weight for name, weight in base.items()}
    for layer in layers:
        prefix, name = f"m.encoder.layer.{layer}.", f"layer{layer}."
        joint = np.split(_matrix(found, name + "qkv"), 3)
        bias = np.split(found[name + "qkv.bias"], 3)
        for part, matrix, shift in zip(("query", "key", "value"), joint, bias, strict=True):
            weights[f"{prefix}attention.self.{part}.weight"] = matrix
            weights[f"{prefix}attention.self.{part}.bias"] = shift
        weights[prefix + "intermediate.dense.weight"] = _matrix(found, name + "wide")
        weights[prefix + "intermediate.dense.bias"] = found[name + "wide.bias"]
        for block, product in (("attention.output.", "out"), ("output.", "narrow")):
            weights[f"{prefix}{block}dense.weight"] = _matrix(found, name + product)
            weights[f"{prefix}{block}dense.bias"] = found[f"{name}{product}.bias"]
            weights[f"{prefix}{block}LayerNorm.weight"] = found[f"{name}{product}.gamma"]
            weights[f"{prefix}{block}LayerNorm.bias"] = found[f"{name}{product}.beta"]
    weights["h.weight"], weights["h.bias"] = found["head.weight"].T, found["head.bias"]
    return {name: np.ascontiguousarray(weight, np.float32) for name, weight in weights.items()}


def restore_adapter(model: onnx.ModelProto) -> dict[str, Array]:
    """Return the weights of the products of low rank, as `training.adapter` saves them."""
    outer = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    weights = {"s.weight": outer["support.weight"].T, "s.bias": outer["support.bias"]}
    for node in model.graph.node:
        then = next((a.g for a in node.attribute if a.name == "then_branch"), None)
        if then is None:
            continue
        inner = {item.name: numpy_helper.to_array(item) for item in then.initializer}
        for name in (name for name in inner if name.endswith(".weight")):
            layer, product, part = name.removeprefix("layer").split(".")[:3]
            weights[f"a.{layer}.{product}.{part}"] = _matrix(inner, name.removesuffix(".weight"))
    return {name: np.ascontiguousarray(weight, np.float32) for name, weight in weights.items()}


def _matrix(found: dict[str, NDArray[np.generic]], product: str) -> Array:
    """Return the weights (outputs, inputs) of a product; it kept them transposed."""
    name = f"{product}.raw" if f"{product}.raw.weight" in found else product
    columns = found[f"{name}.weight"].astype(np.float32)
    scale = found.get(f"{name}.scale")
    return columns.T if scale is None else (columns * scale.astype(np.float32)).T


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--onnx", type=Path, default=Path("assistant/weights/reader.onnx"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--out", type=Path, required=True, help="file to write (.safetensors)")
    parser.add_argument("--adapter", type=Path, help="file to write the adapter's weights into")
    options = parser.parse_args()
    base = load_file(options.base / "model.safetensors")
    count = len({name.split(".")[2] for name in base if name.startswith("encoder.layer.")})
    model = onnx.load(options.onnx)
    save_file(restore(model, base, range(count)), options.out)
    if options.adapter:
        save_file(restore_adapter(model), options.adapter)


if __name__ == "__main__":
    main()
