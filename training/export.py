"""Write the trained reader for ONNX Runtime: `python -m training.export --reader FILE ...`.

What only judging uses lies in a file of its own, 2.5 MB beside 37: a judge that was trained on
(``--keep``) changes nothing else, neither the spans nor the repository's history.
"""

import argparse
import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx.external_data_helper import set_external_data
from safetensors.numpy import load_file

from index.operators import Shape
from training.graph import build

READER, JUDGE, TOKENIZER = "reader.onnx", "judge.bin", "tokenizer.json"


def export(
    reader: Path,
    adapter: Path,
    base: Path,
    out: Path,
    *,
    quantized: bool = True,
    keep: Path | None = None,
) -> Path:
    """Write reader.onnx, judge.bin, tokenizer.json and SHA256SUMS into the folder `out`.

    Args:
        reader: Weights that `training.reader` saved.
        adapter: Weights that `training.adapter` saved.
        base: Folder of the base model.
        out: Folder to write into.
        quantized: Whether to round the matrices to 8 bits.
        keep: A reader.onnx of which all but the adapter stays as it is, to the last bit.
    """
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    shape = Shape(
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        epsilon=config["layer_norm_eps"],
        quantized=quantized,
    )
    out.mkdir(parents=True, exist_ok=True)
    model = build(_float(reader) | _float(adapter), shape)
    onnx.checker.check_model(model)
    save(exchanged(onnx.load(keep), model) if keep else model, out)
    shutil.copyfile(base / TOKENIZER, out / TOKENIZER)
    names = (READER, JUDGE, TOKENIZER)
    sums = (f"{sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")  # `thamtop doctor` looks there
    return out / READER


def save(model: onnx.ModelProto, out: Path) -> None:
    """Write a model into a folder, what only judging uses into its own file; the model is spent."""
    for tensor in judging(model):
        set_external_data(tensor, JUDGE)
    (out / JUDGE).unlink(missing_ok=True)  # onnx writes into a file that is there
    onnx.save(model, out / READER)
    (out / JUDGE).chmod((out / READER).stat().st_mode)


def judging(model: onnx.ModelProto) -> Iterator[onnx.TensorProto]:
    """Yield the weights that only judging uses: of its logit and of the products of low rank."""
    yield from (t for t in model.graph.initializer if t.name.startswith("support."))
    for node in model.graph.node:
        for branch in (a.g for a in node.attribute if a.name == "then_branch"):
            yield from branch.initializer


def exchanged(model: onnx.ModelProto, other: onnx.ModelProto) -> onnx.ModelProto:
    """Return a model, changed in place, with the judge of another of the same shape."""
    fresh = {tensor.name: tensor for tensor in judging(other)}
    for tensor in judging(model):
        tensor.CopyFrom(fresh[tensor.name])
    return model


def _float(path: Path) -> dict[str, NDArray[np.float32]]:
    return {name: weight.astype(np.float32) for name, weight in load_file(path).items()}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, required=True, help="weights (.safetensors)")
    parser.add_argument("--adapter", type=Path, required=True, help="its weights (.safetensors)")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--float", action="store_true", help="keep the matrices in float32")
    parser.add_argument("--keep", type=Path, help="a reader.onnx; only its adapter is exchanged")
    options = parser.parse_args()
    export(
        options.reader,
        options.adapter,
        options.base,
        options.out,
        quantized=not options.float,
        keep=options.keep,
    )


if __name__ == "__main__":
    main()
