"""Write the trained reader for ONNX Runtime: `python -m training.export --reader FILE ...`."""

import argparse
import json
import shutil
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from safetensors.numpy import load_file

from index.operators import Shape
from training.example import QUESTION_TOKENS
from training.graph import build

MAX_TOKENS = 512


def export(reader: Path, adapter: Path, base: Path, out: Path, *, quantized: bool = True) -> Path:
    """Write reader.onnx, tokenizer.json, config.json and SHA256SUMS into the folder `out`.

    Args:
        reader: Weights that `training.reader` saved.
        adapter: Weights that `training.adapter` saved.
        base: Folder of the base model.
        out: Folder to write into.
        quantized: Whether to round the matrices to 8 bits.
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
    onnx.save(model, out / "reader.onnx")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    limits = {"max_tokens": MAX_TOKENS, "question_tokens": QUESTION_TOKENS}
    (out / "config.json").write_text(json.dumps(limits, indent=1) + "\n", encoding="utf-8")
    names = ("reader.onnx", "tokenizer.json")
    sums = (f"{sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")  # `thamtop doctor` looks there
    return out / "reader.onnx"


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
    options = parser.parse_args()
    quantized = not options.float
    export(options.reader, options.adapter, options.base, options.out, quantized=quantized)


if __name__ == "__main__":
    main()
