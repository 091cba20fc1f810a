"""Uploads: files and addresses that a person adds on the page, each with what came of it."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index import Index
from sources import Settings, ThamtopError, load

_UNSAFE = re.compile(r"[^\w.\- \u0e00-\u0e7f]")


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
        path = Path(folder) / (_UNSAFE.sub("_", Path(name).name)[-120:] or "upload")
        path.write_bytes(content)
        for outcome in _add(index, settings, str(path), name, uploaded=True):
            yield replace(outcome, detail=outcome.detail.replace(str(path), name))


def add_address(index: Index, settings: Settings, address: str) -> Iterator[Outcome]:
    """Add a page or the entries of a feed."""
    yield from _add(index, settings, address.strip(), address.strip(), uploaded=False)


def _add(
    index: Index, settings: Settings, where: str, name: str, *, uploaded: bool
) -> Iterator[Outcome]:
    try:
        for document in load(where, settings):
            if uploaded:
                origin = name if document.origin == document.location else document.origin
                document = replace(document, origin=origin, location=f"upload:{name}")
            added = index.add(document)
            yield Outcome(name, added.status, document.title)
    except ThamtopError as error:
        yield Outcome(name, "failed", str(error))
