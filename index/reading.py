"""Reading: documents, passages and words out of the database."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

import numpy as np

from index import problems
from index.database import Database
from index.passage import Passage
from sources import Document, UnknownDocument

T = TypeVar("T")
REMOVALS = "removals"  # the key of how often a document was removed
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
    """What a ranking needs of a passage; title and edition are its document's.

    Attributes:
        names: Keys of its names.
    """

    title: str
    language: str
    edition: str | None
    names: str


class Reading:
    """Read the database; what is read is from one moment only within one call."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self.database = database

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
            raise unknown(document_id)
        id_, title, language, text, origin, published, edition, location = row
        day = date.fromisoformat(published) if published else None
        return Document(id_, title, language, text, origin, day, edition, location)

    def latest(self, document_id: str, location: str) -> str | None:
        """Return the id of a document, or that of the newest from its location, or None."""
        row = self.database.connection.execute(
            "SELECT id FROM documents WHERE id = :id OR (location = :place AND :place <> '') "
            "ORDER BY id = :id DESC, added_at DESC LIMIT 1",
            {"id": document_id, "place": location},
        ).fetchone()
        return None if row is None else str(row[0])

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
            ).fetchall():
                spans.setdefault(number, []).append((a, b))
            rows = self.database.connection.execute(
                "SELECT id, document_id, start, end, sentences, language FROM passages "
                f"WHERE id IN ({marks})",
                part,
            ).fetchall()
            texts = document_texts(self.database, {row[1] for row in rows})
            for number, document_id, a, b, cuts, language in rows:
                if document_id not in texts:
                    continue
                text = texts[document_id][a:b]
                windows = tuple(spans.get(number, ()))
                pairs = np.frombuffer(cuts, "<u4").reshape(-1, 2).tolist()
                sentences = tuple((first, last) for first, last in pairs)
                found[number] = Passage(
                    number, document_id, a, b, text, windows, sentences, language
                )
        return [found[number] for number in ids if number in found]

    def sketches(self, ids: Sequence[int]) -> dict[int, Sketch]:
        """Return what a ranking needs to know of passages; those that are gone are left out."""
        found: dict[int, Sketch] = {}
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            for number, *rest in self.database.connection.execute(
                "SELECT p.id, d.title, p.language, d.edition, p.names FROM passages p "
                f"JOIN documents d ON d.id = p.document_id WHERE p.id IN ({marks})",
                part,
            ).fetchall():
                found[number] = Sketch(*rest)
        return found

    def unfilled(self) -> list[str]:
        """Return the ids of documents that have no passages: those of an older schema."""
        rows = self.database.connection.execute(
            "SELECT id FROM documents d WHERE NOT EXISTS "
            "(SELECT 1 FROM passages WHERE document_id = d.id) ORDER BY added_at, id"
        )
        return [row[0] for row in rows.fetchall()]

    def state(self) -> tuple[int, int]:
        """Return how often documents were removed and the last passage's number.

        Numbers are never used again, so this changes with every document removed and every one
        added that has passages, and not while vectors are written.
        """
        (last,) = self.database.connection.execute(
            "SELECT COALESCE(MAX(id), 0) FROM passages"
        ).fetchone()
        return int(self.database.meta(REMOVALS) or 0), int(last)

    def passage_ids(self, document_id: str) -> list[int]:
        """Return the numbers of a document's passages, in the order of the text."""
        rows = self.database.connection.execute(
            "SELECT id FROM passages WHERE document_id = ? ORDER BY start", (document_id,)
        )
        return [row[0] for row in rows]

    def term_ids(self, terms: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those terms that any passage has."""
        found: dict[str, int] = {}
        for part in in_parts(list(terms)):
            marks = ",".join("?" * len(part))
            query = f"SELECT term, id FROM terms WHERE term IN ({marks})"
            found.update(self.database.connection.execute(query, part).fetchall())
        return found


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


def unknown(document_id: str) -> UnknownDocument:
    """Return the error that there is no such document."""
    return UnknownDocument(problems.UNKNOWN_DOCUMENT, document_id=document_id)
