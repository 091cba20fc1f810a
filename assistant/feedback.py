"""Feedback: which answers their reader found right or wrong, kept beside the index.

A file of its own, so that removing a source or building the index anew loses none of it.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from sources import StoreError

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS feedback (id INTEGER PRIMARY KEY, asked TEXT NOT NULL, "
    "answer TEXT NOT NULL, good INTEGER NOT NULL, rated_at TEXT NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class Rating:
    """An answer as it was rated.

    Attributes:
        question: The question as asked.
        answer: The answer's JSON object (`Answer.to_json`).
        good: Whether the reader found it right.
        rated_at: When, in UTC (ISO 8601).
    """

    question: str
    answer: dict[str, Any]
    good: bool
    rated_at: str


class Feedback:
    """Ratings in an SQLite file; safe to use from several threads and processes."""

    def __init__(self, home: Path) -> None:
        """Keep the ratings in a folder."""
        self._path = home / "feedback.sqlite3"

    def rate(self, answer: Answer, *, good: bool) -> None:
        """Note a rating; the last one of a question and answer counts.

        Raises:
            StoreError: It cannot be written.
        """
        told = json.dumps(answer.to_json(), ensure_ascii=False)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._connection() as connection:
            connection.execute(
                "DELETE FROM feedback WHERE asked = ? AND json_extract(answer, '$.answer') = ?",
                (answer.question, answer.text),
            )
            connection.execute(
                "INSERT INTO feedback (asked, answer, good, rated_at) VALUES (?, ?, ?, ?)",
                (answer.question, told, int(good), now),
            )

    def ratings(self) -> list[Rating]:
        """Return all ratings, the oldest first.

        Raises:
            StoreError: They cannot be read.
        """
        if not self._path.exists():
            return []
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT asked, answer, good, rated_at FROM feedback ORDER BY id"
            ).fetchall()
        return [Rating(asked, json.loads(told), bool(good), at) for asked, told, good, at in rows]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=10)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error
        try:
            with connection:
                connection.execute(_SCHEMA)
                yield connection
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        finally:
            connection.close()

    def _unusable(self, error: Exception) -> StoreError:
        return StoreError(
            f"The ratings in {self._path.parent} cannot be used ({error}); "
            "check the folder's permissions and free space."
        )
