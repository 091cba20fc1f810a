"""Load: one path or address in, documents out."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from sources import problems
from sources.blob import Blob, blob_of, read_file
from sources.document import Document
from sources.encoding import is_binary
from sources.errors import SourceError
from sources.feed import Part, read_feed
from sources.html import read_html
from sources.markdown import read_markdown
from sources.pdf import read_pdf
from sources.plain import read_plain
from sources.settings import Settings
from sources.web import fetch
from sources.word import damaged, is_other_document, is_word, read_word

Kind = Literal["plain", "markdown", "html", "pdf", "word", "feed"]

_READERS: dict[Kind, Callable[[Blob], Document]] = {
    "plain": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "word": read_word,
}
_SUFFIXES: dict[str, Kind] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "word",
    ".rss": "feed",
    ".atom": "feed",
}
_MEDIA_TYPES: dict[str, Kind] = {
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
}
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(r"(?i)<(?:!doctype html|html|head|body)[\s>]")


def load(path_or_url: str, settings: Settings) -> list[Document]:
    """Read the articles at a path or a web address.

    One document for a file or page, one for each entry of a feed. The origin is the
    absolute path or the final address, unless front matter names another.

    Raises:
        SourceError: It cannot be read; the message is one sentence that says what to do.
    """
    given = path_or_url.strip()
    if not given:
        raise SourceError(problems.NOTHING_GIVEN)
    blob = fetch(given, settings) if _ADDRESS.match(given) else read_file(given, settings)
    documents = [part.document for part in _parts(blob, settings) if part.document]
    if not documents:
        raise SourceError(problems.FEED_WITHOUT_TEXT, name=blob.name)
    return documents


def load_address(address: str, settings: Settings) -> Iterator[Part]:
    """Read a page, or a feed entry by entry; never a file of this machine.

    Raises:
        SourceError: It cannot be read at all; an entry that cannot is a part that says why.
    """
    yield from _parts(fetch(address.strip(), settings), settings)


def load_content(name: str, content: bytes, settings: Settings) -> Iterator[Part]:
    """Read what is at hand as bytes, such as an upload; its origin is its name.

    Raises:
        SourceError: It cannot be read at all; an entry that cannot is a part that says why.
    """
    yield from _parts(blob_of(content, name, name, settings), settings)


def _parts(blob: Blob, settings: Settings) -> Iterator[Part]:
    kind = _kind(blob)
    if kind == "feed":
        yield from read_feed(blob, lambda link: _load_page(link, settings, blob.origin))
    else:
        yield Part(1, 1, _read(kind, blob))


def _load_page(address: str, settings: Settings, feed: str) -> Document:
    blob = fetch(address, settings, led_from=feed)
    kind = _kind(blob)
    if kind == "feed":
        raise SourceError(problems.FEED_IN_FEED, address=address)
    return _read(kind, blob)


def _read(kind: Kind, blob: Blob) -> Document:
    try:
        return _READERS[kind](blob)
    except SourceError:
        raise
    except Exception as error:  # what a hostile file makes of the libraries that parse it
        reason = type(error).__name__
        raise SourceError(problems.FAILED, name=blob.name, reason=reason) from error


def _kind(blob: Blob) -> Kind:
    """Tell the kind: by bytes that no text begins with, else by what it is said to be."""
    if blob.data.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if blob.data.startswith(b"PK\x03\x04"):
        return _archive_kind(blob)
    if blob.data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(problems.OLD_WORD, name=blob.name)
    said = _MEDIA_TYPES.get(blob.media_type or "") or _SUFFIXES.get(blob.suffix)
    if said in ("pdf", "word"):
        return said
    if is_binary(blob.data):
        raise _unreadable(blob)
    if said is None or blob.media_type in ("text/xml", "application/xml"):
        return _sniffed(blob.data)
    return said


def _archive_kind(blob: Blob) -> Kind:
    if is_word(blob.data):
        return "word"
    if blob.suffix == ".docx":
        raise damaged(blob)
    if is_other_document(blob.data):
        raise SourceError(problems.OTHER_DOCUMENT, name=blob.name)
    raise SourceError(problems.ARCHIVE, name=blob.name)


def _unreadable(blob: Blob) -> SourceError:
    suffix = Path(blob.name).suffix
    if suffix.lower() in _SUFFIXES:
        return SourceError(problems.BINARY_IN_SPITE, name=blob.name, suffix=suffix)
    return SourceError(problems.BINARY, name=blob.name)


def _sniffed(data: bytes) -> Kind:
    head = data[:2048].decode("ascii", "replace")
    if _FEED.search(head):
        return "feed"
    return "html" if _HTML.search(head) else "plain"
