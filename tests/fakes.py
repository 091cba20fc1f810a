"""An encoder made of arithmetic: fast, exact, and it remembers what it was asked."""

import re
import threading
from collections import Counter
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_PIECES = re.compile(r"[a-z0-9]+|(?=([\u0e00-\u0e7f]{3}))")


class FakeEncoder:
    """Counts a text's words (of Thai, runs of three letters) into a few numbered bins.

    Attributes:
        encoded: How often each passage or window was encoded.
        failing: While set, encoding passages fails.
        gate: Encoding passages waits until it is set.
        entered: Set when a call waits at the gate or has passed it.
    """

    def __init__(self, name: str = "fake", dimensions: int = 256) -> None:
        self.name = name
        self.dimensions = dimensions
        self.encoded: Counter[str] = Counter()
        self.failing = False
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    def encode_query(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def encode_document(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.entered.set()
        assert self.gate.wait(20), "the test never opened the gate"
        if self.failing:
            raise RuntimeError("out of memory")
        self.encoded.update(texts)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> NDArray[np.float32]:
        bins = np.zeros(self.dimensions, np.float32)
        bins[0] = 0.1  # a text without words has a direction too
        for match in _PIECES.finditer(text.casefold()):
            piece = match.group(1) or match.group()
            if piece:
                bins[crc32(piece.encode()) % self.dimensions] += 1
        vector: NDArray[np.float32] = bins / np.linalg.norm(bins)
        return vector
