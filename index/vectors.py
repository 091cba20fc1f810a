"""VectorTable: the vectors of passages and windows, kept by content."""

import secrets
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.bm25 import Postings
from index.database import Database
from index.store import document_texts, in_parts
from sources import EncoderMismatch

Vectors = NDArray[np.float32]
_ENCODER = "encoder"
_EPOCH = "epoch"


class VectorTable:
    """Read and write the vectors of one encoder."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self.database = database

    def claim(self, encoder: str) -> None:
        """Make sure that the index belongs to an encoder, taking it over if it has no vectors.

        Raises:
            EncoderMismatch: It holds vectors of another encoder.
        """
        owner = self.database.meta(_ENCODER)
        if owner == encoder:
            return
        has_vectors = self.database.connection.execute("SELECT 1 FROM vectors LIMIT 1").fetchone()
        if owner and has_vectors:
            raise EncoderMismatch(
                f"The index was built with the encoder {owner}, not {encoder}: set "
                f"THAMTOP_ENCODER={owner}, or rebuild it with `thamtop reindex`."
            )
        with self.database.writing():
            self._own(encoder)

    def reset(self, encoder: str) -> None:
        """Drop all vectors and give the index to an encoder."""
        with self.database.writing() as write:
            write.execute("DELETE FROM vectors")
            self._own(encoder)

    def _own(self, encoder: str) -> None:
        self.database.connection.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            [(_ENCODER, encoder), (_EPOCH, secrets.token_hex(8))],
        )

    def owner(self) -> tuple[str | None, str | None]:
        """Return the encoder, and a token that changes when all vectors are made anew."""
        return self.database.meta(_ENCODER), self.database.meta(_EPOCH)

    def pending(self, limit: int) -> list[tuple[bytes, str]]:
        """Return up to `limit` texts without a vector, passages before windows."""
        found: dict[bytes, str] = {}
        for table in ("passages", "windows"):
            owner = "t.document_id" if table == "passages" else "p.document_id"
            joined = "" if table == "passages" else "JOIN passages p ON p.id = t.passage_id"
            rows = self.database.connection.execute(
                f"SELECT t.digest, {owner}, t.start, t.end FROM {table} t {joined} "
                "WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.digest = t.digest) LIMIT ?",
                (limit - len(found),),
            ).fetchall()
            texts = document_texts(self.database, {row[1] for row in rows})
            for key, document_id, start, end in rows:
                if document_id in texts:
                    found[key] = texts[document_id][start:end]
            if len(found) >= limit:
                break
        return list(found.items())

    def counts(self) -> tuple[int, int]:
        """Return how many distinct texts have their vector, and how many there are."""
        done, total = self.database.connection.execute(
            "SELECT (SELECT COUNT(*) FROM vectors), (SELECT COUNT(*) FROM "
            "(SELECT digest FROM passages UNION SELECT digest FROM windows))"
        ).fetchone()
        return int(done), int(total)

    def put(self, encoder: str, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Keep vectors, in one transaction; texts that are gone by now are left out.

        Raises:
            EncoderMismatch: The index was given to another encoder in the meantime.
        """
        with self.database.writing() as write:
            owner = self.database.meta(_ENCODER)
            if owner != encoder:
                raise EncoderMismatch(f"The index now belongs to the encoder {owner}; start again.")
            write.executemany(
                "INSERT OR REPLACE INTO vectors SELECT :digest, :vector WHERE EXISTS "
                "(SELECT 1 FROM passages WHERE digest = :digest) OR EXISTS "
                "(SELECT 1 FROM windows WHERE digest = :digest)",
                [
                    {"digest": key, "vector": row.astype("<f4").tobytes()}
                    for key, row in zip(digests, vectors, strict=True)
                ],
            )

    def embedded_ids(self) -> NDArray[np.int64]:
        """Return the numbers of the passages that have their vector, ascending."""
        rows = self.database.connection.execute(
            "SELECT p.id FROM passages p JOIN vectors v ON v.digest = p.digest ORDER BY p.id"
        )
        return np.fromiter((row[0] for row in rows), np.int64)

    def of_passages(self, ids: Sequence[int]) -> tuple[list[int], Vectors]:
        """Return the passages that have vectors, of those asked for, and their vectors."""
        found: list[tuple[int, bytes]] = []
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            found += self.database.connection.execute(
                "SELECT p.id, v.vector FROM passages p JOIN vectors v ON v.digest = p.digest "
                f"WHERE p.id IN ({marks})",
                part,
            ).fetchall()
        return [row[0] for row in found], _matrix([row[1] for row in found])

    def of_windows(self, ids: Sequence[int]) -> tuple[list[tuple[int, int, int]], Vectors]:
        """Return (passage, start, end) of the windows of some passages, and their vectors."""
        found: list[tuple[int, int, int, bytes]] = []
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            found += self.database.connection.execute(
                "SELECT w.passage_id, w.start, w.end, v.vector FROM windows w "
                f"JOIN vectors v ON v.digest = w.digest WHERE w.passage_id IN ({marks})",
                part,
            ).fetchall()
        return [row[:3] for row in found], _matrix([row[3] for row in found])


class PostingTable:
    """Read the words of passages."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self.database = database

    def read(self, field: str) -> Postings:
        """Return all postings of a field."""
        rows = self.database.connection.execute(
            "SELECT passage_id, terms, weights FROM postings WHERE field = ?", (field,)
        ).fetchall()
        terms = np.frombuffer(b"".join(row[1] for row in rows), "<u4")
        weights = np.frombuffer(b"".join(row[2] for row in rows), "<f4")
        numbers = np.array([row[0] for row in rows], np.int64)
        counts = np.array([len(row[1]) // 4 for row in rows], np.int64)
        return Postings(np.repeat(numbers, counts), terms, weights)


def _matrix(blobs: Sequence[bytes]) -> Vectors:
    if not blobs:
        return np.zeros((0, 0), np.float32)
    return np.frombuffer(b"".join(blobs), "<f4").reshape(len(blobs), -1)
