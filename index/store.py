"""Store: documents, passages, vectors and words, written to one SQLite file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

import numpy as np

from index.passage import Passage
from index.reading import REMOVALS, Entry, Reading, Sketch, unknown
from sources import Document

__all__ = ["Entry", "Indexed", "Sketch", "Store", "digest"]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A passage ready to be stored: with its terms by field, and the keys of its names."""

    passage: Passage
    fields: Mapping[str, Mapping[str, float]]
    names: str


def digest(text: str) -> bytes:
    """Return the key by which a text's vector is kept (16 bytes)."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Store(Reading):
    """Read and write the database; every write is one transaction."""

    def add(self, document: Document, passages: Sequence[Indexed]) -> str:
        """Store a document with its passages and words, in place of others from its location.

        Returns:
            ``added``, ``replaced`` (others went) or ``unchanged`` (it was there by now).
        """
        with self.database.writing() as write:
            others = self._others(document)
            keys = self._delete(others)
            new = write.execute(
                "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id,
                    document.title,
                    document.language,
                    document.origin,
                    document.location,
                    document.published.isoformat() if document.published else None,
                    document.edition,
                    datetime.now(UTC).isoformat(timespec="seconds"),
                    document.text,
                ),
            ).rowcount
            if new:
                self._add_passages(document, passages)
            self._drop_orphans(keys)
        return "unchanged" if not new else "replaced" if others else "added"

    def remove_others(self, document: Document) -> None:
        """Remove the documents from a stored document's location but itself, if there are any."""
        if self._others(document):
            with self.database.writing():
                self._drop_orphans(self._delete(self._others(document)))

    def remove(self, document_id: str) -> None:
        """Remove a document and all that belongs to it.

        Raises:
            UnknownDocument: There is no such document.
        """
        with self.database.writing() as write:
            if not write.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone():
                raise unknown(document_id)
            self._drop_orphans(self._delete([document_id]))

    def fill(self, document: Document, passages: Sequence[Indexed]) -> None:
        """Store the passages of a stored document that has none."""
        with self.database.writing() as write:
            there = write.execute(
                "SELECT (SELECT COUNT(*) FROM documents WHERE id = :id), "
                "(SELECT COUNT(*) FROM passages WHERE document_id = :id)",
                {"id": document.id},
            ).fetchone()
            if there == (1, 0):
                self._add_passages(document, passages)

    def _add_passages(self, document: Document, passages: Sequence[Indexed]) -> None:
        write = self.database.connection
        numbers = self._term_numbers(
            term for item in passages for field in item.fields.values() for term in field
        )
        windows, postings = [], []
        for item in passages:
            passage = item.passage
            row = write.execute(
                "INSERT INTO passages "
                "(document_id, start, end, language, digest, sentences, names) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id,
                    passage.start,
                    passage.end,
                    passage.language,
                    digest(passage.text),
                    np.array(passage.sentences, "<u4").tobytes(),
                    item.names,
                ),
            ).lastrowid
            windows += [(row, a, b, digest(document.text[a:b])) for a, b in passage.windows]
            for field, weights in item.fields.items():
                terms = np.fromiter((numbers[term] for term in weights), "<u4", len(weights))
                values = np.fromiter(weights.values(), "<f4", len(weights))
                postings.append((field, row, terms.tobytes(), values.tobytes()))
        write.executemany("INSERT INTO windows VALUES (?, ?, ?, ?)", windows)
        write.executemany("INSERT INTO postings VALUES (?, ?, ?, ?)", postings)

    def _term_numbers(self, terms: Iterable[str]) -> dict[str, int]:
        """Return the numbers of terms, giving new ones a number."""
        distinct = list(dict.fromkeys(terms))
        known = self.term_ids(distinct)
        new = [(term,) for term in distinct if term not in known]
        self.database.connection.executemany("INSERT INTO terms (term) VALUES (?)", new)
        return known | self.term_ids([term for (term,) in new])

    def _others(self, document: Document) -> list[str]:
        """Return the ids of other documents from a document's location."""
        rows = self.database.connection.execute(
            "SELECT id FROM documents WHERE location = ? AND id <> ?",
            (document.location, document.id),
        )
        return [row[0] for row in rows]

    def _delete(self, ids: Sequence[str]) -> list[bytes]:
        """Delete documents; return the keys of their texts, whose vectors may be orphans now."""
        write, keys = self.database.connection, list[bytes]()
        for document_id in ids:
            keys += (
                row[0]
                for row in write.execute(
                    "SELECT digest FROM passages WHERE document_id = :id UNION "
                    "SELECT w.digest FROM passages p JOIN windows w ON w.passage_id = p.id "
                    "WHERE p.document_id = :id",
                    {"id": document_id},
                )
            )
            write.execute("DELETE FROM documents WHERE id = ?", (document_id,))
            write.execute(
                "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = ?", (REMOVALS,)
            )
        return keys

    def _drop_orphans(self, keys: Iterable[bytes]) -> None:
        """Drop vectors of these keys that no passage or window has any more."""
        self.database.connection.executemany(
            "DELETE FROM vectors WHERE digest = :key "
            "AND NOT EXISTS (SELECT 1 FROM passages WHERE digest = :key) "
            "AND NOT EXISTS (SELECT 1 FROM windows WHERE digest = :key)",
            [{"key": key} for key in keys],
        )
