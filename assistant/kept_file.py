"""Kept file: a small SQLite file in the data folder, its errors told as sentences."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.kept_strings import DAMAGED_FILE, FOREIGN, OTHER_VERSION, UNUSABLE
from sources import StoreError

_WAIT_S = 10.0  # for another writer
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class KeptFile:
    """A file that is opened for each use; safe to use from several threads and processes."""

    def __init__(self, path: Path, tables: Mapping[str, str], *, version: int) -> None:
        """Name a file; it is made at the first write.

        Args:
            path: Where it is.
            tables: The statements that make its tables and their indexes, by name.
            version: Of its tables; a file of another version is refused.
        """
        self._path = path
        self._tables = dict(tables)
        self._version = version

    def exists(self) -> bool:
        """Tell whether anything has been kept yet.

        Raises:
            StoreError: The folder cannot be read.
        """
        try:
            return self._path.exists()
        except OSError as error:
            raise self._unusable(error) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Run a block on a connection.

        Raises:
            StoreError: The file cannot be read, is damaged or is not ours.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=_WAIT_S, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error
        with closing(connection):
            try:
                self._prepare(connection)
                yield connection
            except sqlite3.Error as error:
                raise self._unusable(error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run a block as one write: all of it is kept, or none.

        Raises:
            StoreError: The file cannot be written, is damaged or is not ours.
        """
        with self.reading() as connection, _transaction(connection):
            yield connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.text_factory = _text
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what a person deletes is gone
        if _version(connection) == self._version:
            return
        with _transaction(connection):
            # Two processes may begin at once: the second finds the tables there.
            found = _version(connection)
            if found == self._version:
                return
            self._refuse(found, connection)
            for statement in self._tables.values():
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {self._version}")

    def _refuse(self, version: int, connection: sqlite3.Connection) -> None:
        """Refuse a file that is not ours; one of ours without a number is from the first days."""
        if version:
            raise StoreError(OTHER_VERSION, path=self._path, found=version, wanted=self._version)
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' "
        found = {name for (name,) in connection.execute(names + "ESCAPE '~'")}
        if found - self._tables.keys():
            raise StoreError(FOREIGN, path=self._path)

    def _unusable(self, error: Exception) -> StoreError:
        damaged = getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
        return StoreError(DAMAGED_FILE if damaged else UNUSABLE, path=self._path, error=error)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk ends it by itself
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _text(stored: bytes) -> str:
    """Read a text of any origin: a foreign one may not be UTF-8."""
    return stored.decode("utf-8", "replace")
