"""Feedback: which answers their reader found right or wrong, kept beside the index.

A file of its own, so that removing a source or building the index anew loses none of it.
"""

import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.kept_file import KeptFile

_VERSION = 1
_TABLES = {
    # Files from before versions were counted have the table already.
    "feedback": "CREATE TABLE IF NOT EXISTS feedback (id INTEGER PRIMARY KEY, asked TEXT NOT NULL, "
    "answer TEXT NOT NULL, good INTEGER NOT NULL, rated_at TEXT NOT NULL)"
}


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
        self._file = KeptFile(home / "feedback.sqlite3", _TABLES, version=_VERSION)

    def rate(self, answer: Answer, *, good: bool) -> None:
        """Note a rating; the last one of a question and answer counts.

        Raises:
            StoreError: It cannot be written.
        """
        told = json.dumps(answer.to_json(), ensure_ascii=False)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._file.writing() as connection:
            _forget(connection, answer.question, answer.text)
            connection.execute(
                "INSERT INTO feedback (asked, answer, good, rated_at) VALUES (?, ?, ?, ?)",
                (answer.question, told, int(good), now),
            )

    def withdraw(self, question: str, text: str) -> None:
        """Take back what was said of an answer; without a rating nothing happens.

        Args:
            question: The question as asked.
            text: The text of the answer.

        Raises:
            StoreError: It cannot be written.
        """
        if not self._file.exists():
            return
        with self._file.writing() as connection:
            _forget(connection, question, text)

    def ratings(self) -> list[Rating]:
        """Return all ratings, the oldest first.

        Raises:
            StoreError: They cannot be read.
        """
        if not self._file.exists():
            return []
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT asked, answer, good, rated_at FROM feedback ORDER BY id"
            ).fetchall()
        return [Rating(asked, json.loads(told), bool(good), at) for asked, told, good, at in rows]


def _forget(connection: sqlite3.Connection, question: str, text: str) -> None:
    connection.execute(
        "DELETE FROM feedback WHERE asked = ? AND json_extract(answer, '$.answer') = ?",
        (question, text),
    )
