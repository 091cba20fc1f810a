"""Remembered: an encoder that keeps the vectors of corpora between evaluations."""

import sqlite3
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import Encoder

Vectors = NDArray[np.float32]
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS vectors "
    "(encoder TEXT, digest BLOB, vector BLOB, PRIMARY KEY (encoder, digest)) WITHOUT ROWID"
)


class Remembered:
    """Another encoder, whose passages are encoded once; questions are always encoded anew.

    So a second run over a corpus measures the same, latency of questions included, without the
    minutes of encoding.
    """

    def __init__(self, encoder: Encoder, path: Path) -> None:
        """Keep the vectors of an encoder in an SQLite file, which may be deleted at any time."""
        self.name = encoder.name
        self._encoder = encoder
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def encode_query(self, text: str) -> Vectors:
        """Return the vector of a question, shape (dimensions,)."""
        return self._encoder.encode_query(text)

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages, shape (texts, dimensions)."""
        keys = [blake2b(text.encode("utf-8", "replace"), digest_size=16).digest() for text in texts]
        connection = sqlite3.connect(self._path)
        try:
            connection.execute(_SCHEMA)
            known = {key: found for key in keys if (found := self._find(connection, key))}
            fresh = [place for place, key in enumerate(keys) if key not in known]
            if fresh:
                vectors = self._encoder.encode_document([texts[place] for place in fresh])
                rows = zip(fresh, vectors.astype("<f4"), strict=True)
                known |= {keys[place]: vector.tobytes() for place, vector in rows}
                connection.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                    [(self.name, keys[place], known[keys[place]]) for place in fresh],
                )
                connection.commit()
        finally:
            connection.close()
        return np.stack([np.frombuffer(known[key], "<f4") for key in keys])

    def _find(self, connection: sqlite3.Connection, key: bytes) -> bytes | None:
        row = connection.execute(
            "SELECT vector FROM vectors WHERE encoder = ? AND digest = ?", (self.name, key)
        ).fetchone()
        return None if row is None else bytes(row[0])
