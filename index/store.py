"""Store: documents, passages, vectors and words, in one SQLite file."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import TypeVar

import numpy as np

from index.database import Database
from index.passage import Passage
from sources import Document, UnknownDocument

T = TypeVar("T")
_SQL_VARIABLES = 500  # well under SQLite's limit of bound values


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list of documents says of one.

    Attributes:
        passages: How many passages it has.
        embedded: How many of them have their vectors.
        added_at: When it was added, UTC.
    """

    id: str
    title: str
    language: str
    origin: str
    published: date | None
    edition: str | None
    passages: int
    embedded: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Sketch:
    """Title, language and edition of a passage's document, and the keys of its names."""

    title: str
    language: str
    edition: str | None
    names: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """A passage ready to be stored: with its terms by field, and the keys of its names."""

    passage: Passage
    fields: Mapping[str, Mapping[str, float]]
    names: str


def digest(text: str) -> bytes:
    """Return the key by which a text's vector is kept (16 bytes)."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Store:
    """Read and write the database; every write is one transaction."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self.database = database

    def add(self, document: Document, passages: Sequence[Indexed]) -> str:
        """Store a document with its passages and words, in place of others from its location.

        Returns:
            ``added``, ``replaced`` (others went) or ``unchanged`` (it was there by now).
        """
        with self.database.writing() as write:
            others = self._delete_others(document)
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
                    document.text,
                    datetime.now(UTC).isoformat(timespec="seconds"),
                ),
            ).rowcount
            for item in passages if new else ():
                self._add_passage(document, item)
            self._drop_orphans()
        return "unchanged" if not new else "replaced" if others else "added"

    def remove_others(self, document: Document) -> None:
        """Remove the documents from a stored document's location but itself, if there are any."""
        rows = self.database.connection.execute(
            "SELECT 1 FROM documents WHERE location = ? AND id <> ? LIMIT 1",
            (document.location, document.id),
        )
        if rows.fetchone():
            with self.database.writing():
                self._delete_others(document)
                self._drop_orphans()

    def _delete_others(self, document: Document) -> int:
        deleted = self.database.connection.execute(
            "DELETE FROM documents WHERE location = ? AND id <> ?",
            (document.location, document.id),
        )
        return deleted.rowcount

    def _add_passage(self, document: Document, item: Indexed) -> None:
        write, passage = self.database.connection, item.passage
        row = write.execute(
            "INSERT INTO passages (document_id, start, end, digest, sentences, names) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                document.id,
                passage.start,
                passage.end,
                digest(passage.text),
                np.array(passage.sentences, "<u4").tobytes(),
                item.names,
            ),
        )
        write.executemany(
            "INSERT INTO windows VALUES (?, ?, ?, ?)",
            [(row.lastrowid, a, b, digest(document.text[a:b])) for a, b in passage.windows],
        )
        for field, weights in item.fields.items():
            ids = self._term_ids(weights)
            numbers = np.fromiter((ids[term] for term in weights), "<u4", len(weights))
            values = np.fromiter(weights.values(), "<f4", len(weights))
            write.execute(
                "INSERT INTO postings VALUES (?, ?, ?, ?)",
                (row.lastrowid, field, numbers.tobytes(), values.tobytes()),
            )

    def _term_ids(self, terms: Iterable[str]) -> dict[str, int]:
        """Return the numbers of terms, giving new ones a number."""
        terms = list(terms)
        write = self.database.connection
        write.executemany("INSERT OR IGNORE INTO terms (term) VALUES (?)", [(t,) for t in terms])
        return self.term_ids(terms)

    def term_ids(self, terms: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those terms that any passage has."""
        found: dict[str, int] = {}
        for part in in_parts(list(terms)):
            marks = ",".join("?" * len(part))
            query = f"SELECT term, id FROM terms WHERE term IN ({marks})"
            found.update(self.database.connection.execute(query, part).fetchall())
        return found

    def remove(self, document_id: str) -> None:
        """Remove a document and all that belongs to it.

        Raises:
            UnknownDocument: There is no such document.
        """
        with self.database.writing() as write:
            if not write.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount:
                raise _unknown(document_id)
            self._drop_orphans()

    def _drop_orphans(self) -> None:
        """Drop vectors that no passage or window has any more."""
        self.database.connection.execute(
            "DELETE FROM vectors WHERE digest NOT IN (SELECT digest FROM passages) "
            "AND digest NOT IN (SELECT digest FROM windows)"
        )

    def document(self, document_id: str) -> Document:
        """Return a stored document.

        Raises:
            UnknownDocument: There is no such document.
        """
        row = self.database.connection.execute(
            "SELECT id, title, language, text, origin, published, edition, location "
            "FROM documents WHERE id = ?",
            (document_id,),
        ).fetchone()
        if row is None:
            raise _unknown(document_id)
        id_, title, language, text, origin, published, edition, location = row
        day = date.fromisoformat(published) if published else None
        return Document(id_, title, language, text, origin, day, edition, location)

    def editions(self, edition: str) -> list[str]:
        """Return the ids of the editions of one article."""
        rows = self.database.connection.execute(
            "SELECT id FROM documents WHERE edition = ? ORDER BY language", (edition,)
        )
        return [row[0] for row in rows]

    def entries(self) -> list[Entry]:
        """Return all documents, the latest added first."""
        rows = self.database.connection.execute(
            "SELECT d.id, d.title, d.language, d.origin, d.published, d.edition, "
            "COUNT(p.id), COUNT(v.digest), d.added_at FROM documents d "
            "LEFT JOIN passages p ON p.document_id = d.id "
            "LEFT JOIN vectors v ON v.digest = p.digest "
            "GROUP BY d.id ORDER BY d.added_at DESC, MIN(p.id)"
        )
        return [
            Entry(
                id=row[0],
                title=row[1],
                language=row[2],
                origin=row[3],
                published=date.fromisoformat(row[4]) if row[4] else None,
                edition=row[5],
                passages=row[6],
                embedded=row[7],
                added_at=datetime.fromisoformat(row[8]),
            )
            for row in rows
        ]

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """Return passages by number, in the order given; those that are gone are left out."""
        found: dict[int, Passage] = {}
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            spans: dict[int, list[tuple[int, int]]] = {}
            for number, a, b in self.database.connection.execute(
                f"SELECT passage_id, start, end FROM windows WHERE passage_id IN ({marks}) "
                "ORDER BY passage_id, start",
                part,
            ):
                spans.setdefault(number, []).append((a, b))
            rows = self.database.connection.execute(
                "SELECT id, document_id, start, end, sentences FROM passages "
                f"WHERE id IN ({marks})",
                part,
            ).fetchall()
            texts = document_texts(self.database, {row[1] for row in rows})
            for number, document_id, a, b, cuts in rows:
                if document_id not in texts:
                    continue
                text = texts[document_id][a:b]
                windows = tuple(spans.get(number, ()))
                pairs = np.frombuffer(cuts, "<u4").reshape(-1, 2).tolist()
                sentences = tuple((first, last) for first, last in pairs)
                found[number] = Passage(number, document_id, a, b, text, windows, sentences)
        return [found[number] for number in ids if number in found]

    def sketches(self, ids: Sequence[int]) -> dict[int, Sketch]:
        """Return what a ranking needs to know of passages; those that are gone are left out."""
        found: dict[int, Sketch] = {}
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            for number, *rest in self.database.connection.execute(
                "SELECT p.id, d.title, d.language, d.edition, p.names FROM passages p "
                f"JOIN documents d ON d.id = p.document_id WHERE p.id IN ({marks})",
                part,
            ):
                found[number] = Sketch(*rest)
        return found

    def state(self) -> tuple[int, int]:
        """Return how many passages there are and the last one's number.

        Numbers are never used again, so this changes with every document added or removed, and
        not while vectors are written.
        """
        count, last = self.database.connection.execute(
            "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM passages"
        ).fetchone()
        return int(count), int(last)

    def passage_ids(self, document_id: str) -> list[int]:
        """Return the numbers of a document's passages, in the order of the text."""
        rows = self.database.connection.execute(
            "SELECT id FROM passages WHERE document_id = ? ORDER BY start", (document_id,)
        )
        return [row[0] for row in rows]


def document_texts(database: Database, ids: Collection[str]) -> dict[str, str]:
    """Return the texts of documents by id: SQLite's own substr() stops at a NUL character."""
    found: dict[str, str] = {}
    for part in in_parts(list(ids)):
        marks = ",".join("?" * len(part))
        query = f"SELECT id, text FROM documents WHERE id IN ({marks})"
        found.update(database.connection.execute(query, part).fetchall())
    return found


def in_parts(values: Sequence[T]) -> Iterable[list[T]]:
    """Cut a list of values into parts that one statement can bind."""
    for first in range(0, len(values), _SQL_VARIABLES):
        yield list(values[first : first + _SQL_VARIABLES])


def _unknown(document_id: str) -> UnknownDocument:
    return UnknownDocument(f"There is no document {document_id}; `thamtop list` shows the ids.")
