"""WordIndex: BM25 over the words of all passages, kept up with the store."""

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.bm25 import BM25, Postings
from index.database import Database
from index.reading import Reading

FIELDS = ("th", "en", "gloss")
_REBUILD_SHARE = 0.2  # of the passages added or removed since a field was built


class PostingTable:
    """Read the words of passages."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self.database = database

    def read(self, field: str, after: int = 0) -> Postings:
        """Return the postings of a field, of passages with numbers above one."""
        rows = self.database.connection.execute(
            "SELECT passage_id, terms, weights FROM postings WHERE field = ? AND passage_id > ? "
            "AND LENGTH(terms) ORDER BY passage_id",
            (field, after),
        ).fetchall()
        if not rows:
            return Postings.none()
        return Postings(
            np.array([row[0] for row in rows], np.int64),
            np.array([len(row[1]) // 4 for row in rows], np.int64),
            np.frombuffer(b"".join(row[1] for row in rows), "<u4"),
            np.frombuffer(b"".join(row[2] for row in rows), "<f4"),
        )

    def numbers(self) -> NDArray[np.int64]:
        """Return the numbers of all passages, ascending."""
        rows = self.database.connection.execute("SELECT id FROM passages ORDER BY id").fetchall()
        return np.fromiter((row[0] for row in rows), np.int64)


class WordIndex:
    """The fields, one BM25 index each; safe to use from several threads.

    What was added since a field was built is searched beside it, what was removed is skipped,
    and past a fifth of change it is built anew.
    """

    def __init__(self, table: PostingTable) -> None:
        """Use a table; nothing is read until `fields` is asked for."""
        self._table = table
        self._reading = Reading(table.database)
        self._lock = Lock()
        self._state: tuple[int, int] | None = None
        self._fields: dict[str, BM25] = {}

    def fields(self) -> dict[str, BM25]:
        """Return the index of each field, with all that was written by now."""
        state = self._reading.state()
        with self._lock:
            if state != self._state:
                self._fields = self._renewed(state)
                self._state = state
            return self._fields

    def _renewed(self, state: tuple[int, int]) -> dict[str, BM25]:
        if self._state is None:
            return {name: BM25(self._table.read(name)) for name in FIELDS}
        if state[0] == self._state[0]:
            return {name: self._changed(name, field.gone) for name, field in self._fields.items()}
        numbers = self._table.numbers()
        return {
            name: self._changed(name, np.setdiff1d(field.built_with, numbers, assume_unique=True))
            for name, field in self._fields.items()
        }

    def _changed(self, name: str, gone: NDArray[np.int64]) -> BM25:
        index = self._fields[name]
        built = index.built_with
        fresh = self._table.read(name, int(built[-1]) if len(built) else 0)
        if len(gone) + len(fresh.ids) > _REBUILD_SHARE * len(built):
            return BM25(self._table.read(name))
        return index.changed(fresh, gone)
