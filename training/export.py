"""Write the trained reader for ONNX Runtime: `python -m training.export --reader FILE ...`."""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from safetensors.numpy import load_file

from training.example import QUESTION_TOKENS
from training.graph import Shape, build
from training.reader import FROZEN_LAYERS

MAX_TOKENS = 512


def export(reader: Path, base: Path, out: Path, bits: int, frozen_bits: int) -> Path:
    """Write reader.onnx, tokenizer.json and config.json into the folder `out`.

    `bits` are those of the trained layers' matrices, `frozen_bits` those of the frozen ones
    (4, 8, or 32 for float). The embeddings take 8 bits, with a scale for each piece.
    """
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    trained = config["num_hidden_layers"] - FROZEN_LAYERS
    shape = Shape(
        heads=config["num_attention_heads"],
        epsilon=config["layer_norm_eps"],
        bits=(frozen_bits,) * FROZEN_LAYERS + (bits,) * trained,
    )
    weights = {name: w.astype(np.float32) for name, w in load_file(reader).items()}
    out.mkdir(parents=True, exist_ok=True)
    model = build(weights, shape)
    onnx.checker.check_model(model)
    onnx.save(model, out / "reader.onnx")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    limits = {"max_tokens": MAX_TOKENS, "question_tokens": QUESTION_TOKENS}
    (out / "config.json").write_text(json.dumps(limits, indent=1) + "\n", encoding="utf-8")
    return out / "reader.onnx"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, required=True, help="weights (.safetensors)")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--bits", type=int, default=8, choices=(4, 8, -8, 32))
    parser.add_argument("--frozen-bits", type=int, default=4, choices=(4, 8, -8, 32))
    options = parser.parse_args()
    export(options.reader, options.base, options.out, options.bits, options.frozen_bits)


if __name__ == "__main__":
    main()
