"""RSS or Atom feed: a document for each entry.

feedparser reads it: knows every dialect, maintained for twenty years.
"""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

from sources.blob import Blob
from sources.calendar import dateline, parse_date
from sources.document import Document
from sources.errors import SourceError
from sources.html import fragment_text
from sources.prose import headline, shorten, tidy

_MOST_FAILURES = 2


class _Links:
    """The pages behind the entries; given up after two failures, since the network is gone."""

    def __init__(self, read: Callable[[str], Document]) -> None:
        self._read = read
        self._failures = 0

    def text(self, link: str) -> str:
        """Return the text of a page, empty if it cannot be had."""
        if not link or self._failures >= _MOST_FAILURES:
            return ""
        try:
            text = self._read(link).text
        except SourceError:
            self._failures += 1
            return ""
        self._failures = 0
        return text


def read_feed(blob: Blob, read_link: Callable[[str], Document]) -> list[Document]:
    """Read each entry of a feed: its own content, else its page, else its summary.

    Args:
        blob: The feed.
        read_link: Reads the article at an address, or raises SourceError.

    Raises:
        SourceError: It is no feed, or none of its entries has text.
    """
    import feedparser

    try:
        parsed = feedparser.parse(io.BytesIO(blob.data), response_headers=_headers(blob))
    except Exception as error:  # feedparser lets through what damaged markup makes of its parsers
        raise SourceError(
            f"The feed {blob.name} is damaged; load the pages it leads to instead."
        ) from error
    if not parsed.version:
        raise SourceError(
            f"{blob.name} is XML but no RSS or Atom feed; give a feed or save the text of it."
        )
    if not parsed.entries:
        raise SourceError(f"The feed {blob.name} has no entries; try again when it has some.")
    links = _Links(read_link)
    documents = [_document(entry, blob, links) for entry in parsed.entries]
    found = [document for document in documents if document is not None]
    if not found:
        raise SourceError(f"No entry of the feed {blob.name} has text; give the pages themselves.")
    return found


def _headers(blob: Blob) -> dict[str, str]:
    if blob.charset and blob.media_type:
        return {"content-type": f"{blob.media_type}; charset={blob.charset}"}
    return {}


def _document(entry: Any, blob: Blob, links: _Links) -> Document | None:  # noqa: ANN401
    link = _field(entry, "link")
    page = link if link.startswith(("http://", "https://")) else ""
    text = _content(entry) or links.text(page) or fragment_text(_field(entry, "summary"))
    if not text:
        return None
    title = shorten(tidy(fragment_text(_field(entry, "title"))), 200)
    return Document.create(
        title=title or headline(text, blob.name),
        text=text,
        origin=page or f"{blob.origin}#{_field(entry, 'id') or title or text[:40]}",
        published=_published(entry) or dateline(text),
    )


def _content(entry: Any) -> str:  # noqa: ANN401 (feedparser is untyped)
    for content in entry.get("content", []):
        value = _field(content, "value")
        text = tidy(value) if content.get("type") == "text/plain" else fragment_text(value)
        if text:
            return text
    return ""


def _published(entry: Any) -> date | None:  # noqa: ANN401 (feedparser is untyped)
    """Take the day as its writer's clock had it, not as it was in Greenwich."""
    return parse_date(_field(entry, "published") or _field(entry, "updated"))


def _field(entry: Any, name: str) -> str:  # noqa: ANN401 (feedparser is untyped)
    try:
        return str(entry.get(name) or "")
    except KeyError:  # feedparser looks some fields up in others that may be missing
        return ""
