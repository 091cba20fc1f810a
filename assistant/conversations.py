"""Conversations: what was asked and answered, kept beside the index.

A file of its own, so that removing a source or building the index anew loses none of it.
"""

import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.exchange import Exchange
from assistant.kept_file import KeptFile
from assistant.kept_strings import DAMAGED_CONVERSATION, UNKNOWN_CONVERSATION
from sources import StoreError, UnknownConversation

if TYPE_CHECKING:
    import sqlite3

    from pydantic import TypeAdapter

_VERSION = 1
_TABLES = {
    "conversations": "CREATE TABLE conversations (id TEXT PRIMARY KEY NOT NULL, "
    "begun_at TEXT NOT NULL)",
    "exchanges": "CREATE TABLE exchanges (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE, "
    "question TEXT NOT NULL, told TEXT NOT NULL)",
    "exchanges_by_conversation": "CREATE INDEX exchanges_by_conversation ON exchanges "
    "(conversation_id, id)",
}
_TELL_APART = 8  # bytes of an id


@dataclass(frozen=True, slots=True)
class Summary:
    """What the list says of a conversation.

    Attributes:
        id: Its id.
        title: Its first question.
        turns: How many questions it has.
        begun_at: When it began, in UTC (ISO 8601).
    """

    id: str
    title: str
    turns: int
    begun_at: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation.

    Attributes:
        id: Its id; empty while it is not kept.
        begun_at: When it began, in UTC (ISO 8601).
        turns: Its questions and answers, the first first.
    """

    id: str
    begun_at: str
    turns: tuple[Exchange, ...]


class Conversations:
    """Conversations in an SQLite file; safe to use from several threads and processes."""

    def __init__(self, home: Path) -> None:
        """Keep the conversations in a folder."""
        self._path = home / "conversations.sqlite3"
        self._file = KeptFile(self._path, _TABLES, version=_VERSION)

    def start(self, first: Exchange) -> Conversation:
        """Begin a conversation with its first question.

        Returns:
            The conversation, its exchange with its number.

        Raises:
            StoreError: It cannot be written.
        """
        conversation_id = secrets.token_hex(_TELL_APART)
        begun_at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._file.writing() as write:
            write.execute("INSERT INTO conversations VALUES (?, ?)", (conversation_id, begun_at))
            kept = _insert(write, conversation_id, first)
        return Conversation(conversation_id, begun_at, (kept,))

    def append(self, conversation_id: str, told: Exchange) -> Exchange:
        """Add a question to the end of a conversation; return it with its number.

        Raises:
            UnknownConversation: There is no such conversation, or it was deleted meanwhile.
            StoreError: It cannot be written.
        """
        with self._file.writing() as write:
            _need(write, conversation_id)
            return _insert(write, conversation_id, told)

    def replace(self, conversation_id: str, told: Exchange) -> None:
        """Put what came of a question in the place of what was there under its number.

        Raises:
            UnknownConversation: There is no such question in it, or it was deleted meanwhile.
            StoreError: It cannot be written.
        """
        with self._file.writing() as write:
            changed = write.execute(
                "UPDATE exchanges SET question = ?, told = ? WHERE id = ? AND conversation_id = ?",
                (*_row(told), told.number, conversation_id),
            ).rowcount
            if not changed:
                raise _unknown(conversation_id)

    def list(self, limit: int = -1) -> list[Summary]:
        """Return the conversations, the newest first.

        Args:
            limit: At most how many; all if negative.

        Raises:
            StoreError: They cannot be read.
        """
        if not self._file.exists():
            return []
        with self._file.reading() as read:
            rows = read.execute(
                "SELECT c.id, e.question, turns, c.begun_at FROM (SELECT conversation_id, "
                "MIN(id) AS first, COUNT(*) AS turns FROM exchanges GROUP BY conversation_id) "
                "JOIN exchanges e ON e.id = first JOIN conversations c ON c.id = e.conversation_id "
                "ORDER BY first DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return [
            Summary(str(id_), str(title), turns, self._moment(begun_at))
            for id_, title, turns, begun_at in rows
        ]

    def load(self, conversation_id: str) -> Conversation:
        """Return a conversation.

        Raises:
            UnknownConversation: There is no such conversation.
            StoreError: It cannot be read, or what is kept of it is damaged.
        """
        if not self._file.exists():
            raise _unknown(conversation_id)
        with self._file.reading() as read:
            begun_at = _need(read, conversation_id)
            rows = read.execute(
                "SELECT id, told FROM exchanges WHERE conversation_id = ? ORDER BY id",
                (_whole(conversation_id),),
            ).fetchall()
        turns = tuple(replace(self._exchange(told), number=number) for number, told in rows)
        return Conversation(conversation_id, self._moment(begun_at), turns)

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation.

        Raises:
            UnknownConversation: There is no such conversation.
            StoreError: It cannot be written.
        """
        if not self._file.exists():
            raise _unknown(conversation_id)
        with self._file.writing() as write:
            _need(write, conversation_id)
            write.execute("DELETE FROM conversations WHERE id = ?", (_whole(conversation_id),))

    def delete_all(self) -> int:
        """Delete all conversations; return how many there were.

        Raises:
            StoreError: They cannot be written.
        """
        if not self._file.exists():
            return 0
        with self._file.writing() as write:
            return write.execute("DELETE FROM conversations").rowcount

    def _exchange(self, told: object) -> Exchange:
        try:
            found = _adapter().validate_json(str(told))
            self._moment(found.at)
        except ValueError as error:  # pydantic's own is one
            raise self._damaged() from error
        return found

    def _moment(self, text: object) -> str:
        try:
            aware = datetime.fromisoformat(str(text)).tzinfo is not None
        except ValueError:
            aware = False
        if not aware:
            raise self._damaged()
        return str(text)

    def _damaged(self) -> StoreError:
        return StoreError(DAMAGED_CONVERSATION, path=self._path)


@cache
def _adapter() -> "TypeAdapter[Exchange]":
    """Return what reads an exchange back from JSON: pydantic, from the types alone."""
    from pydantic import TypeAdapter

    return TypeAdapter(Exchange)


def _row(told: Exchange) -> tuple[str, str]:
    """Return an exchange as it is stored: its question, and all of it as JSON."""
    return _whole(told.question), _whole(json.dumps(asdict(told), ensure_ascii=False))


def _insert(write: "sqlite3.Connection", conversation_id: str, told: Exchange) -> Exchange:
    number = write.execute(
        "INSERT INTO exchanges (conversation_id, question, told) VALUES (?, ?, ?)",
        (conversation_id, *_row(told)),
    ).lastrowid
    return replace(told, number=number or 0)


def _need(read: "sqlite3.Connection", conversation_id: str) -> str:
    """Return when a conversation began; refuse one that is not there."""
    row = read.execute(
        "SELECT begun_at FROM conversations WHERE id = ?", (_whole(conversation_id),)
    ).fetchone()
    if row is None:
        raise _unknown(conversation_id)
    return str(row[0])


def _unknown(conversation_id: str) -> UnknownConversation:
    return UnknownConversation(UNKNOWN_CONVERSATION, conversation_id=conversation_id)


def _whole(text: str) -> str:
    """Replace halves of characters, which can be neither stored nor encoded."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
