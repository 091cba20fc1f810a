"""Database: connections to the one SQLite file, transactions, generations."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NoReturn, Self
from weakref import WeakSet

from index import problems
from sources import Problem, StoreError

SCHEMA_VERSION = 3
# From schema 2: its passages had the language of their document. They are cut anew by the index;
# documents and vectors stay.
_FROM_2 = (
    "DELETE FROM passages",
    "ALTER TABLE passages ADD COLUMN language TEXT NOT NULL DEFAULT ''",
    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key IN ('generation', 'removals')",
)
_BUSY_TIMEOUT_S = 30.0
_BUSY_PAUSE_S = 0.01


class _Cursor(sqlite3.Cursor):
    """A cursor whose errors are sentences, outside of transactions, which have their own."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401 (as in sqlite3)
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            self._tell(error)

    def fetchone(self) -> Any:  # noqa: ANN401
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            self._tell(error)

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.DatabaseError as error:
            self._tell(error)

    def __next__(self) -> Any:  # noqa: ANN401
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            self._tell(error)

    def _tell(self, error: sqlite3.DatabaseError) -> NoReturn:
        path = getattr(self.connection, "path", None)
        if path is None or self.connection.in_transaction:
            raise error
        raise _failed(path, error, problems.NOT_READ) from error


class _Connection(sqlite3.Connection):
    """A connection that makes such cursors, once it knows its path."""

    path: Path | None = None

    def cursor(self, factory: Any = _Cursor) -> Any:  # noqa: ANN401
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401
        cursor: sqlite3.Cursor = self.cursor().execute(sql, parameters)
        return cursor


class _Held:
    """A thread's connection, closed when the thread has ended and lets go of it."""

    def __init__(self, connection: _Connection) -> None:
        self.connection = connection

    def __del__(self) -> None:
        self.connection.close()


class Database:
    """The SQLite file of a home folder, one connection a thread.

    Readers never wait for a writer (write-ahead log); a write is one transaction that also
    raises the generation, by which everything derived knows that it is stale.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, making it and its folder if need be.

        Raises:
            StoreError: The folder cannot be written or the file is no database of ours.
        """
        self.path = path
        self._local = threading.local()
        self._open: WeakSet[_Held] = WeakSet()
        self._lock = threading.Lock()
        self._prepared: Path | None = None  # until then errors tell that it is no database
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._prepare()
            self.connection.path = self._prepared = path
        except BaseException as error:
            self.close()
            if isinstance(error, OSError | sqlite3.OperationalError):
                raise StoreError(problems.FOLDER, folder=path.parent, reason=str(error)) from error
            if isinstance(error, sqlite3.Error):
                raise self._foreign(str(error)) from error
            raise

    @property
    def connection(self) -> _Connection:
        """This thread's connection; outside of `writing` its errors are StoreErrors."""
        held: _Held | None = getattr(self._local, "held", None)
        if held is None:
            # Threads keep to their own connection; only close() touches another's.
            connection: _Connection = sqlite3.connect(
                self.path,
                timeout=_BUSY_TIMEOUT_S,
                isolation_level=None,
                check_same_thread=False,
                factory=_Connection,
            )
            held = _Held(connection)
            connection.path = self._prepared
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
            self._local.held = held
            with self._lock:
                self._open.add(held)
        return held.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run a block as one write: all of it is kept and the generation raised, or none.

        Raises:
            StoreError: The disk is full, the file damaged, read-only or locked too long.
        """
        connection = self.connection
        try:
            connection.cursor(sqlite3.Cursor).execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute(
                    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
                )
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise _failed(self.path, error, problems.NOT_WRITTEN) from error

    def generation(self) -> int:
        """Return the number of writes so far."""
        return int(self.meta("generation") or 0)

    def meta(self, key: str) -> str | None:
        """Return a value kept beside the data, or None."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for held in list(self._open):
                held.connection.close()
            self._open.clear()
        self._local = threading.local()

    def _prepare(self) -> None:
        connection = self.connection
        version, tables = connection.execute(
            "SELECT (SELECT user_version FROM pragma_user_version), "
            "(SELECT COUNT(*) FROM sqlite_master)"
        ).fetchone()
        if version == SCHEMA_VERSION:
            return
        if version == 0 and tables:
            raise self._foreign("it has other tables")
        if version == SCHEMA_VERSION - 1:
            self._migrate(connection)
            return
        if version != 0:
            raise StoreError(
                problems.OTHER_VERSION, path=self.path, found=version, wanted=SCHEMA_VERSION
            )
        _log_ahead(connection)
        schema = files("index").joinpath("schema.sql").read_text("utf-8")
        # Two processes may start at once on an empty folder: the second finds the tables there.
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in schema.split(";\n"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute("INSERT INTO meta VALUES ('generation', '0'), ('removals', '0')")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")

    def _migrate(self, connection: _Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        # Two processes may start at once: the second finds it done.
        if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
            for statement in _FROM_2:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")

    def _foreign(self, reason: str) -> StoreError:
        return StoreError(problems.FOREIGN, path=self.path, reason=reason)


def _failed(path: Path, error: sqlite3.Error, problem: Problem) -> StoreError:
    """Make the error of a statement that failed: damage whatever was tried, else the problem."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    ):
        problem = problems.DAMAGED
    return StoreError(problem, path=path, reason=str(error))


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log: the one statement that does not wait for a lock itself."""
    end = monotonic() + _BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(_BUSY_PAUSE_S)
