"""Uploads: files and addresses that a person adds on the page, each with what came of it."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index import Index
from sources import Document, Settings, ThamtopError, load

_UNSAFE = re.compile(r"[^\w.\- \u0e00-\u0e7f]")
_LONGEST_NAME = 80  # characters; a Thai one takes 3 of the 255 bytes a file system allows


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file or address.

    Attributes:
        name: Its name.
        status: ``added``, ``unchanged``, ``replaced`` or ``failed``.
        detail: Title of the article, or a sentence that says what is wrong.
    """

    name: str
    status: str
    detail: str


def add_upload(index: Index, settings: Settings, name: str, content: bytes) -> Iterator[Outcome]:
    """Add one uploaded file; a file of the same name is a newer version of it."""
    with tempfile.TemporaryDirectory(prefix="thamtop-") as folder:
        path = Path(folder).resolve() / _safe(name)
        path.write_bytes(content)
        for outcome in _add(index, settings, str(path), name):
            yield replace(outcome, detail=outcome.detail.replace(str(path), name))


def add_address(index: Index, settings: Settings, address: str) -> Iterator[Outcome]:
    """Add a page or the entries of a feed."""
    yield from _add(index, settings, address.strip(), address.strip())


def _add(index: Index, settings: Settings, where: str, name: str) -> Iterator[Outcome]:
    try:
        for document in load(where, settings):
            added = index.add(_named(document, where, name))
            yield Outcome(name, added.status, document.title)
    except ThamtopError as error:
        yield Outcome(name, "failed", str(error))


def _named(document: Document, where: str, name: str) -> Document:
    """Put an upload's name in place of the temporary path; an entry of a feed keeps its rest."""
    if where == name:
        return document
    return replace(
        document,
        origin=document.origin.replace(where, name),
        location=document.location.replace(where, f"upload:{name}"),
    )


def _safe(name: str) -> str:
    """Return a file name that stays in its folder and keeps its ending."""
    return _UNSAFE.sub("_", Path(name).name).strip(".")[-_LONGEST_NAME:] or "upload"
