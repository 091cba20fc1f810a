"""RSS or Atom feed: a document for each entry.

feedparser reads it: knows every dialect, maintained for twenty years.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sources import problems
from sources.blob import Blob
from sources.calendar import dateline, parse_date
from sources.document import Document
from sources.errors import SourceError
from sources.html import fragment_text
from sources.prose import headline, shorten, tidy

_MOST_FAILURES = 2
_NETWORK = (problems.UNREACHABLE, problems.SLOW)


@dataclass(frozen=True, slots=True)
class Part:
    """One article of what was loaded: all of a file or page, or one entry of a feed.

    Attributes:
        place: Which it is, from 1.
        count: How many there are.
        document: The article, if there is one.
        error: Why there is none; beside an article: why it is a summary and not the whole.
    """

    place: int
    count: int
    document: Document | None = None
    error: SourceError | None = None


class _Links:
    """The pages behind the entries; given up when the network fails twice in a row."""

    def __init__(self, read: Callable[[str], Document]) -> None:
        self._read = read
        self._failures = 0

    def text(self, link: str) -> str:
        """Return the text of a page; nothing for an entry without one.

        Raises:
            SourceError: It cannot be had.
        """
        if not link:
            return ""
        if self._failures >= _MOST_FAILURES:
            raise SourceError(problems.PAGES_GIVEN_UP, address=link)
        try:
            text = self._read(link).text
        except SourceError as error:
            self._failures = self._failures + 1 if error.problem in _NETWORK else 0
            raise
        self._failures = 0
        return text


def read_feed(blob: Blob, read_link: Callable[[str], Document]) -> Iterator[Part]:
    """Read each entry of a feed: its own content, else its page, else its summary.

    The pages are fetched one by one, each when its part is asked for.

    Args:
        blob: The feed.
        read_link: Reads the article at an address, or raises SourceError.

    Raises:
        SourceError: It is no feed, or has no entries.
    """
    import feedparser

    try:
        parsed = feedparser.parse(io.BytesIO(blob.data), response_headers=_headers(blob))
    except Exception as error:  # feedparser lets through what damaged markup makes of its parsers
        raise SourceError(problems.BROKEN_FEED, name=blob.name) from error
    if not parsed.version:
        raise SourceError(problems.NO_FEED, name=blob.name)
    if not parsed.entries:
        raise SourceError(problems.EMPTY_FEED, name=blob.name)
    links = _Links(read_link)
    for place, entry in enumerate(parsed.entries, 1):
        yield _part(entry, blob, links, place, len(parsed.entries))


def _headers(blob: Blob) -> dict[str, str]:
    if blob.charset and blob.media_type:
        return {"content-type": f"{blob.media_type}; charset={blob.charset}"}
    return {}


def _part(entry: Any, blob: Blob, links: _Links, place: int, count: int) -> Part:  # noqa: ANN401
    link = _field(entry, "link")
    page = link if link.startswith(("http://", "https://")) else ""
    text, failed = _content(entry), None
    if not text:
        try:
            text = links.text(page)
        except SourceError as error:
            failed = error
    text = text or fragment_text(_field(entry, "summary"))
    title = shorten(tidy(fragment_text(_field(entry, "title"))), 200)
    if not text:
        named = title or page or str(place)
        bare = SourceError(problems.ENTRY_WITHOUT_TEXT, title=named)
        return Part(place, count, error=failed or bare)
    document = Document.create(
        title=title or headline(text, blob.name),
        text=text,
        origin=page or f"{blob.origin}#{_field(entry, 'id') or title or text[:40]}",
        published=_published(entry) or dateline(text),
    )
    return Part(place, count, document, failed)


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
