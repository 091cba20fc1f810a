"""Uploads: files and addresses that a person adds on the page, each with what came of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from index import Index
from sources import Document, Part, Settings, ThamtopError, load_address, load_content


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article, or of a file or address that has none.

    Attributes:
        place: Which article of the file, page or feed it is, from 1.
        count: How many it has.
        status: ``added``, ``unchanged``, ``replaced`` or ``failed``.
        title: The article's title.
        error: Why it failed; of an article: why it is a summary and not the whole.
    """

    place: int
    count: int
    status: str
    title: str = ""
    error: ThamtopError | None = None


def add_upload(index: Index, settings: Settings, name: str, content: bytes) -> Iterator[Outcome]:
    """Add an uploaded file; another file of the same name is an older version of it and goes."""
    yield from _added(index, load_content(name, content, settings), name)


def add_address(index: Index, settings: Settings, address: str) -> Iterator[Outcome]:
    """Add a page or the entries of a feed; an address may be given without ``https://``."""
    given = address.strip()
    whole = given if "://" in given else f"https://{given}"
    yield from _added(index, load_address(whole, settings), "")


def distinct(names: Sequence[str]) -> list[str]:
    """Tell files of one name apart, which were chosen together and are no versions of each other.

    Names of files from a folder keep their last part.
    """
    seen = Counter[str]()
    told = []
    for name in names:
        seen[name] += 1
        path = PurePath(name)
        times = seen[name]
        told.append(name if times == 1 else f"{path.stem} ({times}){path.suffix}")
    return told


def _added(index: Index, parts: Iterable[Part], upload: str) -> Iterator[Outcome]:
    place = count = 1
    try:
        for part in parts:
            place, count = part.place, part.count
            if part.document is None:
                yield Outcome(place, count, "failed", error=part.error)
                continue
            document = _placed(part.document, upload) if upload else part.document
            added = index.add(document)
            yield Outcome(place, count, added.status, document.title, part.error)
    except ThamtopError as error:
        yield Outcome(place, count, "failed", error=error)


def _placed(document: Document, upload: str) -> Document:
    """Mark the location as an upload's; an entry of a feed with a page of its own keeps that."""
    if document.location != upload and not document.location.startswith(f"{upload}#"):
        return document
    return replace(document, location=f"upload:{document.location}")
