"""VectorTable: the vectors of passages and windows, kept by content."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import problems
from index.database import Database
from index.postings import PostingTable as PostingTable
from index.reading import REMOVALS, document_texts, in_parts
from sources import EncoderMismatch

Vectors = NDArray[np.float32]
_ENCODER = "encoder"
_EPOCH = "epoch"


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the store has come: removals so far, the last passage's and vector's numbers."""

    removals: int
    passage: int
    vector: int


class VectorTable:
    """Read and write the vectors of one encoder."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self.database = database
        self._epoch: str | None = None
        # Passages below these numbers have all their vectors, and keep them in this epoch.
        self._complete = {"passages": 0, "windows": 0}

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
            raise EncoderMismatch(problems.OTHER_ENCODER, owner=owner, encoder=encoder)
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
            rows = self._lacking(table, limit - len(found))
            texts = document_texts(self.database, {row[1] for row in rows})
            for key, document_id, start, end in rows:
                if document_id in texts:
                    found[key] = texts[document_id][start:end]
            if len(found) >= limit:
                break
        return list(found.items())

    def _lacking(self, table: str, limit: int) -> list[tuple[bytes, str, int, int]]:
        """Return digests, documents and ranges of rows without a vector, in order."""
        first, last = self._first(table), self.mark().passage
        number = "p.id" if table == "passages" else "t.passage_id"
        joined = "" if table == "passages" else "JOIN windows t ON t.passage_id = p.id"
        own = "p" if table == "passages" else "t"
        rows = self.database.connection.execute(
            f"SELECT {number}, {own}.digest, p.document_id, {own}.start, {own}.end "
            f"FROM passages p {joined} WHERE {number} >= ? "
            f"AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.digest = {own}.digest) "
            f"ORDER BY {number} LIMIT ?",
            (first, limit),
        ).fetchall()
        self._complete[table] = rows[0][0] if rows else last + 1
        return [row[1:] for row in rows]

    def _first(self, table: str) -> int:
        """Return the first passage that may lack vectors: looking from there spares a scan."""
        _, epoch = self.owner()
        if epoch != self._epoch:
            self._epoch, self._complete = epoch, {"passages": 0, "windows": 0}
        return self._complete[table]

    def counts(self) -> tuple[int, int]:
        """Return how many distinct texts have their vector, and how many there are."""
        done, waiting = self.database.connection.execute(
            "SELECT (SELECT COUNT(*) FROM vectors), (SELECT COUNT(*) FROM "
            "(SELECT digest FROM passages WHERE id >= ? "
            "UNION SELECT digest FROM windows WHERE passage_id >= ?) t "
            "WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.digest = t.digest))",
            (self._first("passages"), self._first("windows")),
        ).fetchone()
        return int(done), int(done) + int(waiting)

    def put(self, encoder: str, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Keep vectors, in one transaction; texts that are gone by now are left out.

        Raises:
            EncoderMismatch: The index was given to another encoder in the meantime.
        """
        with self.database.writing() as write:
            owner = self.database.meta(_ENCODER)
            if owner != encoder:
                raise EncoderMismatch(problems.ENCODER_CHANGED, owner=owner)
            write.executemany(
                "INSERT OR REPLACE INTO vectors (digest, vector) SELECT :digest, :vector "
                "WHERE EXISTS (SELECT 1 FROM passages WHERE digest = :digest) OR EXISTS "
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
        ).fetchall()
        return np.fromiter((row[0] for row in rows), np.int64)

    def mark(self) -> Mark:
        """Return how far the store has come."""
        passage, vector = self.database.connection.execute(
            "SELECT (SELECT COALESCE(MAX(id), 0) FROM passages), "
            "(SELECT COALESCE(MAX(id), 0) FROM vectors)"
        ).fetchone()
        return Mark(int(self.database.meta(REMOVALS) or 0), int(passage), int(vector))

    def embedded_since(self, mark: Mark) -> NDArray[np.int64]:
        """Return the numbers of passages that have got their vector since, ascending.

        What was written after the mark was taken may be among them or not.
        """
        rows = self.database.connection.execute(
            # CROSS keeps SQLite from beginning at the table that has not been narrowed down.
            "SELECT p.id FROM vectors v CROSS JOIN passages p ON p.digest = v.digest "
            "WHERE v.id > ? "
            "UNION SELECT p.id FROM passages p CROSS JOIN vectors v ON v.digest = p.digest "
            "WHERE p.id > ? ORDER BY 1",
            (mark.vector, mark.passage),
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

    def best_windows(self, ids: Sequence[int], question: Vectors) -> dict[int, float]:
        """Return the highest inner product of a question and a window, for each passage.

        Passages without windows, or whose windows have no vectors yet, are left out.
        """
        found: list[tuple[int, bytes]] = []
        for part in in_parts(sorted(ids)):
            marks = ",".join("?" * len(part))
            found += self.database.connection.execute(
                "SELECT w.passage_id, v.vector FROM windows w JOIN vectors v "
                f"ON v.digest = w.digest WHERE w.passage_id IN ({marks}) ORDER BY w.passage_id",
                part,
            ).fetchall()
        if not found:
            return {}
        scores = _matrix([row[1] for row in found]) @ question
        numbers = np.array([row[0] for row in found])
        starts = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        best = np.maximum.reduceat(scores, starts)
        return dict(zip(numbers[starts].tolist(), best.tolist(), strict=True))


def _matrix(blobs: Sequence[bytes]) -> Vectors:
    if not blobs:
        return np.zeros((0, 0), np.float32)
    return np.frombuffer(b"".join(blobs), "<f4").reshape(len(blobs), -1)
